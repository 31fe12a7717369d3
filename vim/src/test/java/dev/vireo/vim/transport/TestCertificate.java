package dev.vireo.vim.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A certificate made for a test: DER written by hand over the JDK's signatures. */
record TestCertificate(X509Certificate certificate, KeyPair keys, List<X509Certificate> chain) {

  private static final byte[] ECDSA_WITH_SHA256 =
      sequence(oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));
  private static final byte[] RSA_WITH_SHA256 =
      sequence(
          oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B), tagged(0x05, new byte[0]));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What a certificate is to say. */
  static final class Request {
    private final String commonName;
    private final List<byte[]> alternatives = new ArrayList<>();
    private Instant from = Instant.now().minus(1, ChronoUnit.DAYS);
    private Instant until = Instant.now().plus(30, ChronoUnit.DAYS);
    private boolean authority;
    private boolean rsa;

    private Request(String commonName) {
      this.commonName = commonName;
    }

    Request dns(String name) {
      alternatives.add(tagged(0x82, name.getBytes(StandardCharsets.US_ASCII)));
      return this;
    }

    Request address(String literal) throws IOException {
      alternatives.add(tagged(0x87, InetAddress.getByName(literal).getAddress()));
      return this;
    }

    /** With a key that old hosts have. */
    Request rsa() {
      rsa = true;
      return this;
    }

    Request valid(Instant notBefore, Instant notAfter) {
      from = notBefore;
      until = notAfter;
      return this;
    }

    Request authority() {
      authority = true;
      return this;
    }

    TestCertificate selfSigned() throws GeneralSecurityException {
      return sign(null);
    }

    TestCertificate signedBy(TestCertificate issuer) throws GeneralSecurityException {
      return sign(issuer);
    }

    private TestCertificate sign(@Nullable TestCertificate issuer) throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
      if (rsa) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      KeyPair keys = generator.generateKeyPair();
      byte[] subject = name(commonName);
      byte[] issuerName =
          issuer == null ? subject : issuer.certificate.getSubjectX500Principal().getEncoded();
      PrivateKey signer = (issuer == null ? keys : issuer.keys).getPrivate();
      boolean byRsa = signer.getAlgorithm().equals("RSA");
      byte[] algorithm = byRsa ? RSA_WITH_SHA256 : ECDSA_WITH_SHA256;
      byte[] body =
          sequence(
              tagged(0xA0, integer(BigInteger.TWO)),
              integer(BigInteger.valueOf(System.nanoTime())),
              algorithm,
              issuerName,
              sequence(time(from), time(until)),
              subject,
              keys.getPublic().getEncoded(),
              tagged(0xA3, sequence(extensions())));
      Signature signature = Signature.getInstance(byRsa ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(signer);
      signature.update(body);
      byte[] der = sequence(body, algorithm, tagged(0x03, join(new byte[1], signature.sign())));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(certificate);
      if (issuer != null) {
        chain.addAll(issuer.chain);
      }
      return new TestCertificate(certificate, keys, List.copyOf(chain));
    }

    private byte[] extensions() {
      byte[] constraints =
          sequence(
              oid(0x55, 0x1D, 0x13),
              tagged(0x04, authority ? sequence(tagged(0x01, new byte[] {-1})) : sequence()));
      if (alternatives.isEmpty()) {
        return constraints;
      }
      byte[] names = sequence(alternatives.toArray(byte[][]::new));
      return join(constraints, sequence(oid(0x55, 0x1D, 0x11), tagged(0x04, names)));
    }
  }

  static Request named(String commonName) {
    return new Request(commonName);
  }

  /** A self-signed certificate for 127.0.0.1, ::1 and localhost. */
  static TestCertificate forLoopback() throws GeneralSecurityException, IOException {
    return named("esx.test").address("127.0.0.1").address("::1").dns("localhost").selfSigned();
  }

  String fingerprint() throws GeneralSecurityException {
    return Fingerprint.of(certificate);
  }

  String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** A context for a server that shows this certificate. */
  SSLContext serverContext() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = {'x'};
    store.setKeyEntry("key", keys.getPrivate(), password, chain.toArray(Certificate[]::new));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static byte[] name(String commonName) {
    byte[] text = tagged(0x0C, commonName.getBytes(StandardCharsets.UTF_8));
    return sequence(tagged(0x31, sequence(oid(0x55, 0x04, 0x03), text)));
  }

  private static byte[] time(Instant time) {
    return tagged(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] integer(BigInteger value) {
    return tagged(0x02, value.toByteArray());
  }

  private static byte[] oid(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return tagged(0x06, content);
  }

  private static byte[] sequence(byte[]... parts) {
    return tagged(0x30, join(parts));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 128) {
      out.write(length);
    } else if (length < 256) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
