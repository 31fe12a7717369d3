package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.WireInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection to the server, through TLS and proxy where there are such. */
final class HttpConnection implements Closeable {

  private final SocketChannel channel;
  private final Socket socket;
  private final WireInput in;
  private final OutputStream out;
  private long idleSince;

  /**
   * @param channel the connection
   * @param socket what is read and written: its socket, or what encrypts that
   */
  HttpConnection(SocketChannel channel, Socket socket) throws IOException {
    this.channel = channel;
    this.socket = socket;
    this.in = new WireInput(socket.getInputStream());
    this.out = socket.getOutputStream();
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

  /** Waits for the server to say something, but not for long; false when it does not. */
  boolean says(Duration within) throws IOException {
    socket.setSoTimeout((int) within.toMillis());
    try {
      in.peek();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
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
