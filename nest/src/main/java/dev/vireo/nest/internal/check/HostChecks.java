package dev.vireo.nest.internal.check;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.host.QemuUser;
import dev.vireo.nest.internal.AbsolutePath;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.ShellWord;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The checks of a host, by what they look at. */
public final class HostChecks {

  private final LocalHost local;
  private final VirtualizationHost libvirt;

  /**
   * A check.
   *
   * @param local this machine
   * @param libvirt the libvirt to use
   */
  public HostChecks(LocalHost local, VirtualizationHost libvirt) {
    this.local = Objects.requireNonNull(local);
    this.libvirt = Objects.requireNonNull(libvirt);
  }

  /**
   * Whether KVM can nest, which is all that a host needs to know that is defined already.
   *
   * @param acceleration who runs its instructions
   */
  public List<HostCheckResult> processor(Acceleration acceleration) {
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
  public List<HostCheckResult> libvirt(NestedHostSpec spec) {
    LibvirtFacts facts;
    try {
      facts = LibvirtFacts.read(libvirt, spec.acceleration(), spec.machine());
    } catch (VirtualizationException e) {
      List<HostCheckResult> results = new ArrayList<>();
      results.add(
          HostCheckResult.fail(
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
  public List<HostCheckResult> libvirt(NestedHostSpec spec, LibvirtFacts facts) {
    List<HostCheckResult> results = new ArrayList<>();
    results.add(HostCheckResult.ok(Check.LIBVIRT, "libvirt answers at " + libvirt.uri()));
    results.addAll(new LibvirtChecks(spec, facts, distribution()).all());
    results.add(new NetworkCheck(local, libvirt).of(spec.network()));
    return results;
  }

  /** Whether memory and processors suffice. */
  public List<HostCheckResult> capacity(NestedHostSpec spec) {
    if (!libvirt.local()) {
      return skipped("the host is another machine", Check.MEMORY, Check.CORES);
    }
    return List.of(memory(spec), cores(spec));
  }

  private HostCheckResult memory(NestedHostSpec spec) {
    Optional<DataSize> total = local.memoryTotal();
    Optional<DataSize> available = local.memoryAvailable();
    String wanted = TableCheck.text(spec.memory());
    if (total.isEmpty() || available.isEmpty()) {
      return HostCheckResult.skipped(Check.MEMORY, "the memory of this machine cannot be read");
    }
    if (total.get().compareTo(spec.memory()) < 0) {
      return HostCheckResult.fail(
          Check.MEMORY,
          "this machine has %d MiB of memory, and the guest wants %s"
              .formatted(total.get().mib(), wanted),
          "use a machine with more memory");
    }
    if (available.get().compareTo(spec.memory()) < 0) {
      return HostCheckResult.warn(
          Check.MEMORY,
          "%d MiB of memory are available, and the guest wants %s"
              .formatted(available.get().mib(), wanted),
          "stop other guests: virsh --connect %s list".formatted(ShellWord.quoted(libvirt.uri())));
    }
    return HostCheckResult.ok(
        Check.MEMORY, "%d MiB of memory are available".formatted(available.get().mib()));
  }

  private HostCheckResult cores(NestedHostSpec spec) {
    int there = local.processors();
    return there >= spec.vcpus()
        ? HostCheckResult.ok(Check.CORES, "this machine has %d processors".formatted(there))
        : HostCheckResult.warn(
            Check.CORES,
            "this machine has %d processors, and the guest wants %d".formatted(there, spec.vcpus()),
            "ask for fewer processors, or use a larger machine");
  }

  /** Whether the disk can be made, or is there. */
  public List<HostCheckResult> disk(NestedHostSpec spec) {
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
        ? List.of(HostCheckResult.ok(Check.DISK, "%s is there".formatted(spec.disk().path())))
        : objections.stream().map(HostChecks::ofDisk).toList();
  }

  private static HostCheckResult ofDisk(Objection objection) {
    return switch (objection.kind()) {
      case WARNING, OVERCOMMITTED, NOTHING_TO_BOOT ->
          HostCheckResult.warn(Check.DISK, objection.text(), objection.remedy());
      case KNOWN_BAD -> HostCheckResult.knownBad(Check.DISK, objection.text(), objection.remedy());
      case IMPOSSIBLE, UNCHECKED, NAME_TAKEN ->
          HostCheckResult.fail(
              Check.DISK,
              objection.text(),
              Objects.requireNonNullElse(objection.remedy(), "name another"));
    };
  }

  private HostCheckResult newImage(NestedHostSpec spec, LabDisk.NewImage image) {
    Path directory = AbsolutePath.directory(image.path());
    Optional<DataSize> room = local.usableSpace(directory);
    if (room.isEmpty()) {
      return HostCheckResult.fail(
          Check.DISK,
          "there is no directory " + directory,
          "mkdir -p " + ShellWord.quoted(directory.toString()));
    }
    if (!Files.isWritable(directory)) {
      return HostCheckResult.fail(
          Check.DISK,
          "this user may not write to " + directory,
          "make hosts as root, or name another directory");
    }
    String fact = "%s has room for %d MiB".formatted(directory, room.get().bytes() >> 20);
    if (room.get().compareTo(spec.esxi().disk().minimum()) < 0) {
      return HostCheckResult.fail(
          Check.DISK,
          "%s, and ESXi %s wants %s"
              .formatted(fact, spec.esxi().text(), TableCheck.text(spec.esxi().disk().minimum())),
          "make room there, or name another directory");
    }
    return room.get().compareTo(image.size()) < 0
        ? HostCheckResult.warn(
            Check.DISK,
            "%s, and the disk may grow to %s".formatted(fact, TableCheck.text(image.size())),
            "make room there, or ask for a smaller disk")
        : HostCheckResult.ok(Check.DISK, fact);
  }

  private Optional<QemuUser> qemuUser() {
    return libvirt.uri().contains("/session")
        ? Optional.of(local.inGroups(System.getProperty("user.name", "")))
        : local.qemuUser();
  }

  private Distribution distribution() {
    return libvirt.local() ? Distribution.of(local.osRelease()) : Distribution.of("");
  }

  private static List<HostCheckResult> skipped(String reason, Check... checks) {
    return Arrays.stream(checks).map(check -> HostCheckResult.skipped(check, reason)).toList();
  }
}
