package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;

/** {@code snapshot-create}: takes a snapshot as XML says. */
public final class SnapshotCreateVerb implements Verb {
  private static final String FILE = "xmlfile";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("snapshot-create", CommandGroup.SNAPSHOT, "Create a snapshot from XML")
            .description("Create a snapshot (disk and RAM) from XML")
            .option(DomainOption.spec("--all"))
            .option(OptionSpec.string(FILE, "domain snapshot XML", new Completer.Files()));
    return SnapshotCreation.addOptions(spec, true)
        .example("snapshot-create web1")
        .example("snapshot-create web1 before.xml --disk-only")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String file = call.string(FILE);
    String xml = file == null ? "<domainsnapshot/>" : new NamedFile(file).readText(call.session());
    SnapshotCreation.run(call, domain, xml, file);
  }
}
