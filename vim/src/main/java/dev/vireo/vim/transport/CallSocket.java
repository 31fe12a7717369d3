package dev.vireo.vim.transport;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * The socket under a direct TLS connection. It tells the {@link HttpCall} of the current thread
 * that it works on this connection, new or taken from the idle ones, so that the call can be ended
 * from another thread: a blocked read ends when its socket is closed, and only then.
 */
final class CallSocket extends Socket {

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    HttpCall.useSocket(this);
    super.connect(endpoint, timeout);
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
