package dev.vireo.nest.internal;

/**
 * How much of what others made may be in memory. Bounds follow the heap, so that a document which
 * is too large is said in one sentence, on small heaps too, and does not end the program.
 */
public final class HeapShare {
  // The text of a document takes its size twice, its tree some thirty times.
  private static final int PART = 64;

  private HeapShare() {}

  /**
   * The bound for one thing.
   *
   * @param most the bound where the heap is large, in bytes
   * @return bytes, at most that and no more than a small part of the heap
   */
  public static int bytes(int most) {
    return (int) Math.min(most, Runtime.getRuntime().maxMemory() / PART);
  }

  /** A number of bytes for a message: {@code 4 MiB} or {@code 300 KiB}. */
  public static String text(int bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
  }
}
