package dev.vireo.simulator;

import dev.vireo.simulator.internal.http.HttpFront;
import dev.vireo.simulator.internal.tls.SelfSignedCertificate;
import dev.vireo.simulator.internal.wire.RequestHandler;
import dev.vireo.simulator.internal.wire.UriHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated host at a port. */
public final class SimulatorServer implements AutoCloseable {

  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final HttpFront front;
  private final ServeOptions options;
  private final @Nullable SelfSignedCertificate identity;

  private SimulatorServer(
      HttpFront front, ServeOptions options, @Nullable SelfSignedCertificate identity) {
    this.front = front;
    this.options = options;
    this.identity = identity;
  }

  static SimulatorServer start(ServeOptions options, RequestHandler handler) {
    SelfSignedCertificate identity = options.tls() ? certificate(options) : null;
    InetSocketAddress address = new InetSocketAddress(options.bindAddress(), options.port());
    try {
      return new SimulatorServer(
          HttpFront.start(address, identity, handler, options.limits()), options, identity);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen at " + place(address) + ": " + e.getMessage(), e);
    }
  }

  private static String place(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ", port " + address.getPort();
  }

  private static SelfSignedCertificate certificate(ServeOptions options) {
    try {
      List<InetAddress> addresses =
          List.of(
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
              InetAddress.getByAddress(IPV6_LOOPBACK),
              options.bindAddress());
      return SelfSignedCertificate.create(
          "localhost", List.of("localhost"), addresses, Instant.now());
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError("these many bytes are an address", e);
    }
  }

  /** The port. */
  public int port() {
    return front.address().getPort();
  }

  /** The address up to and without a path, such as {@code https://127.0.0.1:40123}. */
  public URI uri() {
    return URI.create((options.tls() ? "https://" : "http://") + host() + ":" + port());
  }

  /**
   * The address that it listens at, as it stands in a URI: an IPv6 address is in brackets, and the
   * loopback address stands for all of this machine's.
   */
  public String host() {
    return UriHost.of(options.bindAddress());
  }

  /**
   * SHA-256 of its certificate, as upper-case hex pairs joined by colons.
   *
   * @throws IllegalStateException when it serves plain HTTP
   */
  public String fingerprint() {
    return identity().fingerprint();
  }

  /**
   * Its certificate, which is its own authority.
   *
   * @throws IllegalStateException when it serves plain HTTP
   */
  public X509Certificate certificate() {
    return identity().certificate();
  }

  /**
   * Its certificate as a CA file holds it.
   *
   * @throws IllegalStateException when it serves plain HTTP
   */
  public String certificatePem() {
    return identity().pem();
  }

  private SelfSignedCertificate identity() {
    if (identity == null) {
      throw new IllegalStateException("Plain HTTP has no certificate");
    }
    return identity;
  }

  /** Stops to serve: cuts all connections. The host itself goes on. */
  @Override
  public void close() {
    front.close();
  }
}
