package dev.vireo.nest.internal.check;

import dev.vireo.nest.Firmware;
import dev.vireo.nest.GraphicsKind;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.Software;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.DomainCapabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether libvirt and QEMU really offer what a wanted host needs. */
public final class LibvirtChecks {

  // <vmport> came with libvirt 1.2.16 (https://libvirt.org/formatdomain.html), the machine option
  // behind it with QEMU 2.2 (commits 9b23cfb and d1048be).
  private static final String OLDEST_LIBVIRT = "1.2.16";
  private static final String OLDEST_QEMU = "2.2";

  // libvirt's names of models that QEMU calls otherwise.
  private static final Map<String, String> QEMU_NAMES = Map.of("virtio", "virtio-net-pci");

  private final NestedHostSpec spec;
  private final LibvirtFacts facts;
  private final Distribution distribution;

  /**
   * Checks.
   *
   * @param distribution where the software of libvirt's machine comes from
   */
  LibvirtChecks(NestedHostSpec spec, LibvirtFacts facts, Distribution distribution) {
    this.spec = spec;
    this.facts = facts;
    this.distribution = distribution;
  }

  List<HostCheckResult> all() {
    List<HostCheckResult> results = new ArrayList<>();
    results.add(
        version(Check.LIBVIRT_VERSION, "libvirt", facts.versions().libvirt(), OLDEST_LIBVIRT));
    results.add(version(Check.QEMU_VERSION, "QEMU", facts.versions().hypervisor(), OLDEST_QEMU));
    results.add(machine());
    results.add(withCapabilities(Check.CPU_MODE, this::cpuMode));
    cpuVendor().ifPresent(results::add);
    results.add(withCapabilities(Check.FIRMWARE, this::firmware));
    results.add(nic());
    results.addAll(facts.domain().map(this::limits).orElse(List.of()));
    return results;
  }

  private static HostCheckResult version(Check check, String what, String version, String oldest) {
    if (compare(version, oldest) >= 0) {
      return HostCheckResult.ok(check, what + " is " + version);
    }
    return HostCheckResult.fail(
        check,
        "%s is %s, and switching VMware's backdoor port off needs %s"
            .formatted(what, version, oldest),
        "upgrade " + what);
  }

  /** Compares dotted numbers; whatever follows a number in its part does not count. */
  public static int compare(String left, String right) {
    return Arrays.compare(numbers(left), numbers(right));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\."))
        .map(part -> part.replaceFirst("(?s)^(\\d{0,9}).*$", "$1"))
        .mapToInt(part -> part.isEmpty() ? 0 : Integer.parseInt(part))
        .toArray();
  }

  private HostCheckResult machine() {
    String type = spec.acceleration().domainType();
    if (!facts.host().domainTypes().contains(type)) {
      return HostCheckResult.fail(
          Check.MACHINE,
          "libvirt offers no domains of type %s".formatted(type),
          spec.acceleration() == Acceleration.KVM
              ? "mend kvm-module and dev-kvm, then restart libvirt's daemon; without KVM ask for an"
                  + " emulated host"
              : distribution.install(Software.QEMU));
    }
    return facts
        .domain()
        .map(domain ->
            HostCheckResult.ok(
                Check.MACHINE,
                "%s has machine type %s".formatted(domain.emulator(), domain.machine())))
        .orElseGet(() ->
            HostCheckResult.fail(
                Check.MACHINE,
                "QEMU has no machine type %s: %s"
                    .formatted(spec.machine(), facts.refusal().replace("\n", "; ")),
                "name another: q35 or pc"));
  }

  private HostCheckResult cpuMode(DomainCapabilities domain) {
    String mode = spec.acceleration().cpuMode();
    return domain.cpuModes().contains(mode)
        ? HostCheckResult.ok(Check.CPU_MODE, "the guest's processor can be " + mode)
        : HostCheckResult.fail(
            Check.CPU_MODE,
            "libvirt does not offer the processor mode %s, only %s"
                .formatted(mode, sorted(domain.cpuModes())),
            "upgrade libvirt and QEMU");
  }

  /** What speaks against the maker of the processor that was asked for. */
  private Optional<HostCheckResult> cpuVendor() {
    CpuVendor wanted = spec.cpuVendor();
    boolean emulated = spec.acceleration() == Acceleration.EMULATED;
    Optional<CpuVendor> there = emulated ? Optional.of(CpuVendor.AMD) : facts.host().cpuVendor();
    if (wanted == null || there.isEmpty() || there.get() == wanted) {
      return Optional.empty();
    }
    String who = emulated ? "QEMU emulates %s's processors" : "the processors here are %s's";
    return Optional.of(
        HostCheckResult.fail(
            Check.CPU_MODE,
            "%s, which have %s and no %s"
                .formatted(
                    who.formatted(there.get().text()), there.get().feature(), wanted.feature()),
            "do not ask for another maker"));
  }

  private HostCheckResult firmware(DomainCapabilities domain) {
    if (spec.firmware() == Firmware.BIOS) {
      return HostCheckResult.ok(Check.FIRMWARE, "BIOS is part of QEMU");
    }
    return domain.uefi()
        ? HostCheckResult.ok(Check.FIRMWARE, "UEFI firmware is there")
        : HostCheckResult.fail(
            Check.FIRMWARE,
            "there is no UEFI firmware for guests",
            distribution.install(Software.UEFI));
  }

  private HostCheckResult nic() {
    String model = spec.nicModel();
    Optional<Set<String>> models = facts.deviceModels();
    if (models.isEmpty()) {
      return HostCheckResult.skipped(
          Check.NIC, "which network interfaces QEMU has cannot be asked");
    }
    if (models.get().contains(QEMU_NAMES.getOrDefault(model, model))) {
      return HostCheckResult.ok(Check.NIC, "QEMU has network interface " + model);
    }
    return HostCheckResult.fail(
        Check.NIC,
        "QEMU has no network interface '%s'".formatted(model),
        "use one that ESXi %s works with: %s"
            .formatted(spec.esxi().text(), spec.esxi().nic().recommended()));
  }

  /** What only matters where it is exceeded. */
  private List<HostCheckResult> limits(DomainCapabilities domain) {
    List<HostCheckResult> results = new ArrayList<>();
    if (spec.vcpus() > domain.maximumVcpus()) {
      results.add(
          HostCheckResult.fail(
              Check.CORES,
              "machine type %s takes %d processors, not %d"
                  .formatted(domain.machine(), domain.maximumVcpus(), spec.vcpus()),
              "ask for fewer processors"));
    }
    if (!domain.diskBuses().contains(spec.diskBus())) {
      results.add(
          HostCheckResult.fail(
              Check.MACHINE,
              "machine type %s has no disk bus '%s', only %s"
                  .formatted(domain.machine(), spec.diskBus(), sorted(domain.diskBuses())),
              "use " + spec.esxi().diskBus().recommended(domain.diskBuses()::contains)));
    }
    if (spec.graphics() != GraphicsKind.NONE
        && !domain.graphics().contains(spec.graphics().text())) {
      results.add(
          HostCheckResult.fail(
              Check.MACHINE,
              "this QEMU has no graphics '%s', only %s"
                  .formatted(spec.graphics().text(), sorted(domain.graphics())),
              "use vnc"));
    }
    return results;
  }

  private HostCheckResult withCapabilities(
      Check check, Function<DomainCapabilities, HostCheckResult> look) {
    return facts
        .domain()
        .map(look)
        .orElseGet(() ->
            HostCheckResult.skipped(check, "QEMU offers no such machine that could be asked"));
  }

  private static String sorted(Set<String> values) {
    return String.join(", ", values.stream().sorted().toList());
  }
}
