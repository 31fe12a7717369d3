package dev.vireo.uri;

/**
 * A proxy between Vireo and the host.
 *
 * @param type what the proxy speaks
 * @param host its name or address, without brackets
 * @param port its port, 1 to 65535
 */
public record Proxy(Type type, String host, int port) {

  /** What a proxy speaks. */
  public enum Type {
    /** HTTP, with CONNECT for encrypted connections. */
    HTTP,
    /** SOCKS 4; Vireo looks up the address of the host. */
    SOCKS4,
    /** SOCKS 4a; the proxy looks up the address of the host. */
    SOCKS4A,
    /** SOCKS 5; also for plain {@code socks}. */
    SOCKS5
  }
}
