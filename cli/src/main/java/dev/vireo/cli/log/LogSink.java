package dev.vireo.cli.log;

import dev.vireo.cli.terminal.VisibleStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the log of this process goes. There is one at a time, as there is one set of loggers.
 *
 * <p>Only the loggers of Vireo are shown below {@link Level#WARNING}: the JVM's own HTTP client
 * logs the headers of requests, and with them the session and the credentials for a proxy.
 */
public final class LogSink {
  private static final String OWN = "dev.vireo.";
  private static final String TIME = "uuuu-MM-dd HH:mm:ss.SSS";

  private static volatile @Nullable LogSink current;

  private final Consumer<String> out;
  private final Level lowest;
  private final @Nullable DateTimeFormatter time;

  private LogSink(Consumer<String> out, Level lowest, @Nullable DateTimeFormatter time) {
    this.out = out;
    this.lowest = lowest;
    this.time = time;
  }

  /**
   * From now on shows {@code LEVEL: message}.
   *
   * @param out where; not closed
   * @param lowest what is less severe is dropped
   */
  public static void showMessages(PrintStream out, Level lowest) {
    current = new LogSink(to(out), lowest, null);
  }

  /**
   * From now on shows {@code TIME LEVEL LOGGER: message}, with the local time.
   *
   * @param out where; not closed
   * @param lowest what is less severe is dropped
   */
  public static void showRecords(PrintStream out, Level lowest) {
    current = new LogSink(to(out), lowest, DateTimeFormatter.ofPattern(TIME));
  }

  /**
   * Gives messages to somebody else until that is closed. Records, which the user has asked for, go
   * where they go.
   *
   * @param taker takes the text of each message
   */
  public static Diversion divertMessages(Consumer<String> taker) {
    LogSink before = current;
    if (before != null && before.time != null) {
      return () -> {};
    }
    Level lowest = before == null ? Level.INFO : before.lowest;
    current = new LogSink(text -> taker.accept(text.strip()), lowest, null);
    return () -> current = before;
  }

  /** What ends when it is closed. */
  public interface Diversion extends AutoCloseable {
    @Override
    void close();
  }

  private static Consumer<String> to(PrintStream out) {
    return text -> {
      out.print(text);
      out.flush();
    };
  }

  /** The one of this process; messages on standard error when nobody has said anything. */
  static LogSink current() {
    LogSink sink = current;
    return sink == null
        ? new LogSink(to(VisibleStream.forMessages(System.err)), Level.INFO, null)
        : sink;
  }

  boolean shows(String logger, Level level) {
    return level != Level.OFF
        && level.compareTo(lowest) >= 0
        && (level.compareTo(Level.WARNING) >= 0 || logger.startsWith(OWN));
  }

  /** Writes all that belongs together at once, so that threads and processes do not mix it up. */
  void write(String logger, Level level, String message, @Nullable Throwable thrown) {
    StringBuilder text = new StringBuilder(message.length() + 80);
    if (time != null) {
      text.append(time.format(LocalDateTime.now(ZoneId.systemDefault()))).append(' ');
    }
    text.append(level);
    if (time != null) {
      text.append(' ').append(logger);
    }
    text.append(": ").append(message).append(System.lineSeparator());
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
    out.accept(text.toString());
  }
}
