package dev.vireo.internal.esx;

import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.internal.HypervisorConnection;
import dev.vireo.uri.ConnectUri;
import dev.vireo.vim.transport.VimTransport;
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
    throw LibvirtException.of(ErrorCode.NO_SUPPORT, uri.scheme().text());
  }

  /** Opens {@code test}: the simulated host in this process. */
  public static HypervisorConnection openEmbedded(
      ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options) {
    return connect(uri, EmbeddedHosts.open(uri.pathText()).transport());
  }

  private static HypervisorConnection connect(ConnectUri uri, VimTransport transport) {
    transport.close();
    throw LibvirtException.of(ErrorCode.NO_SUPPORT, uri.scheme().text());
  }
}
