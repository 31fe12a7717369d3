package dev.vireo.vmx.internal.convert.network;

import dev.vireo.model.domain.CharacterSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a serial port is connected to over the network: {@code telnet://host:4501}.
 *
 * @param host name or address, without brackets; null for any
 * @param port number of the port
 * @param protocol {@code raw}, {@code telnet}, {@code telnets} or {@code tls}
 */
public record NetworkUri(@Nullable String host, String port, String protocol) {

  private static final String RAW = "raw";
  private static final String TLS = "tls";
  private static final Map<String, String> PROTOCOLS =
      Map.of(
          "tcp",
          RAW,
          "tcp4",
          RAW,
          "tcp6",
          RAW,
          "telnet",
          "telnet",
          "telnets",
          "telnets",
          "ssl",
          TLS,
          "tcp+ssl",
          TLS,
          "tcp4+ssl",
          TLS,
          "tcp6+ssl",
          TLS);
  private static final Map<String, String> SCHEMES =
      Map.of(RAW, "tcp", "telnet", "telnet", "telnets", "telnets", TLS, "ssl");
  private static final int MAX_PORT = 65535;

  /** Reads it; null if it names no port or has another scheme. */
  public static @Nullable NetworkUri parse(String text) {
    int slashes = text.indexOf("//");
    String scheme = slashes <= 0 ? "tcp" : text.substring(0, slashes - 1);
    if (slashes > 0 && text.charAt(slashes - 1) != ':') {
      return null;
    }
    String protocol = PROTOCOLS.get(scheme.toLowerCase(Locale.ROOT));
    String authority = slashes < 0 ? text : text.substring(slashes + 2);
    int end = authority.indexOf('/');
    authority = end < 0 ? authority : authority.substring(0, end);
    int colon = authority.lastIndexOf(':');
    if (protocol == null || colon < 0) {
      return null;
    }
    String port = authority.substring(colon + 1);
    Long number = Section.parse(port);
    if (number == null || number <= 0 || number > MAX_PORT) {
      return null;
    }
    String host = authority.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    return new NetworkUri(host.isEmpty() ? null : host, number.toString(), protocol);
  }

  private static void requirePort(String service) {
    Long port = Section.parse(service);
    if (port == null || port <= 0 || port > MAX_PORT) {
      throw VmxException.invalid(
          "devices/serial/source@service",
          "has to be the number of a port, 1 to " + MAX_PORT,
          service,
          null);
    }
  }

  public static String format(CharacterSource.Tcp tcp) {
    String protocol = tcp.protocol() == null ? RAW : tcp.protocol();
    String scheme = SCHEMES.get(protocol);
    if (scheme == null) {
      throw VmxException.unsupported(
          "devices/serial/protocol@type",
          "has to be raw, telnet, telnets or tls",
          protocol,
          "telnet");
    }
    String host = tcp.host() == null ? "" : tcp.host();
    if (tcp.service() == null) {
      throw VmxException.invalid("devices/serial/source@service", "has to be there", null, null);
    }
    requirePort(tcp.service());
    boolean isIpv6 = host.indexOf(':') >= 0;
    return scheme + "://" + (isIpv6 ? "[" + host + "]" : host) + ":" + tcp.service();
  }
}
