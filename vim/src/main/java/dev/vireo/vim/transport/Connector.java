package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.ConnectRequest;
import dev.vireo.vim.internal.http.ProxyFailedException;
import dev.vireo.vim.internal.http.ProxyLoginException;
import dev.vireo.vim.internal.http.Socks4Request;
import dev.vireo.vim.internal.http.Socks5Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections to the server, directly or through the proxy, up to where TLS begins. Each
 * address of a host is tried in turn, and has its share of the time. Nothing of the process is
 * asked: no proxy selector, no authenticator, no property.
 */
final class Connector {

  private final HttpOptions options;
  private final Resolver resolver;

  Connector(HttpOptions options, Resolver resolver) {
    this.options = options;
    this.resolver = resolver;
  }

  /**
   * Connects.
   *
   * @throws ProxyFailedException when the way ends at the proxy
   * @throws UnknownHostException when the server has no address
   */
  SocketChannel connect(HttpCall call) throws IOException {
    ProxySpec proxy = options.proxy();
    if (proxy == null) {
      return dial(resolver.resolve(options.host(), call), options.port(), call);
    }
    if (proxy.type() != ProxySpec.Type.HTTP) {
      return throughSocks(proxy, call);
    }
    boolean tunnel = options.scheme() == HttpOptions.Scheme.HTTPS;
    return throughProxy(
        proxy,
        call,
        (in, out) -> {
          if (tunnel) {
            new ConnectRequest(options.authority(), options.userAgent()).exchange(in, out);
          }
        });
  }

  /** What is said to a proxy before the connection is one to the server. */
  @FunctionalInterface
  private interface Talk {
    void exchange(InputStream in, OutputStream out) throws IOException;
  }

  private SocketChannel throughSocks(ProxySpec proxy, HttpCall call) throws IOException {
    @Nullable InetAddress[] targets = targets(proxy, call);
    for (int i = 0; ; i++) {
      InetAddress target = targets[i];
      try {
        return throughProxy(proxy, call, (in, out) -> ask(proxy, target, in, out));
      } catch (ProxyFailedException e) {
        if (!e.isRefusal() || i == targets.length - 1) {
          throw e;
        }
      }
    }
  }

  private void ask(ProxySpec proxy, @Nullable InetAddress target, InputStream in, OutputStream out)
      throws IOException {
    if (proxy.type() == ProxySpec.Type.SOCKS5) {
      new Socks5Request(options.host(), target, options.port()).exchange(in, out);
    } else {
      new Socks4Request(options.host(), target, options.port()).exchange(in, out);
    }
  }

  /** The addresses to ask the proxy for; a null where it is to resolve the name. */
  private @Nullable InetAddress[] targets(ProxySpec proxy, HttpCall call) throws IOException {
    @Nullable InetAddress[] proxyResolves = {null};
    return switch (proxy.type()) {
      case SOCKS4A ->
          Resolver.isAddress(options.host())
              ? resolver.resolve(options.host(), call)
              : proxyResolves;
      case SOCKS4 -> ipv4First(resolver.resolve(options.host(), call));
      case SOCKS5 -> {
        try {
          yield resolver.resolve(options.host(), call);
        } catch (UnknownHostException e) {
          yield proxyResolves;
        }
      }
      case HTTP -> throw new IllegalArgumentException("not a SOCKS proxy");
    };
  }

  private static InetAddress[] ipv4First(InetAddress[] addresses) {
    InetAddress[] four =
        Arrays.stream(addresses).filter(Inet4Address.class::isInstance).toArray(InetAddress[]::new);
    return four.length == 0 ? addresses : four;
  }

  private SocketChannel throughProxy(ProxySpec proxy, HttpCall call, Talk talk) throws IOException {
    @Nullable SocketChannel channel = null;
    boolean complete = false;
    try {
      channel = dial(resolver.resolve(proxy.host(), call), proxy.port(), call);
      Socket socket = channel.socket();
      talk.exchange(socket.getInputStream(), socket.getOutputStream());
      complete = true;
      return channel;
    } catch (ProxyFailedException e) {
      throw e;
    } catch (ProxyLoginException e) {
      throw new ProxyFailedException(Failures.reason(e), e);
    } catch (IOException e) {
      throw new ProxyFailedException(reason(e), e);
    } finally {
      if (!complete && channel != null) {
        HttpConnection.release(channel);
      }
    }
  }

  private static String reason(IOException e) {
    return e instanceof UnknownHostException ? Failures.NO_ADDRESS : Failures.reason(e);
  }

  private static SocketChannel dial(InetAddress[] addresses, int port, HttpCall call)
      throws IOException {
    @Nullable IOException last = null;
    int tried = 0;
    while (tried < addresses.length && call.ended() == null) {
      long share = call.nanosLeft() / (addresses.length - tried);
      try {
        return dial(new InetSocketAddress(addresses[tried], port), share, call);
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (last != null) {
          e.addSuppressed(last);
        }
        last = e;
        tried++;
      }
    }
    if (last == null) {
      throw new ConnectException("no address was tried");
    }
    throw tried == 1 ? last : new UnreachableException(tried, last);
  }

  private static SocketChannel dial(InetSocketAddress address, long nanos, HttpCall call)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean complete = false;
    try {
      call.use(channel);
      Socket socket = channel.socket();
      socket.setTcpNoDelay(true);
      socket.connect(address, millis(nanos));
      complete = true;
      return channel;
    } finally {
      if (!complete) {
        HttpConnection.release(channel);
      }
    }
  }

  /** In range for {@code connect}, where zero would mean forever. */
  private static int millis(long nanos) {
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos), 1, Integer.MAX_VALUE);
  }
}
