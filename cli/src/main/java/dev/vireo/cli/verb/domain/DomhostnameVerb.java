package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.flag.DomainHostnameFlag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code domhostname}: the name of a guest in the network. */
public final class DomhostnameVerb implements Verb {
  private static final String SOURCE = "source";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domhostname", CommandGroup.DOMAIN, "print the domain's hostname")
        .description("Print the domain's hostname, which VMware Tools tell.")
        .option(DomainOption.spec("--state-running"))
        .option(
            OptionSpec.named(
                SOURCE,
                "address source: 'lease' or 'agent'",
                new Completer.Words(List.of("lease", "agent"))))
        .example("domhostname web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    Domain domain = DomainOption.ANY.find(call);
    Set<DomainHostnameFlag> flags = flags(call.string(SOURCE));
    String name;
    try {
      name = domain.getHostname(flags);
    } catch (LibvirtException e) {
      throw new CommandException("failed to get hostname", e);
    }
    if (call.json()) {
      call.print(new JsonWriter().object().key("hostname").value(name).endObject());
    } else {
      call.output().line(name);
    }
  }

  private static Set<DomainHostnameFlag> flags(@Nullable String source) {
    return switch (source) {
      case null -> Set.of();
      case "lease" -> Set.of(DomainHostnameFlag.LEASE);
      case "agent" -> Set.of(DomainHostnameFlag.AGENT);
      default -> throw new CommandException("Unknown data source '" + source + "'");
    };
  }
}
