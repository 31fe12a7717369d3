package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.ServeLimits;
import dev.vireo.simulator.internal.wire.Admission;
import dev.vireo.simulator.internal.wire.Inbound;
import dev.vireo.simulator.internal.wire.Outbound;
import dev.vireo.simulator.internal.wire.RequestHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection of a client, and its requests one after the other. */
final class Connection implements Runnable {

  private static final Logger LOGGER = System.getLogger(HttpFront.class.getName());

  /** The first byte of a TLS handshake. No request begins with it. */
  private static final int HANDSHAKE = 0x16;

  /** Time for a client to read its refusal while it still sends what nobody reads. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Socket raw;
  private final @Nullable SSLContext tls;
  private final RequestHandler handler;
  private final ServeLimits limits;
  private final Deadline deadline = new Deadline();

  /**
   * @param raw the connection
   * @param tls what encrypts it; null for plain HTTP
   */
  Connection(Socket raw, @Nullable SSLContext tls, RequestHandler handler, ServeLimits limits) {
    this.raw = raw;
    this.tls = tls;
    this.handler = handler;
    this.limits = limits;
  }

  /** Cuts it when its client has been too slow. */
  void cutWhenOverdue() {
    if (deadline.isOver()) {
      cut();
    }
  }

  /** Ends it, whatever goes on. */
  void cut() {
    try {
      raw.close();
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, "A connection cannot be closed", e);
    }
  }

  @Override
  public void run() {
    try (raw) {
      raw.setTcpNoDelay(true);
      deadline.in(limits.idleTime());
      int first = raw.getInputStream().read();
      if (first < 0) {
        return;
      }
      deadline.in(limits.headTime());
      if (tls != null && first == HANDSHAKE) {
        try (SSLSocket socket = encrypted(tls, first)) {
          serve(socket, new ConnectionInput(socket.getInputStream()));
        }
      } else if (tls != null) {
        refuse("This port speaks HTTPS: the address begins with https://.");
      } else if (first == HANDSHAKE) {
        refuse("This port speaks plain HTTP: the address begins with http://.");
      } else {
        ConnectionInput in = new ConnectionInput(raw.getInputStream());
        in.first(first);
        serve(raw, in);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, () -> "A connection ends: " + e.getMessage());
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, "The simulator failed on a request", e);
    }
  }

  private SSLSocket encrypted(SSLContext context, int first) throws IOException {
    InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, consumed, true);
    socket.startHandshake();
    return socket;
  }

  private void refuse(String reason) throws IOException {
    refuse(raw, new RefusedRequestException(400, reason).answer());
  }

  private void serve(Socket socket, ConnectionInput in) throws IOException, InterruptedException {
    AnswerWriter writer = new AnswerWriter(socket.getOutputStream());
    deadline.in(limits.idleTime());
    while (in.await()) {
      deadline.in(limits.headTime());
      try {
        if (!exchange(in, writer)) {
          return;
        }
      } catch (RefusedRequestException e) {
        refuse(socket, e.answer());
        return;
      }
      deadline.in(limits.idleTime());
    }
  }

  /** One request and its answer; false when the connection ends with it. */
  private boolean exchange(ConnectionInput in, AnswerWriter writer)
      throws IOException, InterruptedException, RefusedRequestException {
    RequestHead head = RequestHead.read(in, limits.headBytes());
    Inbound request = head.inbound(raw.getInetAddress().getHostAddress(), tls != null);
    if (!head.hasBody()) {
      return answer(head, request, writer);
    }
    switch (handler.admit(request, head.length())) {
      case Admission.Refused refused -> throw new RefusedRequestException(refused.answer());
      case Admission.Admitted admitted -> {
        try {
          byte[] body = body(head, admitted.maxBody(), in, writer);
          return answer(head, request.with(body), writer);
        } finally {
          admitted.release().run();
        }
      }
    }
  }

  private byte[] body(RequestHead head, long most, ConnectionInput in, AnswerWriter writer)
      throws IOException, RefusedRequestException {
    if (head.length() > most) {
      throw BodyReader.tooLarge();
    }
    if (head.expects()) {
      writer.goOn();
    }
    Deadline.Transfer transfer = deadline.transfer(limits.transferTime(), limits.bytesPerSecond());
    return new BodyReader(in, most, transfer::bytes).read(head.length(), limits.headBytes());
  }

  private boolean answer(RequestHead head, Inbound request, AnswerWriter writer)
      throws IOException, InterruptedException {
    deadline.never(); // a client may wait for changes as long as it likes
    return switch (handler.handle(request)) {
      case Outbound.Answer answer -> {
        allow(answer);
        writer.write(answer, head.isHead(), head.kept());
        yield head.kept();
      }
      case Outbound.Drip drip -> {
        writer.drip(drip, head.kept());
        yield head.kept();
      }
      case Outbound.Cut cut -> {
        int length = cut.answer().body().length;
        if (cut.afterBytes() > 0 && length > 0) {
          writer.part(cut.answer(), Math.min(cut.afterBytes(), length - 1));
        }
        cut();
        yield false;
      }
      case Outbound.Silence silence -> awaitEnd();
      case Outbound.TimedOut late -> awaitEnd();
    };
  }

  private void allow(Outbound.Answer answer) {
    deadline.transfer(limits.transferTime(), limits.bytesPerSecond()).bytes(answer.body().length);
  }

  /** Answers a client that may still send, and lets it read that. */
  private void refuse(Socket socket, Outbound.Answer answer) throws IOException {
    allow(answer);
    new AnswerWriter(socket.getOutputStream()).write(answer, false, false);
    socket.shutdownOutput();
    // Its system would throw the answer away if what it sends met a closed port.
    deadline.in(LINGER);
    awaitEnd();
  }

  /** Waits until the client has closed the connection. */
  private boolean awaitEnd() throws IOException {
    InputStream in = raw.getInputStream();
    byte[] discarded = new byte[8 * 1024];
    while (in.read(discarded) >= 0) {
      // nobody wants it
    }
    return false;
  }
}
