package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.version.EsxiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** Whether the host is made; otherwise it is only told what it would be. */
  static boolean makes(Call call) {
    call.exclude(PRINT_XML, DRY_RUN);
    return !call.has(PRINT_XML) && !call.has(DRY_RUN);
  }

  /** Refuses what keeps the host from being made, or else warns of the rest. */
  static void requireSensible(Call call, CreatePlan plan, CreateOptions options) {
    requireNone(plan.objections(), plan.refusals(options));
    plan.warnings(options).forEach(call.output()::warning);
  }

  /**
   * Says at the end of what makes nothing what was not checked, what is worth a warning, and what
   * would keep the host from being made. That libvirt does not answer here is no reason to fail.
   */
  static void tell(Call call, CreatePlan plan, CreateOptions options) {
    unchecked(plan).forEach(call.output()::warning);
    plan.warnings(options).forEach(call.output()::warning);
    requireNone(plan.objections(), refusals(plan, options));
  }

  /** What would keep the host from being made where libvirt answered. */
  static List<String> refusals(CreatePlan plan, CreateOptions options) {
    List<String> refusals = new ArrayList<>(plan.refusals(options));
    refusals.removeAll(unchecked(plan));
    return refusals;
  }

  /** What was not checked. */
  static List<String> unchecked(CreatePlan plan) {
    return plan.objections().stream()
        .filter(objection -> objection.kind() == Objection.Kind.UNCHECKED)
        .map(Objection::told)
        .toList();
  }

  /** Tells all that keeps the host from being made, and which option would let it pass. */
  private static void requireNone(List<Objection> objections, List<String> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    List<Objection> told =
        objections.stream().filter(objection -> refusals.contains(objection.told())).toList();
    List<String> lines = told.stream().map(Objection::text).toList();
    throw new CommandException(lines, 1, null)
        .withHints(told.stream().flatMap(NewHost::waysOut).toList());
  }

  private static Stream<String> waysOut(Objection objection) {
    Stream<String> option =
        switch (objection.kind()) {
          case KNOWN_BAD ->
              Stream.of("--" + KNOWN_BAD + " makes it although that is known not to work");
          case OVERCOMMITTED ->
              Stream.of("--" + OVERCOMMIT + " makes it although its disks may outgrow the room");
          case WARNING, NOTHING_TO_BOOT, UNCHECKED, NAME_TAKEN, IMPOSSIBLE -> Stream.of();
        };
    return Stream.concat(Stream.ofNullable(objection.remedy()), option);
  }
}
