package dev.vireo.cli.verb.configuration;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainJson;
import dev.vireo.cli.verb.domain.DomainOption;

/** {@code autostart}: whether a domain starts together with its host. */
public final class AutostartVerb implements Verb {
  private static final String DISABLE = "disable";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("autostart", CommandGroup.DOMAIN, "autostart a domain")
        .description(
            """
            Configure a domain to be automatically started at boot. Where the
            host starts nothing by itself so far it is made to, unless other
            domains would start or stop then, too.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(DISABLE, "disable autostarting"))
        .example("autostart web1")
        .example("autostart web1 --disable")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    boolean disable = call.has(DISABLE);
    try {
      domain.setAutostart(!disable);
    } catch (LibvirtException e) {
      throw new CommandException(failure(called, disable, e), e);
    }
    DomainJson.confirm(
        call,
        domain,
        disable ? "autostart disabled" : "autostart enabled",
        "Domain '" + called + "' " + (disable ? "unmarked" : "marked") + " as autostarted\n");
  }

  private static String failure(String called, boolean disable, LibvirtException e) {
    String what = (disable ? "unmark" : "mark") + " domain '" + called + "' as autostarted";
    return (e.isOutcomeUnknown() ? "Lost track of the request to " : "Failed to ") + what;
  }
}
