package dev.vireo.cli;

/** The version of Vireo. */
public final class Version {
  /** Major, minor and micro number; the same as in the build. */
  public static final String CURRENT = "0.1.0";

  private Version() {}

  /** What {@code -V} prints. */
  static String longText() {
    return "Vireo command line tool "
        + CURRENT
        + "\n\nCompiled with support for:\n"
        + " Hypervisors: ESX GSX vCenter Test\n"
        + " Running on: Java "
        + System.getProperty("java.version")
        + " ("
        + System.getProperty("java.vm.name")
        + ")\n";
  }
}
