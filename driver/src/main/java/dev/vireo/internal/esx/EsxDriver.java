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
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.TransportPipeline;
import dev.vireo.vmx.VmxSecrets;
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
            auth,
            options.environment(),
            options.home(),
            uri.authFile().orElse(null),
            options::warn)) {
      FirstContact contact = new FirstContact(uri, options);
      VimClient client = contact.logIn(uri.host(), credentials);
      try {
        VCenterLink vCenter = vCenter(uri, client, contact, credentials);
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
              TransportPipeline.over(
                  host.transport(), options.exchangeListener(), VmxSecrets::isSecret),
              FirstContact.limits(uri, options));
      VimClient client = login.contact();
      login.as(host.userName(), password, client);
      return connection(uri, client, uri.pathText(), null);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static @Nullable VCenterLink vCenter(
      ConnectUri uri, VimClient client, FirstContact contact, CredentialSource credentials) {
    if (uri.scheme() != Scheme.ESX || uri.vCenter().isEmpty()) {
      return null;
    }
    String name = VCenterLink.serverOf(client, uri.host(), uri.vCenter().get());
    return VCenterLink.to(uri.host(), contact.logInToManager(name, credentials));
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
}
