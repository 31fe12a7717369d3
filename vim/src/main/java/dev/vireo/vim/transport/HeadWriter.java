package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.BodyOutput;
import dev.vireo.vim.internal.http.CookieJar;
import dev.vireo.vim.internal.http.ProxyLoginException;
import dev.vireo.vim.internal.http.RequestHead;
import dev.vireo.vim.internal.http.ResponseHead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all requests of a transport say before their body, and the cookies that they bring back. */
final class HeadWriter {

  /** The length of a body that there is not. */
  static final long NO_BODY = -2;

  private static final int PROXY_LOGIN = 407;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final HttpOptions options;
  private final boolean plain;
  private final CookieJar cookies = new CookieJar();

  HeadWriter(HttpOptions options) {
    this.options = options;
    this.plain = options.scheme() == HttpOptions.Scheme.HTTP;
  }

  /**
   * The head of a request.
   *
   * @param path path and query
   * @param length length of the body, {@link BodyOutput#CHUNKED} or {@link #NO_BODY}
   */
  byte[] head(WireRequest.Verb verb, String path, Map<String, String> headers, long length) {
    ProxySpec proxy = options.proxy();
    boolean wholeUrl = proxy != null && proxy.type() == ProxySpec.Type.HTTP && plain;
    RequestHead head =
        new RequestHead(verb.name(), wholeUrl ? options.origin() + path : path)
            .add("Host", hostHeader())
            .add("User-Agent", options.userAgent())
            .add("Accept", "*/*")
            .add("Connection", "keep-alive");
    headers.forEach(head::add);
    @Nullable String cookie = cookies.header(path);
    if (cookie != null) {
      head.add("Cookie", cookie);
    }
    if (length == BodyOutput.CHUNKED) {
      head.add("Transfer-Encoding", "chunked");
    } else if (length != NO_BODY) {
      head.add("Content-Length", String.valueOf(length));
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
    int usual = plain ? HTTP_PORT : HTTPS_PORT;
    return options.port() == usual ? bracketed : bracketed + ":" + options.port();
  }

  /**
   * Takes the head of an answer in.
   *
   * @param path path and query of the request
   * @throws ProxyLoginException when it is not the server's
   */
  void accept(String path, ResponseHead answer) throws ProxyLoginException {
    if (answer.status() == PROXY_LOGIN && options.proxy() != null) {
      throw new ProxyLoginException();
    }
    answer.cookies().forEach(cookie -> cookies.store(path, cookie));
  }
}
