package dev.vireo.vim.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * A proxy on the way to the server, as libvirt's URI parameter {@code proxy} names it.
 *
 * <p>Through an {@code http} proxy TLS connections are tunnelled with {@code CONNECT}, and the
 * proxy resolves the host name; so does one of type {@code socks4a}. For {@code socks4} and {@code
 * socks5} the name is resolved here; only if that fails is it left to a version 5 proxy. Plain HTTP
 * goes the same ways, save that an {@code http} proxy gets the whole URL instead of {@code
 * CONNECT}. Proxies that demand a login are not supported: none is told a user or a password,
 * whatever the program has set for the process.
 *
 * @param type the proxy's protocol
 * @param host its host name or address, in ASCII, IPv6 literals without brackets
 * @param port its TCP port, 1 to 65535
 */
public record ProxySpec(Type type, String host, int port) {

  /** The port when none is given, as libcurl has it. */
  public static final int DEFAULT_PORT = 1080;

  /** Protocols between us and a proxy. */
  public enum Type {
    /** HTTP with {@code CONNECT}. */
    HTTP,
    /** SOCKS version 4. */
    SOCKS4,
    /** SOCKS version 4 with host names. */
    SOCKS4A,
    /** SOCKS version 5. */
    SOCKS5;
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  public ProxySpec {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("the proxy has no host name");
    }
    if (!Resolver.isHostText(host)) {
      throw new IllegalArgumentException(
          "the proxy's host '" + host + "' has a character that no host name in ASCII has");
    }
    if (host.indexOf(':') >= 0 && !isIpv6(host)) {
      throw new IllegalArgumentException("the proxy's host '" + host + "' is no IPv6 address");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "unexpected proxy port '" + port + "' (should be in 1..65535)");
    }
  }

  private static boolean isIpv6(String host) {
    int zone = host.indexOf('%');
    if (zone == 0) {
      return false; // of no text the JVM makes an address
    }
    try {
      // with a colon in it nobody is asked for an address
      return InetAddress.getByName(zone < 0 ? host : host.substring(0, zone)) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The proxy as a URL: {@code socks5://[::1]:1080}. */
  @Override
  public String toString() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return type.name().toLowerCase(Locale.ROOT) + "://" + shown + ":" + port;
  }
}
