package dev.vireo.uri;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.vim.transport.ProxySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed connection URI: {@code SCHEME://[USER@]HOST[:PORT]/[PATH][?NAME=VALUE&...]}. All of it
 * is checked when it is parsed; an instance holds only acceptable values.
 */
public final class ConnectUri {

  /** The highest port number. */
  static final int MAX_PORT = 65535;

  private static final String IN_NO_HOST = "/?#@[]";

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://(?<authority>[^/?#]*))?"
              + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:(?<user>[^@]*)@)?(?<host>\\[[^\\]]*\\]|[^:\\[\\]@]*)(?::(?<port>[^@]*))?");

  private final String text;
  private final Scheme scheme;
  private final @Nullable String user;
  private final String host;
  private final int explicitPort;
  private final List<String> path;
  private final Map<UriParameter, String> parameters;
  private final List<Ignored> ignored;

  /**
   * A part of a URI that is ignored, as libvirt does.
   *
   * @param warning what is ignored, in libvirt's words
   * @param hint what was probably meant
   */
  public record Ignored(String warning, String hint) {}

  private ConnectUri(
      String text,
      Scheme scheme,
      @Nullable String user,
      String host,
      int explicitPort,
      List<String> path,
      Map<UriParameter, String> parameters,
      List<Ignored> ignored) {
    this.text = text;
    this.scheme = scheme;
    this.user = user;
    this.host = host;
    this.explicitPort = explicitPort;
    this.path = path;
    this.parameters = parameters;
    this.ignored = List.copyOf(ignored);
  }

  /**
   * Parses a URI.
   *
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when it is no URI at all, {@link
   *     ErrorCode#NO_CONNECT} when it has no scheme or one that Vireo does not drive, {@link
   *     ErrorCode#INVALID_ARG} when host, port, path or a parameter is missing or not acceptable
   */
  public static ConnectUri parse(String text) {
    Matcher syntax = SYNTAX.matcher(text);
    if (!syntax.matches()) {
      if (text.indexOf(' ') < 0 && !text.isEmpty() && !text.contains(":")) {
        throw error(ErrorCode.NO_CONNECT, "URI '" + text + "' does not include a driver name")
            .hint(UriHints.forUnknownScheme(text))
            .build();
      }
      throw unparsable(text, UriHints.forNoUri(text));
    }
    if (!PercentEncoding.isUriText(text)) {
      throw unparsable(text, UriHints.forText(text));
    }
    Scheme scheme = scheme(text, syntax.group("scheme"));
    String authority = syntax.group("authority");
    Matcher server = AUTHORITY.matcher(authority == null ? "" : authority);
    if (!server.matches()) {
      throw unparsable(
          text, UriHints.forAuthority(scheme.text(), authority == null ? "" : authority));
    }
    String user = user(server.group("user"));
    int port = port(text, scheme, syntax.group("authority"), server.group("port"));
    String host = host(withoutBrackets(server.group("host")));
    if (scheme != Scheme.TEST && host.isEmpty()) {
      throw LibvirtException.builder(ErrorCode.INVALID_ARG, "URI is missing the server part")
          .hint("a URI is written " + scheme.text() + "://HOST/" + scheme.pathForm())
          .build();
    }
    List<Ignored> ignored = new ArrayList<>();
    List<String> path = path(scheme, syntax.group("path"), ignored);
    Map<UriParameter, String> parameters = parameters(syntax.group("query"), ignored);
    return new ConnectUri(text, scheme, user, host, port, path, parameters, ignored);
  }

  private static Scheme scheme(String text, String name) {
    int plus = name.indexOf('+');
    Optional<Scheme> scheme = Scheme.named(plus < 0 ? name : name.substring(0, plus));
    if (scheme.isEmpty()) {
      throw error(ErrorCode.NO_CONNECT, PercentEncoding.withoutPassword(text))
          .hint(UriHints.forUnknownScheme(text))
          .build();
    }
    if (plus >= 0) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "Transport '" + name.substring(plus + 1) + "' in URI scheme is not supported")
          .hint("the transport is the URI parameter transport=http|https")
          .build();
    }
    return scheme.get();
  }

  private static @Nullable String user(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    if (raw.indexOf(':') >= 0) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG, "URI contains a password, where everybody could read it")
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
      throw LibvirtException.of(
          ErrorCode.INVALID_ARG, "URI has a control character in its " + part);
    }
    return text;
  }

  /** Escapes must not make one part of a URL into several. */
  private static String host(String raw) {
    String host = decode(raw, "server part");
    if (host.chars()
        .anyMatch(c -> PercentEncoding.isForbidden((char) c) || IN_NO_HOST.indexOf(c) >= 0)) {
      throw LibvirtException.of(
          ErrorCode.INVALID_ARG, "URI has unexpected server part '" + host + "'");
    }
    return host;
  }

  private static int port(
      String text, Scheme scheme, @Nullable String authority, @Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return 0;
    }
    if (raw.indexOf(':') >= 0) {
      throw unparsable(
          text, UriHints.forAuthority(scheme.text(), authority == null ? "" : authority));
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
      throw LibvirtException.of(
          ErrorCode.INVALID_ARG,
          "URI has unexpected port value '" + raw + "' (should be [1.." + MAX_PORT + "])");
    }
    return Integer.parseInt(digits);
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static List<String> path(Scheme scheme, String raw, List<Ignored> ignored) {
    List<String> items = new ArrayList<>();
    for (String item : raw.split("/")) {
      if (!item.isEmpty()) {
        items.add(decode(item, "path"));
      }
    }
    if (scheme == Scheme.VPX && items.isEmpty()) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG, "Path has to specify the datacenter and compute resource")
          .hint("a URI is written vpx://HOST/" + scheme.pathForm())
          .build();
    }
    if ((scheme == Scheme.ESX || scheme == Scheme.GSX) && !items.isEmpty()) {
      ignored.add(
          new Ignored(
              "Ignoring unexpected path '" + raw + "' for non-vpx scheme '" + scheme.text() + "'",
              "a host behind a vCenter has a vpx:// URI"));
      items.clear();
    }
    return List.copyOf(items);
  }

  private static Map<UriParameter, String> parameters(
      @Nullable String query, List<Ignored> ignored) {
    Map<UriParameter, String> values = new EnumMap<>(UriParameter.class);
    for (String pair : (query == null ? "" : query).split("[&;]")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), "query");
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1), "query");
      Optional<UriParameter> parameter = UriParameter.named(name);
      if (parameter.isEmpty()) {
        ignored.add(
            new Ignored(
                "Ignoring unexpected query parameter '" + name + "'", UriHints.forParameter(name)));
        continue;
      }
      parameter.get().check(value);
      values.put(parameter.get(), value);
    }
    return values;
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

  /** The scheme. */
  public Scheme scheme() {
    return scheme;
  }

  /** The user name, decoded; null when the URI has none. */
  public @Nullable String user() {
    return user;
  }

  /** Name or address of the host, without brackets; empty only for {@code test}. */
  public String host() {
    return host;
  }

  /** The port: the given one, or the default of scheme and transport. */
  public int port() {
    return explicitPort != 0 ? explicitPort : scheme.defaultPort(transport());
  }

  /** The decoded items of the path; empty for {@code esx} and {@code gsx}. */
  public List<String> path() {
    return path;
  }

  /** The path in the form of messages: decoded items joined by slashes. */
  public String pathText() {
    return String.join("/", path);
  }

  /** Whether requests are encrypted. */
  public TransportScheme transport() {
    return ParameterValues.transport(UriParameter.TRANSPORT, value(UriParameter.TRANSPORT));
  }

  /** The vCenter to use for the host, {@code *} for the one that it names, or nothing. */
  public Optional<String> vCenter() {
    return given(UriParameter.VCENTER);
  }

  /** Whether any certificate is trusted. */
  public boolean noVerify() {
    return ParameterValues.flag(UriParameter.NO_VERIFY, value(UriParameter.NO_VERIFY));
  }

  /** Whether questions that block a task are answered with their default. */
  public boolean autoAnswer() {
    return ParameterValues.flag(UriParameter.AUTO_ANSWER, value(UriParameter.AUTO_ANSWER));
  }

  /** The proxy, or nothing. */
  public Optional<ProxySpec> proxy() {
    return given(UriParameter.PROXY).map(value -> ParameterValues.proxy(UriParameter.PROXY, value));
  }

  /** PEM file of trusted authorities, or nothing. */
  public Optional<String> caCert() {
    return given(UriParameter.CACERT);
  }

  /** The trusted certificate's SHA-256 as upper-case hex pairs joined by colons, or nothing. */
  public Optional<String> fingerprint() {
    return given(UriParameter.FINGERPRINT)
        .map(value -> ParameterValues.fingerprint(UriParameter.FINGERPRINT, value));
  }

  /** Whether TLS 1.0 to 1.2 with old ciphers are spoken. */
  public boolean legacyTls() {
    return ParameterValues.legacyTls(UriParameter.TLS, value(UriParameter.TLS));
  }

  /** Whether domains are identified by BIOS uuid. */
  public boolean legacyUuid() {
    return ParameterValues.flag(UriParameter.LEGACY_UUID, value(UriParameter.LEGACY_UUID));
  }

  /** File of credentials, or nothing. */
  public Optional<String> authFile() {
    return given(UriParameter.AUTHFILE);
  }

  /** Whether the URI itself says which certificates are trusted. */
  public boolean decidesTrust() {
    return noVerify()
        || parameters.containsKey(UriParameter.CACERT)
        || parameters.containsKey(UriParameter.FINGERPRINT);
  }

  /** What of it is ignored, as libvirt does; empty when all has a meaning. */
  public List<Ignored> ignored() {
    return ignored;
  }

  /** How long one request may take. */
  public Duration timeout() {
    return ParameterValues.seconds(UriParameter.TIMEOUT, value(UriParameter.TIMEOUT));
  }

  private String value(UriParameter parameter) {
    return parameters.getOrDefault(parameter, parameter.defaultValue());
  }

  private Optional<String> given(UriParameter parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** The host and port as they stand in a URL: an IPv6 address has brackets. */
  public String authority() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return bracketed + ":" + port();
  }

  /** The URI as it was given; it holds no secret. */
  @Override
  public String toString() {
    return text;
  }
}
