package dev.vireo.cli;

import dev.vireo.ConnectOptions;

/** The requests that went to the host, for {@code --trace}. */
final class Trace {
  private boolean enabled;

  Trace(boolean enabled) {
    this.enabled = enabled;
  }

  void enable() {
    enabled = true;
  }

  ConnectOptions listenTo(ConnectOptions options) {
    return options;
  }

  String take(String command, long nanos) {
    return enabled ? command + " " + CommandRunner.milliseconds(nanos) + " ms\n" : "";
  }
}
