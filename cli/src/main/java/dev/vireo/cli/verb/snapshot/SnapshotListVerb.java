package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.DomainSnapshotSummary;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainSnapshotListFlag;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code snapshot-list}: the snapshots of a domain, in one request. */
public final class SnapshotListVerb implements Verb {
  private static final String PARENT = "parent";
  private static final String ROOTS = "roots";
  private static final String TREE = "tree";
  private static final String FROM = "from";
  private static final String DESCENDANTS = "descendants";
  private static final String NAME = "name";
  private static final String TOPOLOGICAL = "topological";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

  private static final Comparator<DomainSnapshotSummary> BY_NAME =
      Comparator.comparing(DomainSnapshotSummary::name, String.CASE_INSENSITIVE_ORDER);

  /** virsh's filters in virsh's order. */
  private enum Filter {
    LEAVES("leaves", "list only snapshots without children", DomainSnapshotListFlag.LEAVES),
    NO_LEAVES(
        "no-leaves",
        "list only snapshots that are not leaves (with children)",
        DomainSnapshotListFlag.NO_LEAVES),
    METADATA(
        "metadata",
        "list only snapshots that have metadata that would prevent undefine",
        DomainSnapshotListFlag.METADATA),
    NO_METADATA(
        "no-metadata",
        "list only snapshots that have no metadata managed by libvirt",
        DomainSnapshotListFlag.NO_METADATA),
    INACTIVE(
        "inactive", "filter by snapshots taken while inactive", DomainSnapshotListFlag.INACTIVE),
    ACTIVE(
        "active",
        "filter by snapshots taken while active (full system snapshots)",
        DomainSnapshotListFlag.ACTIVE),
    DISK_ONLY("disk-only", "filter by disk-only snapshots", DomainSnapshotListFlag.DISK_ONLY),
    INTERNAL("internal", "filter by internal snapshots", DomainSnapshotListFlag.INTERNAL),
    EXTERNAL("external", "filter by external snapshots", DomainSnapshotListFlag.EXTERNAL);

    private final String option;
    private final String help;
    private final DomainSnapshotListFlag flag;

    Filter(String option, String help, DomainSnapshotListFlag flag) {
      this.option = option;
      this.help = help;
      this.flag = flag;
    }
  }

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("snapshot-list", CommandGroup.SNAPSHOT, "List snapshots for a domain")
            .description(
                """
                Snapshot List. Where several have a name, --json has the reference
                of each, by which NAME@REFERENCE means one of them.\
                """)
            .option(DomainOption.spec("--all --with-snapshot"))
            .option(OptionSpec.bool(PARENT, "add a column showing parent snapshot"))
            .option(OptionSpec.bool(ROOTS, "list only snapshots without parents"));
    for (Filter filter : Filter.values()) {
      spec.option(OptionSpec.bool(filter.option, filter.help));
    }
    return spec.option(OptionSpec.bool(TREE, "list snapshots in a tree"))
        .option(OptionSpec.named(FROM, "limit list to children of given snapshot", Completer.NONE))
        .option(SnapshotOption.current("limit list to children of current snapshot"))
        .option(OptionSpec.bool(DESCENDANTS, "with --from, list all descendants"))
        .option(OptionSpec.bool(NAME, "list snapshot names only"))
        .option(OptionSpec.bool(TOPOLOGICAL, "sort list topologically rather than by name"))
        .example("snapshot-list web1 --tree")
        .example("snapshot-list web1 --from before --descendants --name")
        .example("snapshot-list web1 --json")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(TREE, NAME);
    call.exclude(PARENT, ROOTS);
    call.exclude(PARENT, TREE);
    call.exclude(ROOTS, TREE);
    call.exclude(ROOTS, FROM);
    call.exclude(ROOTS, SnapshotOption.CURRENT);
    boolean below = call.has(FROM) || call.has(SnapshotOption.CURRENT);
    if (call.has(DESCENDANTS) && !below) {
      throw new CommandException("--descendants requires either --from or --current");
    }
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot from = SnapshotOption.findIfNamed(call, domain, FROM);
    List<DomainSnapshotSummary> snapshots = new ArrayList<>(list(call, domain, from));
    if (!call.has(TOPOLOGICAL)) {
      snapshots.sort(BY_NAME);
    }
    if (call.json()) {
      json(call, snapshots);
    } else if (call.has(TREE)) {
      call.output().print(new SnapshotTreeText(snapshots, from).toString());
    } else if (call.has(NAME)) {
      StringBuilder names = new StringBuilder();
      snapshots.forEach(each -> names.append(each.name()).append('\n'));
      call.output().print(names.toString());
    } else {
      table(call, snapshots);
    }
  }

  private static List<DomainSnapshotSummary> list(
      Call call, Domain domain, @Nullable DomainSnapshot from) {
    EnumSet<DomainSnapshotListFlag> flags = EnumSet.noneOf(DomainSnapshotListFlag.class);
    for (Filter filter : Filter.values()) {
      if (call.has(filter.option)) {
        flags.add(filter.flag);
      }
    }
    if (call.has(TOPOLOGICAL)) {
      flags.add(DomainSnapshotListFlag.TOPOLOGICAL);
    }
    if (from == null) {
      if (call.has(ROOTS)) {
        flags.add(DomainSnapshotListFlag.ROOTS);
      }
      return domain.listAllSnapshotSummaries(flags);
    }
    if (call.has(DESCENDANTS) || call.has(TREE)) {
      flags.add(DomainSnapshotListFlag.DESCENDANTS);
    }
    return from.listAllChildrenSummaries(flags);
  }

  private static void table(Call call, List<DomainSnapshotSummary> snapshots) {
    boolean parents = call.has(PARENT);
    TextTable table =
        parents
            ? new TextTable("Name", "Creation Time", "State", "Parent")
            : new TextTable("Name", "Creation Time", "State");
    for (DomainSnapshotSummary each : snapshots) {
      String time = TIME.format(each.creationTime().atZone(ZoneId.systemDefault()));
      String state = each.state().snapshotText();
      if (parents) {
        DomainSnapshot parent = each.parent();
        table.row(each.name(), time, state, parent == null ? "" : parent.getName());
      } else {
        table.row(each.name(), time, state);
      }
    }
    call.output().print(table, !call.output().isQuiet());
  }

  private static void json(Call call, List<DomainSnapshotSummary> snapshots) {
    JsonWriter document = new JsonWriter().array();
    snapshots.forEach(each -> SnapshotJson.write(document, each));
    call.print(document.endArray());
  }
}
