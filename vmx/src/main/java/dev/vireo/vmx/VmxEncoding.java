package dev.vireo.vmx;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which charset a file is written in: what {@code .encoding} says, or what its bytes show. */
final class VmxEncoding {
  /** The key that names the charset of the file. */
  static final String KEY = ".encoding";

  private static final Charset WITHOUT_NAME = Charset.forName("windows-1252");
  private static final String ASCII = ascii();

  private VmxEncoding() {}

  /**
   * The charset of a name, or null if there is none of that name or it is none that a file can be
   * in: ASCII must be written as itself.
   */
  static @Nullable Charset named(String name) {
    try {
      Charset charset = Charset.forName(name);
      return keepsAscii(charset) ? charset : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /**
   * The charset of a file.
   *
   * @param declared the value of {@code .encoding}, null if the file has none
   * @return null if the name is not known and the file has more than ASCII
   */
  static @Nullable Charset of(byte[] bytes, @Nullable String declared) {
    if (declared == null) {
      return isUtf8(bytes) ? StandardCharsets.UTF_8 : WITHOUT_NAME;
    }
    Charset charset = named(declared);
    return charset == null && isAscii(bytes) ? StandardCharsets.US_ASCII : charset;
  }

  private static boolean keepsAscii(Charset charset) {
    if (!charset.canEncode()) {
      return false;
    }
    byte[] encoded = ASCII.getBytes(charset);
    return Arrays.equals(encoded, ASCII.getBytes(StandardCharsets.US_ASCII))
        && new String(encoded, charset).equals(ASCII);
  }

  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(Math.min(bytes.length, 8192));
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  private static String ascii() {
    // The charsets of ISO 2022 shift into others, which use ASCII's bytes, with these sequences.
    StringBuilder text = new StringBuilder("\t\n\r\u001b$B!!\u001b(B\u001b$)C\u000e!!\u000f");
    for (char c = ' '; c < 0x7f; c++) {
      text.append(c);
    }
    return text.toString();
  }
}
