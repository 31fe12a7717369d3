package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.BodyLimit;
import dev.vireo.vim.internal.http.BodyReader;
import dev.vireo.vim.internal.http.CookieJar;
import dev.vireo.vim.internal.http.HeadReader;
import dev.vireo.vim.internal.http.ProxyLoginException;
import dev.vireo.vim.internal.http.RequestHead;
import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * How a request of one transport goes to the server and its answer comes back: over a kept
 * connection, or a new one. A request is sent a second time only if it is a GET and the first
 * connection was a kept one that ended before any byte of the answer; what else may be repeated is
 * for {@link RetryingTransport} to know.
 */
final class HttpExchange {

  private static final int OK = 200;
  private static final int PROXY_LOGIN = 407;
  private static final int SERVER_ERROR = 500;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** Up to here head and body are sent in one piece. */
  private static final int ONE_PIECE = 64 * 1024;

  private final HttpOptions options;
  private final Connector connector;
  private final @Nullable TlsSockets tls;
  private final ConnectionPool pool;
  private final CookieJar cookies = new CookieJar();
  private final BodyReader bodies;

  HttpExchange(HttpOptions options, Connector connector, ConnectionPool pool) {
    this.options = options;
    this.connector = connector;
    this.pool = pool;
    this.tls = options.scheme() == HttpOptions.Scheme.HTTPS ? new TlsSockets(options) : null;
    this.bodies =
        new BodyReader(BodyLimit.of(options.maxResponseBytes(), Runtime.getRuntime().maxMemory()));
  }

  /** Sends the request and reads the whole answer. */
  WireResponse send(HttpCall call) throws IOException {
    if (!Resolver.isHostText(options.host())) {
      throw new UnknownHostException(options.host());
    }
    byte[] head = head(call.request());
    HttpConnection kept = pool.take();
    if (kept != null) {
      long before = kept.in().received();
      try {
        return over(kept, call, head);
      } catch (IOException e) {
        if (kept.in().received() != before || !maySendAgain(call)) {
          throw e;
        }
      }
    }
    return over(open(call), call, head);
  }

  private static boolean maySendAgain(HttpCall call) {
    return call.request().verb() == WireRequest.Verb.GET
        && call.ended() == null
        && !Thread.currentThread().isInterrupted();
  }

  private HttpConnection open(HttpCall call) throws IOException {
    call.enter(HttpCall.Phase.CONNECTING);
    SocketChannel channel = connector.connect(call);
    boolean complete = false;
    try {
      Socket socket = channel.socket();
      HttpConnection connection;
      if (tls == null) {
        connection = new HttpConnection(channel, socket.getInputStream(), socket.getOutputStream());
      } else {
        call.enter(HttpCall.Phase.HANDSHAKE);
        SSLSocket layer = tls.layer(socket);
        connection = new HttpConnection(channel, layer.getInputStream(), layer.getOutputStream());
      }
      complete = true;
      return connection;
    } finally {
      if (!complete) {
        HttpConnection.release(channel);
      }
    }
  }

  private WireResponse over(HttpConnection connection, HttpCall call, byte[] head)
      throws IOException {
    boolean reusable = false;
    try {
      call.use(connection.channel());
      call.enter(HttpCall.Phase.SENDING);
      write(connection, head, call.request().body());
      call.enter(HttpCall.Phase.WAITING);
      ResponseHead answer = HeadReader.read(connection.in());
      if (answer.status() == PROXY_LOGIN && options.proxy() != null) {
        throw new ProxyLoginException();
      }
      call.enter(HttpCall.Phase.READING);
      answer.cookies().forEach(cookie -> cookies.store(call.request().path(), cookie));
      ResponseBody body = ResponseBody.of(answer, connection.in());
      WireResponse response = read(call.request(), answer, body);
      reusable = body.delimited() && answer.keepsConnection() && !connection.in().hasMore();
      return response;
    } finally {
      call.finish();
      if (reusable) {
        pool.give(connection);
      } else {
        connection.close();
      }
    }
  }

  private byte[] head(WireRequest request) {
    boolean wholeUrl =
        options.proxy() != null && options.proxy().type() == ProxySpec.Type.HTTP && tls == null;
    RequestHead head =
        new RequestHead(
                request.verb().name(),
                wholeUrl ? options.origin() + request.path() : request.path())
            .add("Host", hostHeader())
            .add("User-Agent", options.userAgent())
            .add("Accept", "*/*")
            .add("Connection", "keep-alive");
    request.headers().forEach(head::add);
    String cookie = cookies.header(request.path());
    if (cookie != null) {
      head.add("Cookie", cookie);
    }
    if (request.verb() != WireRequest.Verb.GET) {
      head.add("Content-Length", String.valueOf(request.body().length));
    }
    return head.bytes();
  }

  /** The name of a network interface here means nothing to others. */
  private String hostHeader() {
    String host = options.host();
    int zone = host.indexOf('%');
    if (zone >= 0 && host.indexOf(':') >= 0) {
      host = host.substring(0, zone);
    }
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    int usual = tls == null ? HTTP_PORT : HTTPS_PORT;
    return options.port() == usual ? bracketed : bracketed + ":" + options.port();
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
    return request.verb() == WireRequest.Verb.POST
        && (head.status() == OK || head.status() == SERVER_ERROR);
  }
}
