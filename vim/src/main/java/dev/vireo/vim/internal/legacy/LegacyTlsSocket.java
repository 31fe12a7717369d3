package dev.vireo.vim.internal.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsException;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;

/**
 * A TLS socket in the JDK's shape, so that the trust manager asks it for the host name as it asks
 * any other, and the certificate is judged by the same rules. Only a client that knows which
 * versions and ciphers it wants has a use for it: there is nothing to set.
 */
final class LegacyTlsSocket extends SSLSocket {

  private final Socket socket;
  private final LegacySession session;
  private final TlsClientProtocol protocol;
  private final LegacyTlsClient client;
  private SSLParameters parameters = new SSLParameters();

  LegacyTlsSocket(Socket socket, LegacySession session, X509ExtendedTrustManager judge)
      throws IOException {
    this.socket = socket;
    this.session = session;
    this.protocol = new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
    this.client =
        new LegacyTlsClient(
            session, (chain, keyExchange) -> judge.checkServerTrusted(chain, keyExchange, this));
  }

  @Override
  public void startHandshake() throws IOException {
    try {
      protocol.connect(client);
    } catch (TlsFatalAlertReceived e) {
      throw handshakeException("Received fatal alert: " + name(e.getAlertDescription()), e);
    } catch (TlsFatalAlert e) {
      throw handshakeException(
          e.getCause() == null ? name(e.getAlertDescription()) : String.valueOf(e.getMessage()), e);
    } catch (TlsException e) {
      throw handshakeException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SSLHandshakeException handshakeException(String message, IOException cause) {
    SSLHandshakeException e = new SSLHandshakeException(message);
    e.initCause(cause);
    return e;
  }

  private static String name(short alert) {
    return AlertDescription.getName(alert).toLowerCase(Locale.ROOT);
  }

  @Override
  public InputStream getInputStream() {
    return protocol.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() {
    return protocol.getOutputStream();
  }

  @Override
  public SSLSession getHandshakeSession() {
    return session;
  }

  @Override
  public SSLSession getSession() {
    return session;
  }

  @Override
  public SSLParameters getSSLParameters() {
    return parameters;
  }

  @Override
  public void setSSLParameters(SSLParameters params) {
    parameters = params;
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    socket.setSoTimeout(timeout);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return new String[0];
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    throw nothingToSet();
  }

  @Override
  public String[] getSupportedProtocols() {
    return new String[0];
  }

  @Override
  public String[] getEnabledProtocols() {
    return new String[0];
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    throw nothingToSet();
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    throw nothingToSet();
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    throw nothingToSet();
  }

  @Override
  public void setUseClientMode(boolean mode) {
    throw nothingToSet();
  }

  @Override
  public boolean getUseClientMode() {
    return true;
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    throw nothingToSet();
  }

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public void setWantClientAuth(boolean want) {
    throw nothingToSet();
  }

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    throw nothingToSet();
  }

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }

  private static UnsupportedOperationException nothingToSet() {
    return new UnsupportedOperationException("old TLS has nothing to set");
  }
}
