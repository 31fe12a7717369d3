package dev.vireo.vim.types;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a host does now (VI API {@code HostRuntimeInfo}).
 *
 * @param connectionState the connection state
 * @param powerState the power state
 * @param inMaintenanceMode the in maintenance mode
 * @param bootTime the boot time; null when the server does not say
 */
public record HostRuntimeInfo(
    HostSystemConnectionState connectionState,
    HostSystemPowerState powerState,
    boolean inMaintenanceMode,
    @Nullable Instant bootTime)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostRuntimeInfo {
    Objects.requireNonNull(connectionState, "connectionState");
    Objects.requireNonNull(powerState, "powerState");
  }
}
