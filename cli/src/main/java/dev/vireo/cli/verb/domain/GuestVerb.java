package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.LibvirtException;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.flag.LibvirtFlag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command that asks the operating system of a domain for something, by VMware Tools. */
abstract class GuestVerb<F extends LibvirtFlag> implements Verb {
  private static final String MODE = "mode";

  /** The ways of asking that libvirt knows, in the order of their bits. */
  private static final List<String> MODES =
      List.of("acpi", "agent", "initctl", "signal", "paravirt");

  private final List<F> flags;
  private final String operation;
  private final String help;
  private final String description;

  /**
   * @param flags what {@link #MODES} are to libvirt
   * @param operation the name of the command, which error messages use, too
   */
  GuestVerb(List<F> flags, String operation, String help, String description) {
    this.flags = List.copyOf(flags);
    this.operation = operation;
    this.help = help;
    this.description = description;
  }

  /** Asks the guest in one of these ways. */
  abstract void ask(Domain domain, Set<F> ways);

  /** What virsh says when the guest has been asked, after the name of the domain. */
  abstract String confirmation();

  /** The word before the last mode when none of them was meant. */
  abstract String lastModeSeparator();

  @Override
  public final CommandSpec spec() {
    return CommandSpec.of(operation, CommandGroup.DOMAIN, help)
        .description(description)
        .option(DomainOption.spec("--state-running"))
        .option(
            OptionSpec.string(
                MODE,
                "shutdown mode: acpi|agent|initctl|signal|paravirt",
                new Completer.Words(MODES)))
        .example(operation + " web1")
        .connects()
        .build();
  }

  @Override
  public final void run(Call call) {
    Set<F> ways = ways(call.string(MODE));
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    try {
      ask(domain, ways);
    } catch (LibvirtException e) {
      throw new CommandException(DomainFailure.of(operation, called, e), e);
    }
    DomainJson.confirm(
        call, domain, operation + " requested", "Domain '" + called + "' " + confirmation() + "\n");
  }

  private Set<F> ways(@Nullable String modes) {
    Set<F> ways = new LinkedHashSet<>();
    if (modes == null) {
      return ways;
    }
    int from = 0;
    while (from <= modes.length()) {
      int comma = modes.indexOf(',', from);
      int to = comma < 0 ? modes.length() : comma;
      String mode = modes.substring(from, to);
      int bit = MODES.indexOf(mode);
      if (bit < 0) {
        throw new CommandException(
            "Unknown mode "
                + mode
                + " value, expecting 'acpi', 'agent', 'initctl', 'signal'"
                + lastModeSeparator()
                + "'paravirt'");
      }
      ways.add(flags.get(bit));
      from = to + 1;
    }
    return ways;
  }
}
