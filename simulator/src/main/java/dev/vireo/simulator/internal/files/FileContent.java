package dev.vireo.simulator.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a simulated file holds. It is read as a stream: it may be larger than the heap. What is here
 * never changes; a file that is written again gets another content.
 */
public sealed interface FileContent
    permits FileContent.Generated, FileContent.Stored, FileContent.Zeros, Spooled {

  /** Its length in bytes. */
  long size();

  /** When the file was last written. */
  Instant modified();

  /**
   * Opens the bytes from an offset to the end, to be closed.
   *
   * @param offset 0 to {@link #size()}
   * @throws IOException when they are gone: the file was deleted, or the host is switched off
   */
  InputStream open(long offset) throws IOException;

  /** What it takes of the space for what clients upload, in bytes. */
  default long space() {
    return 0;
  }

  /** The content as it is now: text that is made when it is read is made. */
  default FileContent fixed() {
    return this;
  }

  /**
   * No file holds it any more. Who reads it goes on; others cannot open it again. To be called
   * once.
   */
  default void discard() {}

  /**
   * The first bytes, for who wants text of what may be anything.
   *
   * @param most how many at most
   * @return all of them when there are fewer; none of a file that is gone
   */
  default byte[] head(int most) {
    try (InputStream in = open(0)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * Text that is made when somebody reads it, so that ten thousand VMX files cost nothing.
   *
   * @param source makes the bytes
   * @param modified time of the last change
   */
  record Generated(Supplier<byte[]> source, Instant modified) implements FileContent {

    @Override
    public long size() {
      return source.get().length;
    }

    @Override
    public InputStream open(long offset) throws IOException {
      return fixed().open(offset);
    }

    @Override
    public Stored fixed() {
      return new Stored(source.get(), modified);
    }
  }

  /**
   * Bytes of the host's own, or of a test.
   *
   * @param bytes the content; not copied
   * @param modified time of the last change
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Stored(byte[] bytes, Instant modified) implements FileContent {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open(long offset) {
      int start = (int) Objects.checkIndex(offset, bytes.length + 1L);
      return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }

    @Override
    public long space() {
      return bytes.length;
    }
  }

  /**
   * Zeros, as many as one likes, which take no space: the data of a disk that nobody has written.
   *
   * @param size how many
   * @param modified time of the last change
   */
  record Zeros(long size, Instant modified) implements FileContent {

    /** Checks the size. */
    public Zeros {
      if (size < 0) {
        throw new IllegalArgumentException("A size cannot be negative: " + size);
      }
    }

    @Override
    public InputStream open(long offset) {
      return new ZerosInput(size - Objects.checkIndex(offset, size + 1));
    }
  }
}
