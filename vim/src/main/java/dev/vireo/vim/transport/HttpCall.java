package dev.vireo.vim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer over {@link HttpURLConnection}, run on a thread of its own.
 *
 * <p>The own thread is what makes time-out, interruption and closing sound: name resolution,
 * connecting, the TLS handshake and reads of {@code HttpURLConnection} can neither be interrupted
 * nor bounded as a whole. The caller waits for {@link #result} and leaves when it must; {@link
 * #abandon} then ends this thread by closing its socket.
 */
final class HttpCall implements Runnable {

  /** How far a call has come. */
  enum Phase {
    /** Resolving, connecting, TLS handshake. */
    CONNECTING,
    /** Sending the request. */
    SENDING,
    /** Waiting for the answer's headers. */
    WAITING,
    /** Reading the answer's body. */
    READING
  }

  private static final ThreadLocal<@Nullable HttpCall> CURRENT = new ThreadLocal<>();

  private final HttpOptions options;
  private final @Nullable TlsSockets tls;
  private final CookieJar cookies;
  private final WireRequest request;
  private final CompletableFuture<WireResponse> result = new CompletableFuture<>();

  private volatile Phase phase = Phase.CONNECTING;
  private boolean abandoned;
  private @Nullable Socket socket;
  private @Nullable HttpURLConnection connection;

  /**
   * @param options where to and how
   * @param tls the maker of TLS sockets, null for plain HTTP
   * @param cookies the transport's cookies
   * @param request what to send
   */
  HttpCall(HttpOptions options, @Nullable TlsSockets tls, CookieJar cookies, WireRequest request) {
    this.options = options;
    this.tls = tls;
    this.cookies = cookies;
    this.request = request;
  }

  /** The answer, or the exception that ended the call, as it was thrown. */
  CompletableFuture<WireResponse> result() {
    return result;
  }

  /** How far the call has come. */
  Phase phase() {
    return phase;
  }

  /** Notes the socket that the current thread's call works on. */
  static void useSocket(Socket socket) throws IOException {
    HttpCall call = CURRENT.get();
    if (call != null) {
      call.attach(socket);
    }
  }

  private synchronized void attach(Socket used) throws IOException {
    if (abandoned) {
      used.close();
      throw new SocketException("nobody waits for this call any more");
    }
    socket = used;
  }

  /**
   * Ends the work on this call. A plain HTTP connection gives no hold on its socket once the body
   * is being read; its thread then ends with the next byte that comes, or with the request's
   * time-out.
   */
  synchronized void abandon() {
    abandoned = true;
    if (socket != null) {
      OpenSockets.close(socket);
    } else if (connection != null && tls == null && phase != Phase.READING) {
      connection.disconnect();
    }
  }

  private synchronized void enter(Phase next) throws IOException {
    if (abandoned) {
      throw new SocketException("nobody waits for this call any more");
    }
    phase = next;
  }

  @Override
  public void run() {
    CURRENT.set(this);
    try {
      result.complete(exchange());
    } catch (IOException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    } finally {
      CURRENT.remove();
    }
  }

  private WireResponse exchange() throws IOException {
    HttpURLConnection http = open();
    synchronized (this) {
      connection = http;
    }
    boolean complete = false;
    try {
      configure(http);
      http.connect();
      enter(Phase.SENDING);
      writeBody(http);
      enter(Phase.WAITING);
      WireResponse response = answer(http);
      complete = true;
      return response;
    } finally {
      if (!complete) {
        http.disconnect();
      }
    }
  }

  private HttpURLConnection open() throws IOException {
    ProxySpec proxy = options.proxy();
    URI uri = URI.create(options.origin() + request.path());
    return (HttpURLConnection)
        uri.toURL().openConnection(proxy == null ? Proxy.NO_PROXY : proxy.toProxy());
  }

  private void configure(HttpURLConnection http) throws IOException {
    int timeout = millis(request.timeout().toMillis());
    http.setConnectTimeout(Math.min(timeout, millis(options.connectTimeout().toMillis())));
    http.setReadTimeout(timeout);
    http.setInstanceFollowRedirects(false);
    http.setUseCaches(false);
    http.setAllowUserInteraction(false);
    http.setAuthenticator(NoPasswords.INSTANCE);
    if (http instanceof HttpsURLConnection https && tls != null) {
      https.setSSLSocketFactory(tls);
      // the trust manager has judged the name already where the policy looks at it
      https.setHostnameVerifier((host, session) -> true);
    }
    http.setRequestMethod(request.verb().name());
    http.setRequestProperty("User-Agent", options.userAgent());
    http.setRequestProperty("Accept", "*/*");
    request.headers().forEach(http::setRequestProperty);
    String cookie = cookies.header(request.path());
    if (cookie != null) {
      http.setRequestProperty("Cookie", cookie);
    }
    if (request.verb() != WireRequest.Verb.GET) {
      http.setDoOutput(true);
      // a body of known length is streamed, and a streamed request is never sent a second time
      http.setFixedLengthStreamingMode(request.body().length);
    }
  }

  /** In range for {@code setReadTimeout}, where zero would mean forever. */
  private static int millis(long millis) {
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }

  private void writeBody(HttpURLConnection http) throws IOException {
    if (http.getDoOutput()) {
      try (OutputStream out = http.getOutputStream()) {
        out.write(request.body());
      }
    }
  }

  private WireResponse answer(HttpURLConnection http) throws IOException {
    int status;
    try {
      status = http.getResponseCode();
    } catch (HttpRetryException e) {
      if (e.responseCode() != HttpURLConnection.HTTP_UNAUTHORIZED) {
        throw e;
      }
      return new WireResponse(e.responseCode(), Map.of(), new byte[0]);
    }
    if (status < 0) {
      throw new NotHttpException();
    }
    enter(Phase.READING);
    Map<String, String> headers = headers(http);
    InputStream in =
        status < HttpURLConnection.HTTP_BAD_REQUEST ? http.getInputStream() : http.getErrorStream();
    if (in == null) {
      return new WireResponse(status, headers, new byte[0]);
    }
    try (in) {
      BodyReader reader = new BodyReader(options.maxResponseBytes(), this::isAbandoned);
      byte[] body = reader.read(in, http.getContentLengthLong());
      if (body.length == 0 && mustHaveBody(status, headers)) {
        throw new java.io.EOFException("the answer ends after its headers");
      }
      return new WireResponse(status, headers, body);
    }
  }

  /**
   * Whether an answer without a body was cut off: servers that have nothing to say to a VI call
   * send a length of zero, so an answer without any length ended inside its headers.
   */
  private boolean mustHaveBody(int status, Map<String, String> headers) {
    return request.verb() == WireRequest.Verb.POST
        && (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_INTERNAL_ERROR)
        && !headers.containsKey("content-length")
        && !headers.containsKey("transfer-encoding");
  }

  private synchronized boolean isAbandoned() {
    return abandoned;
  }

  private Map<String, String> headers(HttpURLConnection http) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<@Nullable String, List<String>> field : http.getHeaderFields().entrySet()) {
      if (field.getKey() == null) {
        continue; // the status line
      }
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (name.equals("set-cookie")) {
        field.getValue().forEach(value -> cookies.store(request.path(), value));
      } else {
        headers.put(name, String.join(", ", field.getValue()));
      }
    }
    return headers;
  }
}
