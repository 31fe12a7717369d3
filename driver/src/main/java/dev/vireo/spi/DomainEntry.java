package dev.vireo.spi;

import dev.vireo.DomainState;
import dev.vireo.LibvirtException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain as a driver found it.
 *
 * @param handle what it is, and how to find it again
 * @param state its state at that moment
 * @param unreadable why not all of it could be read, so that the state is not known; null when all
 *     was
 */
public record DomainEntry(
    DomainHandle handle, DomainState state, @Nullable LibvirtException unreadable) {

  private static final UUID UNKNOWN = new UUID(0, 0);

  /** A domain of which all was read. */
  public DomainEntry(DomainHandle handle, DomainState state) {
    this(handle, state, null);
  }

  /**
   * A domain of which not all could be read.
   *
   * @param name its name, or what stands for it
   * @param id its id; -1 when it is not known
   * @param reference the driver's own reference
   */
  public static DomainEntry unread(String name, int id, String reference, LibvirtException reason) {
    return new DomainEntry(
        new DomainHandle(name, UNKNOWN, id, reference), DomainState.NOSTATE, reason);
  }

  /** Its name; what stands for it where the name could not be read. */
  public String name() {
    return handle.name();
  }

  /** Its uuid; all zero when it is not known. */
  public UUID uuid() {
    return handle.uuid();
  }

  /** Its id, whatever its state; -1 when it has none. */
  public int id() {
    return handle.id();
  }

  /** Its id, or -1 when it is powered off. */
  public int activeId() {
    return state == DomainState.SHUTOFF ? -1 : id();
  }
}
