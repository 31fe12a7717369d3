package dev.vireo.internal;

import dev.vireo.ConnectOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.uri.ConnectUri;
import org.jspecify.annotations.Nullable;

/** Opens connections to one kind of hypervisor. */
@FunctionalInterface
public interface HypervisorDriver {

  /**
   * Opens a connection. When this fails, nothing is left behind on the host.
   *
   * @param auth where credentials come from, or null for {@code virConnectOpen}
   * @throws dev.vireo.LibvirtException when it cannot be opened
   */
  HypervisorConnection open(ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options);
}
