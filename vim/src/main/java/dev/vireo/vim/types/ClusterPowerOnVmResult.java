package dev.vireo.vim.types;

import java.util.List;

/**
 * Result of switching several machines on (VI API {@code ClusterPowerOnVmResult}).
 *
 * @param attempted the machines that are being switched on
 */
public record ClusterPowerOnVmResult(List<ClusterAttemptedVmInfo> attempted) implements DataObject {

  /** Copies the list. */
  public ClusterPowerOnVmResult {
    attempted = List.copyOf(attempted);
  }
}
