package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException.Kind;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** A server certificate that the {@link TlsPolicy} does not accept. */
final class CertificateRejectedException extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String fingerprint;
  private final X509Certificate certificate;

  /**
   * @param kind which kind of rejection it is
   * @param reason why, continuing "the certificate is not trusted: "
   * @param certificate the certificate
   * @param cause what the JDK found
   */
  CertificateRejectedException(
      Kind kind, String reason, X509Certificate certificate, @Nullable Throwable cause)
      throws CertificateEncodingException {
    super(reason, cause);
    this.kind = kind;
    this.fingerprint = Fingerprint.of(certificate);
    this.certificate = certificate;
  }

  /** Which kind of rejection it is. */
  Kind kind() {
    return kind;
  }

  /** SHA-256 of the rejected certificate. */
  String fingerprint() {
    return fingerprint;
  }

  /** The rejected certificate. */
  X509Certificate certificate() {
    return certificate;
  }
}
