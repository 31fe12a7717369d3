package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a host (VI API {@code HostConfigInfo}; the parts that this library reads).
 *
 * @param host the host
 * @param product the product
 * @param network the network; null when the server does not say
 */
public record HostConfigInfo(
    ManagedObjectReference host, AboutInfo product, @Nullable HostNetworkInfo network)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostConfigInfo {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(product, "product");
  }
}
