package dev.vireo.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server on the loopback interface that is no VMware host: all its answers are the same text. */
final class BadServer implements AutoCloseable {
  private static final int REQUEST_BYTES = 8192;

  private final ServerSocket listener;
  private final @Nullable String answer;
  private final CountDownLatch closed = new CountDownLatch(1);

  private BadServer(ServerSocketFactory sockets, @Nullable String answer) {
    try {
      this.listener = sockets.createServerSocket(0, 8, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answer = answer;
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers these bytes as they are, and hangs up. */
  static BadServer answering(String text) {
    return new BadServer(ServerSocketFactory.getDefault(), text);
  }

  /** Answers HTTP status 200 with a body. */
  static BadServer saying(String body) {
    return answering("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** Answers an HTTP status with a header and nothing else. */
  static BadServer refusing(String status, String header) {
    return answering("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
  }

  /** Takes requests and never answers. */
  static BadServer silent() {
    return new BadServer(ServerSocketFactory.getDefault(), null);
  }

  /** Speaks TLS, to say nothing afterwards. */
  static BadServer overTls(ServerSocketFactory sockets) {
    return new BadServer(sockets, "");
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // closed by the test
      }
    }
  }

  @SuppressWarnings("EmptyCatch") // clients that hang up are what this is for
  private void serve(Socket client) {
    try (client) {
      client.getInputStream().read(new byte[REQUEST_BYTES]);
      if (answer == null) {
        closed.await();
      } else {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException clientIsGone) {
      // nothing left to do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
