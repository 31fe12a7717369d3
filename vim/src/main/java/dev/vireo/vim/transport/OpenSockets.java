package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sockets under the TLS connections of one transport. {@link java.net.HttpURLConnection} keeps
 * idle ones in a cache of the whole process that nobody can empty; this list can end them all.
 */
final class OpenSockets {

  private final List<Socket> open = new ArrayList<>();
  private boolean closed;

  /** Takes a socket in. */
  synchronized void add(Socket socket) throws IOException {
    if (closed) {
      socket.close();
      throw new SocketException("the transport is closed");
    }
    open.removeIf(Socket::isClosed);
    open.add(socket);
  }

  /** Ends all connections, and every later one at once. */
  synchronized void closeAll() {
    closed = true;
    @Nullable UncheckedIOException failure = null;
    for (Socket socket : open) {
      try {
        close(socket);
      } catch (UncheckedIOException e) {
        failure = e;
      }
    }
    open.clear();
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends a connection without the good-bye of TLS, which could block. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a socket has failed", e);
    }
  }
}
