package dev.vireo.cli;

import java.util.Arrays;

/** Where the JVM starts. */
public final class Main {
  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

  private Main() {}

  /**
   * Runs one command line and ends the process with its exit code. All input and output happens on
   * this thread: a thread that waits in a system call would hold up the end of the JVM.
   *
   * @param args the words after the name of the program
   */
  public static void main(String[] args) {
    // Warnings of the library become one line each, where the user has not said otherwise.
    if (System.getProperty(LOG_FORMAT) == null) {
      System.setProperty(LOG_FORMAT, "%4$s: %5$s%6$s%n");
    }
    NoTlsDefaults.install();
    int exitCode = Vireo.run(Arrays.asList(args), Streams.system(), System.getenv());
    System.exit(exitCode);
  }
}
