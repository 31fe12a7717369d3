package dev.vireo.cli.verb.migration;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import dev.vireo.flag.DomainMigrateFlag;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code migrate}: moves a domain to another host. */
public final class MigrateVerb extends TaskVerb {
  private static final String DESTINATION = "desturi";
  private static final String DIRECT = "direct";
  private static final String VERBOSE = "verbose";
  private static final String MIGRATION_URI = "migrateuri";
  private static final String NAME = "dname";
  private static final String TIMEOUT = "timeout";
  private static final String XML = "xml";
  private static final String BANDWIDTH = "bandwidth";

  /** An option that is a flag of libvirt's, or none. */
  private record Flag(String option, String help, @Nullable DomainMigrateFlag flag) {}

  /** virsh's, in its order. */
  private static final List<Flag> FLAGS =
      List.of(
          new Flag("live", "live migration", DomainMigrateFlag.LIVE),
          new Flag("offline", "offline migration", DomainMigrateFlag.OFFLINE),
          new Flag("p2p", "peer-2-peer migration", DomainMigrateFlag.PEER2PEER),
          new Flag(DIRECT, "direct migration", null),
          new Flag("tunnelled", "tunnelled migration", DomainMigrateFlag.TUNNELLED),
          new Flag("persistent", "persist VM on destination", DomainMigrateFlag.PERSIST_DEST),
          new Flag("undefinesource", "undefine VM on source", DomainMigrateFlag.UNDEFINE_SOURCE),
          new Flag(
              "suspend",
              "do not restart the domain on the destination host",
              DomainMigrateFlag.PAUSED),
          new Flag(
              "copy-storage-all",
              "migration with non-shared storage with full disk copy",
              DomainMigrateFlag.NON_SHARED_DISK),
          new Flag(
              "copy-storage-inc",
              "migration with non-shared storage with incremental copy (same base image shared"
                  + " between source and destination)",
              DomainMigrateFlag.NON_SHARED_INC),
          new Flag(
              "copy-storage-synchronous-writes",
              "force guest disk writes to be synchronously written to the destination to improve"
                  + " storage migration convergence",
              DomainMigrateFlag.NON_SHARED_SYNCHRONOUS_WRITES),
          new Flag(
              "change-protection",
              "prevent any configuration changes to domain until migration ends",
              DomainMigrateFlag.CHANGE_PROTECTION),
          new Flag("unsafe", "force migration even if it may be unsafe", DomainMigrateFlag.UNSAFE),
          new Flag(VERBOSE, "display the progress of migration", null),
          new Flag(
              "compressed",
              "compress repeated pages during live migration",
              DomainMigrateFlag.COMPRESSED),
          new Flag(
              "auto-converge",
              "force convergence during live migration",
              DomainMigrateFlag.AUTO_CONVERGE),
          new Flag(
              "rdma-pin-all",
              "pin all memory before starting RDMA live migration",
              DomainMigrateFlag.RDMA_PIN_ALL),
          new Flag(
              "abort-on-error",
              "abort on soft errors during migration",
              DomainMigrateFlag.ABORT_ON_ERROR),
          new Flag(
              "postcopy",
              "enable post-copy migration; switch to it using migrate-postcopy command",
              DomainMigrateFlag.POSTCOPY),
          new Flag(
              "postcopy-after-precopy",
              "automatically switch to post-copy migration after one pass of pre-copy",
              null),
          new Flag(
              "postcopy-resume",
              "resume failed post-copy migration",
              DomainMigrateFlag.POSTCOPY_RESUME),
          new Flag(
              "zerocopy",
              "use zero-copy mechanism for migrating memory pages",
              DomainMigrateFlag.ZEROCOPY));

  /** Options behind those, in virsh's order. */
  private static final List<OptionSpec> VALUES =
      List.of(
          OptionSpec.string(MIGRATION_URI, "migration URI, usually can be omitted", Completer.NONE),
          OptionSpec.string(
              "graphicsuri",
              "graphics URI to be used for seamless graphics migration",
              Completer.NONE),
          OptionSpec.string(
              "listen-address",
              "listen address that destination should bind to for incoming migration",
              Completer.NONE),
          OptionSpec.string(
              NAME, "rename to new name during migration (if supported)", Completer.NONE),
          OptionSpec.number(
              TIMEOUT,
              "run action specified by --timeout-* option (suspend by default) if live migration"
                  + " exceeds timeout (in seconds)"),
          OptionSpec.bool("timeout-suspend", "suspend the guest after timeout"),
          OptionSpec.bool("timeout-postcopy", "switch to post-copy after timeout"),
          OptionSpec.string(
              XML, "filename containing updated XML for the target", new Completer.Files()),
          OptionSpec.string(
              "migrate-disks", "comma separated list of disks to be migrated", Completer.NONE),
          OptionSpec.number(
              "disks-port", "port to use by target server for incoming disks migration"),
          OptionSpec.string(
              "disks-uri",
              "URI to use for disks migration (overrides --disks-port)",
              Completer.NONE),
          OptionSpec.string(
              "comp-methods",
              "comma separated list of compression methods to be used",
              Completer.NONE),
          OptionSpec.number("comp-mt-level", "compress level for multithread compression"),
          OptionSpec.number(
              "comp-mt-threads", "number of compression threads for multithread compression"),
          OptionSpec.number(
              "comp-mt-dthreads", "number of decompression threads for multithread compression"),
          OptionSpec.number("comp-xbzrle-cache", "page cache size for xbzrle compression"),
          OptionSpec.number(
              "auto-converge-initial", "initial CPU throttling rate for auto-convergence"),
          OptionSpec.number(
              "auto-converge-increment", "CPU throttling rate increment for auto-convergence"),
          OptionSpec.string(
              "persistent-xml",
              "filename containing updated persistent XML for the target",
              new Completer.Files()),
          OptionSpec.bool("tls", "use TLS for migration"),
          OptionSpec.number("postcopy-bandwidth", "post-copy migration bandwidth limit in MiB/s"),
          OptionSpec.bool("parallel", "enable parallel migration"),
          OptionSpec.number("parallel-connections", "number of connections for parallel migration"),
          OptionSpec.number(BANDWIDTH, "migration bandwidth limit in MiB/s"),
          OptionSpec.string(
              "tls-destination",
              "override the destination host name used for TLS verification",
              Completer.NONE));

  /** Those that libvirt's functions for all drivers know. */
  private static final Set<String> KNOWN = Set.of(MIGRATION_URI, NAME, TIMEOUT, XML, BANDWIDTH);

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("migrate", CommandGroup.DOMAIN, "migrate domain to another host")
            .description("Migrate domain to another host.  Add --live for live migration.")
            .option(DomainOption.spec(""))
            .option(
                OptionSpec.data(
                    DESTINATION,
                    "connection URI of the destination host as seen from the client(normal"
                        + " migration) or source(p2p migration)",
                    new Completer.Uris()));
    FLAGS.forEach(flag -> spec.option(OptionSpec.bool(flag.option(), flag.help())));
    VALUES.forEach(spec::option);
    return spec.example("migrate web1 esx://root@esx2.example.com/?vcenter=*")
        .example(
            "migrate web1 vpx://admin@vcenter.example.com/DC1/cluster1/esx2.example.com --dname web2")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    requireFitting(call);
    Domain domain = DomainOption.ANY.find(call);
    requireTimeoutFits(call);
    Set<DomainMigrateFlag> flags = flags(call);
    String called = call.required(DomainOption.NAME);
    if (call.has(DIRECT) || flags.contains(DomainMigrateFlag.PEER2PEER)) {
      MigrationParameters parameters = parameters(call);
      String uri = call.required(DESTINATION);
      perform(call, called, options -> domain.migrateToURI3(uri, parameters, flags, options));
      tell(call, domain);
    } else {
      try (Connect destination = call.session().connectTo(call.required(DESTINATION))) {
        MigrationParameters parameters = parameters(call);
        Migrated moved = new Migrated();
        perform(
            call,
            called,
            options -> moved.domain = migrate(domain, destination, parameters, flags, options));
        tell(call, moved.domain == null ? domain : moved.domain);
      }
    }
  }

  /** What came of it. */
  private static final class Migrated {
    private @Nullable Domain domain;
  }

  private static Domain migrate(
      Domain domain,
      Connect destination,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    return domain.migrate3(destination, parameters, flags, options);
  }

  private static void tell(Call call, Domain moved) {
    if (call.has(VERBOSE)) {
      call.output().diagnostic("Migration: [100 %]\n");
    }
    DomainJson.confirm(call, moved, "migrated", "");
  }

  private static void requireFitting(Call call) {
    call.exclude("live", "offline");
    call.exclude("timeout-suspend", "timeout-postcopy");
    require(call, "postcopy-after-precopy", "postcopy");
    require(call, "timeout-postcopy", "postcopy");
    require(call, "persistent-xml", "persistent");
    require(call, "tls-destination", "tls");
  }

  private static void require(Call call, String option, String needed) {
    if (call.has(option) && !call.has(needed)) {
      throw new CommandException("Option --" + needed + " is required by option --" + option);
    }
  }

  private static void requireTimeoutFits(Call call) {
    Integer timeout = call.number(TIMEOUT);
    if (timeout != null && timeout < 1) {
      throw new CommandException(
          "Numeric value '" + timeout + "' for <timeout> option is malformed or out of range");
    }
    if (timeout != null && !call.has("live")) {
      throw new CommandException("migrate: Unexpected timeout for offline migration");
    }
    if (timeout == null && (call.has("timeout-suspend") || call.has("timeout-postcopy"))) {
      throw new CommandException("migrate: Unexpected --timeout-* option without --timeout");
    }
    if (timeout != null) {
      call.output()
          .warning("a vCenter suspends no domain while it migrates it: --timeout has no effect");
    }
  }

  private static Set<DomainMigrateFlag> flags(Call call) {
    EnumSet<DomainMigrateFlag> flags = EnumSet.noneOf(DomainMigrateFlag.class);
    for (Flag each : FLAGS) {
      if (each.flag() != null && call.has(each.option())) {
        flags.add(each.flag());
      }
    }
    if (call.has("tls")) {
      flags.add(DomainMigrateFlag.TLS);
    }
    if (call.has("parallel")) {
      flags.add(DomainMigrateFlag.PARALLEL);
    }
    return flags;
  }

  private static MigrationParameters parameters(Call call) {
    for (OptionSpec option : VALUES) {
      if (option.kind() != OptionKind.BOOL
          && !KNOWN.contains(option.name())
          && call.has(option.name())) {
        throw CommandException.of(
            ErrorCode.ARGUMENT_UNSUPPORTED,
            "argument unsupported: Migration APIs with extensible parameters are not supported but"
                + " extended parameters were passed");
      }
    }
    Integer bandwidth = call.number(BANDWIDTH);
    if (bandwidth != null && bandwidth < 0) {
      throw new CommandException(
          "Numeric value '" + bandwidth + "' for <bandwidth> option is malformed or out of range");
    }
    return new MigrationParameters(
        call.string(NAME),
        call.string(MIGRATION_URI),
        xml(call),
        bandwidth == null ? 0 : bandwidth);
  }

  private static @Nullable String xml(Call call) {
    String file = call.string(XML);
    return file == null
        ? null
        : new String(new NamedFile(file).read(call.session()), StandardCharsets.UTF_8);
  }

  @Override
  protected String operation() {
    return "migrate";
  }
}
