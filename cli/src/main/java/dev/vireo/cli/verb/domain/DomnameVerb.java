package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code domname}: one of the three ways to call a domain, from another. */
public final class DomnameVerb implements Verb {
  private static final DomainOption DOMAIN = new DomainOption(true, true, false);

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "domname", CommandGroup.DOMAIN, "convert a domain id or UUID to domain name")
        .option(DomainOption.spec("domain id or uuid", "--all"))
        .example("domname 12")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DOMAIN.find(call);
    if (call.json()) {
      call.print(new JsonWriter().object().key("name").value(domain.getName()).endObject());
    } else {
      call.output().line(domain.getName());
    }
  }
}
