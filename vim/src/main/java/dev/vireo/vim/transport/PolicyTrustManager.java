package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException.Kind;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
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

  /** Where the authorities come from: reading those of the JVM takes time. */
  @FunctionalInterface
  interface Authorities {
    X509ExtendedTrustManager get() throws GeneralSecurityException;
  }

  private final @Nullable Authorities authorities;
  private final List<String> pins;
  private final String pinned;

  private PolicyTrustManager(@Nullable Authorities authorities, List<String> pins, String pinned) {
    this.authorities = authorities;
    this.pins = pins;
    this.pinned = pinned;
  }

  /** Trusts what the given manager trusts, and explains what it does not. */
  static PolicyTrustManager explaining(X509ExtendedTrustManager authorities) {
    return new PolicyTrustManager(() -> authorities, List.of(), "");
  }

  /** Trusts the certificate of this fingerprint alone. */
  static PolicyTrustManager pinned(TlsPolicy.Pinned policy) {
    return new PolicyTrustManager(null, List.of(policy.fingerprint()), "expected");
  }

  /**
   * Trusts the certificates of these fingerprints, and what the authorities trust, which are looked
   * at for others only.
   */
  static PolicyTrustManager knowing(TlsPolicy.Known policy, Authorities authorities) {
    return new PolicyTrustManager(authorities, policy.fingerprints(), "known");
  }

  /** Trusts every certificate. */
  static PolicyTrustManager trustingAll() {
    return new PolicyTrustManager(null, List.of(), "");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (isPinned(chain[0])) {
      return;
    }
    if (authorities != null) {
      X509ExtendedTrustManager judge = judge(authorities);
      try {
        judge.checkServerTrusted(chain, authType, socket);
      } catch (CertificateException e) {
        throw pins.isEmpty() ? untrusted(chain, authType, judge, e) : other(chain[0], e);
      }
    } else if (!pins.isEmpty()) {
      throw other(chain[0], null);
    }
  }

  private static X509ExtendedTrustManager judge(Authorities authorities)
      throws CertificateException {
    try {
      return authorities.get();
    } catch (GeneralSecurityException e) {
      throw new CertificateException("the JVM's authorities cannot be read", e);
    }
  }

  private boolean isPinned(X509Certificate certificate) throws CertificateException {
    byte[] presented = Fingerprint.of(certificate).getBytes(StandardCharsets.US_ASCII);
    for (String pin : pins) {
      if (MessageDigest.isEqual(presented, pin.getBytes(StandardCharsets.US_ASCII))) {
        return true;
      }
    }
    return false;
  }

  private static CertificateException untrusted(
      X509Certificate[] chain,
      String authType,
      X509ExtendedTrustManager judge,
      CertificateException rejection)
      throws CertificateException {
    RejectionReason reason = RejectionReason.of(chain, authType, judge, rejection);
    return new CertificateRejectedException(reason.kind(), reason.text(), chain[0], rejection);
  }

  private CertificateException other(
      X509Certificate certificate, @Nullable CertificateException rejection)
      throws CertificateException {
    return new CertificateRejectedException(
        Kind.TLS_OTHER_CERTIFICATE,
        "its fingerprint is not the " + pinned + " " + String.join(" or ", pins),
        certificate,
        rejection);
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
    return NONE; // asked by servers only
  }
}
