package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.DomainSnapshotSummary;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Fields;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;

/** {@code snapshot-info}: what a snapshot is. */
public final class SnapshotInfoVerb implements Verb {
  private static final int LABEL_WIDTH = 15;

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("snapshot-info", CommandGroup.SNAPSHOT, "snapshot information")
        .description("Returns basic information about a snapshot.")
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(SnapshotOption.name("snapshot name"))
        .option(SnapshotOption.current("info on current snapshot"))
        .example("snapshot-info web1 before")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshotSummary snapshot = SnapshotOption.find(call, domain).summary();
    if (call.json()) {
      call.print(SnapshotJson.write(new JsonWriter(), snapshot));
      return;
    }
    DomainSnapshot parent = snapshot.parent();
    Fields fields = new Fields(LABEL_WIDTH);
    fields.add("Name:", snapshot.name());
    fields.add("Domain:", domain.getName());
    fields.add("Current:", snapshot.isCurrent() ? "yes" : "no");
    fields.add("State:", snapshot.state().snapshotText());
    fields.add("Location:", "internal");
    fields.add("Parent:", parent == null ? "-" : parent.getName());
    fields.add("Children:", Integer.toString(snapshot.children()));
    fields.add("Descendants:", Integer.toString(snapshot.descendants()));
    fields.add("Metadata:", snapshot.snapshot().hasMetadata() ? "yes" : "no");
    call.output().print(fields.toString());
  }
}
