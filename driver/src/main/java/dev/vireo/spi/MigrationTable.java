package dev.vireo.spi;

import dev.vireo.ConnectFeature;
import dev.vireo.ErrorDomain;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainMigrateFlag;
import java.util.Set;

/**
 * How a driver migrates domains, in libvirt's first protocol: the destination prepares, the source
 * performs, the destination looks what came. Both ends may be of one driver and two connections.
 * Flags and parameters that no driver of this protocol can follow are refused before; a driver
 * refuses further ones with {@link Unsupported#requireOnly}.
 */
public interface MigrationTable {

  /** Whether the driver can do something with this host ({@code virConnectSupportsFeature}). */
  default boolean supportsFeature(ConnectFeature feature) {
    throw Unsupported.function(ErrorDomain.NONE, "virConnectSupportsFeature");
  }

  /**
   * At the destination: makes ready for a domain ({@code virDomainMigratePrepare}).
   *
   * @param parameters the caller's
   * @return the migration URI that the source is to use
   */
  default String prepare(MigrationParameters parameters, Set<DomainMigrateFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainMigratePrepare");
  }

  /**
   * At the source: moves the domain and waits until that is done ({@code virDomainMigratePerform}).
   *
   * @param uri the migration URI
   * @param parameters the caller's; its URI does not count
   */
  default void perform(
      DomainHandle domain,
      String uri,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainMigratePerform");
  }

  /**
   * At the destination: finds the domain that came ({@code virDomainMigrateFinish}).
   *
   * @param domain the domain as the source knew it
   * @param name what it is called now
   */
  default DomainEntry finish(DomainHandle domain, String name) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainMigrateFinish");
  }
}
