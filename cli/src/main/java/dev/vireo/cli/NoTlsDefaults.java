package dev.vireo.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Takes the place of the JVM's default maker of TLS sockets. {@link HttpsURLConnection} fetches the
 * default for each connection, even one that gets its own as all of Vireo's do, and to make it the
 * JVM reads every certification authority that it knows: some tenth of the work of a short command.
 */
final class NoTlsDefaults extends SSLSocketFactory {

  private NoTlsDefaults() {}

  /** For a process that opens no other TLS connections than Vireo's. */
  static void install() {
    HttpsURLConnection.setDefaultSSLSocketFactory(new NoTlsDefaults());
  }

  private static IOException refusal() {
    return new IOException("every TLS connection of this process is made by its own rules");
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    throw refusal();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw refusal();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw refusal();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw refusal();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw refusal();
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
