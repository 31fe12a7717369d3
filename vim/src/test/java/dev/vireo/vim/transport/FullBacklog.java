package dev.vireo.vim.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port on which connections neither stand nor are refused: its queue is full for good. */
final class FullBacklog extends ServerSocket {

  private final List<Socket> queue = new ArrayList<>();

  private FullBacklog() throws IOException {
    super(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  /** Fills the queue of a new port. */
  static FullBacklog listen() throws IOException {
    FullBacklog port = new FullBacklog();
    boolean full = false;
    while (!full) {
      Socket socket = new Socket();
      port.queue.add(socket);
      try {
        socket.connect(new InetSocketAddress(port.getInetAddress(), port.getLocalPort()), 200);
      } catch (SocketTimeoutException e) {
        full = true;
      }
    }
    return port;
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : queue) {
      socket.close();
    }
    super.close();
  }
}
