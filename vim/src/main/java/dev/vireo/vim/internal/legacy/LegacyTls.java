package dev.vireo.vim.internal.legacy;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Where old TLS begins. */
public final class LegacyTls {

  private LegacyTls() {}

  /**
   * A TLS socket over a connection, before its handshake.
   *
   * @param socket the connection
   * @param host the server's name or address, which its certificate must be for
   * @param port its port
   * @param judge decides about the certificate
   * @throws NoClassDefFoundError when Bouncy Castle is not on the class path
   */
  public static SSLSocket over(Socket socket, String host, int port, X509ExtendedTrustManager judge)
      throws IOException {
    return new LegacyTlsSocket(socket, new LegacySession(host, port), judge);
  }
}
