package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of IPv4 in decimal, and nothing that other programs take for them. */
final class Ipv4 {

  private static final Pattern DECIMAL =
      Pattern.compile(
          "(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");

  private Ipv4() {}

  /**
   * Reads an address.
   *
   * @param what what the address is for, as a message says it
   * @param text such as {@code 192.0.2.10}
   * @return its 32 bits
   * @throws NestException if it is not one
   */
  static int parse(String what, String text) {
    Matcher matcher = DECIMAL.matcher(text);
    int address = 0;
    boolean good = matcher.matches();
    for (int group = 1; good && group <= 4; group++) {
      int octet = Integer.parseInt(matcher.group(group));
      good = octet <= 255;
      address = (address << 8) | octet;
    }
    if (!good) {
      throw new NestException("'%s' cannot be the %s".formatted(text, what))
          .withHint("give an IPv4 address such as 192.0.2.10");
    }
    return address;
  }

  /**
   * Reads a netmask, which has ones and then zeros.
   *
   * @throws NestException if it is not one, or leaves no addresses for hosts
   */
  static int parseMask(String text) {
    int mask = parse("netmask", text);
    int hosts = ~mask;
    if (mask == 0 || hosts < 3 || (hosts & (hosts + 1)) != 0) {
      throw new NestException("'%s' cannot be the netmask".formatted(text))
          .withHint("give one such as 255.255.255.0");
    }
    return mask;
  }

  /** The netmask of a prefix length of 1 to 30. */
  static String mask(int prefix) {
    int mask = -1 << (32 - prefix);
    return "%d.%d.%d.%d"
        .formatted(mask >>> 24, (mask >>> 16) & 0xFF, (mask >>> 8) & 0xFF, mask & 0xFF);
  }
}
