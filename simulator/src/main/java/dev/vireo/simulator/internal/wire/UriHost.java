package dev.vireo.simulator.internal.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** Addresses as the host part of a URI. */
public final class UriHost {
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

  private UriHost() {}

  /**
   * Where a client on this machine reaches a server that is bound to an address: there, or at the
   * loopback address when it is bound to all.
   */
  public static String of(InetAddress bound) {
    if (bound.isAnyLocalAddress()) {
      return bound instanceof Inet4Address ? "127.0.0.1" : "[::1]";
    }
    String literal = bound.getHostAddress();
    return bound instanceof Inet6Address
        ? "[" + ZEROS.matcher(literal).replaceFirst("::") + "]"
        : literal;
  }
}
