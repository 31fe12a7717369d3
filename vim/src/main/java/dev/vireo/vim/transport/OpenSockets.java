package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

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
    open.forEach(OpenSockets::close);
    open.clear();
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
