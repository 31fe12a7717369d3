package dev.vireo.simulator.internal.files;

import java.time.Instant;
import java.util.function.Supplier;

/** What a simulated file holds. */
public sealed interface FileContent {

  /** The bytes; not to be changed. */
  byte[] bytes();

  /** When the file was last written. */
  Instant modified();

  /**
   * Text that is made when somebody reads it, so that ten thousand VMX files cost nothing.
   *
   * @param source makes the bytes
   * @param modified time of the last change
   */
  record Generated(Supplier<byte[]> source, Instant modified) implements FileContent {
    @Override
    public byte[] bytes() {
      return source.get();
    }
  }

  /**
   * Bytes that a client has uploaded.
   *
   * @param bytes the content; not copied
   * @param modified time of the upload
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Stored(byte[] bytes, Instant modified) implements FileContent {}
}
