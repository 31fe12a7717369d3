package dev.vireo.vim;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** A request could not be brought to the server, or its answer could not be brought back. */
public final class TransportException extends VimException {

  private static final long serialVersionUID = 1L;

  /** What went wrong on the way. */
  public enum Kind {
    /** The host name has no address. */
    UNRESOLVED_HOST,
    /** Nothing listens on the port. */
    CONNECTION_REFUSED,
    /** No connection for another reason: no route, a time-out before the connection stood. */
    CONNECT_FAILED,
    /** The server's certificate is not trusted; {@link #fingerprint()} is set. */
    TLS_UNTRUSTED,
    /**
     * The server's certificate is trusted, but for other host names; {@link #fingerprint()} is set.
     */
    TLS_OTHER_HOST,
    /** The server's certificate is not the pinned or known one; {@link #fingerprint()} is set. */
    TLS_OTHER_CERTIFICATE,
    /** No TLS session for another reason, for example a port that does not speak TLS. */
    TLS_FAILED,
    /** The answer did not come, or did not end, in time. */
    TIMED_OUT,
    /** The connection ended before the answer did. */
    CUT_OFF,
    /** The answer is larger than the limit. */
    TOO_LARGE,
    /** What was read in parts became another file between two of them. */
    CHANGED,
    /** The proxy refused or does not speak its protocol. */
    PROXY_FAILED,
    /** The calling thread was interrupted; its interrupt flag is set again. */
    INTERRUPTED,
    /** The transport was closed before or during the call. */
    CLOSED
  }

  private final Kind kind;
  private final String reason;
  private final @Nullable String fingerprint;
  private final @Nullable X509Certificate certificate;

  /**
   * @param kind what went wrong
   * @param message one sentence naming host and reason, without any secret
   * @param cause the underlying failure
   */
  public TransportException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, message, null, null, cause);
  }

  /**
   * @param kind what went wrong
   * @param message one sentence naming host and reason, without any secret
   * @param reason the reason alone, for {@link #reason()}
   * @param cause the underlying failure
   */
  public TransportException(Kind kind, String message, String reason, @Nullable Throwable cause) {
    this(kind, message, reason, null, null, cause);
  }

  /**
   * @param kind what went wrong
   * @param message one sentence naming host and reason, without any secret
   * @param reason the reason alone, for {@link #reason()}
   * @param fingerprint SHA-256 of the certificate that the server presented, as upper-case hex
   *     pairs joined by colons
   * @param cause the underlying failure
   */
  public TransportException(
      Kind kind,
      String message,
      String reason,
      @Nullable String fingerprint,
      @Nullable Throwable cause) {
    this(kind, message, reason, fingerprint, null, cause);
  }

  /**
   * @param kind what went wrong
   * @param message one sentence naming host and reason, without any secret
   * @param reason the reason alone, for {@link #reason()}
   * @param fingerprint SHA-256 of the certificate that the server presented, as upper-case hex
   *     pairs joined by colons
   * @param certificate that certificate
   * @param cause the underlying failure
   */
  public TransportException(
      Kind kind,
      String message,
      String reason,
      @Nullable String fingerprint,
      @Nullable X509Certificate certificate,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.reason = reason;
    this.fingerprint = fingerprint;
    this.certificate = certificate;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /**
   * Why, without operation and server, for messages that name them anyway; the whole message where
   * nothing shorter says it.
   */
  public String reason() {
    return reason;
  }

  /**
   * SHA-256 of the certificate that the server presented, as upper-case hex pairs joined by colons;
   * null unless {@link #kind()} is {@link Kind#TLS_UNTRUSTED}, {@link Kind#TLS_OTHER_HOST} or
   * {@link Kind#TLS_OTHER_CERTIFICATE}.
   */
  public @Nullable String fingerprint() {
    return fingerprint;
  }

  /** The certificate of {@link #fingerprint()}; may be null where that is not. */
  public @Nullable X509Certificate certificate() {
    return certificate;
  }
}
