package dev.vireo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** TLS 1.0 and nothing newer, before a host that speaks plain HTTP. */
final class OldTlsServer implements AutoCloseable {

  private final ServerSocket listener;
  private final int host;
  private final KeyPair keys;
  private final byte[] certificate;

  /**
   * @param host port of the host on the loopback interface
   */
  OldTlsServer(int host) throws IOException, GeneralSecurityException {
    this.host = host;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    this.keys = generator.generateKeyPair();
    this.certificate = selfSigned(keys);
    this.listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  private static byte[] selfSigned(KeyPair keys) throws IOException, GeneralSecurityException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    X500Name name = new X500Name("CN=old.test");
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(algorithm);
    generator.setIssuer(name);
    generator.setSubject(name);
    Instant now = Instant.now();
    generator.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
    generator.setEndDate(new Time(Date.from(now.plus(Duration.ofDays(30)))));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    TBSCertificate body = generator.generateTBSCertificate();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(body.getEncoded("DER"));
    return new DERSequence(
            new ASN1Encodable[] {body, algorithm, new DERBitString(signature.sign())})
        .getEncoded();
  }

  String authority() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      } catch (IOException e) {
        return; // closed by the test
      }
    }
  }

  @SuppressWarnings("EmptyCatch") // clients that hang up, or cannot speak old TLS, are expected
  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), host)) {
      TlsServerProtocol tls =
          new TlsServerProtocol(client.getInputStream(), client.getOutputStream());
      tls.accept(new Server());
      Thread.ofPlatform().daemon().start(() -> copy(server, tls.getOutputStream()));
      tls.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException clientIsGone) {
      // nothing left to do
    }
  }

  @SuppressWarnings("EmptyCatch") // either end may hang up
  private static void copy(Socket from, OutputStream to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to);
    } catch (IOException oneIsGone) {
      // nothing left to do
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Server extends DefaultTlsServer {

    Server() {
      super(new BcTlsCrypto(new SecureRandom()));
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv10.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA};
    }

    @Override
    protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
      BcTlsCrypto crypto = (BcTlsCrypto) getCrypto();
      return new BcDefaultTlsCredentialedDecryptor(
          crypto,
          new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)}),
          PrivateKeyFactory.createKey(keys.getPrivate().getEncoded()));
    }
  }
}
