package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual machine does now (VI API {@code VirtualMachineRuntimeInfo}).
 *
 * @param host the host that the machine is on; null when the server does not say
 * @param connectionState the connection state
 * @param powerState the power state
 * @param toolsInstallerMounted the tools installer mounted
 * @param suspendTime the suspend time; null when the server does not say
 * @param bootTime the boot time; null when the server does not say
 * @param suspendInterval total time in suspension, in milliseconds; null when the server does not
 *     say
 * @param question the question that blocks the machine; null for none
 * @param memoryOverhead in bytes; null when the server does not say
 * @param maxCpuUsage in MHz; null when the server does not say
 * @param maxMemoryUsage in MiB; null when the server does not say
 * @param numMksConnections open consoles
 * @param cleanPowerOff the clean power off; null when the server does not say
 */
public record VirtualMachineRuntimeInfo(
    @Nullable ManagedObjectReference host,
    VirtualMachineConnectionState connectionState,
    VirtualMachinePowerState powerState,
    boolean toolsInstallerMounted,
    @Nullable Instant suspendTime,
    @Nullable Instant bootTime,
    @Nullable Long suspendInterval,
    @Nullable VirtualMachineQuestionInfo question,
    @Nullable Long memoryOverhead,
    @Nullable Integer maxCpuUsage,
    @Nullable Integer maxMemoryUsage,
    int numMksConnections,
    @Nullable Boolean cleanPowerOff)
    implements DataObject {

  /** Checks that the required components are there. */
  public VirtualMachineRuntimeInfo {
    Objects.requireNonNull(connectionState, "connectionState");
    Objects.requireNonNull(powerState, "powerState");
  }
}
