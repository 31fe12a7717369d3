package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.internal.esx.TransportScheme;
import dev.vireo.uri.ConnectUri;
import dev.vireo.vim.transport.ProxySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a VMware host, as libvirt's ESX driver understands it. All of it is checked when it is
 * made; an instance holds only acceptable values.
 */
final class EsxUri {

  private final ConnectUri uri;
  private final EsxScheme scheme;
  private final List<String> path;
  private final Map<EsxParameter, String> parameters;
  private final List<Ignored> ignored = new ArrayList<>();

  /**
   * A part of a URI that is ignored, as libvirt does.
   *
   * @param warning what is ignored, in libvirt's words
   * @param hint what was probably meant
   */
  record Ignored(String warning, String hint) {}

  /**
   * Checks a URI.
   *
   * @throws dev.vireo.LibvirtException {@link ErrorCode#INVALID_ARG} when host, path or a parameter
   *     is missing or not acceptable
   */
  EsxUri(ConnectUri uri) {
    this.uri = uri;
    this.scheme = EsxScheme.named(uri.scheme()).orElseThrow();
    if (scheme != EsxScheme.TEST && uri.host().isEmpty()) {
      throw EsxError.builder(ErrorCode.INVALID_ARG, "URI is missing the server part")
          .hint("a URI is written " + scheme.text() + "://HOST/" + scheme.pathForm())
          .build();
    }
    this.path = path(scheme, uri);
    this.parameters = parameters(uri);
  }

  private List<String> path(EsxScheme of, ConnectUri from) {
    if (of == EsxScheme.VPX && from.path().isEmpty()) {
      throw EsxError.builder(
              ErrorCode.INVALID_ARG, "Path has to specify the datacenter and compute resource")
          .hint("a URI is written vpx://HOST/" + of.pathForm())
          .build();
    }
    if ((of == EsxScheme.ESX || of == EsxScheme.GSX) && !from.path().isEmpty()) {
      ignored.add(
          new Ignored(
              "Ignoring unexpected path '"
                  + from.rawPath()
                  + "' for non-vpx scheme '"
                  + of.text()
                  + "'",
              "a host behind a vCenter has a vpx:// URI"));
      return List.of();
    }
    return from.path();
  }

  private Map<EsxParameter, String> parameters(ConnectUri from) {
    Map<EsxParameter, String> values = new EnumMap<>(EsxParameter.class);
    for (ConnectUri.Argument argument : from.arguments()) {
      String name = argument.name();
      Optional<EsxParameter> parameter = EsxParameter.named(name);
      if (parameter.isEmpty()) {
        ignored.add(
            new Ignored(
                "Ignoring unexpected query parameter '" + name + "'",
                UriAdvice.forParameter(name)));
        continue;
      }
      parameter.get().check(argument.value());
      values.put(parameter.get(), argument.value());
    }
    return values;
  }

  /** The scheme. */
  EsxScheme scheme() {
    return scheme;
  }

  /** The user name, decoded; null when the URI has none. */
  @Nullable String user() {
    return uri.user();
  }

  /** Name or address of the host, without brackets; empty only for {@code test}. */
  String host() {
    return uri.host();
  }

  /** The port: the given one, or the default of scheme and transport. */
  int port() {
    return uri.port() != 0 ? uri.port() : scheme.defaultPort(transport());
  }

  /** The decoded items of the path; empty for {@code esx} and {@code gsx}. */
  List<String> path() {
    return path;
  }

  /** The path in the form of messages: decoded items joined by slashes. */
  String pathText() {
    return String.join("/", path);
  }

  /** Whether requests are encrypted. */
  TransportScheme transport() {
    return ParameterValues.transport(EsxParameter.TRANSPORT, value(EsxParameter.TRANSPORT));
  }

  /** The vCenter to use for the host, {@code *} for the one that it names, or nothing. */
  Optional<String> vCenter() {
    return given(EsxParameter.VCENTER);
  }

  /** Whether any certificate is trusted. */
  boolean noVerify() {
    return ParameterValues.flag(EsxParameter.NO_VERIFY, value(EsxParameter.NO_VERIFY));
  }

  /** Whether questions that block a task are answered with their default. */
  boolean autoAnswer() {
    return ParameterValues.flag(EsxParameter.AUTO_ANSWER, value(EsxParameter.AUTO_ANSWER));
  }

  /** The proxy, or nothing. */
  Optional<ProxySpec> proxy() {
    return given(EsxParameter.PROXY).map(value -> ParameterValues.proxy(EsxParameter.PROXY, value));
  }

  /** PEM file of trusted authorities, or nothing. */
  Optional<String> caCert() {
    return given(EsxParameter.CACERT);
  }

  /** The trusted certificate's SHA-256 as upper-case hex pairs joined by colons, or nothing. */
  Optional<String> fingerprint() {
    return given(EsxParameter.FINGERPRINT)
        .map(value -> ParameterValues.fingerprint(EsxParameter.FINGERPRINT, value));
  }

  /** Whether TLS 1.0 to 1.2 with old ciphers are spoken. */
  boolean legacyTls() {
    return ParameterValues.legacyTls(EsxParameter.TLS, value(EsxParameter.TLS));
  }

  /** Whether domains are identified by BIOS uuid. */
  boolean legacyUuid() {
    return ParameterValues.flag(EsxParameter.LEGACY_UUID, value(EsxParameter.LEGACY_UUID));
  }

  /** File of credentials, or nothing. */
  Optional<String> authFile() {
    return given(EsxParameter.AUTHFILE);
  }

  /** Whether the URI itself says which certificates are trusted. */
  boolean decidesTrust() {
    return noVerify()
        || parameters.containsKey(EsxParameter.CACERT)
        || parameters.containsKey(EsxParameter.FINGERPRINT);
  }

  /** What of it is ignored, as libvirt does; empty when all has a meaning. */
  List<Ignored> ignored() {
    return List.copyOf(ignored);
  }

  /** How long one request may take. */
  Duration timeout() {
    return ParameterValues.seconds(EsxParameter.TIMEOUT, value(EsxParameter.TIMEOUT));
  }

  private String value(EsxParameter parameter) {
    return parameters.getOrDefault(parameter, parameter.defaultValue());
  }

  private Optional<String> given(EsxParameter parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** The host and port as they stand in a URL: an IPv6 address has brackets. */
  String authority() {
    String bracketed = host().indexOf(':') >= 0 ? "[" + host() + "]" : host();
    return bracketed + ":" + port();
  }

  /** The URI as it was given; it holds no secret. */
  @Override
  public String toString() {
    return uri.toString();
  }
}
