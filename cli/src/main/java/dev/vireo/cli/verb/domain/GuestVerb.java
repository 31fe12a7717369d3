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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that asks the operating system of a domain for something, by VMware Tools. */
abstract class GuestVerb implements Verb {
  private static final String MODE = "mode";

  /** The ways of asking that libvirt knows, in the order of their bits. */
  private static final List<String> MODES =
      List.of("acpi", "agent", "initctl", "signal", "paravirt");

  private final String operation;
  private final String help;
  private final String description;

  /**
   * @param operation the name of the command, which error messages use, too
   */
  GuestVerb(String operation, String help, String description) {
    this.operation = operation;
    this.help = help;
    this.description = description;
  }

  /** Asks the guest. */
  abstract void ask(Domain domain);

  /** What virsh says when the guest has been asked, after the name of the domain. */
  abstract String confirmation();

  /** The function of libvirt's driver that refuses a mode. */
  abstract String driverFunction();

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
    int flags = flags(call.string(MODE));
    Domain domain = DomainOption.ANY.find(call);
    String called = call.required(DomainOption.NAME);
    String failed = "Failed to " + operation + " domain '" + called + "'";
    if (flags != 0) {
      throw new CommandException(
          List.of(failed, UnsupportedFlags.message(flags, driverFunction())), 1, null);
    }
    try {
      ask(domain);
    } catch (LibvirtException e) {
      throw new CommandException(DomainFailure.of(operation, called, e), e);
    }
    DomainJson.confirm(
        call, domain, operation + " requested", "Domain '" + called + "' " + confirmation() + "\n");
  }

  private int flags(@Nullable String modes) {
    int flags = 0;
    if (modes == null) {
      return flags;
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
      flags |= 1 << bit;
      from = to + 1;
    }
    return flags;
  }
}
