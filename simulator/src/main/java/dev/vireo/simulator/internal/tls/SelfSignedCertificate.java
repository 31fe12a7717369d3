package dev.vireo.simulator.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A key on curve P-384 with a certificate that it signed itself (RFC 5280), good for ten years. The
 * certificate is its own authority, so a client may be given it as {@code cacert}.
 *
 * @param key the private key
 * @param certificate the certificate
 */
public record SelfSignedCertificate(PrivateKey key, X509Certificate certificate) {

  private static final String ECDSA_WITH_SHA384 = "1.2.840.10045.4.3.3";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ORGANIZATION = "2.5.4.10";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final Duration LIFETIME = Duration.ofDays(3650);

  /**
   * Makes a new key and certificate.
   *
   * @param commonName the subject's name
   * @param dnsNames host names that the certificate is valid for
   * @param addresses IP addresses that the certificate is valid for
   * @param now the present; the certificate starts one day earlier, for clocks that are late
   */
  public static SelfSignedCertificate create(
      String commonName,
      Collection<String> dnsNames,
      Collection<InetAddress> addresses,
      Instant now) {
    try {
      SecureRandom random = new SecureRandom();
      // P-384 and not P-256: the first P-256 operation is the slow one on JDK 25.
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"), random);
      KeyPair pair = generator.generateKeyPair();
      byte[] body = body(pair, commonName, extensions(dnsNames, addresses), now, random);
      Signature signature = Signature.getInstance("SHA384withECDSA");
      signature.initSign(pair.getPrivate(), random);
      signature.update(body);
      byte[] der = Der.sequence(body, algorithm(), Der.bits(signature.sign()));
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return new SelfSignedCertificate(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make an EC P-384 certificate", e);
    }
  }

  private static byte[] body(
      KeyPair pair, String commonName, byte[] extensions, Instant now, SecureRandom random) {
    byte[] name =
        Der.sequence(
            Der.set(Der.sequence(Der.oid(ORGANIZATION), Der.utf8("Vireo simulator"))),
            Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
    Instant start = now.minus(Duration.ofDays(1));
    return Der.sequence(
        Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
        Der.integer(new BigInteger(120, random).setBit(120)),
        algorithm(),
        name,
        Der.sequence(Der.time(start), Der.time(start.plus(LIFETIME))),
        name,
        pair.getPublic().getEncoded(),
        Der.explicit(3, extensions));
  }

  private static byte[] algorithm() {
    return Der.sequence(Der.oid(ECDSA_WITH_SHA384));
  }

  private static byte[] extensions(Collection<String> dnsNames, Collection<InetAddress> addresses) {
    List<byte[]> names = new ArrayList<>();
    for (String dnsName : dnsNames) {
      names.add(Der.implicit(2, dnsName.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
    for (InetAddress address : addresses) {
      names.add(Der.implicit(7, address.getAddress()));
    }
    byte[] alternatives = Der.sequence(names.toArray(byte[][]::new));
    byte[] constraints = Der.sequence(Der.bool(true));
    return Der.sequence(
        Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.bool(true), Der.octets(constraints)),
        Der.sequence(Der.oid(SUBJECT_ALTERNATIVE_NAME), Der.octets(alternatives)));
  }

  /** SHA-256 of the certificate, as upper-case hex pairs joined by colons. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(digest.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot digest a certificate", e);
    }
  }

  /** A TLS context for a server that presents this certificate. */
  public SSLContext serverContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new SingleKeyManager(this)}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot serve TLS", e);
    }
  }

  /** The certificate and its key as PEM are not offered: only the certificate leaves this class. */
  @Override
  public String toString() {
    return "SelfSignedCertificate[" + fingerprint() + "]";
  }

  /** The certificate in PEM form, as a CA file takes it. */
  public String pem() {
    try {
      @Nullable String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot encode a certificate", e);
    }
  }
}
