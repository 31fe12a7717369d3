package dev.vireo.vmx;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Characters that end in the byte of '|'. VMware escapes the bytes of a value and not its
 * characters, and so writes {@code 7C} behind each such character of Shift_JIS, GBK or Big5:
 * &#x30dd; is 83 7C 37 43. Source: open-vm-tools, lib/dict/dictll.c.
 */
final class TrailingBars {
  private static final byte BAR = '|';
  private static final String DIGITS = "7C";

  private TrailingBars() {}

  /** Whether a charset has such characters. */
  static boolean canBeIn(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)
        || !charset.canEncode()
        || charset.newEncoder().maxBytesPerChar() < 2) {
      return false;
    }
    for (int lead = 0x81; lead < 0xff; lead++) {
      String pair = new String(new byte[] {(byte) lead, BAR}, charset);
      if (pair.length() == 1 && pair.charAt(0) != '\ufffd') {
        return true;
      }
    }
    return false;
  }

  /** The value without what was added behind such characters. */
  static String unescape(String value, Charset charset) {
    int at = find(value, 0);
    if (at < 0) {
      return value;
    }
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder plain = new StringBuilder(value.length());
    int copied = 0;
    while (at >= 0) {
      if (endsInBar(value.charAt(at - 1), encoder)) {
        plain.append(value, copied, at);
        copied = at + DIGITS.length();
      }
      at = find(value, at + 1);
    }
    return plain.append(value, copied, value.length()).toString();
  }

  /**
   * Where the digits are behind a character that is not ASCII, from an offset on; -1 if nowhere.
   */
  private static int find(String value, int from) {
    for (int at = Math.max(from, 1); at + 1 < value.length(); at++) {
      if (value.charAt(at) == '7'
          && (value.charAt(at + 1) | 0x20) == 'c'
          && value.charAt(at - 1) >= 0x80) {
        return at;
      }
    }
    return -1;
  }

  /** The value with what VMware adds behind such characters. */
  static String escape(String value, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      escaped.append(c);
      if (c >= 0x80 && endsInBar(c, encoder)) {
        escaped.append(DIGITS);
      }
    }
    return escaped.toString();
  }

  private static boolean endsInBar(char c, CharsetEncoder encoder) {
    if (Character.isSurrogate(c) || !encoder.canEncode(c)) {
      return false;
    }
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(new char[] {c}));
      return bytes.remaining() > 1 && bytes.get(bytes.limit() - 1) == BAR;
    } catch (CharacterCodingException e) {
      return false; // It cannot be in a file of this charset.
    }
  }
}
