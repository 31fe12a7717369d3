package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Character data: entity and character references, and the line ends of XML 1.0. */
final class XmlText {

  private static final int LONGEST_REFERENCE = 10;

  private XmlText() {}

  /** Decodes bytes of a document that hold no markup. */
  static String decode(byte[] in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (in[i] == '&' || in[i] == '\r') {
        return decodeReferences(new String(in, start, end - start, StandardCharsets.UTF_8));
      }
    }
    return new String(in, start, end - start, StandardCharsets.UTF_8);
  }

  private static String decodeReferences(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '&') {
        i = appendReference(raw, i, out);
      } else if (c == '\r') {
        out.append('\n');
        i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 2 : 1;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static int appendReference(String raw, int ampersand, StringBuilder out) {
    int semicolon = raw.indexOf(';', ampersand);
    if (semicolon < 0 || semicolon - ampersand > LONGEST_REFERENCE) {
      throw malformed("an entity reference has no end");
    }
    String name = raw.substring(ampersand + 1, semicolon);
    switch (name) {
      case "amp" -> out.append('&');
      case "lt" -> out.append('<');
      case "gt" -> out.append('>');
      case "quot" -> out.append('"');
      case "apos" -> out.append('\'');
      default -> out.appendCodePoint(codePoint(name));
    }
    return semicolon + 1;
  }

  private static int codePoint(String name) {
    if (!name.startsWith("#") || name.length() < 2) {
      throw malformed("the entity '&" + name + ";' is not defined");
    }
    boolean hex = name.charAt(1) == 'x';
    try {
      int point = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
      if (isXmlChar(point)) {
        return point;
      }
    } catch (NumberFormatException e) {
      throw malformed("'&" + name + ";' is not a number");
    }
    throw malformed("'&" + name + ";' is no XML character");
  }

  /** Whether XML 1.0 can hold a character. */
  static boolean isXmlChar(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || (point >= 0x10000 && point <= 0x10FFFF);
  }

  private static ProtocolException malformed(String reason) {
    return new ProtocolException(
        ProtocolException.Kind.MALFORMED,
        "The answer is not well-formed XML: " + reason + ".",
        null);
  }
}
