package dev.vireo.simulator.internal.schema;

import java.util.Locale;
import java.util.function.IntPredicate;

/** The characters that XML 1.0 can carry: no control characters but tab and line ends. */
public final class XmlCharacters {

  private static final IntPredicate CARRIED =
      point ->
          point == '\t'
              || point == '\n'
              || point == '\r'
              || (point >= 0x20 && point <= 0xD7FF)
              || (point >= 0xE000 && point <= 0xFFFD)
              || point >= 0x10000;

  private XmlCharacters() {}

  /**
   * Checks a text that clients are to be shown.
   *
   * @param what what it is, at the start of a sentence, such as {@code The name of a machine}
   * @return the text
   * @throws IllegalArgumentException when XML cannot carry it
   */
  public static String require(String text, String what) {
    text.codePoints()
        .filter(CARRIED.negate())
        .findFirst()
        .ifPresent(point -> {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s has the character U+%04X, which XML cannot carry: '%s'",
                  what,
                  point,
                  carried(text)));
        });
    return text;
  }

  /** The text with a question mark in place of each character that XML cannot carry. */
  public static String carried(String text) {
    if (text.codePoints().allMatch(CARRIED)) {
      return text;
    }
    return text.codePoints()
        .map(point -> CARRIED.test(point) ? point : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
