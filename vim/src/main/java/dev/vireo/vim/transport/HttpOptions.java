package dev.vireo.vim.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link HttpTransport} connects to, and how. Start from {@link #https} or {@link #http}
 * and change single settings with the {@code with} methods.
 *
 * @param scheme HTTP or HTTPS
 * @param host host name or address, IPv6 literals without brackets
 * @param port TCP port, 1 to 65535
 * @param connectTimeout time for the TCP connection to stand, at least one millisecond; a request's
 *     own time-out still counts
 * @param maxResponseBytes largest answer body that is accepted, in bytes; positive
 * @param tls which certificates are trusted; without meaning for {@link Scheme#HTTP}
 * @param proxy the proxy to go through, or null for a direct connection. Proxies that the JVM or
 *     the environment name are never used on their own
 * @param userAgent the {@code User-Agent} header
 * @param legacyTls whether TLS 1.0 to 1.2 with old ciphers are spoken instead of what the JVM takes
 *     for safe, by Bouncy Castle's {@code org.bouncycastle:bctls-jdk18on}, which must be on the
 *     class path then. Whoever listens in may break such a connection
 */
public record HttpOptions(
    Scheme scheme,
    String host,
    int port,
    Duration connectTimeout,
    long maxResponseBytes,
    TlsPolicy tls,
    @Nullable ProxySpec proxy,
    String userAgent,
    boolean legacyTls) {

  /** {@value} bytes: above the largest datastore file or inventory that is sensible in memory. */
  public static final long DEFAULT_MAX_RESPONSE_BYTES = 512L * 1024 * 1024;

  /** 30 seconds. */
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(30);

  /** How requests travel. */
  public enum Scheme {
    /** Without encryption. */
    HTTP,
    /** Over TLS. */
    HTTPS;

    /** The scheme as it stands in a URL. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Takes the brackets off an IPv6 literal.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  public HttpOptions {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(tls);
    Objects.requireNonNull(userAgent);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isEmpty()) {
      throw new IllegalArgumentException("the host name is empty");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
    if (connectTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("the connect time-out must be at least one millisecond");
    }
    if (maxResponseBytes < 1) {
      throw new IllegalArgumentException("the largest response size must be positive");
    }
  }

  /** Options for what the JVM takes for safe in TLS. */
  public HttpOptions(
      Scheme scheme,
      String host,
      int port,
      Duration connectTimeout,
      long maxResponseBytes,
      TlsPolicy tls,
      @Nullable ProxySpec proxy,
      String userAgent) {
    this(scheme, host, port, connectTimeout, maxResponseBytes, tls, proxy, userAgent, false);
  }

  /** HTTPS to a host, trusting what the JVM trusts. */
  public static HttpOptions https(String host, int port) {
    return of(Scheme.HTTPS, host, port);
  }

  /** HTTP without encryption to a host. */
  public static HttpOptions http(String host, int port) {
    return of(Scheme.HTTP, host, port);
  }

  private static HttpOptions of(Scheme scheme, String host, int port) {
    return new HttpOptions(
        scheme,
        host,
        port,
        DEFAULT_CONNECT_TIMEOUT,
        DEFAULT_MAX_RESPONSE_BYTES,
        TlsPolicy.systemTrust(),
        null,
        defaultUserAgent());
  }

  private static String defaultUserAgent() {
    String version = HttpOptions.class.getPackage().getImplementationVersion();
    return "vireo/" + (version == null ? "dev" : version);
  }

  /** The same with another connect time-out. */
  public HttpOptions withConnectTimeout(Duration timeout) {
    return new HttpOptions(
        scheme, host, port, timeout, maxResponseBytes, tls, proxy, userAgent, legacyTls);
  }

  /** The same with another limit for answers, in bytes. */
  public HttpOptions withMaxResponseBytes(long bytes) {
    return new HttpOptions(
        scheme, host, port, connectTimeout, bytes, tls, proxy, userAgent, legacyTls);
  }

  /** The same with another decision about certificates. */
  public HttpOptions withTls(TlsPolicy policy) {
    return new HttpOptions(
        scheme, host, port, connectTimeout, maxResponseBytes, policy, proxy, userAgent, legacyTls);
  }

  /** The same through a proxy, or directly when null. */
  public HttpOptions withProxy(@Nullable ProxySpec newProxy) {
    return new HttpOptions(
        scheme, host, port, connectTimeout, maxResponseBytes, tls, newProxy, userAgent, legacyTls);
  }

  /** The same with another {@code User-Agent}. */
  public HttpOptions withUserAgent(String agent) {
    return new HttpOptions(
        scheme, host, port, connectTimeout, maxResponseBytes, tls, proxy, agent, legacyTls);
  }

  /** The same with {@link #legacyTls} or without. */
  public HttpOptions withLegacyTls(boolean legacy) {
    return new HttpOptions(
        scheme, host, port, connectTimeout, maxResponseBytes, tls, proxy, userAgent, legacy);
  }

  /** Host and port as they stand in a URL and in messages, such as {@code [::1]:443}. */
  public String authority() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  /** Scheme, host and port as they stand in a URL, such as {@code https://esx1:443}. */
  public String origin() {
    return scheme.text() + "://" + authority();
  }
}
