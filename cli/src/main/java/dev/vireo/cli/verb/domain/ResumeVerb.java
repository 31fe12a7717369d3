package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;

/** {@code resume}: the guest goes on from the memory that was written to disk. */
public final class ResumeVerb extends TaskVerb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("resume", CommandGroup.DOMAIN, "resume a domain")
        .description("Resume a previously suspended domain.")
        .option(DomainOption.spec("--state-paused"))
        .example("resume web1")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    perform(call, called, domain::resume);
    DomainJson.confirm(call, domain, "resumed", "Domain '" + called + "' resumed\n");
  }

  @Override
  protected String operation() {
    return "resume";
  }
}
