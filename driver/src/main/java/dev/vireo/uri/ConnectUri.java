package dev.vireo.uri;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed connection URI: {@code SCHEME[+TRANSPORT]://[USER@]HOST[:PORT]/[PATH][?NAME=VALUE&...]},
 * whatever driver it is for. Its parts are decoded, and have neither control characters nor a
 * password. What path and parameters mean, and which there must be, is the driver's to know.
 */
public final class ConnectUri {

  /** The highest port number. */
  public static final int MAX_PORT = 65535;

  private static final String IN_NO_HOST = "/?#@[]";

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://(?<authority>[^/?#]*))?"
              + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(?<user>[^@]*)@)?(?<host>\\[[^\\]]*\\]|[^:\\[\\]@]*)(?::(?<port>[^@]*))?");

  private final String text;
  private final String scheme;
  private final @Nullable String transport;
  private final @Nullable String user;
  private final String host;
  private final int port;
  private final String rawPath;
  private final List<String> path;
  private final List<Argument> arguments;

  /**
   * A parameter of a URI with its value.
   *
   * @param name the name, decoded, as it was written
   * @param value the value, decoded; empty when there is none
   */
  public record Argument(String name, String value) {}

  private ConnectUri(
      String text,
      String scheme,
      @Nullable String user,
      String host,
      int port,
      String rawPath,
      @Nullable String query) {
    this.text = text;
    int plus = scheme.indexOf('+');
    this.scheme = (plus < 0 ? scheme : scheme.substring(0, plus)).toLowerCase(Locale.ROOT);
    this.transport = plus < 0 ? null : scheme.substring(plus + 1);
    this.user = user;
    this.host = host;
    this.port = port;
    this.rawPath = rawPath;
    this.path = items(rawPath);
    this.arguments = arguments(query);
  }

  /**
   * Parses a URI.
   *
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when it is no URI at all, {@link
   *     ErrorCode#NO_CONNECT} when it has no scheme, {@link ErrorCode#INVALID_ARG} when user, host,
   *     port, path or a parameter has what none can have
   */
  public static ConnectUri parse(String text) {
    Matcher syntax = SYNTAX.matcher(text);
    if (!syntax.matches()) {
      if (text.indexOf(' ') < 0 && !text.isEmpty() && !text.contains(":")) {
        throw error(ErrorCode.NO_CONNECT, "URI '" + text + "' does not include a driver name")
            .build();
      }
      throw unparsable(text, UriHints.forText(text));
    }
    if (!PercentEncoding.isUriText(text)) {
      throw unparsable(text, UriHints.forText(text));
    }
    String scheme = syntax.group("scheme");
    String authority = syntax.group("authority") == null ? "" : syntax.group("authority");
    Matcher server = AUTHORITY.matcher(authority);
    if (!server.matches()) {
      throw unparsable(text, UriHints.forAuthority(scheme, authority));
    }
    String user = user(server.group("user"));
    int port = port(text, scheme, authority, server.group("port"));
    String host = host(withoutBrackets(server.group("host")));
    return new ConnectUri(
        text, scheme, user, host, port, syntax.group("path"), syntax.group("query"));
  }

  private static @Nullable String user(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    if (raw.indexOf(':') >= 0) {
      throw error(ErrorCode.INVALID_ARG, "URI contains a password, where everybody could read it")
          .hint("a password is asked for, or stands in auth.conf")
          .hint("a colon in a user name is written %3a")
          .build();
    }
    return decode(raw, "user name");
  }

  /** What a part of the URI stands for. No name or file has control characters. */
  private static String decode(String raw, String part) {
    String text = PercentEncoding.decode(raw);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw error(ErrorCode.INVALID_ARG, "URI has a control character in its " + part).build();
    }
    return text;
  }

  /** Escapes must not make one part of a URL into several. */
  private static String host(String raw) {
    String host = decode(raw, "server part");
    if (host.chars()
        .anyMatch(c -> PercentEncoding.isForbidden((char) c) || IN_NO_HOST.indexOf(c) >= 0)) {
      throw error(ErrorCode.INVALID_ARG, "URI has unexpected server part '" + host + "'").build();
    }
    return host;
  }

  private static int port(String text, String scheme, String authority, @Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return 0;
    }
    if (raw.indexOf(':') >= 0) {
      throw unparsable(text, UriHints.forAuthority(scheme, authority));
    }
    if (!raw.matches("[0-9]+")) {
      boolean password = text.lastIndexOf('@') > text.indexOf(":" + raw);
      throw unparsable(
          text,
          password
              ? List.of("a password does not belong into a URI: it is asked for, or in auth.conf")
              : List.of("the port '" + raw + "' is not a number"));
    }
    String digits = raw.replaceFirst("^0+(?=.)", "");
    if (digits.length() > 5 || Integer.parseInt(digits) > MAX_PORT) {
      throw error(
              ErrorCode.INVALID_ARG,
              "URI has unexpected port value '" + raw + "' (should be [1.." + MAX_PORT + "])")
          .build();
    }
    return Integer.parseInt(digits);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static List<String> items(String raw) {
    List<String> items = new ArrayList<>();
    for (String item : raw.split("/")) {
      if (!item.isEmpty()) {
        items.add(decode(item, "path"));
      }
    }
    return List.copyOf(items);
  }

  private static List<Argument> arguments(@Nullable String query) {
    List<Argument> arguments = new ArrayList<>();
    for (String pair : (query == null ? "" : query).split("[&;]")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), "query");
      arguments.add(
          new Argument(name, equals < 0 ? "" : decode(pair.substring(equals + 1), "query")));
    }
    return List.copyOf(arguments);
  }

  private static LibvirtException unparsable(String text, List<String> hints) {
    return error(
            ErrorCode.INTERNAL_ERROR,
            "Unable to parse URI " + PercentEncoding.withoutPassword(text))
        .hints(hints)
        .build();
  }

  private static LibvirtException.Builder error(ErrorCode code, String detail) {
    return LibvirtException.builder(code, detail).domain(ErrorDomain.URI);
  }

  /** The scheme in lower case, without a transport: {@code qemu} of {@code qemu+ssh://h/}. */
  public String scheme() {
    return scheme;
  }

  /** What stands behind the {@code +} of the scheme; null when there is none. */
  public @Nullable String transport() {
    return transport;
  }

  /** The user name, decoded; null when the URI has none. */
  public @Nullable String user() {
    return user;
  }

  /** Name or address of the host, without brackets; empty when the URI has none. */
  public String host() {
    return host;
  }

  /** The port, 1 to 65535; 0 when the URI has none. */
  public int port() {
    return port;
  }

  /** The path as it was written. */
  public String rawPath() {
    return rawPath;
  }

  /** The decoded items of the path, none of them empty. */
  public List<String> path() {
    return path;
  }

  /** The parameters in the order of the URI. */
  public List<Argument> arguments() {
    return arguments;
  }

  /** The URI as it was given; it holds no secret. */
  @Override
  public String toString() {
    return text;
  }
}
