package dev.vireo.vim.types;

import java.util.Objects;

/**
 * An object that could not be read (VI API {@code MissingObject}).
 *
 * @param obj the object
 * @param fault why
 */
public record MissingObject(ManagedObjectReference obj, LocalizedMethodFault fault)
    implements DataObject {

  /** Checks that the required components are there. */
  public MissingObject {
    Objects.requireNonNull(obj, "obj");
    Objects.requireNonNull(fault, "fault");
  }
}
