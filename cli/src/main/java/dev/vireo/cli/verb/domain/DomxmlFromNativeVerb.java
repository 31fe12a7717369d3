package dev.vireo.cli.verb.domain;

import dev.vireo.ConvertedText;
import dev.vireo.cli.Call;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.ResultFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import java.util.List;

/** {@code domxml-from-native}: a VMX file as domain XML, with the datastores of the host. */
public final class DomxmlFromNativeVerb implements Verb {
  static final String FORMAT = "format";
  static final String VMX = "vmware-vmx";
  private static final String CONFIG = "config";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of(
                "domxml-from-native", CommandGroup.DOMAIN, "Convert native config to domain XML")
            .description(
                """
                Convert native guest configuration format to domain XML format.
                'vmx to-xml' does the same without a host.\
                """)
            .option(
                OptionSpec.data(
                    FORMAT, "source config data format", new Completer.Words(List.of(VMX))))
            .option(
                OptionSpec.data(CONFIG, "config data file to import from", new Completer.Files()));
    return ResultFile.addOutput(spec)
        .example("domxml-from-native vmware-vmx web.vmx")
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String format = call.required(FORMAT);
    String file = call.required(CONFIG);
    ResultFile result = ResultFile.of(call, file);
    byte[] config = new NamedFile(file).read(call.session());
    ConvertedText xml = call.host().convertFromNative(format, config);
    ConversionWarnings.print(call, xml);
    result.write("xml", xml.text());
  }
}
