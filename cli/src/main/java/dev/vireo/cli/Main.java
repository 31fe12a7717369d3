package dev.vireo.cli;

import dev.vireo.cli.log.LogSink;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;

/** Where the JVM starts. */
public final class Main {
  private Main() {}

  /**
   * Runs one command line and ends the process with its exit code. All input and output happens on
   * this thread: a thread that waits in a system call would hold up the end of the JVM.
   *
   * @param args the words after the name of the program
   */
  public static void main(String[] args) {
    System.exit(run(args, Streams.system(), System.getenv()));
  }

  /**
   * Does all of that but ending the process, so that the training of the start-up cache meets
   * everything that a start needs.
   *
   * @return the exit code
   */
  public static int run(String[] args, Streams streams, Map<String, String> environment) {
    LogSink.showMessages(streams.err(), Level.INFO);
    return Vireo.run(Arrays.asList(args), streams, environment);
  }
}
