package dev.vireo.vmx;

/** The mark that some editors put before the text of a file. */
final class ByteOrderMark {

  private ByteOrderMark() {}

  /** How many bytes the mark of UTF-8 takes at the start of the file: 0 or 3. */
  static int length(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return marked ? 3 : 0;
  }

  /**
   * Whether the file starts as UTF-16 and UTF-32 do: with their mark, or without one with
   * characters of ASCII, of which each has a byte 0.
   */
  static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return first == 0xfeff || first == 0xfffe || isWideAscii(bytes);
  }

  private static boolean isWideAscii(byte[] bytes) {
    if (bytes.length < 4) {
      return false;
    }
    boolean little = bytes[0] > 0 && bytes[1] == 0 && bytes[3] == 0;
    boolean big = bytes[0] == 0 && bytes[2] == 0 && bytes[3] > 0;
    return little || big;
  }
}
