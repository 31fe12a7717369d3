package dev.vireo.cli.log;

/** Makes the loggers of this process; the JVM finds it as a service. */
public final class CommandLoggers extends System.LoggerFinder {

  /** For the JVM. */
  public CommandLoggers() {}

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new SinkLogger(name);
  }
}
