package dev.vireo.vim.soap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes XML as UTF-8 into one growing buffer; every string is escaped. */
final class XmlWriter {

  private byte[] out;
  private int size;

  XmlWriter(int capacity) {
    out = new byte[capacity];
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
   * @throws IllegalArgumentException when XML cannot hold a character of the text
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
        check(c);
        ensure(1);
        out[size++] = (byte) c;
      }
    }
    return this;
  }

  private int appendWide(CharSequence text, int at) {
    int point = Character.codePointAt(text, at);
    check(point);
    byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, out, size, bytes.length);
    size += bytes.length;
    return at + Character.charCount(point) - 1;
  }

  private static void check(int point) {
    if (!XmlText.isXmlChar(point)) {
      throw new IllegalArgumentException(
          "The character U+"
              + Integer.toHexString(point | 0x10000).substring(1)
              + " cannot be sent in XML.");
    }
  }

  private void ensure(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
    }
  }
}
