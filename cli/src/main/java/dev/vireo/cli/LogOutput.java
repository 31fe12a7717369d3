package dev.vireo.cli;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Sends the log of the library where the user wants it. Only loaded when the user asked for it. */
final class LogOutput {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
  private static final String ONE_LINE = "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";
  private static final Level[] LEVELS = {
    Level.ALL, Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE
  };

  private LogOutput() {}

  /**
   * Writes the log to a file or to standard error.
   *
   * @throws UsageException when the file cannot be written
   */
  static void open(GlobalOptions options, Streams streams) {
    Handler handler;
    String file = options.logFile();
    if (file != null) {
      try {
        handler = new FileHandler(file.replace("%", "%%"), true);
      } catch (IOException e) {
        throw new UsageException("failed to open the log file. check the log file path");
      }
    } else {
      handler = new Flushing(streams);
    }
    Level level = options.debug() ? LEVELS[options.debugLevel()] : Level.INFO;
    System.setProperty(FORMAT, ONE_LINE);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(level);
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(level);
  }

  /** Shows each line at once, where the commands print their errors. */
  private static final class Flushing extends StreamHandler {
    Flushing(Streams streams) {
      super(streams.err(), new SimpleFormatter());
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      super.publish(entry);
      flush();
    }
  }
}
