package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.ResultFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.Verb;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxToDomain;

/** {@code vmx to-xml}: a VMX file as domain XML, without a host. */
public final class VmxToXmlVerb implements Verb {
  static final String FILE = "file";
  private static final String SECURITY_INFO = "security-info";
  static final String LEGACY_UUID = "legacy-uuid";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("vmx to-xml", CommandGroup.VMX, "show a VMX file as domain XML")
            .description(
                """
                Shows a VMX file as domain XML, without asking a host. What is odd in
                the file is told on standard error, and so are devices of the host and
                of the client, modes and sharing of disks, and interfaces and ports that
                start unconnected, which XML cannot show; sound and USB are not.

                File names stay as they are unless --directory and --datastore say
                what they mean.\
                """)
            .option(
                OptionSpec.data(FILE, "VMX file, or - for standard input", new Completer.Files()));
    OfflineFileNames.addOptions(spec)
        .option(OptionSpec.bool(SECURITY_INFO, "include passwords"))
        .option(
            OptionSpec.bool(LEGACY_UUID, "show uuid.bios as the uuid, as libvirt before 12.4 did"));
    return ResultFile.addOutput(spec)
        .example("vmx to-xml web.vmx --directory '[datastore1] web'")
        .example("vmx to-xml web.vmx --datastore datastore1=/vmfs/volumes/4c61f1a0-4bd0cd98")
        .filters()
        .build();
  }

  @Override
  public void run(Call call) {
    String name = call.required(FILE);
    ReadOptions options =
        ReadOptions.of(OfflineFileNames.of(call)).withLegacyUuid(call.has(LEGACY_UUID));
    ResultFile result = ResultFile.of(call, name);
    VmxDocument document = VmxInputs.readFilled(call, name);
    Conversion conversion = convert(document, options, name);
    for (ConversionWarning warning : conversion.warnings()) {
      call.output().warning(warning(name, warning));
    }
    DomainDefinition domain = conversion.domain();
    result.write(
        "xml", DomainXml.format(call.has(SECURITY_INFO) ? domain : domain.withoutPasswords()));
  }

  static Conversion convert(VmxDocument document, ReadOptions options, String name) {
    try {
      return new VmxToDomain(options).convert(document);
    } catch (VmxException e) {
      throw new CommandException(new NamedFile(name).title() + ": " + e.getMessage());
    }
  }

  /** A warning with its place as compilers write it. */
  static String warning(String name, ConversionWarning warning) {
    String place = VmxInputs.place(new NamedFile(name).title(), warning.line());
    return place + ": " + warning.key() + ": " + warning.text();
  }
}
