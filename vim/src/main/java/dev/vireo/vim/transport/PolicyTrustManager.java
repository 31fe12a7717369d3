package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException.Kind;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides about server certificates as a {@link TlsPolicy} says, and throws {@link
 * CertificateRejectedException} with reason and fingerprint for those it rejects.
 *
 * <p>It is an extended trust manager because JSSE adds checks of its own (name, algorithms) around
 * a plain one, which a pin must not depend on.
 */
final class PolicyTrustManager extends X509ExtendedTrustManager {

  private static final X509Certificate[] NONE = {};

  private final @Nullable X509ExtendedTrustManager authorities;
  private final @Nullable String pin;

  private PolicyTrustManager(@Nullable X509ExtendedTrustManager authorities, @Nullable String pin) {
    this.authorities = authorities;
    this.pin = pin;
  }

  /** Trusts what the given manager trusts, and explains what it does not. */
  static PolicyTrustManager explaining(X509ExtendedTrustManager authorities) {
    return new PolicyTrustManager(authorities, null);
  }

  /** Trusts the certificate of this fingerprint alone. */
  static PolicyTrustManager pinned(TlsPolicy.Pinned policy) {
    return new PolicyTrustManager(null, policy.fingerprint());
  }

  /** Trusts every certificate. */
  static PolicyTrustManager trustingAll() {
    return new PolicyTrustManager(null, null);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (pin != null) {
      checkPin(chain[0], pin);
    }
    if (authorities != null) {
      try {
        authorities.checkServerTrusted(chain, authType, socket);
      } catch (CertificateException e) {
        RejectionReason reason = RejectionReason.of(chain, authType, authorities, e);
        throw new CertificateRejectedException(
            reason.kind(), reason.text(), Fingerprint.of(chain[0]), e);
      }
    }
  }

  private static void checkPin(X509Certificate certificate, String pin)
      throws CertificateException {
    String presented = Fingerprint.of(certificate);
    boolean same =
        MessageDigest.isEqual(
            presented.getBytes(StandardCharsets.US_ASCII), pin.getBytes(StandardCharsets.US_ASCII));
    if (!same) {
      throw new CertificateRejectedException(
          Kind.TLS_OTHER_CERTIFICATE,
          "its fingerprint is not the expected " + pin,
          presented,
          null);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this trust manager serves sockets only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this trust manager needs the socket to check the host name");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw clientsAreNotServed();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw clientsAreNotServed();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw clientsAreNotServed();
  }

  private static CertificateException clientsAreNotServed() {
    return new CertificateException("this trust manager judges servers only");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities == null ? NONE : authorities.getAcceptedIssuers();
  }
}
