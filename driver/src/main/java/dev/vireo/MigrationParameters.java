package dev.vireo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a migration may be told ({@code VIR_MIGRATE_PARAM_*}); all of it is optional.
 *
 * @param destinationName what the domain is to be called afterwards; null for its name
 * @param uri the migration URI; null for the one that the destination names
 * @param destinationXml what the domain is to be afterwards; null for what it is
 * @param bandwidth MiB/s that it may take; 0 for the hypervisor's choice. VMware hosts choose in
 *     any case
 */
public record MigrationParameters(
    @Nullable String destinationName,
    @Nullable String uri,
    @Nullable String destinationXml,
    long bandwidth) {

  /** Tells nothing. */
  public static final MigrationParameters NONE = new MigrationParameters(null, null, null, 0);

  /** Checks the values. */
  public MigrationParameters {
    if (bandwidth < 0) {
      throw new IllegalArgumentException("bandwidth is negative: " + bandwidth);
    }
  }

  /** The same with another name at the destination. */
  public MigrationParameters withDestinationName(String name) {
    return new MigrationParameters(Objects.requireNonNull(name), uri, destinationXml, bandwidth);
  }

  /** The same with a migration URI. */
  public MigrationParameters withUri(String newUri) {
    return new MigrationParameters(
        destinationName, Objects.requireNonNull(newUri), destinationXml, bandwidth);
  }

  /** The same with another definition at the destination. */
  public MigrationParameters withDestinationXml(String xml) {
    return new MigrationParameters(destinationName, uri, Objects.requireNonNull(xml), bandwidth);
  }

  /** The same with a limit in MiB/s. */
  public MigrationParameters withBandwidth(long limit) {
    return new MigrationParameters(destinationName, uri, destinationXml, limit);
  }
}
