package dev.vireo.vim.file;

/**
 * A part of a file.
 *
 * @param offset index of its first byte, 0 or more
 * @param length how many bytes, 1 or more; {@link #TO_THE_END} for all that follow. What is behind
 *     the end of the file is left out
 */
public record ByteRange(long offset, long length) {

  /** A length that the end of the file gives. */
  public static final long TO_THE_END = -1;

  /** The whole file. */
  public static final ByteRange ALL = from(0);

  /** Checks the ranges. */
  public ByteRange {
    boolean some = length > 0 && offset <= Long.MAX_VALUE - length;
    if (offset < 0 || !(some || length == TO_THE_END)) {
      throw new IllegalArgumentException("Not a part of a file: " + length + " from " + offset);
    }
  }

  /** All from an offset on; nothing where the file ends there. */
  public static ByteRange from(long offset) {
    return new ByteRange(offset, TO_THE_END);
  }
}
