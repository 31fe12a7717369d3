package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Whether the server can reach a host (VI API {@code HostSystemConnectionState}).
 *
 * @param value the value on the wire
 */
public record HostSystemConnectionState(String value) implements WireEnum {

  /** It answers. */
  public static final HostSystemConnectionState CONNECTED =
      new HostSystemConnectionState("connected");

  /** It does not answer. */
  public static final HostSystemConnectionState NOT_RESPONDING =
      new HostSystemConnectionState("notResponding");

  /** It was disconnected. */
  public static final HostSystemConnectionState DISCONNECTED =
      new HostSystemConnectionState("disconnected");

  /** Checks that there is a value. */
  public HostSystemConnectionState {
    Objects.requireNonNull(value, "value");
  }

  /** The value on the wire. */
  @Override
  public String toString() {
    return value;
  }
}
