package dev.vireo.vim.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256 fingerprints of certificates: upper-case hex pairs joined by colons. */
public final class Fingerprint {

  private static final HexFormat FORMAT = HexFormat.ofDelimiter(":").withUpperCase();

  private Fingerprint() {}

  /**
   * The fingerprint of a certificate, as {@code openssl x509 -fingerprint -sha256} prints it.
   *
   * @throws CertificateEncodingException when the certificate has no DER form
   */
  public static String of(X509Certificate certificate) throws CertificateEncodingException {
    try {
      return format(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String format(byte[] digest) {
    return FORMAT.formatHex(digest);
  }
}
