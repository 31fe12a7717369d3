package dev.vireo.spi;

import dev.vireo.ConnectOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.uri.ConnectUri;
import dev.vireo.uri.UriParameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one kind of hypervisor. Drivers are found by {@link java.util.ServiceLoader}
 * and need a public constructor without parameters; see {@link HypervisorDrivers}.
 */
public interface HypervisorDriver {

  /** The schemes of its URIs, in lower case and without transports, such as {@code esx}. */
  List<String> schemes();

  /** The forms of its URIs for people, such as {@code esx://HOST/}. */
  List<String> uriForms();

  /** What may follow the {@code ?} of its URIs; none by default. */
  default List<UriParameter> uriParameters() {
    return List.of();
  }

  /**
   * Whether it opens this URI; by default when it has the scheme and there is no {@code
   * +transport}.
   */
  default boolean owns(ConnectUri uri) {
    return schemes().contains(uri.scheme()) && uri.transport() == null;
  }

  /**
   * What somebody probably meant by a text that no driver opens, as advice for an error: a phrase
   * that begins with a small letter and has no full stop. It must not repeat a password.
   *
   * @param text what was given instead of a URI
   * @return nothing by default
   */
  default Optional<String> advice(String text) {
    return Optional.empty();
  }

  /**
   * Opens a connection. When this fails, nothing is left behind on the host.
   *
   * @param uri a URI that it {@linkplain #owns owns}; its path and parameters are the driver's to
   *     check
   * @param auth where credentials come from, or null for {@code virConnectOpen}
   * @param options who hears of what, and where files are looked for
   * @throws dev.vireo.LibvirtException when it cannot be opened
   */
  HypervisorConnection open(ConnectUri uri, @Nullable ConnectAuth auth, ConnectOptions options);
}
