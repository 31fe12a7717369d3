package dev.vireo.cli.terminal;

import java.nio.charset.StandardCharsets;

/**
 * Text of somebody else, such as a server, that a terminal must not take for orders: control
 * characters, what turns the direction of writing, and halves of characters are written as the
 * bytes that they are, as {@code virsh} does in its tables: {@code \x1b}.
 */
public final class VisibleText {
  private static final String HEX = "0123456789abcdef";
  private static final int DELETE = 0x7f;
  private static final int LAST_C1 = 0x9f;
  private static final int CONTINUATION = 0x80;
  private static final int THREE_BYTES = 0xe0;
  private static final int SIX_BITS = 0x3f;

  private VisibleText() {}

  /** A text whose lines and tabs stay. */
  public static String of(String text) {
    return isHarmless(text) ? text : escaped(text, true);
  }

  /** A text that becomes one line. */
  public static String line(String text) {
    return isPlain(text) ? text : escaped(text, false);
  }

  /** Whether {@link #of} changes nothing. */
  static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && !isHarmless(text, i, c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHarmless(String text, int index, char c) {
    if (Character.isSurrogate(c)) {
      return isPaired(text, index);
    }
    return c == '\n' || c == '\t' || !isOrder(c);
  }

  private static boolean isPaired(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  /** Whether all of it is printable ASCII, which takes as many columns as it has characters. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether a terminal may act upon the character instead of showing it. */
  public static boolean isOrder(int codePoint) {
    return codePoint < ' '
        || (codePoint >= DELETE && codePoint <= LAST_C1)
        || (codePoint >= '\u202a' && codePoint <= '\u202e')
        || (codePoint >= '\u2066' && codePoint <= '\u2069')
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** How many columns a text takes that is one line and harmless. */
  public static int columns(String text) {
    return isPlain(text) ? text.length() : TerminalWidth.of(text);
  }

  private static String escaped(String text, boolean linesStay) {
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (isOrder(c) && !(linesStay && (c == '\n' || c == '\t'))) {
            escape(visible, c);
          } else {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString();
  }

  /** Appends a character as the bytes that it is in UTF-8. */
  public static void escape(StringBuilder text, int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      // UTF-8 has no bytes for half a character; these are what it would have.
      escapeByte(text, THREE_BYTES | (codePoint >> 12));
      escapeByte(text, CONTINUATION | ((codePoint >> 6) & SIX_BITS));
      escapeByte(text, CONTINUATION | (codePoint & SIX_BITS));
      return;
    }
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      escapeByte(text, b);
    }
  }

  private static void escapeByte(StringBuilder text, int b) {
    text.append("\\x").append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
  }
}
