package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.files.PieceInput;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One transfer in this process. The client's thread writes the body, and reads the answer where it
 * lies; only the host's decisions are made on a thread of its own.
 */
final class InProcessTransfer {

  private final InProcessTransport transport;
  private final RequestHandler handler;
  private final TransferRequest request;
  private final InProcessCall call;
  private final BodyPipe pipe = new BodyPipe();
  private long sent;

  InProcessTransfer(InProcessTransport transport, RequestHandler handler, TransferRequest request) {
    this.transport = transport;
    this.handler = handler;
    this.request = request;
    this.call = new InProcessCall(request.operation(), request.idleTimeout());
  }

  TransferAnswer open() throws IOException {
    transport.begin(call);
    boolean open = false;
    try {
      if (Thread.currentThread().isInterrupted()) {
        throw call.failure(Kind.INTERRUPTED, null);
      }
      TransferAnswer answer = answer(outcome());
      open = true;
      return answer;
    } finally {
      pipe.cut();
      if (!open) {
        transport.forget(call);
      }
    }
  }

  private Outbound outcome() throws IOException {
    long length = request.body().length();
    if (length == 0) {
      call.start(handler, transport.inbound(request, RequestBody.NONE), () -> {});
      return call.await();
    }
    Inbound head = transport.inbound(request, RequestBody.NONE);
    return switch (handler.admit(head, length)) {
      case Admission.Refused refused -> refused.answer();
      case Admission.Admitted admitted -> {
        if (length > admitted.maxBody()) {
          admitted.release().run();
          yield RefusedRequestException.tooLarge().answer();
        }
        RequestBody body = new RequestBody(length, pipe.input(admitted.maxBody()));
        call.start(
            handler,
            head.with(body),
            () -> {
              pipe.refuse();
              admitted.release().run();
            });
        sendBody();
        yield call.await();
      }
    };
  }

  private void sendBody() throws IOException {
    try {
      if (!pipe.awaitWanted(call.nanos())) {
        return;
      }
      request.body().writeTo(new Sink());
      if (request.body().length() != TransferBody.UNKNOWN && sent != request.body().length()) {
        throw new IOException(
            "what is sent ends after " + sent + " of " + request.body().length() + " bytes");
      }
      pipe.finish();
    } catch (UnwantedException e) {
      // the answer says why
    } catch (TimeoutException e) {
      throw call.giveUp(Kind.TIMED_OUT, e);
    } catch (InterruptedException e) {
      throw call.interrupted(e);
    }
  }

  /** The host wants no more of the body: it has its answer. */
  private static final class UnwantedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwantedException() {
      super("the host reads no more", null, false, false);
    }
  }

  private TransferAnswer answer(Outbound outbound) {
    return switch (outbound) {
      case Outbound.Answer answer -> answer(answer, answer.body().size(), null);
      case Outbound.Drip drip -> answer(drip.answer(), drip.answer().body().size(), null);
      case Outbound.Cut cut -> {
        if (cut.afterBytes() == 0) {
          throw call.failure(Kind.CUT_OFF, null);
        }
        long size = Math.max(0, cut.answer().body().size() - 1);
        yield answer(cut.answer(), Math.min(cut.afterBytes(), size), Kind.CUT_OFF);
      }
      case Outbound.Stall stall -> {
        long size = stall.answer().body().size();
        yield answer(stall.answer(), Math.min(stall.afterBytes(), size), Kind.TIMED_OUT);
      }
      case Outbound.Silence silence -> throw call.failure(Kind.TIMED_OUT, null);
      case Outbound.Deafness deafness -> throw call.failure(Kind.TIMED_OUT, null);
      case Outbound.TimedOut late -> throw call.failure(Kind.TIMED_OUT, null);
    };
  }

  private TransferAnswer answer(Outbound.Answer answer, long size, @Nullable Kind after) {
    boolean head = request.verb() == Verb.HEAD;
    InputStream in = head ? InputStream.nullInputStream() : opened(answer.body());
    return new TransferAnswer(
        answer.status(),
        transport.headers(answer),
        answer.body().size(),
        new Body(in, head ? 0 : size, head ? null : after));
  }

  private InputStream opened(AnswerBody body) {
    try {
      return body.open();
    } catch (IOException e) {
      throw call.failure(Kind.CUT_OFF, e);
    }
  }

  /** Takes what the client sends to the host. */
  private final class Sink extends OutputStream {

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      long announced = request.body().length();
      if (announced != TransferBody.UNKNOWN && length > announced - sent) {
        throw new IOException("what is sent is longer than the " + announced + " bytes announced");
      }
      if (length == 0) {
        return;
      }
      Kind ended = call.ended();
      if (ended != null) {
        throw call.giveUp(ended == Kind.CLOSED ? Kind.CLOSED : Kind.CUT_OFF, null);
      }
      try {
        if (!pipe.write(bytes, offset, length, call.nanos())) {
          throw new UnwantedException();
        }
      } catch (TimeoutException e) {
        throw call.giveUp(Kind.TIMED_OUT, e);
      } catch (InterruptedException e) {
        throw call.interrupted(e);
      }
      sent += length;
    }
  }

  /** What the client reads. */
  private final class Body extends PieceInput {

    private final InputStream in;
    private final @Nullable Kind after;
    private long left;
    private boolean closed;

    /**
     * @param left how many bytes there are for the client
     * @param after how it fails behind them; null for not at all
     */
    Body(InputStream in, long left, @Nullable Kind after) {
      this.in = in;
      this.left = left;
      this.after = after;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("the answer has been closed");
      }
      if (length == 0) {
        return 0;
      }
      check();
      if (left == 0) {
        if (after != null) {
          throw call.failure(after, null);
        }
        close();
        closed = false; // its end can be read again
        return -1;
      }
      try {
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
          throw call.failure(Kind.CUT_OFF, null);
        }
        left -= count;
        return count;
      } catch (IOException e) {
        throw call.failure(Kind.CUT_OFF, e);
      }
    }

    private void check() {
      Kind ended = call.ended();
      if (ended != null) {
        throw call.failure(ended == Kind.CLOSED ? Kind.CLOSED : Kind.CUT_OFF, null);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw call.failure(Kind.INTERRUPTED, null);
      }
    }

    @Override
    public void close() throws IOException {
      closed = true;
      transport.forget(call);
      in.close();
    }
  }
}
