package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import java.util.List;
import java.util.Set;

/** {@code snapshot-current}: the snapshot that a domain's state is based on. */
public final class SnapshotCurrentVerb implements Verb {
  private static final String NAME = "name";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "snapshot-current", CommandGroup.SNAPSHOT, "Get or set the current snapshot")
        .description(
            """
            Get or set the current snapshot. VMware hosts have no other way to
            set it than 'snapshot-revert'.\
            """)
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(OptionSpec.bool(NAME, "list the name, rather than the full xml"))
        .option(
            OptionSpec.bool(
                SnapshotDumpxmlVerb.SECURITY_INFO,
                "include security sensitive information in XML dump"))
        .option(SnapshotOption.name("name of existing snapshot to make current"))
        .example("snapshot-current web1 --name")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(NAME, SnapshotOption.NAME);
    Domain domain = DomainOption.ANY.find(call);
    String wanted = call.string(SnapshotOption.NAME);
    if (wanted != null) {
      set(call, domain, wanted);
      return;
    }
    if (!domain.hasCurrentSnapshot()) {
      throw CommandException.of(
          ErrorCode.NO_DOMAIN_SNAPSHOT,
          "domain '" + domain.getName() + "' has no current snapshot");
    }
    DomainSnapshot current = domain.snapshotCurrent();
    if (call.has(NAME)) {
      call.print("name", current.getName());
    } else {
      call.print("xml", current.getXMLDesc(SnapshotDumpxmlVerb.flags(call)));
    }
  }

  private static void set(Call call, Domain domain, String wanted) {
    DomainSnapshot snapshot = domain.snapshotLookupByName(wanted);
    String xml = snapshot.getXMLDesc(Set.of(DomainSnapshotXmlFlag.SECURE));
    try {
      domain.snapshotCreateXML(
          xml, Set.of(DomainSnapshotCreateFlag.REDEFINE, DomainSnapshotCreateFlag.CURRENT));
    } catch (LibvirtException e) {
      throw e.code() == ErrorCode.INVALID_ARG
          ? e.withHints(List.of("'snapshot-revert' makes it the current one"))
          : e;
    }
    call.output().extra("Snapshot " + wanted + " set as current");
  }
}
