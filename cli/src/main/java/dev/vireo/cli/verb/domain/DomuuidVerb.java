package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code domuuid}: one of the three ways to call a domain, from another. */
public final class DomuuidVerb implements Verb {
  private static final DomainOption DOMAIN = new DomainOption(true, false, true);

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "domuuid", CommandGroup.DOMAIN, "convert a domain name or id to domain UUID")
        .option(DomainOption.spec("domain id or name", "--all"))
        .example("domuuid web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DOMAIN.find(call);
    if (call.json()) {
      call.print(new JsonWriter().object().key("uuid").value(domain.getUUIDString()).endObject());
    } else {
      call.output().line(domain.getUUIDString());
    }
  }
}
