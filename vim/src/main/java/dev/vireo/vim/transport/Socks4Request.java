package dev.vireo.vim.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * Asks a SOCKS version 4 proxy for a connection.
 *
 * <p>Source: the documents "SOCKS: A protocol for TCP proxy across firewalls" and "SOCKS 4A: A
 * Simple Extension to SOCKS 4 Protocol" by Ying-Da Lee.
 */
final class Socks4Request {

  private static final int VERSION = 4;
  private static final int CONNECT = 1;
  private static final int REPLY_LENGTH = 8;
  private static final int GRANTED = 90;

  /** An address that no host has: the proxy is to resolve the name that follows. */
  private static final byte[] NAME_FOLLOWS = {0, 0, 0, 1};

  private final InetSocketAddress server;
  private final boolean proxyResolves;

  /**
   * @param server where to connect
   * @param proxyResolves whether the proxy resolves the host name (version 4A)
   */
  Socks4Request(InetSocketAddress server, boolean proxyResolves) {
    this.server = server;
    this.proxyResolves = proxyResolves;
  }

  /**
   * Sends the request and reads the reply.
   *
   * @throws IOException when the proxy refuses, or when the server has no IPv4 address
   */
  void exchange(InputStream in, OutputStream out) throws IOException {
    out.write(bytes());
    out.flush();
    byte[] reply = in.readNBytes(REPLY_LENGTH);
    if (reply.length < REPLY_LENGTH || reply[0] != 0) {
      throw new SocketException("the reply is not one of SOCKS version 4");
    }
    int code = reply[1] & 0xFF;
    if (code != GRANTED) {
      throw new SocketException("the request was rejected with code " + code);
    }
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    bytes.write(CONNECT);
    bytes.write(server.getPort() >> 8);
    bytes.write(server.getPort());
    InetAddress address = server.getAddress();
    if (proxyResolves && !isLiteral()) {
      bytes.write(NAME_FOLLOWS);
      bytes.write(0); // no user name
      bytes.write(server.getHostString().getBytes(StandardCharsets.US_ASCII));
    } else if (address instanceof Inet4Address) {
      bytes.write(address.getAddress());
    } else if (address == null) {
      throw new UnknownHostException(server.getHostString());
    } else {
      throw new SocketException("SOCKS version 4 knows no IPv6 addresses");
    }
    bytes.write(0); // no user name, or the end of the host name
    return bytes.toByteArray();
  }

  private boolean isLiteral() {
    InetAddress address = server.getAddress();
    return address != null && address.getHostAddress().equals(server.getHostString());
  }
}
