package dev.vireo.cli.credentials;

import dev.vireo.cli.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks on standard error and reads lines from standard input, so that standard output holds nothing
 * but data. Reads byte by byte: what comes after the answer belongs to somebody else.
 */
final class StreamPrompt implements Prompt {
  private final InputStream in;
  private final PrintStream err;

  StreamPrompt(Streams streams) {
    this(streams.in(), streams.err());
  }

  StreamPrompt(InputStream in, PrintStream err) {
    this.in = in;
    this.err = err;
  }

  @Override
  public void show(String text) {
    err.print(text);
    err.flush();
  }

  @Override
  public @Nullable String line(String question) {
    char[] answer = secret(question);
    return answer == null ? null : new String(answer);
  }

  @Override
  public char @Nullable [] secret(String question) {
    err.print(question);
    err.flush();
    byte[] bytes = new byte[64];
    int length = 0;
    try {
      int next = in.read();
      if (next < 0) {
        err.print('\n'); // what comes next begins a line of its own
        err.flush();
        return null;
      }
      while (next >= 0 && next != '\n') {
        if (length == bytes.length) {
          byte[] larger = Arrays.copyOf(bytes, 2 * length);
          Arrays.fill(bytes, (byte) 0);
          bytes = larger;
        }
        bytes[length++] = (byte) next;
        next = in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    return decode(bytes, length);
  }

  private static char[] decode(byte[] bytes, int length) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
    char[] answer = new char[decoded.remaining()];
    decoded.get(answer);
    Arrays.fill(decoded.array(), '\0');
    Arrays.fill(bytes, (byte) 0);
    return answer;
  }
}
