package dev.vireo.cli.verb.domain;

import dev.vireo.ConvertedText;
import dev.vireo.Domain;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.xml.XPathFilter;
import dev.vireo.flag.DomainXmlFlag;
import java.util.EnumSet;
import java.util.Set;

/** {@code dumpxml}: the definition of a domain, or the parts of it that an XPath selects. */
public final class DumpxmlVerb implements Verb {
  private static final String INACTIVE = "inactive";
  private static final String SECURITY_INFO = "security-info";
  private static final String UPDATE_CPU = "update-cpu";
  private static final String MIGRATABLE = "migratable";
  private static final String XPATH = "xpath";
  private static final String WRAP = "wrap";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("dumpxml", CommandGroup.DOMAIN, "domain information in XML")
        .description(
            """
            Output the domain information as an XML dump to stdout. What is odd
            in the VMX file is told on standard error, and so are devices of the
            host and of the client, modes and sharing of disks, and interfaces and
            ports that start unconnected, which XML cannot show.\
            """)
        .option(DomainOption.spec("--all"))
        .option(OptionSpec.bool(INACTIVE, "show inactive defined XML"))
        .option(
            OptionSpec.bool(SECURITY_INFO, "include security sensitive information in XML dump"))
        .option(OptionSpec.bool(UPDATE_CPU, "update guest CPU according to host CPU"))
        .option(OptionSpec.bool(MIGRATABLE, "provide XML suitable for migrations"))
        .option(
            OptionSpec.named(XPATH, "xpath expression to filter the XML document", Completer.NONE))
        .option(OptionSpec.bool(WRAP, "wrap xpath results in an common root element"))
        .example("dumpxml web-1")
        .example("dumpxml web-1 --inactive --xpath //disk --wrap")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String expression = call.string(XPATH);
    Domain domain = DomainOption.ANY.find(call);
    ConvertedText xml = domain.describe(flags(call));
    ConversionWarnings.print(call, xml);
    call.print(
        "xml",
        expression == null
            ? xml.text()
            : XPathFilter.select(xml.text(), expression, call.has(WRAP)));
  }

  private static Set<DomainXmlFlag> flags(Call call) {
    EnumSet<DomainXmlFlag> flags = EnumSet.noneOf(DomainXmlFlag.class);
    if (call.has(INACTIVE)) {
      flags.add(DomainXmlFlag.INACTIVE);
    }
    if (call.has(SECURITY_INFO)) {
      flags.add(DomainXmlFlag.SECURE);
    }
    if (call.has(UPDATE_CPU)) {
      flags.add(DomainXmlFlag.UPDATE_CPU);
    }
    if (call.has(MIGRATABLE)) {
      flags.add(DomainXmlFlag.MIGRATABLE);
    }
    return flags;
  }
}
