package dev.vireo.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** A client that sends what it likes. Nothing of it waits longer than a minute. */
final class RawClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;
  private static final long PACE_NANOS = 5_000_000;

  /** More than fit into the times of the tests on the slowest machine. */
  private static final int MANY = 5000;

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  static RawClient connect(SimulatorServer server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096); // so that an answer that is not taken fills it soon
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    return of(socket);
  }

  static RawClient of(Socket socket) throws IOException {
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return new RawClient(socket);
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends some bytes, one at a time. */
  RawClient drip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      LockSupport.parkNanos(PACE_NANOS);
      send("1");
    }
    return this;
  }

  /** Sends one byte at a time until the server has closed the connection, which it must do. */
  void dripUntilClosed() {
    try {
      drip(MANY);
    } catch (IOException e) {
      return;
    }
    throw new AssertionError("The server puts up with a client that drips.");
  }

  /** All that comes until the server closes. */
  String all() throws IOException {
    StringBuilder answer = new StringBuilder();
    try {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        answer.append((char) next);
      }
    } catch (SocketException e) {
      // cut, which is an end as well
    }
    return answer.toString();
  }

  /** The next answer: its head, and as much of a body as that says. */
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (!answer.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return answer.toString();
      }
      answer.append((char) next);
    }
    int length = 0;
    for (String line : answer.toString().split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return answer + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
