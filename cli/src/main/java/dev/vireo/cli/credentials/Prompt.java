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
    Path terminal = Path.of("/dev/tty");
    if (streams.isSystem() && Files.isReadable(terminal) && Files.isWritable(terminal)) {
      TerminalPrompt prompt = TerminalPrompt.open(terminal);
      if (prompt != null) {
        return prompt;
      }
    }
    return new StreamPrompt(streams);
  }
}
