package dev.vireo.vim.transport;

import dev.vireo.vim.TransportException.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Why a chain of certificates was rejected, in plain words.
 *
 * @param kind {@link Kind#TLS_OTHER_HOST} when nothing but the name is wrong, else {@link
 *     Kind#TLS_UNTRUSTED}
 * @param text one phrase that continues "the certificate is not trusted: "
 */
record RejectionReason(Kind kind, String text) {

  private static final int SAN_DNS = 2;
  private static final int SAN_IP = 7;

  /**
   * Finds all reasons that apply.
   *
   * @param chain the chain as the server sent it
   * @param authType the key exchange, as given to the trust manager
   * @param authorities the trust manager that rejected the chain
   * @param rejection how it rejected it
   */
  static RejectionReason of(
      X509Certificate[] chain,
      String authType,
      X509ExtendedTrustManager authorities,
      CertificateException rejection) {
    List<String> reasons = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      String validity = validity(certificate, certificate.equals(chain[0]));
      if (validity != null) {
        reasons.add(validity);
      }
    }
    if (reasons.isEmpty() && isTrustedWithoutName(chain, authType, authorities)) {
      List<String> names = names(chain[0]);
      return new RejectionReason(
          Kind.TLS_OTHER_HOST,
          names.isEmpty()
              ? "it names no host"
              : "it is for another host, namely " + String.join(", ", names));
    }
    if (isSelfSigned(chain[0])) {
      reasons.add("it is self-signed");
    } else if (hasNoPathToAnAuthority(rejection)) {
      X509Certificate last = chain[chain.length - 1];
      reasons.add("its authority is unknown: " + last.getIssuerX500Principal().getName());
    }
    return new RejectionReason(
        Kind.TLS_UNTRUSTED,
        reasons.isEmpty() ? deepestMessage(rejection) : String.join("; ", reasons));
  }

  private static @Nullable String validity(X509Certificate certificate, boolean leaf) {
    String subject = leaf ? "it" : "its issuer " + certificate.getSubjectX500Principal().getName();
    try {
      certificate.checkValidity();
      return null;
    } catch (CertificateExpiredException e) {
      return subject + " expired on " + certificate.getNotAfter().toInstant();
    } catch (CertificateNotYetValidException e) {
      return subject + " is not valid before " + certificate.getNotBefore().toInstant();
    }
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false; // same names, another key: issued by an authority that copies its name
    }
  }

  private static boolean hasNoPathToAnAuthority(Throwable rejection) {
    for (Throwable t = rejection; t != null; t = t.getCause()) {
      if (t instanceof CertPathBuilderException) {
        return t.getCause() == null;
      }
    }
    return false;
  }

  private static boolean isTrustedWithoutName(
      X509Certificate[] chain, String authType, X509ExtendedTrustManager authorities) {
    try {
      authorities.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /** The host names and addresses that a certificate is for. */
  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
        if (name.get(0).equals(SAN_DNS)) {
          names.add((String) name.get(1));
        } else if (name.get(0).equals(SAN_IP)) {
          names.add(InetAddress.getByName((String) name.get(1)).getHostAddress());
        }
      }
    } catch (CertificateParsingException | UnknownHostException e) {
      names.add("(unreadable names)");
    }
    if (names.isEmpty() && !certificate.getSubjectX500Principal().getName().isEmpty()) {
      names.add(certificate.getSubjectX500Principal().getName());
    }
    return names;
  }

  private static String deepestMessage(Throwable rejection) {
    Throwable deepest = rejection;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
