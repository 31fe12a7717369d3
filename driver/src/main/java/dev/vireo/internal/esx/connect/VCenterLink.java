package dev.vireo.internal.esx.connect;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.ServerAddress;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.FindByIp;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The second login of an {@code esx} connection with the parameter {@code vcenter}: to the vCenter
 * that manages the host.
 */
final class VCenterLink {

  private static final String MANAGEMENT_SERVER = "summary.managementServerIp";

  private VCenterLink() {}

  /**
   * Name or address of the vCenter to log in to.
   *
   * @param client a client of the host
   * @param host name of the host
   * @param wanted value of the parameter: a name, an address, or {@code *} for the one that the
   *     host names
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} when the host names none, or another
   */
  static String serverOf(VimClient client, String host, String wanted) {
    HostScope scope = new HostScope.Standalone(client.serviceContent().rootFolder());
    String managing =
        Attempt.onHost(
                Attempt.CONNECT, "Could not find out the vCenter of the host '" + host + "'", host)
            .get(() -> {
              ObjectProperties found = new HostQueries(client, scope).host(MANAGEMENT_SERVER);
              return found.find(MANAGEMENT_SERVER, String.class);
            });
    if (!wanted.equals("*")) {
      requireSame(managing, wanted);
      return wanted;
    }
    if (managing == null || managing.isEmpty()) {
      throw error("This host is not managed by a vCenter", null);
    }
    return managing;
  }

  private static void requireSame(@Nullable String managing, String wanted) {
    if (managing == null || managing.isEmpty()) {
      return; // as libvirt: the vCenter will know whether it manages the host
    }
    String address = addressOf(wanted);
    if (!address.equals(addressOf(managing))) {
      throw error(
          "This host is managed by a vCenter with IP address "
              + managing
              + ", but a mismatching vCenter '"
              + wanted
              + "' ("
              + address
              + ") has been specified",
          null);
    }
  }

  /**
   * Finds the host behind a vCenter. When this fails, the client is closed.
   *
   * @param host name of the host
   * @param client a client, logged in to the vCenter
   * @param legacyUuid whether domains are identified by BIOS uuid
   */
  static HostContext to(String host, VimClient client, boolean legacyUuid) {
    try {
      ManagedObjectReference index = client.serviceContent().searchIndex();
      ManagedObjectReference found =
          index == null
              ? null
              : Attempt.onHost(Attempt.CONNECT, "Could not find the host '" + host + "'", host)
                  .get(
                      () -> client.callOptional(new FindByIp(index, null, addressOf(host), false)));
      if (found == null) {
        throw error(
            "Could not find host system with IP address '" + addressOf(host) + "' in the vCenter",
            null);
      }
      return HostContext.of(client, new HostScope.Located(found), legacyUuid, host);
    } catch (RuntimeException | Error e) {
      client.close();
      throw e;
    }
  }

  private static String addressOf(String name) {
    try {
      return ServerAddress.of(name);
    } catch (UnknownHostException e) {
      throw error("IP address lookup for host '" + name + "' failed: Name or service not known", e);
    }
  }

  private static LibvirtException error(String detail, @Nullable Throwable cause) {
    return EsxError.builder(ErrorCode.INTERNAL_ERROR, detail)
        .operation(Attempt.CONNECT)
        .cause(cause)
        .build();
  }
}
