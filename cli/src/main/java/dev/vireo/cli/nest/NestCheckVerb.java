package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.ScreenWidth;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.check.HostCheck;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Verdict;
import dev.vireo.nest.version.EsxiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code nest check}: whether a KVM host is ready for a nested host. */
public final class NestCheckVerb extends NestVerb {
  private static final int WARNINGS = 1;
  private static final int NOT_READY = 2;
  private static final String DEFAULT_VERSION = "8.0";

  /** Columns before the facts, with the longest name of a check and the longest verdict. */
  private static final int FACT_COLUMN = 32;

  private static final int NARROWEST = 30;

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        of("check", "say whether this KVM host is ready for a nested ESXi")
            .description(
                """
                Looks whether processor, KVM, libvirt, QEMU, network, memory and disk
                are ready for a nested host, and prints each fact with its verdict and
                the command that mends it. It changes nothing. The exit code is 0 when
                the host is ready, 1 when something may go wrong, and 2 when it is not
                ready or that cannot be found out.\
                """)
            .option(
                OptionSpec.named(
                    HardwareOptions.ESXI,
                    "version to be ready for (default " + DEFAULT_VERSION + ")",
                    HardwareOptions.ESXI_VERSIONS));
    NetworkOptions.addTo(spec);
    SizeOptions.addTo(spec);
    HardwareOptions.addTo(spec);
    return spec.option(Lab.LIBVIRT)
        .example("nest check")
        .example("nest check --esxi 7.0 --ovs ovsbr0 --vlan 252")
        .printsData()
        .failsWith(NOT_READY)
        .build();
  }

  @Override
  void run(Call call, Lab lab) {
    String version = call.string(HardwareOptions.ESXI);
    NestedHostSpecBuilder wanted =
        NestedHostSpec.builder(
            "check", EsxiVersion.parse(version == null ? DEFAULT_VERSION : version));
    NetworkOptions.apply(call, wanted);
    SizeOptions.apply(call, wanted);
    HardwareOptions.apply(call, wanted);
    NestedHostSpec spec = wanted.build();
    List<HostCheckResult> results =
        Interruptible.call(
            call.session(), () -> new HostCheck(lab.machine(), lab.libvirt()).run(spec));
    if (call.json()) {
      printJson(call, spec, results);
    } else {
      print(call, results);
    }
    int exitCode = exitCode(HostCheckResult.worst(results));
    if (exitCode != 0) {
      throw CommandException.withExitCode(exitCode);
    }
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case OK, SKIPPED -> 0;
      case WARN -> WARNINGS;
      case KNOWN_BAD, FAIL -> NOT_READY;
    };
  }

  private static void print(Call call, List<HostCheckResult> results) {
    int width = Math.max(ScreenWidth.of(call.session()) - FACT_COLUMN, NARROWEST);
    TextTable table = new TextTable("Check", "Verdict", "Fact");
    for (HostCheckResult result : results) {
      rows(table, result.check().id(), word(result.verdict()), result.fact(), width);
      if (result.remedy() != null) {
        rows(table, "", "mend:", result.remedy(), width);
      }
    }
    // Commands are long, and the line below headings would be as long as the longest.
    call.output().print(table, false);
    call.output().print("\n" + summary(results) + "\n");
  }

  private static void rows(TextTable table, String first, String second, String text, int width) {
    List<String> lines = WrappedText.lines(text, width);
    table.row(first, second, lines.getFirst());
    lines.stream().skip(1).forEach(line -> table.row("", "", line));
  }

  /** Whether the host is ready, and how much is left to do. */
  static String summary(List<HostCheckResult> results) {
    long mend = results.stream().filter(NestCheckVerb::isToMend).count();
    long warnings = results.stream().filter(result -> result.verdict() == Verdict.WARN).count();
    List<String> counts = new ArrayList<>();
    if (mend > 0) {
      counts.add(mend + " to mend");
    }
    if (warnings > 0) {
      counts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
    }
    String counted = counts.isEmpty() ? "." : ": " + String.join(", ", counts) + ".";
    return (mend > 0 ? "Not ready" : "Ready") + counted;
  }

  private static boolean isToMend(HostCheckResult result) {
    return switch (result.verdict()) {
      case FAIL, KNOWN_BAD -> true;
      case SKIPPED, OK, WARN -> false;
    };
  }

  private static void printJson(Call call, NestedHostSpec spec, List<HostCheckResult> results) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .key("esxi")
            .value(spec.esxi().text())
            .key("verdict")
            .value(word(HostCheckResult.worst(results)))
            .key("checks")
            .array();
    for (HostCheckResult result : results) {
      json.object()
          .key("check")
          .value(result.check().id())
          .key("verdict")
          .value(word(result.verdict()))
          .key("fact")
          .value(result.fact())
          .key("remedy")
          .value(result.remedy())
          .endObject();
    }
    call.print(json.endArray().key("summary").value(summary(results)).endObject());
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
