package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
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
 *
 * <p>{@link javax.net.ssl.HttpsURLConnection} shares idle connections between callers with the same
 * factory, so one factory per transport also keeps transports apart.
 */
final class TlsSockets extends SSLSocketFactory {

  /**
   * Groups for the key exchange, in order of preference. JDK 25 computes a table of some 60 ms at
   * the first use of secp256r1, and a client sends its first group before it knows what the server
   * takes; secp384r1 costs a sixth of that and every vSphere server takes it.
   */
  private static final String[] NAMED_GROUPS = {"secp384r1", "secp256r1", "secp521r1", "x25519"};

  private final TlsPolicy policy;
  private final @Nullable ProxySpec proxy;
  private final OpenSockets sockets;
  private @Nullable SSLSocketFactory factory;

  /**
   * @param policy which certificates are trusted
   * @param proxy the SOCKS proxy to go through; null for none, also where connections come
   *     tunnelled through an HTTP proxy
   * @param sockets where to note the sockets
   */
  TlsSockets(TlsPolicy policy, @Nullable ProxySpec proxy, OpenSockets sockets) {
    this.policy = policy;
    this.proxy = proxy;
    this.sockets = sockets;
  }

  /** Called first unless an HTTP proxy is used: what it returns is connected, then layered. */
  @Override
  public Socket createSocket() throws IOException {
    CallSocket socket = CallSocket.through(proxy);
    sockets.add(socket);
    return socket;
  }

  /** Called for a connected socket, direct or through a proxy of any kind. */
  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    if (!(socket instanceof CallSocket)) {
      sockets.add(socket);
      HttpCall.useSocket(socket);
      HttpCall.enterHandshake();
    }
    SSLSocket tls = (SSLSocket) jsse().createSocket(socket, host, port, autoClose);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setNamedGroups(NAMED_GROUPS);
    if (!(policy instanceof TlsPolicy.Pinned || policy instanceof TlsPolicy.NoVerify)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    tls.setSSLParameters(parameters);
    return tls;
  }

  private synchronized SSLSocketFactory jsse() throws SSLException {
    if (factory == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trustManager()}, null);
        factory = context.getSocketFactory();
      } catch (CaFileException e) {
        throw e;
      } catch (GeneralSecurityException | IOException e) {
        throw new SSLException("cannot set up TLS: " + e.getMessage(), e);
      }
    }
    return factory;
  }

  private PolicyTrustManager trustManager() throws GeneralSecurityException, IOException {
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
      CertificateFactory certificates = CertificateFactory.getInstance("X.509");
      for (Certificate certificate : certificates.generateCertificates(in)) {
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

  /**
   * Never connects by itself: {@link javax.net.ssl.HttpsURLConnection} would call this as a last
   * resort past a proxy that failed.
   */
  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw onlyLayered();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw onlyLayered();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw onlyLayered();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    throw onlyLayered();
  }

  private static IOException onlyLayered() {
    return new IOException("this factory makes TLS sockets over connected sockets only");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }
}
