package dev.vireo.vim.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The connections of one transport: kept ones, and new ones with TLS where that is wanted. */
final class HttpConnections {

  /**
   * What is done over a connection.
   *
   * @param <T> what comes of it
   */
  interface Exchange<T> {

    /** Does it, and gives the connection back or closes it. */
    T over(HttpConnection connection) throws IOException;

    /** Whether doing it anew cannot make the server do anything twice. */
    boolean mayBeRepeated();
  }

  private final HttpOptions options;
  private final Connector connector;
  private final ConnectionPool pool;
  private final @Nullable TlsSockets tls;

  HttpConnections(HttpOptions options, Connector connector, ConnectionPool pool) {
    this.options = options;
    this.connector = connector;
    this.pool = pool;
    this.tls = options.scheme() == HttpOptions.Scheme.HTTPS ? new TlsSockets(options) : null;
  }

  /**
   * Does something over the connection of an earlier request that seems to be alive, or over a new
   * one. Where the kept one ends before any byte has come, it is done anew if it may be.
   */
  <T> T use(HttpCall call, Exchange<T> exchange) throws IOException {
    HttpConnection kept = pool.take();
    if (kept != null) {
      long before = kept.in().received();
      try {
        return exchange.over(kept);
      } catch (IOException e) {
        boolean silent = kept.in().received() == before;
        if (!silent || call.isOver() || !exchange.mayBeRepeated()) {
          throw e;
        }
      }
    }
    return exchange.over(open(call));
  }

  /**
   * Refuses a host of a name that could also end a line of a head.
   *
   * @throws UnknownHostException when there can be no host of that name
   */
  void requireHost() throws UnknownHostException {
    if (!Resolver.isHostText(options.host())) {
      throw new UnknownHostException(options.host());
    }
  }

  private HttpConnection open(HttpCall call) throws IOException {
    call.enter(HttpCall.Phase.CONNECTING);
    SocketChannel channel = connector.connect(call);
    boolean complete = false;
    try {
      Socket socket = channel.socket();
      if (tls != null) {
        call.enter(HttpCall.Phase.HANDSHAKE);
        socket = tls.layer(socket);
      }
      HttpConnection connection = new HttpConnection(channel, socket);
      complete = true;
      return connection;
    } finally {
      if (!complete) {
        HttpConnection.release(channel);
      }
    }
  }

  /**
   * Takes a connection back.
   *
   * @param reusable whether another request can be sent over it
   */
  void giveBack(HttpConnection connection, boolean reusable) {
    if (reusable) {
      pool.give(connection);
    } else {
      connection.close();
    }
  }

  /** Closes those that are kept, and each that comes back later. */
  void close() {
    pool.close();
  }
}
