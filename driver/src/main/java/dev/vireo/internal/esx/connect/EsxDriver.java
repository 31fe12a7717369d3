package dev.vireo.internal.esx.connect;

import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.ServerAddress;
import dev.vireo.internal.esx.ServerRole;
import dev.vireo.internal.esx.TransportScheme;
import dev.vireo.internal.esx.VCenter;
import dev.vireo.internal.esx.task.Questions;
import dev.vireo.spi.HypervisorConnection;
import dev.vireo.spi.HypervisorDriver;
import dev.vireo.uri.ConnectUri;
import dev.vireo.uri.UriParameter;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vmx.VmxSecrets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens connections to VMware hosts, and to simulated ones. */
public final class EsxDriver implements HypervisorDriver {

  /** For {@link java.util.ServiceLoader}. */
  public EsxDriver() {}

  @Override
  public List<String> schemes() {
    return Arrays.stream(EsxScheme.values()).map(EsxScheme::text).toList();
  }

  @Override
  public List<String> uriForms() {
    return List.of("esx://HOST/", "gsx://HOST/", "vpx://HOST/PATH", "test:///default");
  }

  @Override
  public List<UriParameter> uriParameters() {
    return Arrays.stream(EsxParameter.values()).map(EsxParameter::shown).toList();
  }

  @Override
  public Optional<String> advice(String text) {
    return UriAdvice.of(text);
  }

  @Override
  public HypervisorConnection open(
      ConnectUri given, @Nullable ConnectAuth auth, ConnectOptions options) {
    EsxUri uri = new EsxUri(given);
    for (EsxUri.Ignored part : uri.ignored()) {
      options.warn(part.warning() + "; " + part.hint());
    }
    return uri.scheme() == EsxScheme.TEST
        ? openEmbedded(uri, options)
        : openServer(uri, auth, options);
  }

  private static EsxConnection openServer(
      EsxUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    if (auth == null) {
      throw EsxError.of(ErrorCode.INVALID_ARG, "Missing or invalid auth pointer");
    }
    try (CredentialSource credentials =
        CredentialSource.of(
            auth,
            options.environment(),
            options.home(),
            uri.authFile().orElse(null),
            options::warn)) {
      FirstContact contact = new FirstContact(uri, options);
      VimClient client = contact.logIn(uri.host(), credentials);
      try {
        HostContext host = host(uri, client, uri.authority());
        return connection(uri, host, vCenter(uri, host, contact, credentials));
      } catch (RuntimeException | Error e) {
        client.close();
        throw e;
      }
    }
  }

  private static EsxConnection openEmbedded(EsxUri uri, ConnectOptions options) {
    EmbeddedHost host = EmbeddedHosts.open(uri.pathText());
    char[] password = host.password();
    try {
      HostLogin login =
          new HostLogin(
              EsxScheme.TEST,
              ServerRole.NAMED_BY_URI,
              uri.pathText(),
              uri.pathText(),
              TransportPipeline.over(
                  host.transport(), Requests.listener(options), VmxSecrets::isSecret),
              FirstContact.limits(uri, options));
      VimClient client = login.contact();
      login.as(host.userName(), password, client);
      HostContext context = host(uri, client, uri.pathText());
      return connection(uri, context, serverItself(context, uri::pathText));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static @Nullable VCenter vCenter(
      EsxUri uri, HostContext host, FirstContact contact, CredentialSource credentials) {
    if (uri.scheme() == EsxScheme.VPX) {
      return new VCenter(host, () -> ServerAddress.orName(uri.host()));
    }
    if (uri.scheme() != EsxScheme.ESX || uri.vCenter().isEmpty()) {
      return null;
    }
    String name = VCenterLink.serverOf(host.client(), uri.host(), uri.vCenter().get());
    HostContext managed =
        VCenterLink.to(uri.host(), contact.logInToManager(name, credentials), uri.legacyUuid());
    return new VCenter(managed, () -> ServerAddress.orName(name));
  }

  /** The server of a connection, if it is a vCenter; null else. */
  private static @Nullable VCenter serverItself(HostContext host, Supplier<String> name) {
    boolean isOne = host.client().serviceContent().about().apiType().equals("VirtualCenter");
    return isOne ? new VCenter(host, name) : null;
  }

  private static HostContext host(EsxUri uri, VimClient client, String name) {
    return HostContext.of(client, scope(uri, client, name), uri.legacyUuid(), name);
  }

  private static EsxConnection connection(EsxUri uri, HostContext host, @Nullable VCenter vCenter) {
    return new EsxConnection(
        host, vCenter, uri.transport() == TransportScheme.HTTPS, new Questions(uri.autoAnswer()));
  }

  private static HostScope scope(EsxUri uri, VimClient client, String host) {
    if (uri.scheme() != EsxScheme.VPX) {
      return new HostScope.Standalone(client.serviceContent().rootFolder());
    }
    return Attempt.onHost(Attempt.CONNECT, "Could not read the inventory of '" + host + "'", host)
        .get(() -> VCenterPath.resolve(client, uri.path()));
  }
}
