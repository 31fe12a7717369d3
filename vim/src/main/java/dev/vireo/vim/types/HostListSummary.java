package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a host that lists show (VI API {@code HostListSummary}).
 *
 * @param host the host; null when the server does not say
 * @param hardware the hardware; null when the server does not say
 * @param runtime the runtime; null when the server does not say
 * @param config the config
 * @param quickStats the quick stats
 * @param overallStatus the overall status
 * @param rebootRequired the reboot required
 * @param managementServerIp address of the vCenter that manages the host; null for none
 */
public record HostListSummary(
    @Nullable ManagedObjectReference host,
    @Nullable HostHardwareSummary hardware,
    @Nullable HostRuntimeInfo runtime,
    HostConfigSummary config,
    HostListSummaryQuickStats quickStats,
    ManagedEntityStatus overallStatus,
    boolean rebootRequired,
    @Nullable String managementServerIp)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostListSummary {
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(quickStats, "quickStats");
    Objects.requireNonNull(overallStatus, "overallStatus");
  }
}
