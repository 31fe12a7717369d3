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
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxUpdate;
import dev.vireo.vmx.WrittenVmx;

/** {@code vmx from-xml}: domain XML as a new VMX file, or as an edit of one, without a host. */
public final class VmxFromXmlVerb implements Verb {
  private static final String FILE = "file";
  private static final String KEEP = "keep";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        CommandSpec.of("vmx from-xml", CommandGroup.VMX, "write domain XML as a VMX file")
            .description(
                """
                Writes domain XML as a VMX file, without asking a host. With --keep
                it is the XML of that VMX file with edits: everything that was not
                edited stays as it is, byte by byte, what XML cannot show included;
                --in-place writes it back into that file.
                To keep a VNC password, edit what 'vmx to-xml --security-info' shows.\
                """)
            .option(
                OptionSpec.data(
                    FILE, "domain XML file, or - for standard input", new Completer.Files()))
            .option(
                OptionSpec.named(
                    KEEP,
                    "VMX file that the XML was made from: its hardware and guest stay",
                    new Completer.Files()))
            .option(
                OptionSpec.bool(
                    VmxToXmlVerb.LEGACY_UUID,
                    "with --keep: the uuid in the XML is uuid.bios, as libvirt before 12.4 has"
                        + " it"));
    OfflineTarget.addOptions(OfflineFileNames.addOptions(spec));
    return ResultFile.addInPlace(spec, "the file that --keep names")
        .example("vmx from-xml web.xml --hardware-version 19 --guest-os rhel9-64 --output web.vmx")
        .example("vmx from-xml web.xml --keep web.vmx --in-place=.bak")
        .filters()
        .build();
  }

  @Override
  public void run(Call call) {
    String name = call.required(FILE);
    String original = call.string(KEEP);
    if (original != null) {
      OfflineTarget.refuseBeside(call, KEEP);
    }
    OfflineFileNames fileNames = OfflineFileNames.of(call);
    OfflineTarget target = OfflineTarget.of(call);
    if (name.equals(NamedFile.STANDARD_INPUT) && name.equals(original)) {
      throw new CommandException("only one of the two files can be standard input");
    }
    ResultFile result = ResultFile.of(call, original, false, name);
    VmxDocument kept = original == null ? null : VmxInputs.readFilled(call, original);
    NamedFile file = new NamedFile(name);
    byte[] xml = file.read(call.session());
    VmxInputs.requireFilled(file, xml);
    DomainDefinition domain = VmxInputs.domain(file, xml);
    ReadOptions options =
        ReadOptions.of(fileNames).withLegacyUuid(call.has(VmxToXmlVerb.LEGACY_UUID));
    WrittenVmx written;
    try {
      written =
          kept == null
              ? new DomainToVmx(target.vmx(), fileNames).convert(domain)
              : new VmxUpdate(options).apply(kept, domain);
    } catch (VmxException e) {
      throw new CommandException(file.title() + ": " + e.getMessage());
    }
    for (ConversionWarning warning : written.warnings()) {
      call.output().warning(warning.toString());
    }
    byte[] vmx = written.document().toBytes();
    if (original == null || kept == null) {
      NewFindings.warn(call, written.document());
      result.write(vmx);
    } else {
      if (result.edits()) {
        VmxInputs.warnOfLock(call, original);
      }
      result.replace(kept.toBytes(), vmx);
    }
  }
}
