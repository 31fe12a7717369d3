package dev.vireo.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers why it could not be written to, which a {@link java.io.PrintStream} forgets. */
final class CheckedOutput extends OutputStream {
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private final OutputStream target;
  private @Nullable IOException failure;

  /**
   * @param target where to write
   */
  CheckedOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  /**
   * Why something that was to be read is lost; null when nothing is. A reader that has gone, as
   * {@code head} does, wants no more.
   */
  @Nullable String lost() {
    if (failure == null) {
      return null;
    }
    String reason = Failures.text(failure);
    return reason.toLowerCase(Locale.ROOT).contains("pipe") || leadsToAReader() ? null : reason;
  }

  /** The text of the system's error may be in any language. */
  private static boolean leadsToAReader() {
    try {
      String link = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
      return link.startsWith("pipe:") || link.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
