package dev.vireo.internal;

import dev.vireo.DomainState;
import dev.vireo.LibvirtException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain as a driver found it.
 *
 * @param handle how to find it again
 * @param id its id, whatever its state; -1 when its reference holds none
 * @param uuid its uuid; all zero when it is not known
 * @param state its state at that moment
 * @param unreadable why not all of it could be read, so that the state is not known; null when all
 *     was
 */
public record DomainEntry(
    DomainHandle handle,
    int id,
    UUID uuid,
    DomainState state,
    @Nullable LibvirtException unreadable) {

  /** A domain of which all was read. */
  public DomainEntry(DomainHandle handle, int id, UUID uuid, DomainState state) {
    this(handle, id, uuid, state, null);
  }

  /** A domain of which not all could be read. */
  public static DomainEntry unread(DomainHandle handle, int id, LibvirtException reason) {
    return new DomainEntry(handle, id, UuidText.ZERO, DomainState.NOSTATE, reason);
  }

  /** Its name; what stands for it where the name could not be read. */
  public String name() {
    return handle.name();
  }

  /** Its id, or -1 when it is powered off. */
  public int activeId() {
    return state == DomainState.SHUTOFF ? -1 : id;
  }
}
