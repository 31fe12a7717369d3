package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Brings a document into UTF-8, as its byte order mark or XML declaration demands. */
final class XmlEncoding {

  private static final int DECLARATION_LIMIT = 200;
  private static final String KEY = "encoding=";

  private XmlEncoding() {}

  static byte[] toUtf8(byte[] document) {
    if (startsWith(document, 0xEF, 0xBB, 0xBF)) {
      return Arrays.copyOfRange(document, 3, document.length);
    }
    if (startsWith(document, 0xFE, 0xFF)) {
      return recode(document, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(document, 0xFF, 0xFE)) {
      return recode(document, 2, StandardCharsets.UTF_16LE);
    }
    String name = declaredEncoding(document);
    if (name.isEmpty() || name.equalsIgnoreCase("UTF-8") || name.equalsIgnoreCase("US-ASCII")) {
      return document;
    }
    try {
      return recode(document, 0, Charset.forName(name));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The answer is written in the encoding '" + name + "', which is not known here.",
          e);
    }
  }

  private static String declaredEncoding(byte[] document) {
    if (!startsWith(document, '<', '?', 'x', 'm', 'l')) {
      return "";
    }
    int length = Math.min(document.length, DECLARATION_LIMIT);
    String head = new String(document, 0, length, StandardCharsets.ISO_8859_1);
    int end = head.indexOf("?>");
    int key = head.indexOf(KEY);
    if (key < 0 || key > end) {
      return "";
    }
    int open = key + KEY.length();
    int close = open < end ? head.indexOf(head.charAt(open), open + 1) : -1;
    return close < 0 ? "" : head.substring(open + 1, close);
  }

  private static byte[] recode(byte[] document, int from, Charset charset) {
    return new String(document, from, document.length - from, charset)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] document, int... start) {
    if (document.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((document[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
