package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a document into characters, strictly. The JDK's parser could do it, but prints
 * malformed bytes to the standard error stream.
 */
final class XmlEncoding {

  /** How far a declaration is looked for; a longer one is not reasonable. */
  private static final int MAX_DECLARATION = 256;

  private XmlEncoding() {}

  /**
   * The document as text.
   *
   * @throws XmlException when the encoding is not known, or bytes are wrong in it
   */
  static String decode(String document, byte[] content) {
    Charset charset = charset(document, content);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new XmlException(
          document,
          lineAt(content, in.position()),
          0,
          "the bytes at offset "
              + in.position()
              + " are not "
              + charset.name()
              + "; save the document in the encoding that it declares, or in UTF-8",
          e);
    }
  }

  private static Charset charset(String document, byte[] content) {
    if (startsWith(content, 0xfe, 0xff) || startsWith(content, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(content, 0xff, 0xfe) || startsWith(content, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    String name = declared(content);
    if (name == null || startsWith(content, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new XmlException(
          document, 1, 0, "the encoding '" + name + "' is not known; use UTF-8", e);
    }
  }

  private static boolean startsWith(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The encoding in the XML declaration; null when there is none. */
  private static @Nullable String declared(byte[] content) {
    if (!startsWith(content, '<', '?', 'x', 'm', 'l')) {
      return null;
    }
    String start =
        new String(
            content, 0, Math.min(content.length, MAX_DECLARATION), StandardCharsets.ISO_8859_1);
    int end = start.indexOf("?>");
    int name = start.indexOf("encoding");
    if (end < 0 || name < 0 || name > end) {
      return null;
    }
    int open = name + "encoding".length();
    while (open < end && start.charAt(open) != '"' && start.charAt(open) != '\'') {
      open++;
    }
    int close = start.indexOf(start.charAt(open), open + 1);
    // Anything odd is left to the parser, which knows the grammar of declarations.
    return close < 0 || close > end ? null : start.substring(open + 1, close);
  }

  private static int lineAt(byte[] content, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (content[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
