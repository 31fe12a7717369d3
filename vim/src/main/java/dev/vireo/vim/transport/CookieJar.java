package dev.vireo.vim.transport;

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
final class CookieJar {

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
  synchronized @Nullable String header(String requestTarget) {
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

  /** Takes in one {@code Set-Cookie} header of the answer to a request. */
  synchronized void store(String requestTarget, String setCookie) {
    String[] parts = setCookie.split(";");
    int equals = parts[0].indexOf('=');
    if (equals < 1 || setCookie.length() > MAX_LENGTH) {
      return;
    }
    String name = parts[0].substring(0, equals).strip();
    String path = defaultPath(pathOf(requestTarget));
    boolean expired = false;
    boolean hasMaxAge = false;
    for (int i = 1; i < parts.length; i++) {
      String attribute = parts[i].strip();
      int sign = attribute.indexOf('=');
      String key = (sign < 0 ? attribute : attribute.substring(0, sign)).toLowerCase(Locale.ROOT);
      String value = sign < 0 ? "" : attribute.substring(sign + 1).strip();
      switch (key) {
        case "path" -> path = value.startsWith("/") ? value : path;
        case "max-age" -> {
          expired = value.startsWith("-") || value.equals("0");
          hasMaxAge = true;
        }
        case "expires" -> expired = hasMaxAge ? expired : isPast(value);
        default -> {
          // Secure, HttpOnly, SameSite, Domain and what may come: without meaning for a jar of one
          // host
        }
      }
    }
    String cookiePath = path;
    cookies.removeIf(c -> c.name.equals(name) && c.path.equals(cookiePath));
    if (!expired && cookies.size() < MAX_COOKIES) {
      cookies.add(new Cookie(name, parts[0].substring(equals + 1).strip(), path));
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
