package dev.vireo.vim.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Asks a SOCKS version 4 proxy for a connection.
 *
 * <p>Source: the documents "SOCKS: A protocol for TCP proxy across firewalls" and "SOCKS 4A: A
 * Simple Extension to SOCKS 4 Protocol" by Ying-Da Lee.
 *
 * @param host the server's name, for the proxy to resolve; used where there is no address (4A)
 * @param address the server's address, or null
 * @param port its port
 */
public record Socks4Request(String host, @Nullable InetAddress address, int port) {

  private static final int VERSION = 4;
  private static final int CONNECT = 1;
  private static final int REPLY_LENGTH = 8;
  private static final int GRANTED = 90;

  /** An address that no host has: the proxy is to resolve the name that follows. */
  private static final byte[] NAME_FOLLOWS = {0, 0, 0, 1};

  /**
   * Sends the request and reads the reply.
   *
   * @throws ProxyFailedException when the proxy refuses, or when the address is not one of IPv4
   */
  public void exchange(InputStream in, OutputStream out) throws IOException {
    out.write(bytes());
    out.flush();
    byte[] reply = in.readNBytes(REPLY_LENGTH);
    if (reply.length < REPLY_LENGTH || reply[0] != 0) {
      throw new ProxyFailedException("the reply is not one of SOCKS version 4", null);
    }
    int code = reply[1] & 0xFF;
    if (code != GRANTED) {
      throw ProxyFailedException.refused("the request was rejected with code " + code);
    }
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    bytes.write(CONNECT);
    bytes.write(port >> 8);
    bytes.write(port);
    if (address == null) {
      bytes.write(NAME_FOLLOWS);
      bytes.write(0); // no user name
      bytes.write(host.getBytes(StandardCharsets.US_ASCII));
    } else if (address instanceof Inet4Address) {
      bytes.write(address.getAddress());
    } else {
      throw ProxyFailedException.refused("its version of SOCKS, 4, knows no IPv6 addresses");
    }
    bytes.write(0); // no user name, or the end of the host name
    return bytes.toByteArray();
  }
}
