package dev.vireo.spi;

import java.util.UUID;

/**
 * What is known of a domain since it was found, and how a driver finds it again.
 *
 * @param name its name at that time; what stands for it where the name could not be read
 * @param uuid its uuid; all zero when it is not known
 * @param id its id, whatever its state; -1 when it has none
 * @param reference the driver's own reference; nobody else looks into it
 */
public record DomainHandle(String name, UUID uuid, int id, String reference) {

  /** The same domain after it was renamed. */
  public DomainHandle named(String newName) {
    return new DomainHandle(newName, uuid, id, reference);
  }
}
