package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a virtual machine (VI API {@code VirtualMachineQuickStats}).
 *
 * @param overallCpuUsage in MHz; null when the server does not say
 * @param guestMemoryUsage in MiB; null when the server does not say
 * @param hostMemoryUsage in MiB; null when the server does not say
 * @param guestHeartbeatStatus the guest heartbeat status
 * @param uptimeSeconds the uptime seconds; null when the server does not say
 */
public record VirtualMachineQuickStats(
    @Nullable Integer overallCpuUsage,
    @Nullable Integer guestMemoryUsage,
    @Nullable Integer hostMemoryUsage,
    ManagedEntityStatus guestHeartbeatStatus,
    @Nullable Integer uptimeSeconds)
    implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineQuickStats {
    Objects.requireNonNull(guestHeartbeatStatus, "guestHeartbeatStatus");
  }
}
