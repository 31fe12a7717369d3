package dev.vireo.nest.probe;

import dev.vireo.nest.NestException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the API of a host is reached.
 *
 * @param host name or address, IPv6 addresses without brackets
 * @param port TCP port, 1 to 65535
 */
public record HostAddress(String host, int port) {

  /** The port of the vSphere API. */
  public static final int DEFAULT_PORT = 443;

  private static final int LAST_PORT = 65_535;
  private static final Pattern TEXT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");
  private static final Pattern BARE_IPV6 =
      Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  /**
   * Checks the port.
   *
   * @throws NestException if there is no such port
   */
  public HostAddress {
    Objects.requireNonNull(host);
    if (port < 1 || port > LAST_PORT) {
      throw new NestException("there is no port %d, only 1 to %d".formatted(port, LAST_PORT));
    }
  }

  /** A host at the usual port. */
  public static HostAddress of(String host) {
    return new HostAddress(host, DEFAULT_PORT);
  }

  /**
   * Reads {@code HOST}, {@code HOST:PORT}, an IPv6 address, or {@code [IPV6]:PORT}.
   *
   * @throws NestException if it is none of these
   */
  public static HostAddress parse(String text) {
    if (BARE_IPV6.matcher(text).matches()) {
      return of(text);
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new NestException("'%s' is not the address of a host".formatted(text))
          .withHint("give one such as 192.168.122.10 or esxi-1.lab:443");
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String port = matcher.group(3);
    return new HostAddress(host, port == null ? DEFAULT_PORT : Integer.parseInt(port));
  }

  /** The form in a URI: without the port where it is the usual one. */
  public String text() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == DEFAULT_PORT ? name : name + ":" + port;
  }

  /** The URI to connect to this host with, as root. */
  public String uri() {
    return "esx://root@" + text() + "/";
  }
}
