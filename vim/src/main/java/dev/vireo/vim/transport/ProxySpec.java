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

    private static Type parse(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "http" -> HTTP;
        case "socks", "socks5" -> SOCKS5;
        case "socks4" -> SOCKS4;
        case "socks4a" -> SOCKS4A;
        default ->
            throw new IllegalArgumentException(
                "unexpected proxy type '"
                    + text
                    + "' (should be http, socks, socks4, socks4a or socks5)");
      };
    }
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
    try {
      // with a colon in it nobody is asked for an address
      return InetAddress.getByName(zone < 0 ? host : host.substring(0, zone)) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Reads {@code [type://]host[:port]}; the type is {@code http} when none is given, the port
   * {@value #DEFAULT_PORT}. An IPv6 literal stands in brackets.
   *
   * @throws IllegalArgumentException when the text is not of this form, with a sentence that says
   *     why
   */
  public static ProxySpec parse(String text) {
    int separator = text.indexOf("://");
    Type type = separator < 0 ? Type.HTTP : Type.parse(text.substring(0, separator));
    String rest = separator < 0 ? text : text.substring(separator + 3);
    if (rest.indexOf('@') >= 0) {
      throw new IllegalArgumentException("a proxy with user name or password is not supported");
    }
    int hostEnd;
    if (rest.startsWith("[")) {
      hostEnd = rest.indexOf(']') + 1;
      if (hostEnd == 0) {
        throw new IllegalArgumentException("the proxy's address lacks its closing bracket");
      }
    } else {
      int colon = rest.indexOf(':');
      hostEnd = colon < 0 ? rest.length() : colon;
    }
    String host = rest.substring(0, hostEnd);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    return new ProxySpec(type, host, parsePort(rest.substring(hostEnd)));
  }

  private static boolean isPort(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty() && digits.length() <= 5;
  }

  private static int parsePort(String suffix) {
    if (suffix.isEmpty()) {
      return DEFAULT_PORT;
    }
    String digits = suffix.substring(1);
    if (suffix.charAt(0) != ':' || !isPort(digits)) {
      throw new IllegalArgumentException(
          "unexpected proxy port '" + digits + "' (should be in 1..65535)");
    }
    return Integer.parseInt(digits);
  }

  /** The proxy as {@link #parse} reads it. */
  @Override
  public String toString() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return type.name().toLowerCase(Locale.ROOT) + "://" + shown + ":" + port;
  }
}
