package dev.vireo.uri;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The {@code %XX} escapes of URIs. Unlike in web forms, a plus sign is a plus sign. */
final class PercentEncoding {

  private static final String FORBIDDEN = " \"<>\\^`{|}";

  private PercentEncoding() {}

  /** Whether a text has only characters, and only well-formed escapes, that a URI may have. */
  static boolean isUriText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isForbidden(c) || (c == '%' && !isEscape(text, i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a URI may hold a character as an escape only. */
  static boolean isForbidden(char c) {
    return c <= ' ' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0;
  }

  /** Whether the percent sign at a place begins an escape. */
  static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(percent + 1))
        && HexFormat.isHexDigit(text.charAt(percent + 2));
  }

  /** Undoes the escapes of a text that {@link #isUriText} accepts. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        decoded.write(HexFormat.fromHexDigits(text(raw, i + 1)));
        i += 2;
      } else {
        decoded.write(raw[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static String text(byte[] raw, int start) {
    return new String(raw, start, 2, StandardCharsets.US_ASCII);
  }

  /**
   * A URI for messages: what looks like a password is left out, also one with characters that would
   * have to be escaped.
   */
  static String withoutPassword(String uri) {
    int start = uri.indexOf("//");
    int colon = uri.indexOf(':', Math.max(0, start));
    int at = uri.lastIndexOf('@');
    boolean user = start >= 0 && colon >= 0 && !uri.substring(start, colon).contains("@");
    return user && at > colon ? uri.substring(0, colon) + ":***" + uri.substring(at) : uri;
  }
}
