package dev.vireo.simulator;

import java.net.InetAddress;
import java.util.Objects;

/**
 * How a simulated host is served.
 *
 * @param tls whether by HTTPS with a certificate of its own, or by plain HTTP
 * @param bindAddress where to listen; the loopback address unless somebody asks for another
 * @param port the port; 0 for any free one
 * @param limits what clients may take
 */
public record ServeOptions(boolean tls, InetAddress bindAddress, int port, ServeLimits limits) {

  /** Checks the port. */
  public ServeOptions {
    Objects.requireNonNull(bindAddress, "bindAddress");
    Objects.requireNonNull(limits, "limits");
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
  }

  /** HTTPS on a free port of 127.0.0.1. */
  public static ServeOptions https() {
    return new ServeOptions(true, loopback(), 0, ServeLimits.DEFAULT);
  }

  /** Plain HTTP on a free port of 127.0.0.1. */
  public static ServeOptions http() {
    return new ServeOptions(false, loopback(), 0, ServeLimits.DEFAULT);
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  /** The same options with another port. */
  public ServeOptions withPort(int newPort) {
    return new ServeOptions(tls, bindAddress, newPort, limits);
  }

  /** The same options with another address; one that is not loopback lets other machines in. */
  public ServeOptions withBindAddress(InetAddress address) {
    return new ServeOptions(tls, address, port, limits);
  }

  /** The same options with other limits. */
  public ServeOptions withLimits(ServeLimits newLimits) {
    return new ServeOptions(tls, bindAddress, port, newLimits);
  }
}
