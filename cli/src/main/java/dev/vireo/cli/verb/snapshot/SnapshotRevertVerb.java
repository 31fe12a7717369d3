package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import java.util.EnumSet;

/** {@code snapshot-revert}: takes a domain back to a snapshot. */
public final class SnapshotRevertVerb implements Verb {
  private static final String RUNNING = "running";
  private static final String PAUSED = "paused";
  private static final String RESET_NVRAM = "reset-nvram";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("snapshot-revert", CommandGroup.SNAPSHOT, "Revert a domain to a snapshot")
        .description("Revert domain to snapshot. What is in no snapshot is lost.")
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(SnapshotOption.name("snapshot name"))
        .option(SnapshotOption.current("revert to current snapshot"))
        .option(OptionSpec.bool(RUNNING, "after reverting, change state to running"))
        .option(OptionSpec.bool(PAUSED, "after reverting, change state to paused"))
        // No VMware host calls it risky, and virsh asks for force only where one does.
        .option(OptionSpec.bool("force", "try harder on risky reverts"))
        .option(OptionSpec.bool(RESET_NVRAM, "re-initialize NVRAM from its pristine template"))
        .example("snapshot-revert web1 before")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot snapshot = SnapshotOption.find(call, domain);
    EnumSet<DomainSnapshotRevertFlag> flags = EnumSet.noneOf(DomainSnapshotRevertFlag.class);
    if (call.has(RUNNING)) {
      flags.add(DomainSnapshotRevertFlag.RUNNING);
    }
    if (call.has(PAUSED)) {
      flags.add(DomainSnapshotRevertFlag.PAUSED);
    }
    if (call.has(RESET_NVRAM)) {
      flags.add(DomainSnapshotRevertFlag.RESET_NVRAM);
    }
    String name = snapshot.getName();
    new SnapshotTask("revert to", "Failed to revert snapshot")
        .perform(
            call,
            name,
            options -> {
              snapshot.revert(flags, options);
              return name;
            });
    SnapshotTask.confirm(call, domain, name, "reverted", "Domain snapshot " + name + " reverted\n");
  }
}
