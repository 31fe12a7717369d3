package dev.vireo.simulator.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file (RFC 9110, 14.1.2).
 *
 * @param first index of the first byte
 * @param last index of the last byte
 */
record RequestedRange(long first, long last) {

  /**
   * Reads a single range such as {@code 0-99}, {@code 100-} or {@code -20}.
   *
   * @param size size of the file
   * @return the range, or null when the file has no such part or the text is no single range
   */
  static @Nullable RequestedRange parse(String text, long size) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return null;
    }
    long from = number(text.substring(0, dash));
    long to = number(text.substring(dash + 1));
    if (from == ABSENT) {
      return to == ABSENT || to <= 0 || size == 0
          ? null
          : new RequestedRange(Math.max(0, size - to), size - 1);
    }
    if (from < 0 || to == MALFORMED || from >= size || (to != ABSENT && to < from)) {
      return null;
    }
    return new RequestedRange(from, to == ABSENT ? size - 1 : Math.min(to, size - 1));
  }

  private static final long ABSENT = -1;
  private static final long MALFORMED = -2;

  private static long number(String digits) {
    String text = digits.strip();
    if (text.isEmpty()) {
      return ABSENT;
    }
    boolean plain = text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Long.parseLong(text) : MALFORMED;
  }

  /** How many bytes it has. */
  long size() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
