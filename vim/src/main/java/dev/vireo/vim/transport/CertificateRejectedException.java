package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException.Kind;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** A server certificate that the {@link TlsPolicy} does not accept. */
final class CertificateRejectedException extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String fingerprint;

  /**
   * @param kind which kind of rejection it is
   * @param reason why, continuing "the certificate is not trusted: "
   * @param fingerprint SHA-256 of the certificate
   * @param cause what the JDK found
   */
  CertificateRejectedException(
      Kind kind, String reason, String fingerprint, @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.fingerprint = fingerprint;
  }

  /** Which kind of rejection it is. */
  Kind kind() {
    return kind;
  }

  /** SHA-256 of the rejected certificate. */
  String fingerprint() {
    return fingerprint;
  }
}
