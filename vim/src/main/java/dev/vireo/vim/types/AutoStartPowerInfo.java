package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Automatic start of one machine (VI API {@code AutoStartPowerInfo}).
 *
 * @param key the machine
 * @param startOrder the start order
 * @param startDelay in seconds; -1 for the default
 * @param waitForHeartbeat the wait for heartbeat
 * @param startAction {@code powerOn} or {@code none}
 * @param stopDelay in seconds; -1 for the default
 * @param stopAction the stop action
 */
public record AutoStartPowerInfo(
    ManagedObjectReference key,
    int startOrder,
    int startDelay,
    AutoStartWaitHeartbeatSetting waitForHeartbeat,
    String startAction,
    int stopDelay,
    String stopAction)
    implements DataObject {

  /** Checks that the required components are there. */
  public AutoStartPowerInfo {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(waitForHeartbeat, "waitForHeartbeat");
    Objects.requireNonNull(startAction, "startAction");
    Objects.requireNonNull(stopAction, "stopAction");
  }
}
