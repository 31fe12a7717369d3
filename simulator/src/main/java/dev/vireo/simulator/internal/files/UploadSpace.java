package dev.vireo.simulator.internal.files;

import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * The space for what clients upload, on all datastores of a host. It lies in a temporary file,
 * which goes with the host. Thread-safe.
 */
public final class UploadSpace implements AutoCloseable {

  private final long size;
  private final Spool spool = new Spool();
  private long used;
  private long reserved;

  /**
   * @param size how much there is, in bytes
   */
  public UploadSpace(long size) {
    this.size = size;
  }

  /** The space that is neither used nor reserved. */
  public synchronized long free() {
    return Math.max(0, size - used - reserved);
  }

  /** Keeps space for a file that is on its way; false when there is too little. */
  public synchronized boolean reserve(long bytes) {
    if (bytes > free()) {
      return false;
    }
    reserved += bytes;
    return true;
  }

  /** Gives such space back, before or after the file has been stored. */
  public synchronized void release(long bytes) {
    reserved -= bytes;
  }

  /** Takes space, or gives some back when negative; false when there is too little. */
  synchronized boolean use(long bytes) {
    if (bytes > 0 && bytes > size - used) {
      return false;
    }
    used += bytes;
    return true;
  }

  /** Takes space whether there is any or not. */
  synchronized void useAnyway(long bytes) {
    used += bytes;
  }

  /** Begins to take a file in. Nothing is counted until it is in use. */
  public Upload upload() {
    return new Upload(spool);
  }

  /** Ends it: what was uploaded is gone. */
  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      System.getLogger(UploadSpace.class.getName())
          .log(Level.WARNING, () -> "A temporary file is left: " + e.getMessage());
    }
  }
}
