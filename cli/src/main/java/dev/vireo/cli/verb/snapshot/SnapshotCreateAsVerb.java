package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;

/** {@code snapshot-create-as}: takes a snapshot as options say. */
public final class SnapshotCreateAsVerb implements Verb {
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String PRINT_XML = "print-xml";
  private static final String MEMORY = "memspec";
  private static final String DISK = "diskspec";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of(
                "snapshot-create-as", CommandGroup.SNAPSHOT, "Create a snapshot from a set of args")
            .description("Create a snapshot (disk and RAM) from arguments")
            .option(DomainOption.spec("--all"))
            .option(OptionSpec.string(NAME, "name of snapshot", Completer.NONE))
            .option(OptionSpec.string(DESCRIPTION, "description of snapshot", Completer.NONE))
            .option(OptionSpec.bool(PRINT_XML, "print XML document rather than create"));
    return SnapshotCreation.addOptions(spec, false)
        .option(
            OptionSpec.named(
                MEMORY, "memory attributes: [file=]name[,snapshot=type]", Completer.NONE))
        .option(
            OptionSpec.argv(
                DISK,
                "disk attributes:"
                    + " disk[,snapshot=type][,driver=type] [,stype=type][,file=name]"))
        .example("snapshot-create-as web1 before 'before the update'")
        .example("snapshot-create-as web1 before --disk-only --quiesce")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String xml =
        SnapshotArguments.xml(
            call.string(NAME), call.string(DESCRIPTION), call.string(MEMORY), call.all(DISK));
    if (call.has(PRINT_XML)) {
      call.print("xml", call.json() ? xml : xml + "\n");
    } else {
      SnapshotCreation.run(call, domain, xml, null);
    }
  }
}
