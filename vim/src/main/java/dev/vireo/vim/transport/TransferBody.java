package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a {@link TransferRequest} sends, written as it goes out. */
public interface TransferBody {

  /** The length of a body that nobody knows before its end; it goes in chunks. */
  long UNKNOWN = -1;

  /** Opens a source; each time from its beginning. */
  @FunctionalInterface
  interface Source {

    /** The bytes; closed by who opens it. */
    InputStream open() throws IOException;
  }

  /** Its length in bytes, 0 or more, or {@link #UNKNOWN}. */
  long length();

  /**
   * Whether it can be written, for the first time or again. Only then is a request sent once more
   * when its connection broke, or its session had ended.
   */
  boolean isRepeatable();

  /**
   * Whether there is one chance only to write it, so that it is worth asking the server first
   * whether it will have it.
   */
  default boolean isOnce() {
    return false;
  }

  /**
   * Writes the whole body.
   *
   * @param out takes the bytes, and throws a {@link dev.vireo.vim.VimException} or an unchecked
   *     exception of its own when the way is broken, which is to be let through. Need not be closed
   * @throws IOException when the bytes cannot be read where they come from
   */
  void writeTo(OutputStream out) throws IOException;

  /** Nothing. */
  static TransferBody none() {
    return of(new byte[0]);
  }

  /**
   * Bytes in memory.
   *
   * @param bytes not copied
   */
  static TransferBody of(byte[] bytes) {
    return new StreamBody.Bytes(bytes);
  }

  /**
   * A file, which is opened for each attempt. It must not change meanwhile.
   *
   * @throws IOException when its length cannot be read
   */
  static TransferBody of(Path file) throws IOException {
    return of(() -> Files.newInputStream(file), Files.size(file));
  }

  /**
   * What can be opened again.
   *
   * @param length its length in bytes, or {@link #UNKNOWN}
   */
  static TransferBody of(Source source, long length) {
    return new StreamBody(source, length, new AtomicBoolean(), true);
  }

  /**
   * What can be read once: a request is not repeated when some of it has been read.
   *
   * @param stream the bytes; not closed here
   * @param length its length in bytes, or {@link #UNKNOWN}
   */
  static TransferBody once(InputStream stream, long length) {
    return new StreamBody(
        () -> new StreamBody.LeftOpen(stream), length, new AtomicBoolean(), false);
  }
}
