package dev.vireo.simulator.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where uploaded files lie: one temporary file for a host, in blocks, so that neither the heap nor
 * the number of open files bounds what can be uploaded. It is made when the first block is wanted.
 * Where the system lets an open file be deleted it has no name from then on, so that nothing is
 * left of it however the process ends; elsewhere it goes with the host or the JVM. Thread-safe.
 *
 * <p>It is no channel of {@code java.nio}: an interrupt of one reader would close that for all.
 */
final class Spool implements Closeable {

  /** Bytes of a block. */
  static final int BLOCK = 64 * 1024;

  private final BitSet used = new BitSet();
  private @Nullable RandomAccessFile file;
  private @Nullable Path name;
  private boolean closed;

  /** Takes a block that nobody uses. */
  synchronized int take() throws IOException {
    file();
    int block = used.nextClearBit(0);
    used.set(block);
    return block;
  }

  /** Gives blocks back. What is free at the end of the file is given back to the system. */
  synchronized void free(int[] blocks, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      used.clear(blocks[i]);
    }
    if (file != null) {
      long end = (long) used.length() * BLOCK;
      if (file.length() > end) {
        file.setLength(end);
      }
    }
  }

  /** Writes within a block. */
  synchronized void write(int block, int at, byte[] bytes, int offset, int length)
      throws IOException {
    RandomAccessFile open = file();
    open.seek((long) block * BLOCK + at);
    open.write(bytes, offset, length);
  }

  /** Reads within a block what has been written there. */
  synchronized void read(int block, int at, byte[] bytes, int offset, int length)
      throws IOException {
    RandomAccessFile open = file();
    open.seek((long) block * BLOCK + at);
    open.readFully(bytes, offset, length);
  }

  private RandomAccessFile file() throws IOException {
    if (closed) {
      throw new IOException("The simulated host is switched off.");
    }
    if (file == null) {
      Path path = Files.createTempFile("vireo-simulator-", ".tmp");
      file = new RandomAccessFile(path.toFile(), "rw");
      name = deleted(path) ? null : path;
    }
    return file;
  }

  private static boolean deleted(Path path) {
    try {
      Files.delete(path);
      return true;
    } catch (IOException e) { // Windows keeps the names of open files
      path.toFile().deleteOnExit();
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try {
      if (file != null) {
        file.close();
      }
      if (name != null) {
        Files.deleteIfExists(name);
      }
    } finally {
      file = null;
      name = null;
    }
  }
}
