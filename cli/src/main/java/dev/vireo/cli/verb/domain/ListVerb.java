package dev.vireo.cli.verb.domain;

import dev.vireo.DomainMetadataType;
import dev.vireo.DomainSummary;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.flag.DomainListFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code list}: the domains of the host, in one request. */
public final class ListVerb implements Verb {
  private static final String INACTIVE = "inactive";
  private static final String ALL = "all";
  private static final String UUID = "uuid";
  private static final String NAME = "name";
  private static final String ID = "id";
  private static final String TABLE = "table";
  private static final String TITLE = "title";

  /** virsh's filters in virsh's order. */
  private enum Filter {
    TRANSIENT("transient", "list transient domains", DomainListFlag.TRANSIENT),
    PERSISTENT("persistent", "list persistent domains", DomainListFlag.PERSISTENT),
    WITH_SNAPSHOT(
        "with-snapshot", "list domains with existing snapshot", DomainListFlag.HAS_SNAPSHOT),
    WITHOUT_SNAPSHOT(
        "without-snapshot", "list domains without a snapshot", DomainListFlag.NO_SNAPSHOT),
    WITH_CHECKPOINT(
        "with-checkpoint", "list domains with existing checkpoint", DomainListFlag.HAS_CHECKPOINT),
    WITHOUT_CHECKPOINT(
        "without-checkpoint", "list domains without a checkpoint", DomainListFlag.NO_CHECKPOINT),
    STATE_RUNNING("state-running", "list domains in running state", DomainListFlag.RUNNING),
    STATE_PAUSED("state-paused", "list domains in paused state", DomainListFlag.PAUSED),
    STATE_SHUTOFF("state-shutoff", "list domains in shutoff state", DomainListFlag.SHUTOFF),
    STATE_OTHER("state-other", "list domains in other states", DomainListFlag.OTHER),
    AUTOSTART("autostart", "list domains with autostart enabled", DomainListFlag.AUTOSTART),
    NO_AUTOSTART(
        "no-autostart", "list domains with autostart disabled", DomainListFlag.NO_AUTOSTART),
    WITH_MANAGED_SAVE(
        "with-managed-save", "list domains with managed save state", DomainListFlag.MANAGEDSAVE),
    WITHOUT_MANAGED_SAVE(
        "without-managed-save", "list domains without managed save", DomainListFlag.NO_MANAGEDSAVE);

    private final String option;
    private final String help;
    private final DomainListFlag flag;

    Filter(String option, String help, DomainListFlag flag) {
      this.option = option;
      this.help = help;
      this.flag = flag;
    }
  }

  /** Active domains by id, then the others by name without regard to case. */
  private static final Comparator<DomainSummary> VIRSH_ORDER =
      new Comparator<>() {
        @Override
        public int compare(DomainSummary a, DomainSummary b) {
          boolean active = a.id() >= 0;
          if (active != b.id() >= 0) {
            return active ? -1 : 1;
          }
          return active ? Integer.compare(a.id(), b.id()) : a.name().compareToIgnoreCase(b.name());
        }
      };

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder builder =
        CommandSpec.of("list", CommandGroup.MONITOR, "list domains")
            .description("Returns list of domains.")
            .option(OptionSpec.bool(INACTIVE, "list inactive domains"))
            .option(OptionSpec.bool(ALL, "list inactive & active domains"));
    for (Filter filter : Filter.values()) {
      builder.option(OptionSpec.bool(filter.option, filter.help));
    }
    return builder
        .option(OptionSpec.bool(UUID, "list uuid's only"))
        .option(OptionSpec.bool(NAME, "list domain names only"))
        .option(OptionSpec.bool(ID, "list domain IDs only"))
        .option(OptionSpec.bool(TABLE, "list table (default)"))
        .option(OptionSpec.bool("managed-save", "mark inactive domains with managed save state"))
        .option(OptionSpec.bool(TITLE, "show domain title"))
        .example("list --all")
        .example("list --all --name --autostart")
        .example("list --all --json")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(TABLE, NAME);
    call.exclude(TABLE, UUID);
    call.exclude(TABLE, ID);
    List<DomainSummary> domains = new ArrayList<>(call.host().listAllDomainSummaries(flags(call)));
    domains.sort(VIRSH_ORDER);
    if (call.json()) {
      json(call, domains);
    } else if (call.has(NAME) || call.has(UUID) || call.has(ID)) {
      bare(call, domains);
    } else {
      table(call, domains);
    }
  }

  private static EnumSet<DomainListFlag> flags(Call call) {
    EnumSet<DomainListFlag> flags = EnumSet.of(DomainListFlag.ACTIVE);
    // virsh reads the wish for domains that are shut off as one for inactive domains.
    if (call.has(INACTIVE) || call.has(Filter.STATE_SHUTOFF.option)) {
      flags = EnumSet.of(DomainListFlag.INACTIVE);
    }
    if (call.has(ALL)) {
      flags = EnumSet.of(DomainListFlag.ACTIVE, DomainListFlag.INACTIVE);
    }
    for (Filter filter : Filter.values()) {
      if (call.has(filter.option)) {
        flags.add(filter.flag);
      }
    }
    return flags;
  }

  private static void json(Call call, List<DomainSummary> domains) {
    JsonWriter document = new JsonWriter().array();
    for (DomainSummary domain : domains) {
      LibvirtException unreadable = domain.unreadable();
      String uuid = unreadable == null ? domain.uuid().toString() : null;
      DomainJson.begin(document, domain.id(), domain.name(), uuid)
          .key("state")
          .value(domain.state().text());
      if (call.has(TITLE)) {
        document.key(TITLE).value(title(domain));
      }
      if (unreadable != null) {
        document.key("unreadable").value(unreadable.getMessage());
      }
      document.endObject();
    }
    call.print(document.endArray());
  }

  /**
   * Only uuid, id and name, in this order, whichever are asked for. Where ids alone are asked for,
   * a domain without one has no line. What cannot be read may not be what was asked for, and has
   * none either.
   */
  private static void bare(Call call, List<DomainSummary> domains) {
    StringBuilder text = new StringBuilder();
    boolean idsOnly = !call.has(UUID) && !call.has(NAME);
    for (DomainSummary domain : domains) {
      if ((idsOnly && domain.id() < 0) || domain.unreadable() != null) {
        continue;
      }
      String separator = "";
      if (call.has(UUID)) {
        text.append(domain.uuid());
        separator = " ";
      }
      if (call.has(ID)) {
        text.append(separator).append(id(domain));
        separator = " ";
      }
      if (call.has(NAME)) {
        text.append(separator).append(domain.name());
      }
      text.append('\n');
    }
    call.output().print(text.toString());
    Unreadable unreadable = Unreadable.of(domains);
    if (unreadable != null) {
      String line = unreadable.count() + " left out, since they cannot be read; the first: ";
      throw new CommandException(List.of(line + unreadable.reason()), 1, unreadable.first());
    }
  }

  /**
   * The domains of which not all could be read.
   *
   * @param count how many of how many
   * @param first why the first could not
   */
  private record Unreadable(String count, LibvirtException first) {

    /** Null when all could be read. */
    static @Nullable Unreadable of(List<DomainSummary> domains) {
      List<LibvirtException> reasons =
          domains.stream().map(DomainSummary::unreadable).filter(Objects::nonNull).toList();
      return reasons.isEmpty()
          ? null
          : new Unreadable(reasons.size() + " of " + domains.size() + " domains", reasons.get(0));
    }

    String reason() {
      return String.valueOf(first.getMessage());
    }
  }

  private static void table(Call call, List<DomainSummary> domains) {
    boolean titled = call.has(TITLE);
    TextTable table =
        titled
            ? new TextTable("Id", "Name", "State", "Title")
            : new TextTable("Id", "Name", "State");
    for (DomainSummary domain : domains) {
      String state = domain.state().text();
      if (titled) {
        table.row(id(domain), domain.name(), state, title(domain));
      } else {
        table.row(id(domain), domain.name(), state);
      }
    }
    call.output().print(table, !call.output().isQuiet());
    Unreadable unreadable = Unreadable.of(domains);
    if (unreadable != null) {
      call.output()
          .warning(unreadable.count() + " cannot be read; the first: " + unreadable.reason());
    }
  }

  /** One request for each domain; empty where there is none, or no domain any more. */
  private static String title(DomainSummary domain) {
    if (domain.unreadable() != null) {
      return "";
    }
    try {
      return domain.domain().getMetadata(DomainMetadataType.TITLE, null, Set.of());
    } catch (LibvirtException e) {
      if (e.code() == ErrorCode.NO_DOMAIN_METADATA || e.code() == ErrorCode.NO_DOMAIN) {
        return "";
      }
      throw e;
    }
  }

  private static String id(DomainSummary domain) {
    return domain.id() < 0 ? "-" : Integer.toString(domain.id());
  }
}
