package dev.vireo.cli.shell;

import dev.vireo.cli.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that somebody types, with editing, history and completion. */
final class TerminalLines implements Shell.LineSource {
  /** jline asks the terminal what it can do and waits for answers, a quarter of a second long. */
  private static final String[][] QUICK_START = {
    {"org.jline.terminal.probe.timeout", "0"},
    {"org.jline.terminal.drain.timeout", "0"},
    {"org.jline.terminal.graphemeCluster", "false"},
  };

  private static final int FALLBACK_COLUMNS = 80;
  private static final int FALLBACK_ROWS = 24;

  private final Terminal terminal;
  private final LineReader reader;

  private TerminalLines(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  static TerminalLines open(Session session) {
    for (String[] setting : QUICK_START) {
      if (System.getProperty(setting[0]) == null) {
        System.setProperty(setting[0], setting[1]);
      }
    }
    try {
      Terminal terminal = TerminalBuilder.builder().system(true).build();
      if (terminal.getColumns() == 0) {
        // Nobody told the terminal its size, as in a container; jline would show no more than dots.
        terminal.setSize(Size.of(FALLBACK_COLUMNS, FALLBACK_ROWS));
      }
      LineReaderBuilder builder =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("vireo")
              .parser(new CommandLineParser())
              .completer(new ShellCompleter(session))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
              .option(LineReader.Option.AUTO_MENU, false);
      Path history = history(session.environment());
      if (history != null) {
        builder.variable(LineReader.HISTORY_FILE, history);
      }
      return new TerminalLines(terminal, builder.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file for the history, readable for its owner only; null when there is no place for it. */
  private static @Nullable Path history(Map<String, String> environment) {
    String cache = environment.get("XDG_CACHE_HOME");
    String home = environment.get("HOME");
    if (cache == null || cache.isEmpty()) {
      if (home == null || home.isEmpty()) {
        return null;
      }
      cache = home + "/.cache";
    }
    Path directory = Path.of(cache, "vireo");
    Path file = directory.resolve("history");
    try {
      Files.createDirectories(directory);
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return file;
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  @Override
  public @Nullable String next(String prompt) {
    try {
      return reader.readLine(prompt);
    } catch (UserInterruptException e) {
      return ""; // Ctrl-C drops the line
    } catch (EndOfFileException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      reader.getHistory().save();
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
