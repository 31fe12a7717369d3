package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether the start of machines waits for heartbeats (VI API {@code
 * AutoStartWaitHeartbeatSetting}).
 *
 * @param value the value on the wire
 */
public record AutoStartWaitHeartbeatSetting(String value) implements WireEnum {

  /** It waits. */
  public static final AutoStartWaitHeartbeatSetting YES = new AutoStartWaitHeartbeatSetting("yes");

  /** It does not wait. */
  public static final AutoStartWaitHeartbeatSetting NO = new AutoStartWaitHeartbeatSetting("no");

  /** The host's default applies. */
  public static final AutoStartWaitHeartbeatSetting SYSTEM_DEFAULT =
      new AutoStartWaitHeartbeatSetting("systemDefault");

  /** Checks that there is a value. */
  public AutoStartWaitHeartbeatSetting {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}
