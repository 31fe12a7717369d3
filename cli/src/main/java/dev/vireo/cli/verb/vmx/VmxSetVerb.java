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
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxUpdate;
import dev.vireo.vmx.WrittenVmx;
import java.util.Arrays;

/** {@code vmx set}: properties of a machine in its VMX file. */
public final class VmxSetVerb implements Verb {
  private static final String FILE = "file";
  private static final String PROPERTIES = "property";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("vmx set", CommandGroup.VMX, "set properties in a VMX file")
            .description(
                """
                Sets what PROPERTY=VALUE says in a VMX file; every other line stays as
                it is. The properties:

                """
                    + VmxProperty.table())
            .option(
                OptionSpec.data(FILE, "VMX file, or - for standard input", new Completer.Files()))
            .option(
                OptionSpec.args(
                    PROPERTIES, "PROPERTY=VALUE, any number of them", VmxProperty.completer()));
    return ResultFile.addInPlaceAlways(spec)
        .example("vmx set web.vmx memory=4GiB vcpu=2")
        .example("vmx set web.vmx name='web 2' guest-os=debian12-64 --in-place=.bak")
        .filters()
        .build();
  }

  @Override
  public void run(Call call) {
    String name = call.required(FILE);
    VmxSettings settings = VmxSettings.parse(call.all(PROPERTIES));
    ResultFile result = ResultFile.of(call, name, !name.equals(NamedFile.STANDARD_INPUT));
    VmxDocument original = VmxInputs.readFilled(call, name);
    VmxDocument changed = change(call, name, original, settings);
    NewFindings.warn(call, original, changed);
    if (result.edits()) {
      VmxInputs.warnOfLock(call, name);
    }
    byte[] before = original.toBytes();
    byte[] after = changed.toBytes();
    result.replace(before, after);
    if (result.isFile()) {
      String outcome = Arrays.equals(before, after) ? "not changed" : "changed";
      call.output().extra("VMX file '" + name + "' " + outcome + "\n");
    }
  }

  private static VmxDocument change(
      Call call, String name, VmxDocument original, VmxSettings settings) {
    ReadOptions options = ReadOptions.of(OfflineFileNames.asTheyAre());
    DomainDefinition domain = VmxToXmlVerb.convert(original, options, name).domain();
    try {
      WrittenVmx written = new VmxUpdate(options).apply(original, settings.apply(domain, original));
      for (ConversionWarning warning : written.warnings()) {
        call.output().warning(warning.toString());
      }
      return settings.applyGuestOs(written.document());
    } catch (VmxException e) {
      throw new CommandException(new NamedFile(name).title() + ": " + e.getMessage());
    }
  }
}
