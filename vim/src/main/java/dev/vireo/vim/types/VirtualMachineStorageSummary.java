package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;

/**
 * The storage that a virtual machine uses (VI API {@code VirtualMachineStorageSummary}).
 *
 * @param committed in bytes
 * @param uncommitted in bytes
 * @param unshared in bytes
 * @param timestamp the timestamp
 */
public record VirtualMachineStorageSummary(
    long committed, long uncommitted, long unshared, Instant timestamp) implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineStorageSummary {
    Objects.requireNonNull(timestamp, "timestamp");
  }
}
