package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a virtual machine that lists show (VI API {@code VirtualMachineSummary}).
 *
 * @param vm the machine; null when the server does not say
 * @param runtime the runtime
 * @param guest the guest; null when the server does not say
 * @param config the config
 * @param storage the storage; null when the server does not say
 * @param quickStats the quick stats
 * @param overallStatus the overall status
 */
public record VirtualMachineSummary(
    @Nullable ManagedObjectReference vm,
    VirtualMachineRuntimeInfo runtime,
    @Nullable VirtualMachineGuestSummary guest,
    VirtualMachineConfigSummary config,
    @Nullable VirtualMachineStorageSummary storage,
    VirtualMachineQuickStats quickStats,
    ManagedEntityStatus overallStatus)
    implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineSummary {
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(quickStats, "quickStats");
    Objects.requireNonNull(overallStatus, "overallStatus");
  }
}
