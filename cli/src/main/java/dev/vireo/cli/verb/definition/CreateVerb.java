package dev.vireo.cli.verb.definition;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainJson;

/** {@code create}: runs a domain that is gone when it ends. */
public final class CreateVerb implements Verb {
  private static final String FILE = "file";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("create", CommandGroup.DOMAIN, "create a domain from an XML file")
        .description(
            """
            Create a domain. VMware hosts have none that are gone when they end:
            'define' one there, and 'start' it.\
            """)
        .option(
            OptionSpec.data(
                FILE, "file containing an XML domain description", new Completer.Files()))
        .option(OptionSpec.bool("console", "attach to console after creation"))
        .option(OptionSpec.bool("paused", "leave the guest paused after creation"))
        .option(
            OptionSpec.bool(
                "autodestroy", "automatically destroy the guest when virsh disconnects"))
        .option(
            OptionSpec.string(
                "pass-fds", "pass file descriptors N,M,... to the guest", Completer.NONE))
        .option(OptionSpec.bool("validate", "validate the XML against the schema"))
        .option(OptionSpec.bool("reset-nvram", "re-initialize NVRAM from its pristine template"))
        .example("create web.xml")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String file = call.required(FILE);
    String xml = new NamedFile(file).readText(call.session());
    Domain domain;
    try {
      domain = call.host().domainCreateXML(xml);
    } catch (LibvirtException e) {
      throw new CommandException("Failed to create domain from " + file, e)
          .withHint("'define' it, and 'start' it then");
    }
    DomainJson.confirm(
        call, domain, "created", "Domain '" + domain.getName() + "' created from " + file + "\n");
  }
}
