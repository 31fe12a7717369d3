package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;

/** {@code suspend}: VMware writes the memory of the guest to disk. */
public final class SuspendVerb extends TaskVerb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("suspend", CommandGroup.DOMAIN, "suspend a domain")
        .description("Suspend a running domain.")
        .option(DomainOption.spec("--state-running"))
        .example("suspend web1")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    perform(call, called, domain::suspend);
    DomainJson.confirm(call, domain, "suspended", "Domain '" + called + "' suspended\n");
  }

  @Override
  protected String operation() {
    return "suspend";
  }
}
