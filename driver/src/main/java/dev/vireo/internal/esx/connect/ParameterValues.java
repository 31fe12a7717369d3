package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.TransportScheme;
import dev.vireo.uri.ConnectUri;
import dev.vireo.vim.transport.ProxySpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the values of URI parameters into what they mean, with libvirt's complaints. */
final class ParameterValues {

  private static final Pattern PROXY =
      Pattern.compile(
          "(?:(?<type>[^:/\\[]*)://)?(?<host>\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(?<port>(?!//).*))?",
          Pattern.DOTALL);
  private static final int MAX_TIMEOUT_SECONDS = 3600;
  private static final int SHA256_HEX_DIGITS = 64;

  private ParameterValues() {}

  /** Throws when a value of a parameter is not acceptable. */
  @FunctionalInterface
  interface Check {
    void accept(EsxParameter parameter, String value);
  }

  static String text(EsxParameter parameter, String value) {
    if (value.isEmpty()) {
      throw unexpected(parameter, value, "should be " + parameter.grammar());
    }
    return value;
  }

  static String file(EsxParameter parameter, String value) {
    try {
      return Path.of(text(parameter, value)).toString();
    } catch (InvalidPathException e) {
      throw unexpected(parameter, value, "should be " + parameter.grammar());
    }
  }

  static TransportScheme transport(EsxParameter parameter, String value) {
    return switch (value) {
      case "http" -> TransportScheme.HTTP;
      case "https" -> TransportScheme.HTTPS;
      default -> throw unexpected(parameter, value, "should be http|https");
    };
  }

  static boolean legacyTls(EsxParameter parameter, String value) {
    return switch (value) {
      case "default" -> false;
      case "legacy" -> true;
      default -> throw unexpected(parameter, value, "should be " + parameter.grammar());
    };
  }

  static boolean flag(EsxParameter parameter, String value) {
    return switch (value) {
      case "0" -> false;
      case "1" -> true;
      default -> throw unexpected(parameter, value, "should be 0 or 1");
    };
  }

  static Duration seconds(EsxParameter parameter, String value) {
    if (value.matches("[0-9]{1,4}")) {
      int seconds = Integer.parseInt(value);
      if (seconds >= 1 && seconds <= MAX_TIMEOUT_SECONDS) {
        return Duration.ofSeconds(seconds);
      }
    }
    throw unexpected(parameter, value, "should be [1.." + MAX_TIMEOUT_SECONDS + "]");
  }

  static String fingerprint(EsxParameter parameter, String value) {
    String digits = value.replace(":", "").toUpperCase(Locale.ROOT);
    if (digits.length() != SHA256_HEX_DIGITS || !digits.matches("[0-9A-F]+")) {
      throw unexpected(parameter, value, "should be the 64 hex digits of a SHA-256 fingerprint");
    }
    return String.join(":", digits.split("(?<=\\G..)"));
  }

  static ProxySpec proxy(EsxParameter parameter, String value) {
    Matcher matcher = PROXY.matcher(value);
    if (!matcher.matches()) {
      throw unexpected(parameter, value, "should be " + parameter.grammar());
    }
    ProxySpec.Type type = proxyType(matcher.group("type"));
    String host = matcher.group("host");
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isEmpty()) {
      throw invalid("Query parameter 'proxy' doesn't contain a hostname");
    }
    int port = proxyPort(matcher.group("port"));
    try {
      return new ProxySpec(type, host, port);
    } catch (IllegalArgumentException e) {
      throw unexpected(parameter, value, String.valueOf(e.getMessage()));
    }
  }

  private static ProxySpec.Type proxyType(@Nullable String type) {
    return switch (type == null ? "http" : type.toLowerCase(Locale.ROOT)) {
      case "http" -> ProxySpec.Type.HTTP;
      case "socks", "socks5" -> ProxySpec.Type.SOCKS5;
      case "socks4" -> ProxySpec.Type.SOCKS4;
      case "socks4a" -> ProxySpec.Type.SOCKS4A;
      default ->
          throw invalid(
              "Query parameter 'proxy' contains unexpected type '"
                  + type
                  + "' (should be (http|socks(|4|4a|5))");
    };
  }

  private static int proxyPort(@Nullable String port) {
    if (port == null) {
      return ProxySpec.DEFAULT_PORT;
    }
    if (port.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(port);
      if (number >= 1 && number <= ConnectUri.MAX_PORT) {
        return number;
      }
    }
    throw invalid(
        "Query parameter 'proxy' has unexpected port value '" + port + "' (should be [1..65535])");
  }

  private static LibvirtException unexpected(EsxParameter parameter, String value, String rule) {
    return invalid(
        "Query parameter '"
            + parameter.text()
            + "' has unexpected value '"
            + value
            + "' ("
            + rule
            + ")");
  }

  private static LibvirtException invalid(String detail) {
    return EsxError.of(ErrorCode.INVALID_ARG, detail);
  }
}
