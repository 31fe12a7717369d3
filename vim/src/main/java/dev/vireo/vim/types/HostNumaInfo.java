package dev.vireo.vim.types;

import java.util.Objects;

/**
 * The memory nodes of a host (VI API {@code HostNumaInfo}).
 *
 * @param type the type
 * @param numNodes the num nodes
 */
public record HostNumaInfo(String type, int numNodes) implements DataObject {

  /** Checks that the required components are there. */
  public HostNumaInfo {
    Objects.requireNonNull(type, "type");
  }
}
