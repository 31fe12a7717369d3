package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.probe.HostAddress;
import org.jspecify.annotations.Nullable;

/** {@code nest create}: makes a nested host. */
public final class NestCreateVerb extends NestVerb {
  private static final String START = "start";
  private static final String ADDRESS = "address";

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
                When something fails nothing is left behind. --dry-run and --print-xml
                need no libvirt; what would keep the host from being made is said after
                them, with exit code 1, which that libvirt is not there is not. What is
                not asked for is taken from this table:

                """
                    + DEFAULTS.stripTrailing());
    NewHost.addTo(spec);
    NewHost.addHardwareTo(spec);
    StorageOptions.addMediaTo(spec);
    spec.option(OptionSpec.bool(START, "start it"))
        .option(
            OptionSpec.named(
                ADDRESS, "address that it will have, for the URI that is printed", Completer.NONE));
    NewHost.addHowTo(spec);
    return spec.example("nest create esxi-1 --esxi 8.0 --bridge br0 --iso esxi8.iso --start")
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
    boolean make = NewHost.makes(call);
    NestedHostSpecBuilder wanted = NewHost.wanted(call);
    StorageOptions.applyMedia(call, wanted);
    NestedHostSpec spec = wanted.build();
    CreateOptions options = NewHost.options(call, call.has(START));
    HostAddress address = address(call);
    CreatePlan plan = make ? lab.hosts().plan(spec) : lab.hosts().draft(spec);
    CreateReport report =
        new CreateReport(
            call,
            plan,
            options,
            plan.steps(options),
            new NextCommands(plan, options, lab.libvirt().uri(), address),
            null);
    if (!make) {
      report.printPlanned();
      return;
    }
    NewHost.requireSensible(call, plan, options);
    Interruptible.call(call.session(), () -> lab.hosts().create(plan, options));
    report.printMade();
  }

  private static @Nullable HostAddress address(Call call) {
    String text = call.string(ADDRESS);
    return text == null ? null : HostAddress.parse(text);
  }
}
