package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A property that could not be read (VI API {@code MissingProperty}).
 *
 * @param path path of the property
 * @param fault why
 */
public record MissingProperty(String path, LocalizedMethodFault fault) implements DataObject {

  /** Checks that the required components are there. */
  public MissingProperty {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(fault, "fault");
  }
}
