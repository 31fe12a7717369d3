package dev.vireo.vim.internal.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one transport. It has one server and one scheme, so a cookie's domain and {@code
 * Secure} are not looked at; path and expiry are. A host that was asked to talk plain HTTP marks
 * its session {@code Secure} all the same, and without it nobody would stay logged in. Values go
 * back exactly as they came, quotes included, because ESX quotes its session key and compares it
 * so.
 */
public final class CookieJar {

  /** A server has one or two cookies; more than this is a defect or an attack. */
  private static final int MAX_COOKIES = 32;

  private static final int MAX_LENGTH = 8192;

  private record Cookie(String name, String value, String path) {

    boolean appliesTo(String requestPath) {
      return requestPath.startsWith(path)
          && (path.endsWith("/")
              || requestPath.length() == path.length()
              || requestPath.charAt(path.length()) == '/');
    }
  }

  private final List<Cookie> cookies = new ArrayList<>();

  /** The {@code Cookie} header for a request, or null when there is none to send. */
  public synchronized @Nullable String header(String requestTarget) {
    StringBuilder header = new StringBuilder();
    String path = pathOf(requestTarget);
    for (Cookie cookie : cookies) {
      if (cookie.appliesTo(path)) {
        header.append(header.isEmpty() ? "" : "; ").append(cookie.name).append('=');
        header.append(cookie.value);
      }
    }
    return header.isEmpty() ? null : header.toString();
  }

  /**
   * Takes in one {@code Set-Cookie} header of the answer to a request. One that is none, or holds
   * what a {@code Cookie} header cannot, is left out.
   */
  public synchronized void store(String requestTarget, String setCookie) {
    int end = setCookie.indexOf(';');
    String pair = end < 0 ? setCookie : setCookie.substring(0, end);
    int equals = pair.indexOf('=');
    if (equals < 1 || setCookie.length() > MAX_LENGTH) {
      return;
    }
    String name = pair.substring(0, equals).strip();
    String value = pair.substring(equals + 1).strip();
    if (name.isEmpty() || !isSendable(name) || !isSendable(value)) {
      return;
    }
    Attributes attributes =
        Attributes.of(end < 0 ? "" : setCookie.substring(end + 1), requestTarget);
    cookies.removeIf(c -> c.name.equals(name) && c.path.equals(attributes.path));
    if (!attributes.isExpired() && cookies.size() < MAX_COOKIES) {
      cookies.add(new Cookie(name, value, attributes.path));
    }
  }

  private static boolean isSendable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || c > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** What follows the value. */
  private record Attributes(String path, @Nullable String maxAge, @Nullable String expires) {

    static Attributes of(String text, String requestTarget) {
      String path = defaultPath(pathOf(requestTarget));
      @Nullable String maxAge = null;
      @Nullable String expires = null;
      for (String each : text.split(";")) {
        String attribute = each.strip();
        int sign = attribute.indexOf('=');
        String key = (sign < 0 ? attribute : attribute.substring(0, sign)).strip();
        String value = sign < 0 ? "" : attribute.substring(sign + 1).strip();
        switch (key.toLowerCase(Locale.ROOT)) {
          case "path" -> path = value.startsWith("/") ? value : path;
          case "max-age" -> maxAge = value;
          case "expires" -> expires = value;
          default -> {
            // Secure, HttpOnly, SameSite, Domain and what may come: without meaning for a jar of
            // one host
          }
        }
      }
      return new Attributes(path, maxAge, expires);
    }

    boolean isExpired() {
      if (maxAge != null) {
        return maxAge.startsWith("-") || maxAge.equals("0");
      }
      return expires != null && isPast(expires);
    }
  }

  private static String pathOf(String requestTarget) {
    int query = requestTarget.indexOf('?');
    return query < 0 ? requestTarget : requestTarget.substring(0, query);
  }

  /** The directory of the request's path, as RFC 6265 5.1.4 says. */
  private static String defaultPath(String requestPath) {
    int slash = requestPath.lastIndexOf('/');
    return slash <= 0 ? "/" : requestPath.substring(0, slash);
  }

  private static boolean isPast(String httpDate) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME
          .parse(httpDate.replace('-', ' '), Instant::from)
          .isBefore(Instant.now());
    } catch (DateTimeParseException e) {
      return false; // an unreadable date makes a session cookie, as in RFC 6265 5.2.1
    }
  }
}
