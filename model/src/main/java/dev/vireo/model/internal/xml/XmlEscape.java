package dev.vireo.model.internal.xml;

import org.jspecify.annotations.Nullable;

/**
 * Escaping of text and attribute values.
 *
 * <p>Libvirt ({@code virBufferEscapeString}) escapes the five characters with a name of their own
 * and drops characters that XML cannot hold. Beyond that, white space that a parser would turn into
 * something else is written as a number here, so that it survives.
 */
final class XmlEscape {

  private XmlEscape() {}

  /** What is to be escaped besides {@code & < >}. */
  enum Place {
    /** Text in libvirt's own manner: both quotes too. */
    TEXT,
    /** A value between single quotes in libvirt's own manner: both quotes too. */
    ATTRIBUTE,
    /** Text as libxml2 prints a copied tree. */
    COPIED_TEXT,
    /** A value between double quotes as libxml2 prints a copied tree. */
    COPIED_ATTRIBUTE
  }

  static void append(StringBuilder out, String raw, Place place) {
    int done = 0;
    int length = raw.length();
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (c > '>' && c < 0xd800) {
        continue;
      }
      String escaped = escaped(raw, i, c, place);
      if (escaped != null) {
        out.append(raw, done, i).append(escaped);
        done = i + 1;
      } else if (Character.isHighSurrogate(c)) {
        i++;
      }
    }
    out.append(raw, done, length);
  }

  private static @Nullable String escaped(String raw, int index, char c, Place place) {
    boolean attribute = place == Place.ATTRIBUTE || place == Place.COPIED_ATTRIBUTE;
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> place == Place.COPIED_TEXT ? null : "&quot;";
      case '\'' -> place == Place.TEXT || place == Place.ATTRIBUTE ? "&apos;" : null;
      case '\r' -> "&#13;";
      case '\n' -> attribute ? "&#10;" : null;
      case '\t' -> attribute ? "&#9;" : null;
      default -> isCharacter(raw, index, c) ? null : "";
    };
  }

  /** Whether XML can hold it. */
  private static boolean isCharacter(String raw, int index, char c) {
    if (Character.isHighSurrogate(c)) {
      return index + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(index + 1));
    }
    return c >= ' ' && !Character.isLowSurrogate(c) && c < 0xfffe;
  }
}
