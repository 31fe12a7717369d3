package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;

/** {@code snapshot-parent}: the snapshot that another was taken on top of. */
public final class SnapshotParentVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "snapshot-parent", CommandGroup.SNAPSHOT, "Get the name of the parent of a snapshot")
        .description("Extract the snapshot's parent, if any")
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(SnapshotOption.name("find parent of snapshot name"))
        .option(SnapshotOption.current("find parent of current snapshot"))
        .example("snapshot-parent web1 --current")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot snapshot = SnapshotOption.find(call, domain);
    DomainSnapshot parent = snapshot.summary().parent();
    if (parent == null) {
      throw CommandException.of(
          ErrorCode.NO_DOMAIN_SNAPSHOT, "snapshot '" + snapshot.getName() + "' has no parent");
    }
    call.print("parent", parent.getName());
  }
}
