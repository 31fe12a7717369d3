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
 * Asks a SOCKS version 5 proxy for a connection, and offers it no way to log in.
 *
 * <p>Source: RFC 1928.
 *
 * @param host the server's name, for the proxy to resolve; used where there is no address
 * @param address the server's address, or null
 * @param port its port
 */
public record Socks5Request(String host, @Nullable InetAddress address, int port) {

  private static final int VERSION = 5;
  private static final int CONNECT = 1;
  private static final int NO_LOGIN = 0;
  private static final int NONE_OF_THESE = 0xFF;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int IPV4_LENGTH = 4;
  private static final int IPV6_LENGTH = 16;
  private static final int PORT_LENGTH = 2;
  private static final int MAX_NAME = 255;

  /**
   * Sends the requests and reads the replies.
   *
   * @throws ProxyLoginException when the proxy demands a login
   * @throws ProxyFailedException when it refuses, or says something else
   */
  public void exchange(InputStream in, OutputStream out) throws IOException {
    out.write(new byte[] {VERSION, 1, NO_LOGIN});
    out.flush();
    byte[] method = read(in, 2);
    if ((method[1] & 0xFF) == NONE_OF_THESE) {
      throw new ProxyLoginException();
    }
    if (method[1] != NO_LOGIN) {
      throw new ProxyFailedException("it chose a way to log in that was not offered", null);
    }
    out.write(bytes());
    out.flush();
    byte[] reply = read(in, 4);
    if (reply[1] != 0) {
      throw ProxyFailedException.refused(refusal(reply[1] & 0xFF));
    }
    skipAddress(in, reply[3]);
  }

  private static byte[] read(InputStream in, int length) throws IOException {
    byte[] reply = in.readNBytes(length);
    if (reply.length < length || reply[0] != VERSION) {
      throw new ProxyFailedException("the reply is not one of SOCKS version 5", null);
    }
    return reply;
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {VERSION, CONNECT, 0});
    if (address == null) {
      byte[] name = host.getBytes(StandardCharsets.US_ASCII);
      if (name.length > MAX_NAME) {
        throw new ProxyFailedException("the host name is too long for it", null);
      }
      bytes.write(NAME);
      bytes.write(name.length);
      bytes.writeBytes(name);
    } else {
      bytes.write(address instanceof Inet4Address ? IPV4 : IPV6);
      bytes.writeBytes(address.getAddress());
    }
    bytes.write(port >> 8);
    bytes.write(port);
    return bytes.toByteArray();
  }

  /** The address that the proxy connects from is of no use. */
  private static void skipAddress(InputStream in, int type) throws IOException {
    int length =
        switch (type) {
          case IPV4 -> IPV4_LENGTH;
          case IPV6 -> IPV6_LENGTH;
          case NAME -> Math.max(in.read(), 0);
          default -> throw new ProxyFailedException("the reply has an unknown address type", null);
        };
    if (in.readNBytes(length + PORT_LENGTH).length < length + PORT_LENGTH) {
      throw new ProxyFailedException("the reply is not one of SOCKS version 5", null);
    }
  }

  private static String refusal(int code) {
    return switch (code) {
      case 1 -> "it reports a failure of its own";
      case 2 -> "its rules do not allow the connection";
      case 3 -> "it has no way to the network";
      case 4 -> "it has no way to the host";
      case 5 -> "the host refuses its connection";
      case 6 -> "its packets do not reach the host in time";
      case 7 -> "it does not know how to connect";
      case 8 -> "it does not know such addresses";
      default -> "the request was rejected with code " + code;
    };
  }
}
