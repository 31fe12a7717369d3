package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.internal.wire.Inbound;
import dev.vireo.simulator.internal.wire.RefusedRequestException;
import dev.vireo.simulator.internal.wire.RequestBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Request line and headers, read strictly (RFC 9112): what two readers could take for two different
 * requests is refused.
 *
 * @param method the HTTP method
 * @param target path and query as sent
 * @param headers headers by lower-case name, repeated ones joined
 * @param length size of the body; {@link #CHUNKED} when only its chunks tell
 * @param kept whether the connection goes on after the answer
 * @param expects whether the client waits for {@code 100 Continue} before it sends the body
 */
record RequestHead(
    String method,
    String target,
    Map<String, String> headers,
    long length,
    boolean kept,
    boolean expects) {

  /** A size that only the chunks tell. */
  static final long CHUNKED = -1;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern TARGET = Pattern.compile("[!-~]+");
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern VERSION = Pattern.compile("HTTP/[0-9]\\.[0-9]");

  /**
   * Reads it.
   *
   * @param most the most bytes
   * @throws RefusedRequestException when it is no request, or is too large
   */
  static RequestHead read(ConnectionInput in, int most) throws IOException {
    String first = in.line(most, 414);
    int left = most - first.length() - 2;
    if (first.isEmpty()) { // clients of old send one after a body
      first = in.line(left, 414);
      left -= first.length() + 2;
    }
    Map<String, List<String>> fields = new HashMap<>();
    while (true) {
      String line = in.line(left, 431);
      if (line.isEmpty()) {
        return of(first, fields);
      }
      left -= line.length() + 2;
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      if (colon < 0 || !TOKEN.matcher(name).matches()) {
        throw new RefusedRequestException(400, "A line of the headers is not 'name: value'.");
      }
      fields
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
          .add(line.substring(colon + 1).strip());
    }
  }

  private static RequestHead of(String first, Map<String, List<String>> fields)
      throws RefusedRequestException {
    String[] words = first.split(" ", -1);
    if (words.length != 3
        || !TOKEN.matcher(words[0]).matches()
        || !TARGET.matcher(words[1]).matches()
        || !VERSION.matcher(words[2]).matches()) {
      throw new RefusedRequestException(400, "The first line is not 'METHOD /path HTTP/1.1'.");
    }
    boolean current = words[2].equals("HTTP/1.1");
    if (!current && !words[2].equals("HTTP/1.0")) {
      throw new RefusedRequestException(505, "Only HTTP/1.0 and HTTP/1.1 are spoken.");
    }
    List<String> hosts = fields.getOrDefault("host", List.of());
    if (hosts.size() > 1 || (current && hosts.isEmpty())) {
      throw new RefusedRequestException(400, "The request needs one Host header.");
    }
    Map<String, String> headers = new HashMap<>();
    fields.forEach((name, values) -> headers.put(name, String.join("; ", values)));
    return new RequestHead(
        words[0],
        path(words[1]),
        headers,
        length(fields, current),
        kept(fields.getOrDefault("connection", List.of()), current),
        expects(fields.getOrDefault("expect", List.of()), current));
  }

  /** Path and query also of a target with scheme and host, as proxies get it. */
  private static String path(String target) throws RefusedRequestException {
    if (target.startsWith("/") || target.equals("*")) {
      return target;
    }
    String lower = target.toLowerCase(Locale.ROOT);
    int host = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
    if (host < 0) {
      throw new RefusedRequestException(400, "The target of the request is no path.");
    }
    int slash = target.indexOf('/', host);
    return slash < 0 ? "/" : target.substring(slash);
  }

  private static long length(Map<String, List<String>> fields, boolean current)
      throws RefusedRequestException {
    List<String> sizes = fields.getOrDefault("content-length", List.of());
    List<String> codings = fields.getOrDefault("transfer-encoding", List.of());
    if (codings.isEmpty()) {
      if (sizes.isEmpty()) {
        return 0;
      }
      if (sizes.size() > 1 || !SIZE.matcher(sizes.get(0)).matches()) {
        throw new RefusedRequestException(400, "The request needs one number as Content-Length.");
      }
      return Long.parseLong(sizes.get(0));
    }
    if (!sizes.isEmpty() || !current) {
      throw new RefusedRequestException(
          400, "A Transfer-Encoding needs HTTP/1.1 and no Content-Length.");
    }
    if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
      throw new RefusedRequestException(501, "The only Transfer-Encoding is 'chunked'.");
    }
    return CHUNKED;
  }

  private static boolean kept(List<String> connection, boolean current) {
    String options = String.join(",", connection).toLowerCase(Locale.ROOT);
    List<String> all = List.of(options.replace(" ", "").split(",", -1));
    return current ? !all.contains("close") : all.contains("keep-alive");
  }

  private static boolean expects(List<String> expectations, boolean current)
      throws RefusedRequestException {
    if (expectations.isEmpty() || !current) {
      return false;
    }
    if (expectations.size() > 1 || !expectations.get(0).equalsIgnoreCase("100-continue")) {
      throw new RefusedRequestException(417, "The only expectation is '100-continue'.");
    }
    return true;
  }

  boolean hasBody() {
    return length != 0;
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** The request as the host knows it, still without its body. */
  Inbound inbound(String client, boolean encrypted) {
    return new Inbound(method, target, headers, RequestBody.NONE, client, encrypted);
  }
}
