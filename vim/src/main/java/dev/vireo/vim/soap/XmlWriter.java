package dev.vireo.vim.soap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes XML as UTF-8 into one growing buffer; every string is escaped. */
final class XmlWriter {

  private static final char REPLACEMENT = '?';

  private final boolean replacing;
  private byte[] out;
  private int size;

  private XmlWriter(int capacity, boolean replacing) {
    this.out = new byte[capacity];
    this.replacing = replacing;
  }

  /** Writes what this side asks for: a text that XML cannot carry is refused. */
  static XmlWriter refusing(int capacity) {
    return new XmlWriter(capacity, false);
  }

  /**
   * Writes what others have said: a question mark stands in place of each character that XML cannot
   * carry, so that nobody's text keeps an answer from being given.
   */
  static XmlWriter replacing(int capacity) {
    return new XmlWriter(capacity, true);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(out, size);
  }

  /** Appends markup as it is; ASCII only. */
  XmlWriter raw(String markup) {
    ensure(markup.length());
    for (int i = 0; i < markup.length(); i++) {
      out[size++] = (byte) markup.charAt(i);
    }
    return this;
  }

  /** Appends a start tag without attributes. */
  XmlWriter start(String name) {
    return raw("<").raw(name).raw(">");
  }

  /** Appends an end tag. */
  XmlWriter end(String name) {
    return raw("</").raw(name).raw(">");
  }

  /**
   * Appends character data or an attribute value, escaped.
   *
   * @throws IllegalArgumentException when XML cannot hold a character of the text, and this writer
   *     refuses such texts; the message does not show the character, which may be one of a secret
   */
  XmlWriter text(CharSequence text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        i = appendWide(text, i);
      } else if (c == '<') {
        raw("&lt;");
      } else if (c == '>') {
        raw("&gt;");
      } else if (c == '&') {
        raw("&amp;");
      } else if (c == '"') {
        raw("&quot;");
      } else if (c == '\r') {
        raw("&#13;");
      } else {
        ensure(1);
        out[size++] = (byte) carried(c);
      }
    }
    return this;
  }

  private int appendWide(CharSequence text, int at) {
    int point = Character.codePointAt(text, at);
    byte[] bytes = Character.toString(carried(point)).getBytes(StandardCharsets.UTF_8);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, out, size, bytes.length);
    size += bytes.length;
    return at + Character.charCount(point) - 1;
  }

  private int carried(int point) {
    if (XmlText.isXmlChar(point)) {
      return point;
    }
    if (replacing) {
      return REPLACEMENT;
    }
    throw new IllegalArgumentException(
        "A text holds a character that XML cannot carry, such as a control character.");
  }

  private void ensure(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
    }
  }
}
