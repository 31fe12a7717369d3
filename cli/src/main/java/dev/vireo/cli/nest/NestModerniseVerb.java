package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.ResultFile;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.model.xml.XmlException;
import dev.vireo.nest.NestException;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.modernise.Change;
import dev.vireo.nest.modernise.Modernise;
import dev.vireo.nest.modernise.Modernised;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nest modernise}: today's equivalent of an old domain. */
public final class NestModerniseVerb extends NestVerb {
  private static final String FILE = "file";

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        of("modernise", "bring the domain XML of an old nested host up to date")
            .description(
                """
                Reads the domain XML of a nested host from the time of patched QEMUs
                and prints today's equivalent. Each change is told on standard error
                with its reason and where that is said, and so is what stays and undoes
                them. Without --cpu-vendor it is made for processors of the maker of
                this machine's. Nothing is asked of libvirt.\
                """)
            .option(
                OptionSpec.data(FILE, "domain XML, or - for standard input", new Completer.Files()))
            .option(
                OptionSpec.named(
                    HardwareOptions.ESXI,
                    "version that runs in it, which decides about network interface and KVM's"
                        + " signature (default: both stay)",
                    HardwareOptions.ESXI_VERSIONS))
            .option(HardwareOptions.CPU_VENDOR_OPTION);
    return ResultFile.addInPlace(spec, "the file that is read")
        .example("nest modernise esxi.xml --esxi 5.5 --cpu-vendor intel")
        .printsData()
        .filters()
        .build();
  }

  @Override
  void run(Call call, Lab lab) {
    NamedFile file = new NamedFile(call.required(FILE));
    ResultFile result = ResultFile.of(call, file.name(), false);
    String version = call.string(HardwareOptions.ESXI);
    EsxiVersion esxi = version == null ? null : EsxiVersion.parse(version);
    CpuVendor asked = HardwareOptions.cpuVendor(call);
    CpuVendor vendor = asked == null ? lab.machine().cpuVendor().orElse(null) : asked;
    byte[] old = file.read(call.session());
    Modernised modern = modernise(file, new String(old, StandardCharsets.UTF_8), esxi, vendor);
    if (!call.json() || result.isFile()) {
      result.replace(old, modern.xml().getBytes(StandardCharsets.UTF_8));
    }
    if (call.json()) {
      printJson(call, modern, vendor, asked != null);
      return;
    }
    if (asked == null && vendor != null) {
      call.output()
          .diagnostic(
              "%s: note: made for processors of %s, as this machine has; --cpu-vendor names another\n"
                  .formatted(file.title(), vendor.text()));
    }
    for (Change change : modern.changes()) {
      call.output()
          .diagnostic(
              "%s: %s: %s: %s [%s]\n"
                  .formatted(
                      file.title(),
                      change.element(),
                      change.change(),
                      change.reason(),
                      change.source()));
    }
  }

  private static Modernised modernise(
      NamedFile file, String xml, @Nullable EsxiVersion esxi, @Nullable CpuVendor vendor) {
    try {
      return Modernise.of(xml, esxi, vendor);
    } catch (XmlException e) {
      throw new CommandException(file.title() + ": " + e.getMessage());
    } catch (NestException e) {
      List<String> lines = e.problems().stream().map(line -> file.title() + ": " + line).toList();
      throw new CommandException(lines, CommandSpec.FAILED, e).withHints(e.hints());
    }
  }

  private static void printJson(
      Call call, Modernised modern, @Nullable CpuVendor vendor, boolean asked) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("xml")
            .value(modern.xml())
            .key("cpuVendor")
            .value(vendor == null ? null : vendor.text())
            .key("cpuVendorOf")
            .value(vendor == null ? null : asked ? "option" : "machine")
            .key("changes")
            .array();
    for (Change change : modern.changes()) {
      json.object()
          .key("element")
          .value(change.element())
          .key("change")
          .value(change.change())
          .key("reason")
          .value(change.reason())
          .key("source")
          .value(change.source())
          .endObject();
    }
    call.print(json.endArray().endObject());
  }
}
