package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CheckResult.Check;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a host is ready for a nested host. It looks and changes nothing, from the processor
 * outwards: what comes first must be mended first.
 */
public final class HostCheck {

  private final LocalHost local;
  private final VirtualizationHost libvirt;

  /**
   * A check.
   *
   * @param local this machine
   * @param libvirt the libvirt to use
   */
  public HostCheck(LocalHost local, VirtualizationHost libvirt) {
    this.local = Objects.requireNonNull(local);
    this.libvirt = Objects.requireNonNull(libvirt);
  }

  /**
   * Looks at everything that the nested host would need. What cannot be looked at is skipped, and
   * the result says why.
   *
   * @param spec the host that is to run; nothing of it is made
   * @return one result or more for each {@link Check}
   */
  public List<CheckResult> run(NestedHostSpec spec) {
    List<CheckResult> results = new ArrayList<>(processor(spec));
    results.addAll(libvirt(spec));
    results.addAll(disk(spec));
    results.addAll(capacity(spec));
    results.addAll(TableCheck.of(spec));
    return results;
  }

  List<CheckResult> processor(NestedHostSpec spec) {
    return processor(spec.acceleration());
  }

  /**
   * Whether KVM can nest, which is all that a host needs to know that is defined already.
   *
   * @param acceleration who runs its instructions
   */
  public List<CheckResult> processor(Acceleration acceleration) {
    if (!libvirt.local()) {
      return skipped(
          "the host of %s is another machine, which cannot be looked at".formatted(libvirt.uri()),
          Check.CPU_FLAGS,
          Check.KVM_MODULE,
          Check.NESTED,
          Check.DEV_KVM,
          Check.IGNORE_MSRS);
    }
    if (acceleration == Acceleration.EMULATED) {
      return skipped(
          "an emulated host needs no KVM",
          Check.CPU_FLAGS,
          Check.KVM_MODULE,
          Check.NESTED,
          Check.DEV_KVM,
          Check.IGNORE_MSRS);
    }
    KvmChecks kvm = new KvmChecks(local);
    return List.of(
        kvm.cpuFlags(), kvm.module(), kvm.nested(), kvm.device(qemuUser()), kvm.ignoreMsrs());
  }

  /** Whether libvirt, QEMU and the network are ready. */
  List<CheckResult> libvirt(NestedHostSpec spec) {
    LibvirtFacts facts;
    try {
      facts = LibvirtFacts.read(libvirt, spec.acceleration(), spec.machine());
    } catch (VirtualizationException e) {
      List<CheckResult> results = new ArrayList<>();
      results.add(
          CheckResult.fail(
              Check.LIBVIRT, e.problems().getFirst(), LibvirtRemedy.of(local, libvirt.uri(), e)));
      results.addAll(
          skipped(
              "libvirt does not answer",
              Check.LIBVIRT_VERSION,
              Check.QEMU_VERSION,
              Check.MACHINE,
              Check.CPU_MODE,
              Check.FIRMWARE,
              Check.NIC,
              Check.NETWORK));
      return results;
    }
    return libvirt(spec, facts);
  }

  /** As {@link #libvirt(NestedHostSpec)}, with facts that are there. */
  List<CheckResult> libvirt(NestedHostSpec spec, LibvirtFacts facts) {
    List<CheckResult> results = new ArrayList<>();
    results.add(CheckResult.ok(Check.LIBVIRT, "libvirt answers at " + libvirt.uri()));
    results.addAll(new LibvirtChecks(spec, facts, distribution()).all());
    results.add(new NetworkCheck(local, libvirt).of(spec.network()));
    return results;
  }

  /** Whether memory and processors suffice. */
  List<CheckResult> capacity(NestedHostSpec spec) {
    if (!libvirt.local()) {
      return skipped("the host is another machine", Check.MEMORY, Check.CORES);
    }
    return List.of(memory(spec), cores(spec));
  }

  private CheckResult memory(NestedHostSpec spec) {
    Optional<DataSize> total = local.memoryTotal();
    Optional<DataSize> available = local.memoryAvailable();
    String wanted = TableCheck.text(spec.memory());
    if (total.isEmpty() || available.isEmpty()) {
      return CheckResult.skipped(Check.MEMORY, "the memory of this machine cannot be read");
    }
    if (total.get().compareTo(spec.memory()) < 0) {
      return CheckResult.fail(
          Check.MEMORY,
          "this machine has %d MiB of memory, and the guest wants %s"
              .formatted(total.get().mib(), wanted),
          "use a machine with more memory");
    }
    if (available.get().compareTo(spec.memory()) < 0) {
      return CheckResult.warn(
          Check.MEMORY,
          "%d MiB of memory are available, and the guest wants %s"
              .formatted(available.get().mib(), wanted),
          "stop other guests: virsh --connect %s list".formatted(ShellWord.quoted(libvirt.uri())));
    }
    return CheckResult.ok(
        Check.MEMORY, "%d MiB of memory are available".formatted(available.get().mib()));
  }

  private CheckResult cores(NestedHostSpec spec) {
    int there = local.processors();
    return there >= spec.vcpus()
        ? CheckResult.ok(Check.CORES, "this machine has %d processors".formatted(there))
        : CheckResult.warn(
            Check.CORES,
            "this machine has %d processors, and the guest wants %d".formatted(there, spec.vcpus()),
            "ask for fewer processors, or use a larger machine");
  }

  private List<CheckResult> disk(NestedHostSpec spec) {
    if (!libvirt.local()) {
      return skipped("the host is another machine", Check.DISK);
    }
    if (spec.disk() instanceof LabDisk.NewImage image) {
      return List.of(newImage(spec, image));
    }
    List<Objection> objections =
        DiskCheck.of(spec, local, Set.of()).stream()
            .filter(objection -> objection.kind() != Objection.Kind.NOTHING_TO_BOOT)
            .toList();
    return objections.isEmpty()
        ? List.of(CheckResult.ok(Check.DISK, "%s is there".formatted(spec.disk().path())))
        : objections.stream().map(HostCheck::ofDisk).toList();
  }

  private static CheckResult ofDisk(Objection objection) {
    return switch (objection.kind()) {
      case WARNING, OVERCOMMITTED, NOTHING_TO_BOOT ->
          CheckResult.warn(Check.DISK, objection.text(), objection.remedy());
      case KNOWN_BAD -> CheckResult.knownBad(Check.DISK, objection.text(), objection.remedy());
      case IMPOSSIBLE, UNCHECKED, NAME_TAKEN ->
          CheckResult.fail(
              Check.DISK,
              objection.text(),
              Objects.requireNonNullElse(objection.remedy(), "name another"));
    };
  }

  private CheckResult newImage(NestedHostSpec spec, LabDisk.NewImage image) {
    Path directory = AbsolutePath.directory(image.path());
    Optional<DataSize> room = local.usableSpace(directory);
    if (room.isEmpty()) {
      return CheckResult.fail(
          Check.DISK,
          "there is no directory " + directory,
          "mkdir -p " + ShellWord.quoted(directory.toString()));
    }
    if (!Files.isWritable(directory)) {
      return CheckResult.fail(
          Check.DISK,
          "this user may not write to " + directory,
          "make hosts as root, or name another directory");
    }
    String fact = "%s has room for %d MiB".formatted(directory, room.get().bytes() >> 20);
    if (room.get().compareTo(spec.esxi().disk().minimum()) < 0) {
      return CheckResult.fail(
          Check.DISK,
          "%s, and ESXi %s wants %s"
              .formatted(fact, spec.esxi().text(), TableCheck.text(spec.esxi().disk().minimum())),
          "make room there, or name another directory");
    }
    return room.get().compareTo(image.size()) < 0
        ? CheckResult.warn(
            Check.DISK,
            "%s, and the disk may grow to %s".formatted(fact, TableCheck.text(image.size())),
            "make room there, or ask for a smaller disk")
        : CheckResult.ok(Check.DISK, fact);
  }

  private Optional<QemuUser> qemuUser() {
    return libvirt.uri().contains("/session")
        ? Optional.of(local.inGroups(System.getProperty("user.name", "")))
        : local.qemuUser();
  }

  private Distribution distribution() {
    return libvirt.local() ? local.distribution() : Distribution.of("");
  }

  private static List<CheckResult> skipped(String reason, Check... checks) {
    return Arrays.stream(checks).map(check -> CheckResult.skipped(check, reason)).toList();
  }
}
