package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.BodyOutput;
import dev.vireo.vim.internal.http.HeadReader;
import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One transfer over HTTP, up to the head of its answer. A request whose body has not been touched
 * is sent a second time where a kept connection turns out to be dead.
 *
 * <p>Before a body that is large, or that there is only once, the server is asked whether it will
 * have it ({@code Expect: 100-continue}), so that a session that has ended costs nothing. Servers
 * that do not answer the question, as ESX of old, get the body after a moment.
 */
final class HttpTransfer implements HttpConnections.Exchange<HttpAnswer> {

  private static final int FIRST_ERROR = 400;

  /** Up to here a body is sent without a question. */
  private static final long SMALL = 1 << 20;

  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** The connection broke while a body was written, whose source is not to blame. */
  private static final class BrokenWayException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private final transient IOException reason;

    BrokenWayException(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** What was to be sent cannot be read. */
  static final class SourceFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient IOException reason;

    SourceFailedException(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    /** What the source threw. */
    IOException reason() {
      return reason;
    }
  }

  private final HttpConnections connections;
  private final HeadWriter heads;
  private final HttpCall call;
  private final TransferRequest request;
  private final boolean ask;
  private boolean touched;

  /**
   * @param ask whether the server is asked before it gets the body
   */
  HttpTransfer(
      HttpConnections connections,
      HeadWriter heads,
      HttpCall call,
      TransferRequest request,
      boolean ask) {
    this.connections = connections;
    this.heads = heads;
    this.call = call;
    this.request = request;
    this.ask = ask;
  }

  /** Whether it is worth asking before a body is sent. */
  static boolean isWorthAsking(TransferBody body) {
    return body.length() < 0 || body.length() > SMALL || (body.length() > 0 && body.isOnce());
  }

  /** Sends the request and reads the head of the answer, which is all that has been read then. */
  HttpAnswer send() throws IOException {
    connections.requireHost();
    return connections.use(call, this);
  }

  /** A server does nothing for a head whose body does not come. */
  @Override
  public boolean mayBeRepeated() {
    return HttpExchange.isReading(request.verb()) || (request.body().length() != 0 && !touched);
  }

  @Override
  public HttpAnswer over(HttpConnection connection) throws IOException {
    boolean answered = false;
    try {
      call.use(connection.channel());
      call.enter(HttpCall.Phase.SENDING);
      connection.out().write(head());
      connection.out().flush();
      ResponseHead early = ask ? refusal(connection) : null;
      if (early == null) {
        early = sendBody(connection);
      }
      call.enter(HttpCall.Phase.WAITING);
      ResponseHead head = early == null ? HeadReader.read(connection.in()) : early;
      heads.accept(request.path(), head);
      call.enter(HttpCall.Phase.READING);
      ResponseBody body = HttpExchange.body(request.verb(), head, connection);
      answered = true;
      return new HttpAnswer(connection, head, body, early == null);
    } finally {
      if (!answered) {
        call.finish();
        connection.close();
      }
    }
  }

  private byte[] head() {
    TransferBody body = request.body();
    boolean none =
        body.length() == 0
            && request.verb() != WireRequest.Verb.PUT
            && request.verb() != WireRequest.Verb.POST;
    TransferRequest sent = ask ? request.with("Expect", "100-continue") : request;
    long length = none ? HeadWriter.NO_BODY : Math.max(body.length(), BodyOutput.CHUNKED);
    return heads.head(sent.verb(), sent.path(), sent.headers(), length);
  }

  /** The server's answer when it will not have the body; null when it will, or does not say. */
  private @Nullable ResponseHead refusal(HttpConnection connection) throws IOException {
    call.await();
    if (!connection.says(MOMENT)) {
      return null;
    }
    ResponseHead first = HeadReader.readNext(connection.in());
    return first.isFinal() ? first : null;
  }

  /**
   * Sends the body.
   *
   * @return null, or the answer of a server that refuses the rest of it
   */
  private @Nullable ResponseHead sendBody(HttpConnection connection) throws IOException {
    TransferBody body = request.body();
    if (body.length() == 0) {
      return null;
    }
    touched = true;
    BodyOutput out = new BodyOutput(new Wire(connection.out()), body.length());
    try {
      call.pause();
      body.writeTo(out);
      out.finish();
      return null;
    } catch (BrokenWayException e) {
      return reasonFor(e.reason, connection);
    } catch (IOException e) {
      throw new SourceFailedException(e);
    } finally {
      call.await();
    }
  }

  /** The refusal that made the server hang up; it may have arrived all the same. */
  private ResponseHead reasonFor(IOException broken, HttpConnection connection) throws IOException {
    try {
      if (!call.isOver()) {
        call.await();
        ResponseHead head = HeadReader.read(connection.in());
        if (head.status() >= FIRST_ERROR) {
          return head;
        }
      }
    } catch (IOException e) {
      broken.addSuppressed(e);
    }
    throw broken;
  }

  /** The connection, whose failures are told from those of what is sent. */
  private final class Wire extends OutputStream {

    private final OutputStream out;

    Wire(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      moving(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
      moving(out::flush);
    }

    private void moving(Move move) {
      call.await();
      try {
        move.run();
      } catch (IOException e) {
        throw new BrokenWayException(e);
      } finally {
        call.pause();
      }
    }
  }

  /** Something that the connection does. */
  private interface Move {
    void run() throws IOException;
  }
}
