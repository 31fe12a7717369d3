package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.WireInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection to the server, through TLS and proxy where there are such. */
final class HttpConnection implements Closeable {

  private final SocketChannel channel;
  private final WireInput in;
  private final OutputStream out;
  private long idleSince;

  /**
   * @param channel the connection's socket
   * @param in what the server sends, decrypted
   * @param out where to write to it, to be encrypted
   */
  HttpConnection(SocketChannel channel, InputStream in, OutputStream out) {
    this.channel = channel;
    this.in = new WireInput(in);
    this.out = out;
  }

  SocketChannel channel() {
    return channel;
  }

  WireInput in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /** Since when nobody uses it, on the clock of {@link System#nanoTime}. */
  long idleSince() {
    return idleSince;
  }

  void markIdle() {
    idleSince = System.nanoTime();
  }

  /**
   * Whether the server has hung up, or sends what nobody asked for. That it has not is true for now
   * only; its hanging up may be on the way.
   */
  boolean isStale() {
    try {
      channel.configureBlocking(false);
      boolean stale = channel.read(ByteBuffer.allocate(1)) != 0;
      channel.configureBlocking(true);
      return stale;
    } catch (IOException e) {
      return true;
    }
  }

  /** Ends the connection without the good-bye of TLS, which could block. */
  @Override
  public void close() {
    release(channel);
  }

  /** Closes what nobody needs any more; that it fails is no failure of anybody's request. */
  static void release(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.getLogger(HttpTransport.class.getName())
          .log(Level.DEBUG, "closing a connection has failed", e);
    }
  }
}
