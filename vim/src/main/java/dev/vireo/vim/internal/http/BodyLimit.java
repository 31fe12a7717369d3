package dev.vireo.vim.internal.http;

/**
 * The largest body that is taken into memory.
 *
 * @param bytes its length
 * @param origin where that comes from, for messages; empty for the caller's own limit
 */
public record BodyLimit(long bytes, String origin) {

  /** While a body grows it is there twice, and what is made of it comes on top. */
  private static final int SHARE_OF_THE_HEAP = 4;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /**
   * The lesser of what the caller allows and a quarter of the heap.
   *
   * @param wanted the caller's limit, positive
   * @param heap the most memory that the JVM uses, in bytes
   */
  public static BodyLimit of(long wanted, long heap) {
    long share = Math.min(heap / SHARE_OF_THE_HEAP, LARGEST_ARRAY);
    return wanted <= share
        ? new BodyLimit(wanted, "")
        : new BodyLimit(share, ", a quarter of the memory that Java may use (option -Xmx)");
  }

  TooLargeException exceeded() {
    return new TooLargeException("the answer is larger than " + bytes + " bytes" + origin);
  }
}
