package dev.vireo.internal;

import dev.vireo.DomainState;
import java.util.UUID;

/**
 * A domain as a driver found it.
 *
 * @param handle how to find it again
 * @param id its id, whatever its state
 * @param uuid its uuid
 * @param state its state at that moment
 */
public record DomainEntry(DomainHandle handle, int id, UUID uuid, DomainState state) {

  /** Its name. */
  public String name() {
    return handle.name();
  }

  /** Its id, or -1 when it is powered off. */
  public int activeId() {
    return state == DomainState.SHUTOFF ? -1 : id;
  }
}
