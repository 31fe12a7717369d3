package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What both commands have in common that take a snapshot. */
final class SnapshotCreation {

  private static final SnapshotTask TASK = new SnapshotTask("create", null);

  /** virsh's options in virsh's order. */
  private enum Option {
    REDEFINE(
        "redefine",
        "redefine metadata for existing snapshot",
        DomainSnapshotCreateFlag.REDEFINE,
        true),
    CURRENT(
        "current", "with redefine, set current snapshot", DomainSnapshotCreateFlag.CURRENT, true),
    NO_METADATA(
        "no-metadata",
        "take snapshot but create no metadata",
        DomainSnapshotCreateFlag.NO_METADATA,
        false),
    HALT("halt", "halt domain after snapshot is created", DomainSnapshotCreateFlag.HALT, false),
    DISK_ONLY(
        "disk-only",
        "capture disk state but not vm state",
        DomainSnapshotCreateFlag.DISK_ONLY,
        false),
    REUSE_EXTERNAL(
        "reuse-external",
        "reuse any existing external files",
        DomainSnapshotCreateFlag.REUSE_EXT,
        false),
    QUIESCE("quiesce", "quiesce guest's file systems", DomainSnapshotCreateFlag.QUIESCE, false),
    ATOMIC("atomic", "require atomic operation", DomainSnapshotCreateFlag.ATOMIC, false),
    LIVE("live", "take a live snapshot", DomainSnapshotCreateFlag.LIVE, false),
    VALIDATE(
        "validate",
        "validate the XML against the schema",
        DomainSnapshotCreateFlag.VALIDATE,
        false);

    private final String option;
    private final String help;
    private final DomainSnapshotCreateFlag flag;
    private final boolean ofFilesOnly;

    Option(String option, String help, DomainSnapshotCreateFlag flag, boolean ofFilesOnly) {
      this.option = option;
      this.help = help;
      this.flag = flag;
      this.ofFilesOnly = ofFilesOnly;
    }
  }

  private SnapshotCreation() {}

  /**
   * Adds the options.
   *
   * @param ofFile whether the command reads XML that may tell of a snapshot that there is
   */
  static CommandSpec.Builder addOptions(CommandSpec.Builder spec, boolean ofFile) {
    for (Option each : Option.values()) {
      if (ofFile || !each.ofFilesOnly) {
        spec.option(OptionSpec.bool(each.option, each.help));
      }
    }
    return spec;
  }

  /**
   * Takes a snapshot, and says so.
   *
   * @param from the file that the XML is from; null for none
   */
  static void run(Call call, Domain domain, String xml, @Nullable String from) {
    EnumSet<DomainSnapshotCreateFlag> flags = EnumSet.noneOf(DomainSnapshotCreateFlag.class);
    for (Option each : Option.values()) {
      if (call.has(each.option)) {
        flags.add(each.flag);
      }
    }
    DomainSnapshot snapshot =
        TASK.perform(call, "of " + domain.getName(), options -> take(domain, xml, flags, options));
    String name = snapshot.getName();
    SnapshotTask.confirm(
        call,
        domain,
        name,
        "created",
        "Domain snapshot " + name + " created" + (from == null ? "" : " from '" + from + "'"));
  }

  /** Where the driver cannot stop the domain afterwards, virsh does it. */
  private static DomainSnapshot take(
      Domain domain, String xml, Set<DomainSnapshotCreateFlag> flags, TaskOptions options) {
    try {
      return domain.snapshotCreateXML(xml, flags, options);
    } catch (LibvirtException e) {
      if (e.code() != ErrorCode.INVALID_ARG || !flags.contains(DomainSnapshotCreateFlag.HALT)) {
        throw e;
      }
      if (!domain.isPersistent()) {
        throw new CommandException("cannot halt after snapshot of transient domain");
      }
      boolean halt = domain.isActive();
      EnumSet<DomainSnapshotCreateFlag> others = EnumSet.copyOf(flags);
      others.remove(DomainSnapshotCreateFlag.HALT);
      DomainSnapshot snapshot = domain.snapshotCreateXML(xml, others, options);
      if (halt) {
        domain.destroy(options);
      }
      return snapshot;
    }
  }
}
