package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.EsxiVersion;
import dev.vireo.nest.HostAddress;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.Objection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nest create}: makes a nested host. */
public final class NestCreateVerb extends NestVerb {
  private static final String AUTOSTART = "autostart";
  private static final String START = "start";
  private static final String ADDRESS = "address";
  private static final String KNOWN_BAD = "accept-known-bad";
  private static final String OVERCOMMIT = "overcommit";
  private static final String PRINT_XML = "print-xml";
  private static final String DRY_RUN = "dry-run";

  /** A test holds this against the table of the versions, so that help need not load it. */
  static final String DEFAULTS =
      """
      ESXi  machine  firmware  nic      bus   memory  vcpus  disk    KVM
      5.5   pc       bios      vmxnet3  sata  4 GiB   2      8 GiB   hidden
      6.0   pc       bios      e1000    sata  4 GiB   2      8 GiB   hidden
      6.5   pc       bios      vmxnet3  sata  4 GiB   2      8 GiB   shown
      6.7   q35      bios      vmxnet3  sata  4 GiB   2      16 GiB  shown
      7.0   pc       bios      vmxnet3  sata  8 GiB   2      32 GiB  shown
      8.0   q35      uefi      e1000e   sata  8 GiB   2      32 GiB  shown
      9.0   q35      uefi      vmxnet3  sata  8 GiB   4      32 GiB  shown
      """;

  @Override
  public CommandSpec spec() {
    CommandSpec.Builder spec =
        of("create", "create a nested host")
            .description(
                """
                Makes the disk and the domain of a nested ESXi host with the settings
                that its version needs, after checking everything against this host.
                When something fails nothing is left behind. What is not asked for is
                taken from this table:

                """
                    + DEFAULTS.stripTrailing())
            .option(OptionSpec.data(Lab.NAME, "name of the new host", Completer.NONE))
            .option(
                OptionSpec.requiredNamed(
                    HardwareOptions.ESXI,
                    "version to be installed: 5.5, 6.0, 6.5, 6.7, 7.0, 8.0 or 9.0",
                    HardwareOptions.ESXI_VERSIONS));
    SizeOptions.addTo(spec);
    NetworkOptions.addTo(spec);
    StorageOptions.addTo(spec);
    HardwareOptions.addTo(spec);
    return spec.option(OptionSpec.bool(AUTOSTART, "have it start with libvirt"))
        .option(OptionSpec.bool(START, "start it"))
        .option(
            OptionSpec.named(
                ADDRESS, "address that it will have, for the URI that is printed", Completer.NONE))
        .option(
            OptionSpec.bool(
                KNOWN_BAD, "make it although something is known not to work with its version"))
        .option(
            OptionSpec.bool(OVERCOMMIT, "make it although its disks may outgrow the room there is"))
        .option(OptionSpec.bool(PRINT_XML, "print the domain XML and make nothing"))
        .option(OptionSpec.bool(DRY_RUN, "print what would be done and make nothing"))
        .option(Lab.LIBVIRT)
        .example("nest create esxi-1 --esxi 8.0 --bridge br0 --iso esxi8.iso --start")
        .example("nest create esxi-2 --esxi 5.5 --ovs ovsbr0 --vlan 252 --disk /dev/vg0/esxi2")
        .example("nest create esxi-3 --esxi 7.0 --memory 16GiB --datastore-size 200GiB --dry-run")
        .printsData()
        .build();
  }

  @Override
  boolean changes() {
    return true;
  }

  @Override
  void run(Call call, Lab lab) {
    call.exclude(PRINT_XML, DRY_RUN);
    NestedHostSpec spec = spec(call);
    CreateOptions options =
        new CreateOptions(call.has(START), call.has(KNOWN_BAD), call.has(OVERCOMMIT));
    HostAddress address = address(call);
    CreatePlan plan = lab.hosts().plan(spec);
    CreateReport report = new CreateReport(call, plan, options, address);
    if (call.has(PRINT_XML)) {
      call.output().print(plan.xml());
    }
    requireSensible(plan, options);
    plan.warnings(options).forEach(call.output()::warning);
    if (call.has(DRY_RUN)) {
      report.print(false);
    } else if (!call.has(PRINT_XML)) {
      Interruptible.call(call.session(), () -> lab.hosts().create(plan, options));
      report.print(true);
    }
  }

  private static NestedHostSpec spec(Call call) {
    NestedHostSpecBuilder wanted =
        NestedHostSpec.builder(
            call.required(Lab.NAME), EsxiVersion.parse(call.required(HardwareOptions.ESXI)));
    SizeOptions.apply(call, wanted);
    NetworkOptions.apply(call, wanted);
    StorageOptions.apply(call, wanted);
    HardwareOptions.apply(call, wanted);
    return wanted.autostart(call.has(AUTOSTART)).build();
  }

  private static @Nullable HostAddress address(Call call) {
    String text = call.string(ADDRESS);
    return text == null ? null : HostAddress.parse(text);
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
            .map(NestCreateVerb::withWayOut)
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
