package dev.vireo.cli.shell;

import dev.vireo.cli.Output;
import dev.vireo.cli.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines from a pipe or a file. Prompt and line are printed as virsh prints them, so that the output
 * reads like a protocol. Reads no further than the line: the rest may be for somebody else, such as
 * a question for a password.
 */
final class StreamLines implements Shell.LineSource {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final InputStream in;
  private final Output output;
  private boolean first = true;

  StreamLines(Session session) {
    this.in = session.streams().in();
    this.output = session.output();
  }

  @Override
  public @Nullable String next(String prompt) {
    output.print(prompt);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = withoutWindowsMarks(line.toString(StandardCharsets.UTF_8));
    output.line(text);
    return text;
  }

  /** What editors on Windows put around a line belongs to no command. */
  private String withoutWindowsMarks(String line) {
    int start = first && line.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    first = false;
    return line.substring(start, line.length() - (line.endsWith("\r") ? 1 : 0));
  }

  @Override
  public void close() {
    output.flush();
  }
}
