package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code domid}: one of the three ways to call a domain, from another. */
public final class DomidVerb implements Verb {
  private static final DomainOption DOMAIN = new DomainOption(false, true, true);

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "domid", CommandGroup.DOMAIN, "convert a domain name or UUID to domain id")
        .option(DomainOption.spec("domain name or uuid", "--all"))
        .example("domid web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DOMAIN.find(call);
    int id = domain.getID();
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("id");
      call.print((id < 0 ? document.nothing() : document.value(id)).endObject());
    } else {
      call.output().line(id < 0 ? "-" : Integer.toString(id));
    }
  }
}
