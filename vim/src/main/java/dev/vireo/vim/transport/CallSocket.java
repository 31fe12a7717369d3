package dev.vireo.vim.transport;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The socket under a TLS connection, direct or through a SOCKS proxy. It tells the {@link HttpCall}
 * of the current thread that it works on this connection, new or taken from the idle ones, so that
 * the call can be ended from another thread: a blocked read ends when its socket is closed, and
 * only then.
 */
final class CallSocket extends Socket {

  /** The version 4 proxy to go through: the JDK talks to those only after a version 5 greeting. */
  private final @Nullable ProxySpec version4;

  private CallSocket(Proxy jdkProxy, @Nullable ProxySpec version4) {
    super(jdkProxy);
    this.version4 = version4;
  }

  /**
   * A socket that is not connected yet.
   *
   * @param proxy the proxy it will go through; null for none, which also keeps the JVM's own proxy
   *     settings out
   */
  static CallSocket through(@Nullable ProxySpec proxy) {
    if (proxy == null) {
      return new CallSocket(Proxy.NO_PROXY, null);
    }
    return switch (proxy.type()) {
      case SOCKS4, SOCKS4A -> new CallSocket(Proxy.NO_PROXY, proxy);
      case SOCKS5 -> new CallSocket(proxy.toProxy(), null);
      case HTTP -> throw new IllegalArgumentException("HTTP proxies are tunnelled by the client");
    };
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    HttpCall.useSocket(this);
    if (version4 == null) {
      super.connect(endpoint, timeout);
    } else {
      connectThrough(version4, (InetSocketAddress) endpoint, timeout);
    }
    HttpCall.enterHandshake();
  }

  private void connectThrough(ProxySpec proxy, InetSocketAddress server, int timeout)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(proxy.host(), proxy.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(proxy.host());
    }
    super.connect(address, timeout);
    try {
      setSoTimeout(timeout);
      new Socks4Request(server, proxy.type() == ProxySpec.Type.SOCKS4A)
          .exchange(super.getInputStream(), super.getOutputStream());
      setSoTimeout(0);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        HttpCall.useSocket(CallSocket.this);
        out.write(bytes, offset, length);
      }
    };
  }
}
