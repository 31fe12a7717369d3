package dev.vireo.internal;

import dev.vireo.ConnectFeature;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainMigrateFlag;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.MigrationTable;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A migration between two connections, or from one to what a URI names: what libvirt itself checks,
 * and its first protocol between the two drivers.
 *
 * @param function the libvirt function that is called
 * @param domain the domain at the source
 * @param source the driver at the source
 */
public record Migration(String function, DomainHandle domain, GuardedTable<MigrationTable> source) {

  /** Moves it to the host of a connection. */
  public DomainEntry to(
      GuardedTable<MigrationTable> destination,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> given,
      TaskOptions options) {
    boolean offline = given.contains(DomainMigrateFlag.OFFLINE);
    boolean fromHere = has(source, ConnectFeature.MIGRATION_V1);
    requireExclusive(given);
    if (given.contains(DomainMigrateFlag.PEER2PEER)) {
      throw error(ErrorCode.INVALID_ARG, "use virDomainMigrateToURI3 for peer-to-peer migration");
    }
    if (given.contains(DomainMigrateFlag.TUNNELLED)) {
      throw error(
          ErrorCode.INVALID_ARG, "cannot perform tunnelled migration without using peer2peer flag");
    }
    requireOffline(source, offline, "source");
    requireOffline(destination, offline, "destination");
    Set<DomainMigrateFlag> flags = withoutProtection(given);
    if (!fromHere || !has(destination, ConnectFeature.MIGRATION_V1)) {
      throw LibvirtException.builder(ErrorCode.NO_SUPPORT, function)
          .domain(ErrorDomain.DOM)
          .operation(function)
          .hint(
              "a VMware host migrates through its vCenter: add ?vcenter=* to both URIs, or use"
                  + " vpx:// ones; both hosts need vMotion")
          .build();
    }
    requireOwnXml(parameters);
    String uri = destination.change(function, table -> table.prepare(parameters, flags));
    perform(uri, parameters, flags, options);
    return finish(destination, parameters);
  }

  private DomainEntry finish(
      GuardedTable<MigrationTable> destination, MigrationParameters parameters) {
    String named = parameters.destinationName();
    String name = named == null ? domain.name() : named;
    try {
      return destination.change(function, table -> table.finish(domain, name));
    } catch (LibvirtException e) {
      throw LibvirtException.builder(
              e.code(),
              "The domain '"
                  + name
                  + "' was migrated, but could not be read at its destination: "
                  + e.detail())
          .domain(e.domain())
          .operation(function)
          .object(name)
          .cause(e)
          .hints(e.hints())
          .outcomeUnknown()
          .build();
    }
  }

  /** Moves it to what a URI of the hypervisor's own names. */
  public void toUri(
      String uri,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> given,
      TaskOptions options) {
    boolean direct = has(source, ConnectFeature.MIGRATION_DIRECT);
    requireExclusive(given);
    boolean peer = given.contains(DomainMigrateFlag.PEER2PEER);
    requireOffline(source, given.contains(DomainMigrateFlag.OFFLINE), "source");
    Set<DomainMigrateFlag> flags = withoutProtection(given);
    if (peer || !direct) {
      throw error(
          ErrorCode.ARGUMENT_UNSUPPORTED,
          (peer ? "p2p" : "direct") + " migration is not supported by the source host");
    }
    requireOwnXml(parameters);
    perform(uri, parameters, flags, options);
  }

  /** Whether a driver has a feature; one that cannot be asked has none. */
  private boolean has(GuardedTable<MigrationTable> table, ConnectFeature feature) {
    try {
      return table.change(function, it -> it.supportsFeature(feature));
    } catch (LibvirtException e) {
      if (e.code() == ErrorCode.NO_SUPPORT) {
        return false;
      }
      throw e;
    }
  }

  private void perform(
      String uri,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    source.run(
        function,
        options,
        (table, marked) -> table.perform(domain, uri, parameters, flags, marked));
  }

  private void requireExclusive(Set<DomainMigrateFlag> flags) {
    if (flags.contains(DomainMigrateFlag.NON_SHARED_DISK)
        && flags.contains(DomainMigrateFlag.NON_SHARED_INC)) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "flags 'VIR_MIGRATE_NON_SHARED_DISK' and 'VIR_MIGRATE_NON_SHARED_INC' in function '"
                  + function
                  + "' are mutually exclusive")
          .domain(ErrorDomain.DOM)
          .operation(function)
          .build();
    }
  }

  private void requireOffline(GuardedTable<MigrationTable> table, boolean wanted, String which) {
    if (wanted && !has(table, ConnectFeature.MIGRATION_OFFLINE)) {
      throw error(
          ErrorCode.ARGUMENT_UNSUPPORTED,
          "offline migration is not supported by the " + which + " host");
    }
  }

  private Set<DomainMigrateFlag> withoutProtection(Set<DomainMigrateFlag> flags) {
    if (!flags.contains(DomainMigrateFlag.CHANGE_PROTECTION)) {
      return flags;
    }
    if (!has(source, ConnectFeature.MIGRATE_CHANGE_PROTECTION)) {
      throw error(ErrorCode.ARGUMENT_UNSUPPORTED, "cannot enforce change protection");
    }
    EnumSet<DomainMigrateFlag> others = EnumSet.copyOf(flags);
    others.remove(DomainMigrateFlag.CHANGE_PROTECTION);
    return others;
  }

  private void requireOwnXml(MigrationParameters parameters) {
    @Nullable String xml = parameters.destinationXml();
    if (xml != null) {
      throw error(
          ErrorCode.ARGUMENT_UNSUPPORTED, "Unable to change target guest XML during migration");
    }
  }

  private LibvirtException error(ErrorCode code, String detail) {
    return LibvirtException.builder(code, detail)
        .domain(ErrorDomain.DOM)
        .operation(function)
        .object(domain.name())
        .build();
  }
}
