package dev.vireo.auth;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;

/**
 * The certificate of a server that no authority vouches for. Its texts are whatever the server
 * sent: they may hold control characters.
 *
 * @param host name or address of the server, as the URI has it, without brackets
 * @param port its TCP port
 * @param reason why it is not trusted, such as {@code it is self-signed}
 * @param fingerprint SHA-256 of the certificate's DER form: upper-case hex pairs joined by colons
 * @param certificate the certificate itself
 */
public record UntrustedCertificate(
    String host, int port, String reason, String fingerprint, X509Certificate certificate) {

  /** Checks that all is there. */
  public UntrustedCertificate {
    Objects.requireNonNull(host);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(certificate);
  }

  /** The distinguished name that it is for, by RFC 2253; empty when it has none. */
  public String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** The distinguished name of who issued it, by RFC 2253. */
  public String issuer() {
    return certificate.getIssuerX500Principal().getName();
  }

  /** The first moment at which it is valid. */
  public Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  /** The last moment at which it is valid. */
  public Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }
}
