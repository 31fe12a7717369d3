package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.EsxiVersion;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.Objection;
import java.util.List;

/** What the commands that make a host have in common. */
final class NewHost {
  /** The option that prints the domain XML instead. */
  static final String PRINT_XML = "print-xml";

  /** The option that says what would be done instead. */
  static final String DRY_RUN = "dry-run";

  private static final String AUTOSTART = "autostart";
  private static final String KNOWN_BAD = "accept-known-bad";
  private static final String OVERCOMMIT = "overcommit";

  private NewHost() {}

  /** The options that come first. */
  static void addTo(CommandSpec.Builder spec) {
    spec.option(OptionSpec.data(Lab.NAME, "name of the new host", Completer.NONE))
        .option(
            OptionSpec.requiredNamed(
                HardwareOptions.ESXI,
                "version to be installed: 5.5, 6.0, 6.5, 6.7, 7.0, 8.0 or 9.0",
                HardwareOptions.ESXI_VERSIONS));
  }

  /** The options of the host itself. */
  static void addHardwareTo(CommandSpec.Builder spec) {
    SizeOptions.addTo(spec);
    NetworkOptions.addTo(spec);
    StorageOptions.addTo(spec);
    HardwareOptions.addTo(spec);
  }

  /** The options that come last. */
  static void addHowTo(CommandSpec.Builder spec) {
    spec.option(OptionSpec.bool(AUTOSTART, "have it start with libvirt"))
        .option(
            OptionSpec.bool(
                KNOWN_BAD, "make it although something is known not to work with its version"))
        .option(
            OptionSpec.bool(OVERCOMMIT, "make it although its disks may outgrow the room there is"))
        .option(OptionSpec.bool(PRINT_XML, "print the domain XML and make nothing"))
        .option(OptionSpec.bool(DRY_RUN, "print what would be done and make nothing"))
        .option(Lab.LIBVIRT);
  }

  /** The host as the options describe it, without installation media. */
  static NestedHostSpecBuilder wanted(Call call) {
    NestedHostSpecBuilder wanted =
        NestedHostSpec.builder(
            call.required(Lab.NAME), EsxiVersion.parse(call.required(HardwareOptions.ESXI)));
    SizeOptions.apply(call, wanted);
    NetworkOptions.apply(call, wanted);
    StorageOptions.apply(call, wanted);
    HardwareOptions.apply(call, wanted);
    return wanted.autostart(call.has(AUTOSTART));
  }

  static CreateOptions options(Call call, boolean start) {
    return new CreateOptions(start, call.has(KNOWN_BAD), call.has(OVERCOMMIT));
  }

  /**
   * Prints the document where only that is wanted, refuses what keeps the host from being made, and
   * warns of the rest.
   *
   * @return whether the host is to be made, or a dry run to be reported
   */
  static boolean goesOn(Call call, CreatePlan plan, CreateOptions options) {
    if (call.has(PRINT_XML)) {
      call.output().print(plan.xml());
    }
    requireSensible(plan, options);
    plan.warnings(options).forEach(call.output()::warning);
    return !call.has(PRINT_XML);
  }

  /** Tells all that keeps the host from being made, and which option would let it pass. */
  private static void requireSensible(CreatePlan plan, CreateOptions options) {
    List<String> refusals = plan.refusals(options);
    if (refusals.isEmpty()) {
      return;
    }
    List<String> lines =
        plan.objections().stream()
            .filter(objection -> refusals.contains(objection.text()))
            .map(NewHost::withWayOut)
            .toList();
    throw new CommandException(lines, 1, null);
  }

  private static String withWayOut(Objection objection) {
    return switch (objection.kind()) {
      case KNOWN_BAD -> objection.text() + " (--" + KNOWN_BAD + " makes it all the same)";
      case OVERCOMMITTED -> objection.text() + " (--" + OVERCOMMIT + " makes it all the same)";
      case WARNING, IMPOSSIBLE -> objection.text();
    };
  }
}
