package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.ServeLimits;
import dev.vireo.simulator.internal.wire.Admission;
import dev.vireo.simulator.internal.wire.Inbound;
import dev.vireo.simulator.internal.wire.Outbound;
import dev.vireo.simulator.internal.wire.RefusedRequestException;
import dev.vireo.simulator.internal.wire.RequestBody;
import dev.vireo.simulator.internal.wire.RequestHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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

  /** So much of a body is read for nothing, if the connection can go on then. */
  private static final int DRAINED = 64 * 1024;

  private final Socket raw;
  private final @Nullable SSLContext tls;
  private final RequestHandler handler;
  private final ServeLimits limits;
  private final Deadline deadline = new Deadline();
  private final CountDownLatch ended = new CountDownLatch(1);

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
    ended.countDown();
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
        if (!exchange(socket, in, writer)) {
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
  private boolean exchange(Socket socket, ConnectionInput in, AnswerWriter writer)
      throws IOException, InterruptedException {
    RequestHead head = RequestHead.read(in, limits.headBytes());
    Inbound request = head.inbound(raw.getInetAddress().getHostAddress(), tls != null);
    if (!head.hasBody()) {
      return answer(head, handle(request), writer);
    }
    switch (handler.admit(request, head.length())) {
      case Admission.Refused refused -> throw new RefusedRequestException(refused.answer());
      case Admission.Admitted admitted -> {
        try {
          if (head.length() > admitted.maxBody()) {
            throw RefusedRequestException.tooLarge();
          }
          return withBody(
              socket, head, request, body(head, admitted.maxBody(), in, writer), writer);
        } finally {
          admitted.release().run();
        }
      }
    }
  }

  private Outbound handle(Inbound request) throws IOException, InterruptedException {
    deadline.never(); // a client may wait for changes as long as it likes
    return handler.handle(request);
  }

  /** Answers a request whose body is read meanwhile, or is not. */
  private boolean withBody(
      Socket socket, RequestHead head, Inbound request, BodyInput body, AnswerWriter writer)
      throws IOException, InterruptedException {
    Outbound outbound = handle(request.with(new RequestBody(head.length(), body)));
    if (outbound instanceof Outbound.Answer answer && !body.drain(DRAINED, head.expects())) {
      refuse(socket, answer);
      return false;
    }
    return answer(head, outbound, writer);
  }

  private BodyInput body(RequestHead head, long most, ConnectionInput in, AnswerWriter writer) {
    BodyInput.Progress progress =
        new BodyInput.Progress() {

          private Deadline.@Nullable Transfer transfer;

          @Override
          public void begin() throws IOException {
            if (head.expects()) {
              writer.goOn();
            }
            transfer = transfer();
          }

          @Override
          public void come(long bytes) {
            if (transfer != null) {
              transfer.bytes(bytes);
            }
          }

          @Override
          public void end() {
            deadline.never();
          }
        };
    return new BodyInput(in, head.length(), most, limits.headBytes(), progress);
  }

  private Deadline.Transfer transfer() {
    return deadline.transfer(limits.transferTime(), limits.bytesPerSecond());
  }

  private boolean answer(RequestHead head, Outbound outbound, AnswerWriter writer)
      throws IOException, InterruptedException {
    return switch (outbound) {
      case Outbound.Answer answer -> {
        writer.write(answer, head.isHead(), head.kept(), transfer()::bytes);
        yield head.kept();
      }
      case Outbound.Drip drip -> {
        writer.drip(drip, head.kept());
        yield head.kept();
      }
      case Outbound.Cut cut -> {
        long length = cut.answer().body().size();
        if (cut.afterBytes() > 0 && length > 0) {
          long sent = head.isHead() ? 0 : Math.min(cut.afterBytes(), length - 1);
          writer.part(cut.answer(), sent, transfer()::bytes);
        }
        cut();
        yield false;
      }
      case Outbound.Stall stall -> {
        long sent = head.isHead() ? 0 : Math.min(stall.afterBytes(), stall.answer().body().size());
        writer.part(stall.answer(), sent, transfer()::bytes);
        deadline.never();
        yield awaitEnd();
      }
      case Outbound.Silence silence -> awaitEnd();
      case Outbound.TimedOut late -> awaitEnd();
      case Outbound.Deafness deafness -> awaitCut();
    };
  }

  /** Does nothing until the connection is cut. */
  private boolean awaitCut() throws InterruptedException {
    transfer();
    ended.await();
    return false;
  }

  /** Answers a client that may still send, and lets it read that. */
  private void refuse(Socket socket, Outbound.Answer answer) throws IOException {
    AnswerWriter writer = new AnswerWriter(socket.getOutputStream());
    writer.write(answer, false, false, transfer()::bytes);
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
