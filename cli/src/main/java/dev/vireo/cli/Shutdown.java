package dev.vireo.cli;

/**
 * Tells whether the process has been told to end, by Ctrl-C for example. While the connections log
 * out, a command that is still at work fails for no other reason.
 */
final class Shutdown {
  private static final Thread NEVER_STARTED = new Thread(() -> {});

  private Shutdown() {}

  /** Whether the JVM is about to end; it does not say so, but refuses changes of its hooks then. */
  static boolean isUnderWay() {
    try {
      Runtime.getRuntime().removeShutdownHook(NEVER_STARTED);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
