package dev.vireo.cli.verb.snapshot;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.cli.verb.domain.DomainOption;
import dev.vireo.cli.xml.XPathFilter;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import java.util.Set;

/** {@code snapshot-dumpxml}: a snapshot as XML, or the parts of it that an XPath selects. */
public final class SnapshotDumpxmlVerb implements Verb {
  static final String SECURITY_INFO = "security-info";
  private static final String XPATH = "xpath";
  private static final String WRAP = "wrap";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(
            "snapshot-dumpxml", CommandGroup.SNAPSHOT, "Dump XML for a domain snapshot")
        .description("Snapshot Dump XML")
        .option(DomainOption.spec("--all --with-snapshot"))
        .option(OptionSpec.data(SnapshotOption.NAME, "snapshot name", Completer.NONE))
        .option(
            OptionSpec.bool(SECURITY_INFO, "include security sensitive information in XML dump"))
        .option(
            OptionSpec.named(XPATH, "xpath expression to filter the XML document", Completer.NONE))
        .option(OptionSpec.bool(WRAP, "wrap xpath results in an common root element"))
        .example("snapshot-dumpxml web1 before")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String expression = call.string(XPATH);
    Domain domain = DomainOption.ANY.find(call);
    DomainSnapshot snapshot = SnapshotOption.find(call, domain);
    String xml = snapshot.getXMLDesc(flags(call));
    call.print(
        "xml", expression == null ? xml : XPathFilter.select(xml, expression, call.has(WRAP)));
  }

  static Set<DomainSnapshotXmlFlag> flags(Call call) {
    return call.has(SECURITY_INFO) ? Set.of(DomainSnapshotXmlFlag.SECURE) : Set.of();
  }
}
