package dev.vireo.cli.verb.domain;

import dev.vireo.DomainState;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code domstate}: what a domain does. */
public final class DomstateVerb implements Verb {
  private static final String REASON = "reason";

  /** VMware gives none. */
  private static final String UNKNOWN_REASON = "unknown";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domstate", CommandGroup.MONITOR, "domain state")
        .description("Returns state about a domain.")
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(REASON, "also print reason for the state"))
        .example("domstate web1")
        .example("domstate web1 --reason")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    DomainState state = DomainOption.ANY.find(call).getState();
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("state").value(state.text());
      if (call.has(REASON)) {
        document.key(REASON).value(UNKNOWN_REASON);
      }
      call.print(document.endObject());
    } else {
      call.output().line(state.text() + (call.has(REASON) ? " (" + UNKNOWN_REASON + ")" : ""));
    }
  }
}
