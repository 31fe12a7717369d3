package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.verb.domain.TaskVerb;
import org.jspecify.annotations.Nullable;

/** {@code domrename}: another name for a domain. */
public final class DomrenameVerb extends TaskVerb {
  private static final DomainOption BY_NAME_OR_UUID = new DomainOption(false, true, true);
  private static final String NEW_NAME = "new-name";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domrename", CommandGroup.DOMAIN, "rename a domain")
        .description(
            """
            Rename a domain. On VMware hosts it may run meanwhile, and its files
            keep their names.\
            """)
        .option(DomainOption.spec("domain name or uuid", "--all"))
        .option(OptionSpec.data(NEW_NAME, "new domain name", Completer.NONE))
        .example("domrename web1 web2")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = BY_NAME_OR_UUID.find(call);
    String name = call.required(NEW_NAME);
    perform(call, call.required(DomainOption.NAME), options -> domain.rename(name, options));
    DomainJson.confirm(call, domain, "renamed", "Domain successfully renamed\n");
  }

  @Override
  protected String operation() {
    return "rename";
  }

  @Override
  protected @Nullable String complaint(String called) {
    return null;
  }
}
