package dev.vireo.internal.esx.connect;

import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.HostTrust;
import dev.vireo.auth.KnownCertificate;
import dev.vireo.auth.UntrustedCertificate;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.internal.esx.ServerRole;
import dev.vireo.internal.esx.TransportScheme;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vmx.VmxSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comes to the servers of a URI and logs in, in the order of what depends on what: the name, the
 * port, the certificate, the kind of server, and only then who is asking.
 */
final class FirstContact {

  /** The largest file of authorities that is read, in bytes; all of the world take a half. */
  private static final long MOST_OF_CAS = 16 << 20;

  private static final String NOT_TRUSTED = "its certificate is not trusted: ";

  private final EsxUri uri;
  private final ConnectOptions options;

  FirstContact(EsxUri uri, ConnectOptions options) {
    this.uri = uri;
    this.options = options;
  }

  /** Logs in to the server that the URI names. */
  VimClient logIn(String host, CredentialSource credentials) {
    return logIn(uri.scheme(), ServerRole.NAMED_BY_URI, host, credentials);
  }

  /** Logs in to the vCenter that manages the server of the URI. */
  VimClient logInToManager(String host, CredentialSource credentials) {
    return logIn(EsxScheme.VPX, ServerRole.MANAGING_VCENTER, host, credentials);
  }

  private VimClient logIn(
      EsxScheme scheme, ServerRole role, String host, CredentialSource credentials) {
    List<KnownCertificate> known = known(host);
    HostLogin login = login(scheme, role, host, policy(known));
    VimClient client;
    try {
      client = login.contact();
    } catch (LibvirtException e) {
      login = login(scheme, role, host, policyInstead(e, host, known));
      client = login.contact();
    }
    if (uri.transport() == TransportScheme.HTTP) {
      options.warn("the password travels to '" + host + "' in the clear (transport=http)");
    }
    if (speaksLegacyTls()) {
      options.warn(
          "whoever listens in may be able to read the connection to '" + host + "' (tls=legacy)");
    }
    login.as(uri.user(), credentials, client);
    return client;
  }

  private boolean speaksLegacyTls() {
    return uri.transport() == TransportScheme.HTTPS && uri.legacyTls();
  }

  private List<KnownCertificate> known(String host) {
    HostTrust trust = trust();
    return trust == null ? List.of() : trust.known(host, uri.port());
  }

  /** Who decides about certificates; null where the URI does. */
  private @Nullable HostTrust trust() {
    return uri.transport() == TransportScheme.HTTP || uri.decidesTrust()
        ? null
        : options.hostTrust();
  }

  /** A pin says most about the one certificate, and {@code no_verify} outdoes {@code cacert}. */
  private TlsPolicy policy(List<KnownCertificate> known) {
    if (!known.isEmpty()) {
      return TlsPolicy.known(known.stream().map(KnownCertificate::fingerprint).toList());
    }
    if (uri.fingerprint().isPresent()) {
      return TlsPolicy.pinned(uri.fingerprint().get());
    }
    if (uri.noVerify()) {
      return TlsPolicy.noVerify();
    }
    return uri.caCert()
        .map(file -> TlsPolicy.caFile(caFile(Path.of(file))))
        .orElse(TlsPolicy.systemTrust());
  }

  /** Not a device or pipe without an end. That a file is missing is told where it is read. */
  private static Path caFile(Path file) {
    if (Files.exists(file)
        && (!Files.isRegularFile(file) || file.toFile().length() > MOST_OF_CAS)) {
      throw EsxError.builder(
              ErrorCode.SYSTEM_ERROR,
              "Failed to read the CA file '"
                  + file
                  + "': it is "
                  + (Files.isDirectory(file)
                      ? "a directory"
                      : Files.isRegularFile(file) ? "larger than 16 MiB" : "no regular file"))
          .operation(Attempt.CONNECT)
          .build();
    }
    return file;
  }

  /**
   * What to trust instead when the first contact failed: the one certificate that was shown, if
   * somebody vouches for it.
   *
   * @throws LibvirtException the failure, when nobody does or it was another one
   */
  private TlsPolicy policyInstead(
      LibvirtException failure, String host, List<KnownCertificate> known) {
    if (!(failure.getCause() instanceof TransportException e)) {
      throw failure.withHints(ConnectHints.ofTransport(failure.getCause(), uri));
    }
    return switch (e.kind()) {
      case TLS_OTHER_CERTIFICATE -> throw changed(failure, known);
      case TLS_UNTRUSTED, TLS_OTHER_HOST -> {
        HostTrust trust = trust();
        UntrustedCertificate shown = shown(e, host);
        if (trust == null || shown == null || !trust.accepts(shown)) {
          throw failure;
        }
        yield TlsPolicy.pinned(shown.fingerprint());
      }
      default -> throw failure.withHints(ConnectHints.ofTransport(e, uri));
    };
  }

  private static LibvirtException changed(LibvirtException failure, List<KnownCertificate> known) {
    return failure.withHints(
        known.stream()
            .map(each -> "the known one is " + each.origin() + ": remove that to be asked anew")
            .toList());
  }

  private @Nullable UntrustedCertificate shown(TransportException e, String host) {
    if (e.certificate() == null || e.fingerprint() == null) {
      return null;
    }
    String reason =
        e.reason().startsWith(NOT_TRUSTED)
            ? e.reason().substring(NOT_TRUSTED.length())
            : e.reason();
    return new UntrustedCertificate(host, uri.port(), reason, e.fingerprint(), e.certificate());
  }

  private HostLogin login(EsxScheme scheme, ServerRole role, String host, TlsPolicy policy) {
    HttpOptions server =
        (uri.transport() == TransportScheme.HTTPS
                ? HttpOptions.https(host, uri.port())
                : HttpOptions.http(host, uri.port()))
            .withTls(policy)
            .withProxy(uri.proxy().orElse(null))
            .withLegacyTls(uri.legacyTls());
    return new HostLogin(
        scheme,
        role,
        host,
        server.authority(),
        TransportPipeline.over(
            new HttpTransport(server), Requests.listener(options), VmxSecrets::isSecret),
        limits(uri, options));
  }

  static ClientOptions limits(EsxUri uri, ConnectOptions options) {
    return ClientOptions.DEFAULT.withCallTimeout(uri.timeout()).withClock(Requests.clock(options));
  }
}
