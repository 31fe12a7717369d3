package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.flag.DomainDestroyFlag;
import java.util.EnumSet;

/** {@code destroy}: pulls the plug. */
public final class DestroyVerb extends TaskVerb {
  private static final String GRACEFUL = "graceful";
  private static final String REMOVE_LOGS = "remove-logs";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("destroy", CommandGroup.DOMAIN, "destroy (stop) a domain")
        .description("Forcefully stop a given domain, but leave its resources intact.")
        .option(DomainOption.spec(""))
        .option(OptionSpec.bool(GRACEFUL, "terminate gracefully"))
        .option(OptionSpec.bool(REMOVE_LOGS, "remove domain logs"))
        .example("destroy web1")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    EnumSet<DomainDestroyFlag> flags = EnumSet.noneOf(DomainDestroyFlag.class);
    if (call.has(GRACEFUL)) {
      flags.add(DomainDestroyFlag.GRACEFUL);
    }
    if (call.has(REMOVE_LOGS)) {
      flags.add(DomainDestroyFlag.REMOVE_LOGS);
    }
    perform(call, called, options -> domain.destroy(flags, options));
    DomainJson.confirm(call, domain, "destroyed", "Domain '" + called + "' destroyed\n");
  }

  @Override
  protected String operation() {
    return "destroy";
  }
}
