package dev.vireo.internal.esx;

import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.internal.HypervisorConnection;
import dev.vireo.uri.ConnectUri;
import dev.vireo.uri.Scheme;
import dev.vireo.uri.TransportScheme;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.TlsPolicy;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vim.transport.VimTransport;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens connections to VMware hosts. */
public final class EsxDriver {

  private EsxDriver() {}

  /** Opens {@code esx}, {@code gsx} and {@code vpx}. */
  public static HypervisorConnection open(
      ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    if (auth == null) {
      throw LibvirtException.of(ErrorCode.INVALID_ARG, "Missing or invalid auth pointer");
    }
    try (CredentialSource credentials =
        CredentialSource.of(
            auth, options.environment(), options.home(), uri.authFile().orElse(null))) {
      VimClient client = logIn(uri, uri.scheme(), uri.host(), credentials, options);
      try {
        VCenterLink vCenter = vCenter(uri, client, credentials, options);
        return connection(uri, client, uri.authority(), vCenter);
      } catch (RuntimeException | Error e) {
        client.close();
        throw e;
      }
    }
  }

  /** Opens {@code test}: the simulated host in this process. */
  public static HypervisorConnection openEmbedded(
      ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    EmbeddedHost host = EmbeddedHosts.open(uri.pathText());
    char[] password = host.password();
    try {
      Login login =
          new Login(
              Scheme.TEST,
              ServerRole.NAMED_BY_URI,
              uri.pathText(),
              uri.pathText(),
              TransportPipeline.over(host.transport(), options.exchangeListener()),
              limits(uri, options));
      return connection(uri, login.as(host.userName(), password), uri.pathText(), null);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Asks for the credentials first, as libvirt does: then a prompt comes before any waiting. */
  private static VimClient logIn(
      ConnectUri uri,
      Scheme scheme,
      String host,
      CredentialSource credentials,
      ConnectOptions options) {
    String user = credentials.userName(uri.user(), host, scheme.defaultUser());
    char[] password = credentials.password(user, host);
    try {
      HttpOptions server = httpOptions(uri, host);
      VimTransport transport =
          TransportPipeline.over(new HttpTransport(server), options.exchangeListener());
      ServerRole role =
          scheme == uri.scheme() ? ServerRole.NAMED_BY_URI : ServerRole.MANAGING_VCENTER;
      return new Login(scheme, role, host, server.authority(), transport, limits(uri, options))
          .as(user, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static @Nullable VCenterLink vCenter(
      ConnectUri uri, VimClient client, CredentialSource credentials, ConnectOptions options) {
    if (uri.scheme() != Scheme.ESX || uri.vCenter().isEmpty()) {
      return null;
    }
    String name = VCenterLink.serverOf(client, uri.host(), uri.vCenter().get());
    return VCenterLink.to(uri.host(), logIn(uri, Scheme.VPX, name, credentials, options));
  }

  private static EsxConnection connection(
      ConnectUri uri, VimClient client, String host, @Nullable VCenterLink vCenter) {
    Inventory inventory = new Inventory(client, scope(uri, client, host));
    MachineIdentity identity =
        uri.legacyUuid() || !client.apiVersion().isAtLeast(ApiVersion.V4_0)
            ? MachineIdentity.BIOS_UUID
            : MachineIdentity.INSTANCE_UUID;
    return new EsxConnection(
        client,
        vCenter,
        uri.transport() == TransportScheme.HTTPS,
        new HostFacts(inventory, host),
        new Machines(inventory, identity, host),
        new PowerOperations(inventory, new Questions(uri.autoAnswer())),
        new DescriptionSource(inventory, identity, host));
  }

  private static HostScope scope(ConnectUri uri, VimClient client, String host) {
    if (uri.scheme() != Scheme.VPX) {
      return new HostScope.Standalone(client.serviceContent().rootFolder());
    }
    return Attempt.onHost(Attempt.CONNECT, "Could not read the inventory of '" + host + "'", host)
        .get(() -> VCenterPath.resolve(client, uri.path()));
  }

  private static ClientOptions limits(ConnectUri uri, ConnectOptions options) {
    return ClientOptions.DEFAULT.withCallTimeout(uri.timeout()).withClock(options.clock());
  }

  private static HttpOptions httpOptions(ConnectUri uri, String host) {
    HttpOptions options =
        uri.transport() == TransportScheme.HTTPS
            ? HttpOptions.https(host, uri.port())
            : HttpOptions.http(host, uri.port());
    return options.withTls(tlsPolicy(uri)).withProxy(uri.proxy().orElse(null));
  }

  /** A pin says most about the one certificate, and {@code no_verify} outdoes {@code cacert}. */
  private static TlsPolicy tlsPolicy(ConnectUri uri) {
    if (uri.fingerprint().isPresent()) {
      return TlsPolicy.pinned(uri.fingerprint().get());
    }
    if (uri.noVerify()) {
      return TlsPolicy.noVerify();
    }
    return uri.caCert()
        .map(file -> TlsPolicy.caFile(Path.of(file)))
        .orElse(TlsPolicy.systemTrust());
  }
}
