package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.BodyLimit;
import dev.vireo.vim.internal.http.BodyReader;
import dev.vireo.vim.internal.http.HeadReader;
import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * How a call of one transport goes to the server and its answer comes back: over a kept connection,
 * or a new one. A request is sent a second time only if it only reads and the first connection was
 * a kept one that ended before any byte of the answer; what else may be repeated is for {@link
 * RetryingTransport} to know.
 */
final class HttpExchange {

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  /** Up to here head and body are sent in one piece. */
  private static final int ONE_PIECE = 64 * 1024;

  private final HttpConnections connections;
  private final HeadWriter heads;
  private final BodyReader bodies;

  HttpExchange(HttpOptions options, HttpConnections connections, HeadWriter heads) {
    this.connections = connections;
    this.heads = heads;
    this.bodies =
        new BodyReader(BodyLimit.of(options.maxResponseBytes(), Runtime.getRuntime().maxMemory()));
  }

  /** Sends the request and reads the whole answer. */
  WireResponse send(HttpCall call, WireRequest request) throws IOException {
    connections.requireHost();
    byte[] head = head(request);
    return connections.use(
        call,
        new HttpConnections.Exchange<WireResponse>() {
          @Override
          public WireResponse over(HttpConnection connection) throws IOException {
            return HttpExchange.this.over(connection, call, request, head);
          }

          @Override
          public boolean mayBeRepeated() {
            return isReading(request.verb());
          }
        });
  }

  /** Whether requests of this sort read, and do nothing else. */
  static boolean isReading(Verb verb) {
    return verb == Verb.GET || verb == Verb.HEAD;
  }

  private WireResponse over(
      HttpConnection connection, HttpCall call, WireRequest request, byte[] head)
      throws IOException {
    boolean reusable = false;
    try {
      call.use(connection.channel());
      call.enter(HttpCall.Phase.SENDING);
      write(connection, head, request.body());
      call.enter(HttpCall.Phase.WAITING);
      ResponseHead answer = HeadReader.read(connection.in());
      heads.accept(request.path(), answer);
      call.enter(HttpCall.Phase.READING);
      ResponseBody body = body(request.verb(), answer, connection);
      WireResponse response = read(request, answer, body);
      reusable = isReusable(answer, body, connection);
      return response;
    } finally {
      call.finish();
      connections.giveBack(connection, reusable);
    }
  }

  private byte[] head(WireRequest request) {
    return heads.head(
        request.verb(),
        request.path(),
        request.headers(),
        isReading(request.verb()) ? HeadWriter.NO_BODY : request.body().length);
  }

  /** The body that follows a head. */
  static ResponseBody body(Verb verb, ResponseHead answer, HttpConnection connection)
      throws IOException {
    return verb == Verb.HEAD
        ? ResponseBody.absent(answer, connection.in())
        : ResponseBody.of(answer, connection.in());
  }

  /** Whether a connection can be used again behind a body that has been read to its end. */
  static boolean isReusable(ResponseHead answer, ResponseBody body, HttpConnection connection)
      throws IOException {
    return body.delimited() && answer.keepsConnection() && !connection.in().hasMore();
  }

  private static void write(HttpConnection connection, byte[] head, byte[] body)
      throws IOException {
    if (body.length > ONE_PIECE) {
      connection.out().write(head);
      connection.out().write(body);
    } else {
      byte[] both = Arrays.copyOf(head, head.length + body.length);
      System.arraycopy(body, 0, both, head.length, body.length);
      try {
        connection.out().write(both);
      } finally {
        Arrays.fill(both, (byte) 0); // the body may hold a password
      }
    }
    connection.out().flush();
  }

  private WireResponse read(WireRequest request, ResponseHead head, ResponseBody body)
      throws IOException {
    byte[] bytes = bodies.read(body.stream(), body.length());
    if (bytes.length == 0 && !body.delimited() && mustHaveBody(request, head)) {
      throw new EOFException("the answer ends after its headers");
    }
    return new WireResponse(head.status(), head.fields(), bytes);
  }

  /**
   * Whether an answer without a body was cut off: servers that have nothing to say to a VI call
   * send a length of zero.
   */
  private static boolean mustHaveBody(WireRequest request, ResponseHead head) {
    return request.verb() == Verb.POST && (head.status() == OK || head.status() == SERVER_ERROR);
  }
}
