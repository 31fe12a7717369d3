package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import java.util.EnumSet;

/** {@code snapshot-delete}: deletes a snapshot; the domain stays as it is. */
public final class SnapshotDeleteVerb implements Verb {
  private static final String CHILDREN = "children";
  private static final String CHILDREN_ONLY = "children-only";
  private static final String METADATA = "metadata";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("snapshot-delete", CommandGroup.SNAPSHOT, "Delete a domain snapshot")
        .description("Snapshot Delete. The domain stays as it is.")
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(SnapshotOption.name("snapshot name"))
        .option(SnapshotOption.current("delete current snapshot"))
        .option(OptionSpec.bool(CHILDREN, "delete snapshot and all children"))
        .option(OptionSpec.bool(CHILDREN_ONLY, "delete children but not snapshot"))
        .option(
            OptionSpec.bool(
                METADATA, "delete only libvirt metadata, leaving snapshot contents behind"))
        .example("snapshot-delete web1 before")
        .example("snapshot-delete web1 before --children")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot snapshot = SnapshotOption.find(call, domain);
    EnumSet<DomainSnapshotDeleteFlag> flags = EnumSet.noneOf(DomainSnapshotDeleteFlag.class);
    if (call.has(CHILDREN)) {
      flags.add(DomainSnapshotDeleteFlag.CHILDREN);
    }
    if (call.has(CHILDREN_ONLY)) {
      flags.add(DomainSnapshotDeleteFlag.CHILDREN_ONLY);
    }
    if (call.has(METADATA)) {
      flags.add(DomainSnapshotDeleteFlag.METADATA_ONLY);
    }
    String name = snapshot.getName();
    new SnapshotTask("delete", "Failed to delete snapshot")
        .perform(
            call,
            name,
            options -> {
              snapshot.delete(flags, options);
              return name;
            });
    SnapshotTask.confirm(call, domain, name, "deleted", "Domain snapshot " + name + " deleted\n");
  }
}
