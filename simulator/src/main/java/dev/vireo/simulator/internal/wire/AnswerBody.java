package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.files.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The body of an answer. It is opened when it is sent, each time from its beginning. */
public sealed interface AnswerBody {

  /** Its length in bytes. */
  long size();

  /** Opens it, to be closed. It may give more than its size, which is not for the client. */
  InputStream open() throws IOException;

  /** The first bytes of it alone; all where there are no more. */
  AnswerBody first(long count);

  /**
   * Bytes in memory.
   *
   * @param bytes not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Bytes(byte[] bytes) implements AnswerBody {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Bytes first(long count) {
      return count >= bytes.length ? this : new Bytes(Arrays.copyOf(bytes, (int) count));
    }
  }

  /**
   * A part of a file.
   *
   * @param content what the file held when the request came
   * @param offset index of the first byte
   * @param size how many bytes
   */
  record Part(FileContent content, long offset, long size) implements AnswerBody {

    @Override
    public InputStream open() throws IOException {
      return content.open(offset);
    }

    @Override
    public Part first(long count) {
      return new Part(content, offset, Math.min(count, size));
    }
  }
}
