package dev.vireo.cli.credentials;

import dev.vireo.cli.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A way to ask the user something. */
public interface Prompt {

  /** The answer without its line end; null when there is none to come. */
  @Nullable String line(String question);

  /** An answer that is not shown while it is typed; the caller clears it. */
  char @Nullable [] secret(String question);

  /**
   * The best way there is: the terminal of the process, even when its streams are redirected; else
   * the streams.
   */
  static Prompt of(Streams streams) {
    Prompt terminal = onTerminal(streams);
    return terminal == null ? new StreamPrompt(streams) : terminal;
  }

  /**
   * The terminal of the process, even when its streams are redirected; null where there is none, so
   * that nobody would see the question.
   */
  static @Nullable Prompt onTerminal(Streams streams) {
    Streams beside = streams.terminal();
    if (beside != null) {
      return new StreamPrompt(beside);
    }
    Path terminal = Path.of("/dev/tty");
    return streams.isSystem() && Files.isReadable(terminal) && Files.isWritable(terminal)
        ? TerminalPrompt.open(terminal)
        : null;
  }

  /** Shows a text, which ends its last line. */
  void show(String text);
}
