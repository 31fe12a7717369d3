package dev.vireo.vim.transport;

import dev.vireo.vim.internal.legacy.LegacyTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes the TLS sockets of one transport. Nothing is read or computed before the first of them: a
 * program that fails earlier, or talks plain HTTP, does not pay for TLS.
 */
final class TlsSockets {

  /**
   * Groups for the key exchange, in order of preference. JDK 25 computes a table of some 60 ms at
   * the first use of secp256r1, and a client sends its first group before it knows what the server
   * takes; secp384r1 costs a sixth of that and every vSphere server takes it.
   */
  private static final String[] NAMED_GROUPS = {"secp384r1", "secp256r1", "secp521r1", "x25519"};

  /** More than the authorities of all the world take. */
  private static final int MOST_BYTES = 16 << 20;

  private final HttpOptions options;
  private @Nullable PolicyTrustManager judge;
  private @Nullable SSLSocketFactory factory;

  /**
   * @param options the server, and which certificates and versions are accepted
   */
  TlsSockets(HttpOptions options) {
    this.options = options;
  }

  /**
   * Puts TLS over a connection, and returns when the session stands.
   *
   * @param socket the connection to the server
   */
  SSLSocket layer(Socket socket) throws IOException {
    SSLSocket tls = options.legacyTls() ? legacy(socket) : current(socket);
    SSLParameters parameters = tls.getSSLParameters();
    TlsPolicy policy = options.tls();
    if (!(policy instanceof TlsPolicy.Pinned || policy instanceof TlsPolicy.NoVerify)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  private SSLSocket current(Socket socket) throws IOException {
    SSLSocket tls = (SSLSocket) jsse().createSocket(socket, options.host(), options.port(), false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setNamedGroups(NAMED_GROUPS);
    tls.setSSLParameters(parameters);
    return tls;
  }

  private SSLSocket legacy(Socket socket) throws IOException {
    X509ExtendedTrustManager manager = judge();
    try {
      return LegacyTls.over(socket, options.host(), options.port(), manager);
    } catch (NoClassDefFoundError e) {
      throw new LegacyTlsMissingException(e);
    }
  }

  private synchronized SSLSocketFactory jsse() throws IOException {
    if (factory == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {judge()}, null);
        factory = context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw noTls(e);
      }
    }
    return factory;
  }

  private synchronized PolicyTrustManager judge() throws IOException {
    if (judge == null) {
      try {
        judge = trustManager();
      } catch (CaFileException e) {
        throw e;
      } catch (GeneralSecurityException | IOException e) {
        throw noTls(e);
      }
    }
    return judge;
  }

  private static SSLException noTls(Exception e) {
    return new SSLException("cannot set up TLS: " + e.getMessage(), e);
  }

  private PolicyTrustManager trustManager() throws GeneralSecurityException, IOException {
    TlsPolicy policy = options.tls();
    // No switch over types: the JVM would make the code for one at each start.
    if (policy instanceof TlsPolicy.NoVerify) {
      return PolicyTrustManager.trustingAll();
    }
    if (policy instanceof TlsPolicy.Pinned pinned) {
      return PolicyTrustManager.pinned(pinned);
    }
    if (policy instanceof TlsPolicy.Known known) {
      return PolicyTrustManager.knowing(known, () -> authorities(null));
    }
    KeyStore store = policy instanceof TlsPolicy.CaFile(Path file) ? read(file) : null;
    return PolicyTrustManager.explaining(authorities(store));
  }

  private static X509ExtendedTrustManager authorities(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    for (TrustManager manager : managers.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("this JVM has no X.509 trust manager");
  }

  private static KeyStore read(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(file)) {
      // as a whole: what cannot be read is told from what is no certificate
      byte[] bytes = in.readNBytes(MOST_BYTES);
      CertificateFactory certificates = CertificateFactory.getInstance("X.509");
      for (Certificate certificate :
          certificates.generateCertificates(new ByteArrayInputStream(bytes))) {
        store.setCertificateEntry("ca-" + count++, certificate);
      }
    } catch (NoSuchFileException e) {
      throw new CaFileException("the CA file '" + file + "' does not exist", e);
    } catch (AccessDeniedException e) {
      throw new CaFileException("the CA file '" + file + "' may not be read", e);
    } catch (IOException e) {
      throw new CaFileException("the CA file '" + file + "' cannot be read: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new CaFileException("the CA file '" + file + "' is not in PEM format", e);
    }
    if (count == 0) {
      throw new CaFileException("the CA file '" + file + "' holds no certificate", null);
    }
    return store;
  }
}
