package dev.vireo.cli.verb.domain;

import dev.vireo.ConvertedText;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.ResultFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import java.util.List;
import java.util.Set;

/** {@code domxml-to-native}: domain XML, or a domain of the host, as a new VMX file. */
public final class DomxmlToNativeVerb implements Verb {
  private static final String XML = "xml";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of(
                "domxml-to-native", CommandGroup.DOMAIN, "Convert domain XML to native config")
            .description(
                """
                Convert domain XML config to a native guest configuration format.
                'vmx from-xml' does the same without a host.\
                """)
            .option(
                OptionSpec.data(
                    DomxmlFromNativeVerb.FORMAT,
                    "target config data type format",
                    new Completer.Words(List.of(DomxmlFromNativeVerb.VMX))))
            .option(
                OptionSpec.named(
                    DomainOption.NAME, "domain name, id or uuid", new Completer.Domains("--all")))
            .option(OptionSpec.string(XML, "xml data file to export from", new Completer.Files()));
    return ResultFile.addOutput(spec)
        .example("domxml-to-native vmware-vmx --domain web-1")
        .example("domxml-to-native vmware-vmx web.xml")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(DomainOption.NAME, XML);
    String file = call.string(XML);
    ResultFile result = file == null ? ResultFile.of(call) : ResultFile.of(call, file);
    String format = call.required(DomxmlFromNativeVerb.FORMAT);
    ConvertedText vmx = call.host().convertToNative(format, xml(call));
    ConversionWarnings.print(call, vmx);
    result.write("vmx", vmx.text());
  }

  private static String xml(Call call) {
    String file = call.string(XML);
    if (call.has(DomainOption.NAME)) {
      ConvertedText xml = DomainOption.ANY.find(call).describe(Set.of());
      ConversionWarnings.print(call, xml);
      return xml.text();
    }
    if (file == null) {
      throw new CommandException("need either domain or domain XML");
    }
    try {
      return new NamedFile(file).readText(call.session());
    } catch (CommandException e) {
      throw e.withHint("a domain of the host is named with --domain, and not by its place");
    }
  }
}
