package dev.vireo.vim.internal.legacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * What this client wants of old TLS: its versions from 1.0 on, and the ciphers that hosts of that
 * time have among those that nobody can simply read. No export ciphers, RC4, NULL or anonymous key
 * exchange.
 */
final class LegacyTlsClient extends DefaultTlsClient {

  /** What the JDK demands too. */
  private static final int LEAST_DH_BITS = 1024;

  private static final int[] CIPHER_SUITES = {
    CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
    CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA256,
    CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256,
    CipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
    CipherSuite.TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA,
    CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
  };

  /** Decides about a server. */
  @FunctionalInterface
  interface Judge {
    void check(X509Certificate[] chain, String keyExchange) throws CertificateException;
  }

  private final LegacySession session;
  private final Judge judge;

  LegacyTlsClient(LegacySession session, Judge judge) {
    super(new BcTlsCrypto(new SecureRandom()));
    this.session = session;
    this.judge = judge;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv12.downTo(ProtocolVersion.TLSv10);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsUtils.getSupportedCipherSuites(getCrypto(), CIPHER_SUITES);
  }

  @Override
  public TlsDHGroupVerifier getDHGroupVerifier() {
    return group -> group.getP().bitLength() >= LEAST_DH_BITS;
  }

  /** Hosts from before 2010 do not know RFC 5746. Nobody renegotiates here, neither old nor new. */
  @Override
  public void notifySecureRenegotiation(boolean secureRenegotiation) {
    // either will do
  }

  @Override
  public void notifyServerVersion(ProtocolVersion serverVersion) throws IOException {
    super.notifyServerVersion(serverVersion);
    session.setProtocol(
        serverVersion.equals(ProtocolVersion.TLSv10)
            ? "TLSv1"
            : serverVersion.equals(ProtocolVersion.TLSv11) ? "TLSv1.1" : "TLSv1.2");
  }

  @Override
  protected @Nullable Vector<ServerName> getSNIServerNames() {
    String host = session.getPeerHost();
    boolean address =
        host.indexOf(':') >= 0 || Character.digit(host.charAt(host.length() - 1), 10) >= 0;
    if (address || host.indexOf('.') < 0) {
      return null;
    }
    Vector<ServerName> names = new Vector<>();
    names.add(new ServerName(NameType.host_name, host.getBytes(StandardCharsets.US_ASCII)));
    return names;
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
        try {
          judge.check(chain(shown.getCertificate().getCertificateList()), keyExchange());
        } catch (CertificateException e) {
          throw new TlsFatalAlert(AlertDescription.bad_certificate, e.getMessage(), e);
        }
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
        return null;
      }
    };
  }

  /** In the JDK's words: it says what the certificate's key has to be for. */
  private String keyExchange() {
    int suite = context.getSecurityParametersHandshake().getCipherSuite();
    return TlsUtils.getKeyExchangeAlgorithm(suite) == KeyExchangeAlgorithm.RSA ? "RSA" : "DHE_RSA";
  }

  private static X509Certificate[] chain(TlsCertificate[] shown)
      throws IOException, CertificateException {
    if (shown.length == 0) {
      throw new CertificateException("the server shows no certificate");
    }
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    X509Certificate[] chain = new X509Certificate[shown.length];
    for (int i = 0; i < shown.length; i++) {
      chain[i] =
          (X509Certificate)
              certificates.generateCertificate(new ByteArrayInputStream(shown[i].getEncoded()));
    }
    return chain;
  }
}
