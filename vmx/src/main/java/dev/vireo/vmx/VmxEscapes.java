package dev.vireo.vmx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The escapes in values: {@code |XX} and {@code %XX}, where XX are the hexadecimal digits of a byte
 * of UTF-8. Source: libvirt's vmx.c, virVMXUnescapeHex and virVMXEscapeHex, where {@code
 * displayName} has both and {@code annotation} has the first only.
 *
 * <p>What is written is libvirt's but for control characters, line ends among them: libvirt writes
 * those as they are, which makes a file that nobody can read; here they become {@code |0A} and the
 * like, as VMware writes them.
 */
public final class VmxEscapes {

  private VmxEscapes() {}

  /**
   * The name that a value of {@code displayName} stands for. As in libvirt it ends at an escaped
   * NUL.
   *
   * @throws IllegalArgumentException if '%' or '|' is not followed by two hexadecimal digits
   */
  public static String unescapeDisplayName(String value) {
    return unescape(unescape(value, '%'), '|');
  }

  /** The value of {@code displayName} for a name. */
  public static String escapeDisplayName(String name) {
    StringBuilder escaped = new StringBuilder(name.length() + 16);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '%' -> escaped.append("%25");
        case '/' -> escaped.append("%2f");
        case '\\' -> escaped.append("%5c");
        default -> appendPiped(escaped, c);
      }
    }
    return escaped.toString();
  }

  /**
   * The description that a value of {@code annotation} stands for. As in libvirt it ends at an
   * escaped NUL.
   *
   * @throws IllegalArgumentException if '|' is not followed by two hexadecimal digits
   */
  public static String unescapeAnnotation(String value) {
    return unescape(value, '|');
  }

  /** The value of {@code annotation} for a description. */
  public static String escapeAnnotation(String description) {
    StringBuilder escaped = new StringBuilder(description.length() + 16);
    for (int i = 0; i < description.length(); i++) {
      appendPiped(escaped, description.charAt(i));
    }
    return escaped.toString();
  }

  private static void appendPiped(StringBuilder escaped, char c) {
    switch (c) {
      case '|' -> escaped.append("|7c");
      case '"' -> escaped.append("|22");
      case '\t' -> escaped.append(c);
      default -> {
        if (c < ' ') {
          escaped.append(String.format("|%02X", (int) c));
        } else {
          escaped.append(c);
        }
      }
    }
  }

  private static String unescape(String value, char escape) {
    if (value.indexOf(escape) < 0) {
      return value;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != escape) {
        plain.write(bytes[i]);
        continue;
      }
      int code = code(bytes, i + 1);
      if (code < 0) {
        throw new IllegalArgumentException(
            "'" + escape + "' is not followed by two hexadecimal digits");
      }
      if (code == 0) {
        break;
      }
      plain.write(code);
      i += 2;
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /** The byte that two digits stand for; -1 if they are not there. */
  private static int code(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return -1;
    }
    int high = digit(bytes[at]);
    int low = digit(bytes[at + 1]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
