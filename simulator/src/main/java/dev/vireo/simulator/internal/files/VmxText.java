package dev.vireo.simulator.internal.files;

import java.util.Locale;
import java.util.UUID;

/**
 * Writes a VMX file: {@code key = "value"} lines as VMware products leave them behind. Values are
 * escaped as they do it: a pipe and two hex digits for what would end the string.
 */
public final class VmxText {

  private final StringBuilder text = new StringBuilder(1024);

  /** Starts a file in UTF-8. */
  public VmxText() {
    put(".encoding", "UTF-8");
  }

  /** Adds a line. */
  public VmxText put(String key, String value) {
    text.append(key).append(" = \"").append(escaped(value)).append("\"\n");
    return this;
  }

  /** A value as a line has it between the quotes. */
  public static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '|' || c < ' ') {
        escaped.append(String.format(Locale.ROOT, "|%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** A UUID: sixteen hex pairs, blank separated, with a dash in the middle. */
  public static String uuid(UUID value) {
    String hex = value.toString().replace("-", "");
    StringBuilder pairs = new StringBuilder(47);
    for (int i = 0; i < 32; i += 2) {
      if (i > 0) {
        pairs.append(i == 16 ? '-' : ' ');
      }
      pairs.append(hex, i, i + 2);
    }
    return pairs.toString();
  }

  /** The whole file. */
  @Override
  public String toString() {
    return text.toString();
  }
}
