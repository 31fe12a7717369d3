package dev.vireo.cli.verb.domain;

import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import java.util.EnumSet;

/** The definition of a domain, for commands that show parts of it. */
final class DomainDocuments {
  private static final String INACTIVE = "inactive";

  private DomainDocuments() {}

  /** {@code --inactive}. */
  static OptionSpec inactive() {
    return OptionSpec.bool(INACTIVE, "get inactive rather than running configuration");
  }

  /** The definition that the call asks for. */
  static DomainDefinition read(Call call) {
    EnumSet<DomainXmlFlag> flags = EnumSet.noneOf(DomainXmlFlag.class);
    if (call.has(INACTIVE)) {
      flags.add(DomainXmlFlag.INACTIVE);
    }
    return DomainXml.parse(DomainOption.ANY.find(call).describe(flags).text());
  }

  /**
   * The definition of a domain that runs, and only of one.
   *
   * @param withPasswords whether passwords are wanted, too
   */
  static DomainDefinition readRunning(Domain domain, boolean withPasswords) {
    if (!domain.isActive()) {
      throw new CommandException("Domain is not running");
    }
    EnumSet<DomainXmlFlag> flags = EnumSet.noneOf(DomainXmlFlag.class);
    if (withPasswords) {
      flags.add(DomainXmlFlag.SECURE);
    }
    return DomainXml.parse(domain.describe(flags).text());
  }
}
