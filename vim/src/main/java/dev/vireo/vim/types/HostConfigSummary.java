package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a host in short (VI API {@code HostConfigSummary}).
 *
 * @param name the name
 * @param port the port
 * @param sslThumbprint the ssl thumbprint; null when the server does not say
 * @param product the product; null when the server does not say
 * @param vmotionEnabled the vmotion enabled
 */
public record HostConfigSummary(
    String name,
    int port,
    @Nullable String sslThumbprint,
    @Nullable AboutInfo product,
    boolean vmotionEnabled)
    implements DataObject {

  /** Checks that the required components are there. */
  public HostConfigSummary {
    Objects.requireNonNull(name, "name");
  }
}
