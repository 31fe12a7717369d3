package dev.vireo.vmx;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which charset a file is written in: what {@code .encoding} says, or what its bytes show. */
final class VmxEncoding {
  /** The key that names the charset of the file. */
  static final String KEY = ".encoding";

  private static final Charset WITHOUT_NAME = Charset.forName("windows-1252");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,40}");

  private VmxEncoding() {}

  /**
   * The charset of a file.
   *
   * @param declared the value of {@code .encoding}, null if the file has none
   * @return ASCII if the name stands for nothing and the file has no more than that; null if it has
   *     more
   */
  static @Nullable Charset of(byte[] bytes, @Nullable String declared) {
    if (declared == null) {
      return isUtf8(bytes) ? StandardCharsets.UTF_8 : WITHOUT_NAME;
    }
    return switch (VmxCharsets.named(declared)) {
      case VmxCharsets.Named.Usable usable -> usable.charset();
      case VmxCharsets.Named.Unusable unusable -> isAscii(bytes) ? StandardCharsets.US_ASCII : null;
    };
  }

  /** Says that a name stands for no charset, and what to do. */
  static String problem(String declared) {
    String what =
        switch (VmxCharsets.named(declared)) {
          case VmxCharsets.Named.Usable usable -> "cannot write all characters of the file";
          case VmxCharsets.Named.Unusable unusable -> unusable.problem();
        };
    String name =
        PRINTABLE.matcher(declared).matches()
            ? "'" + declared + "', which '.encoding' names,"
            : "what '.encoding' names";
    return name + " " + what + "; save the file as UTF-8, with .encoding = \"UTF-8\"";
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
}
