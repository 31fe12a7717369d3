package dev.vireo.cli;

import dev.vireo.cli.log.LogSink;
import dev.vireo.cli.terminal.VisibleStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;

/** Sends the log of the library where the user wants it. Only loaded when the user asked for it. */
final class LogOutput {
  /** By the number after {@code -d}. */
  private static final Level[] LEVELS = {
    Level.ALL, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR
  };

  private LogOutput() {}

  /**
   * Writes the log to a file or to standard error.
   *
   * @throws UsageException when the file cannot be written
   */
  static void open(GlobalOptions options, Streams streams) {
    String file = options.logFile();
    Level level = options.debug() ? LEVELS[options.debugLevel()] : Level.INFO;
    LogSink.showRecords(file == null ? streams.err() : appendingTo(file), level);
  }

  /** Stays open to the end of the process: each record is written at once. */
  private static PrintStream appendingTo(String file) {
    try {
      return VisibleStream.forMessages(new FileOutputStream(file, true));
    } catch (IOException e) {
      throw new UsageException("failed to open the log file. check the log file path");
    }
  }
}
