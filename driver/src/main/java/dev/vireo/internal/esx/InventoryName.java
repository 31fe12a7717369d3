package dev.vireo.internal.esx;

import java.util.HexFormat;

/**
 * Names of the inventory. VMware writes slash, backslash and percent sign of a name as {@code %2f},
 * {@code %5c} and {@code %25}.
 */
public final class InventoryName {

  private InventoryName() {}

  /**
   * The name as its owner typed it. An escape that is none stays as it is, so that one odd name
   * cannot make a whole list unreadable.
   */
  public static String unescape(String wireName) {
    if (wireName.indexOf('%') < 0) {
      return wireName;
    }
    StringBuilder name = new StringBuilder(wireName.length());
    for (int i = 0; i < wireName.length(); i++) {
      char c = wireName.charAt(i);
      if (c == '%'
          && i + 2 < wireName.length()
          && HexFormat.isHexDigit(wireName.charAt(i + 1))
          && HexFormat.isHexDigit(wireName.charAt(i + 2))
          && wireName.charAt(i + 1) < '8') {
        name.append((char) HexFormat.fromHexDigits(wireName, i + 1, i + 3));
        i += 2;
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** The name as the inventory has it. */
  public static String escape(String name) {
    return name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
  }

  /** Whether a name of the inventory is the one that a user wrote, with or without escapes. */
  public static boolean matches(String wireName, String wanted) {
    return wireName.equals(wanted) || unescape(wireName).equals(wanted);
  }
}
