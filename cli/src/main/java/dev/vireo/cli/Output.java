package dev.vireo.cli;

import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.SyntaxException;
import dev.vireo.cli.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints. Standard output is flushed before anything goes to standard error, so
 * that both stay in order on a terminal.
 *
 * <p>Where JSON is wanted everything that a command prints is collected, and becomes one document
 * when the command ends: see {@link JsonReport}. Nothing is told once the process has been told to
 * end: then everything fails because the connections are closed, and nobody wants to know.
 */
public final class Output {
  private final Streams streams;
  private final boolean quiet;
  private final boolean alwaysJson;
  private @Nullable JsonReport report;

  /**
   * @param quiet whether {@link #extra} prints nothing
   */
  Output(Streams streams, boolean quiet) {
    this(streams, quiet, false);
  }

  /**
   * @param quiet whether {@link #extra} prints nothing
   * @param alwaysJson whether JSON is wanted, whatever a command says
   */
  Output(Streams streams, boolean quiet, boolean alwaysJson) {
    this.streams = streams;
    this.quiet = quiet;
    this.alwaysJson = alwaysJson;
  }

  /**
   * Collects what a command prints, where JSON is wanted, and prints one document afterwards in any
   * case but failure.
   *
   * @param wanted whether the command has asked for JSON
   * @param work what prints
   * @return what the work gives
   */
  <T> T reporting(boolean wanted, Supplier<T> work) {
    return collecting(wanted, true, work);
  }

  /**
   * Collects warnings and failures, where JSON is wanted, and prints them afterwards if there are
   * any.
   *
   * @param wanted whether a command has asked for JSON
   * @param work what warns and fails
   * @return what the work gives
   */
  <T> T noting(boolean wanted, Supplier<T> work) {
    return collecting(wanted, false, work);
  }

  private <T> T collecting(boolean wanted, boolean documented, Supplier<T> work) {
    if ((!wanted && !alwaysJson) || report != null) {
      return work.get();
    }
    JsonReport begun = new JsonReport(streams, documented);
    report = begun;
    try {
      return work.get();
    } finally {
      report = null;
      begun.end();
    }
  }

  /** Hands something to the report of the command, or to one of its own. */
  private void note(Consumer<JsonReport> note) {
    noting(
        true,
        () -> {
          note.accept(Objects.requireNonNull(report));
          return this;
        });
  }

  /** Whether JSON is wanted. */
  public boolean isJson() {
    return alwaysJson || report != null;
  }

  /** Whether {@link #extra} prints nothing. */
  public boolean isQuiet() {
    return quiet || isJson();
  }

  /** Prints data. */
  public void print(String text) {
    if (report != null) {
      report.text(text);
    } else {
      streams.out().print(text);
    }
  }

  /** Prints a table. */
  public void print(TextTable table, boolean withHeadings) {
    print(streams.isTerminalOut() ? table.toTerminal(withHeadings) : table.toString(withHeadings));
  }

  /** Prints data that is no text, or in another encoding. */
  public void bytes(byte[] data) {
    if (report != null) {
      report.bytes(data);
    } else if (streams.isTerminalOut()) {
      streams.out().print(new String(data, StandardCharsets.UTF_8));
    } else {
      streams.out().write(data, 0, data.length);
    }
  }

  /** Prints {@code warning: message} to standard error. */
  public void warning(String message) {
    if (isJson()) {
      note(to -> to.warning(message));
    } else {
      diagnostic("warning: " + message + "\n");
    }
  }

  /** Prints data and ends the line with {@code \n} on every system, as virsh does. */
  public void line(String text) {
    print(text + "\n");
  }

  /** Prints what is for people only: headings, confirmations, blank lines. */
  public void extra(String text) {
    if (report != null) {
      report.text(text); // where there is nothing else, this is what was done
    } else if (!isQuiet()) {
      streams.out().print(text);
    }
  }

  /** Prints a document. */
  void document(JsonWriter document) {
    if (report != null) {
      report.documentPrinted();
    }
    streams.out().print(document + "\n");
  }

  /** Prints a failure after which the command goes on. */
  public void failure(CommandException failure) {
    failure(Failure.of(failure, false));
  }

  /** Prints {@code error: message} to standard error. */
  public void error(String message) {
    failure(Failure.of(List.of(message)));
  }

  /**
   * Prints what is wrong with commands that cannot be read, as JSON where one of their words asks
   * for that.
   *
   * @param words the words, or lines of words
   */
  public void mistake(SyntaxException mistake, List<String> words) {
    boolean json =
        words.stream()
            .flatMap(line -> Stream.of(line.split("[\\s;]+", -1)))
            .anyMatch(("--" + CommandSpec.JSON)::equals);
    noting(
        json,
        () -> {
          failure(Failure.ofUsage(mistake));
          return this;
        });
  }

  /** Prints each line of a failure as {@code error: line} to standard error. */
  void failure(Failure failure) {
    if (Shutdown.isUnderWay()) {
      return;
    }
    if (isJson()) {
      note(to -> to.failure(failure));
      return;
    }
    for (String line : failure.lines()) {
      diagnostic("error: " + line + "\n");
    }
    for (String hint : failure.hints()) {
      diagnostic("hint: " + hint + "\n");
    }
  }

  /** Notes how long a command took. */
  void time(long nanos) {
    if (report != null) {
      report.time(nanos);
    } else {
      print("\n(Time: " + CommandRunner.milliseconds(nanos) + " ms)\n\n");
    }
  }

  /** Prints to standard error as it is. */
  public void diagnostic(String text) {
    streams.out().flush();
    streams.err().print(text);
    streams.err().flush();
  }

  /** Makes sure that all of standard output is out. */
  public void flush() {
    streams.out().flush();
  }
}
