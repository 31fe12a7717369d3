package dev.vireo.vmx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names of files and directories in a datastore, made of names that have other characters ({@code
 * esxUtil_EscapeDatastoreItem}).
 */
public final class DatastoreEscapes {

  private static final String REPLACED = "\"*<>:|?";
  private static final String KEPT = "'(),. _-";

  private DatastoreEscapes() {}

  /**
   * The name of a file for a name: the characters {@value #REPLACED} become {@code _}; {@code %},
   * {@code /} and {@code \} become {@code %25}, {@code %2f} and {@code %5c}; and each run of what
   * is not an ASCII letter, digit or one of {@value #KEPT} then becomes {@code +}, its UTF-8 in
   * base 64 with {@code ,} for {@code /} and without padding, and {@code -} unless the name ends
   * there.
   */
  public static String escape(String name) {
    byte[] bytes = percent(name).getBytes(StandardCharsets.UTF_8);
    StringBuilder escaped = new StringBuilder(bytes.length + 16);
    int i = 0;
    while (i < bytes.length) {
      int end = i;
      while (end < bytes.length && !isKept(bytes[end])) {
        end++;
      }
      if (end == i) {
        escaped.append((char) bytes[i]);
        i++;
        continue;
      }
      String encoded =
          Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, i, end));
      escaped.append('+').append(encoded.replace('/', ','));
      if (end < bytes.length) {
        escaped.append('-');
      }
      i = end;
    }
    return escaped.toString();
  }

  private static String percent(String name) {
    StringBuilder text = new StringBuilder(name.length() + 16);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (REPLACED.indexOf(c) >= 0) {
        text.append('_');
        continue;
      }
      switch (c) {
        case '%' -> text.append("%25");
        case '/' -> text.append("%2f");
        case '\\' -> text.append("%5c");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isKept(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || KEPT.indexOf(b) >= 0;
  }
}
