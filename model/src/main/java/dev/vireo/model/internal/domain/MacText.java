package dev.vireo.model.internal.domain;

import dev.vireo.model.internal.xml.ElementReader;
import java.util.HexFormat;

/** The text of a MAC address ({@code virMacAddrParse}). */
final class MacText {

  private static final int OCTETS = 6;
  private static final int HEX = 16;
  private static final int MAX_OCTET = 0xff;

  private MacText() {}

  /** The attribute {@code address} of the element, in libvirt's own notation. */
  static String read(ElementReader mac) {
    String given = mac.required("address");
    StringBuilder text = new StringBuilder(3 * OCTETS);
    int octets = 0;
    int value = -1;
    for (int i = 0; i <= given.length(); i++) {
      char c = i == given.length() ? ':' : given.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
      if (digit >= 0 && value <= MAX_OCTET / HEX) {
        value = Math.max(value, 0) * HEX + digit;
      } else if (c == ':' && value >= 0) {
        text.append(octets == 0 ? "" : ":").append(HexFormat.of().toHexDigits((byte) value));
        octets++;
        value = -1;
      } else {
        octets = OCTETS + 1;
        break;
      }
    }
    if (octets != OCTETS) {
      throw mac.error("'" + given + "' is not a MAC address of six pairs of hex digits");
    }
    return text.toString();
  }
}
