package dev.vireo.nest.internal.check;

import dev.vireo.nest.check.HostCheckResult;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.host.QemuUser;
import dev.vireo.nest.internal.ShellWord;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether this machine's KVM can nest. That {@code /dev/kvm} is there says nothing: other modules
 * than kvm_intel and kvm_amd offer it too, such as kvm_pvm, without any virtualization for guests
 * (https://github.com/cocoonstack/pvm).
 */
final class KvmChecks {

  private static final String GROUP = "kvm";
  private static final Set<String> ON = Set.of("Y", "1");

  private final LocalHost host;

  KvmChecks(LocalHost host) {
    this.host = host;
  }

  /** Maker of the processors, of its flags where its name is unknown. */
  Optional<CpuVendor> vendor() {
    Optional<CpuVendor> named = host.cpuVendor();
    if (named.isPresent()) {
      return named;
    }
    Set<String> flags = host.cpuFlags();
    return List.of(CpuVendor.values()).stream()
        .filter(vendor -> flags.contains(vendor.feature()))
        .findFirst();
  }

  private boolean capable() {
    return vendor().filter(maker -> host.cpuFlags().contains(maker.feature())).isPresent();
  }

  /** A module loads only where the processor shows what it is for. */
  private String loading(String command) {
    return capable() ? command : "mend cpu-flags first, then: " + command;
  }

  private String modprobe() {
    return loading(
        "modprobe " + vendor().map(CpuVendor::module).orElse("kvm_intel || modprobe kvm_amd"));
  }

  private boolean loaded() {
    return Arrays.stream(CpuVendor.values())
        .anyMatch(vendor -> host.kvmModules().contains(vendor.module()));
  }

  HostCheckResult cpuFlags() {
    Optional<CpuVendor> vendor = vendor();
    if (vendor.isPresent() && capable()) {
      return HostCheckResult.ok(Check.CPU_FLAGS, "the processor has " + vendor.get().feature());
    }
    String wanted = vendor.map(CpuVendor::feature).orElse("vmx or svm");
    return HostCheckResult.fail(
        Check.CPU_FLAGS,
        "the processor shows no %s in /proc/cpuinfo".formatted(wanted),
        "switch virtualization on in this machine's firmware, or nesting on the host that it is a"
            + " guest of");
  }

  HostCheckResult module() {
    List<String> modules = host.kvmModules();
    for (CpuVendor vendor : CpuVendor.values()) {
      if (modules.contains(vendor.module())) {
        return HostCheckResult.ok(Check.KVM_MODULE, vendor.module() + " is loaded");
      }
    }
    String found =
        modules.isEmpty()
            ? "neither kvm_intel nor kvm_amd is loaded"
            : "KVM runs by %s, which gives guests no virtualization: neither kvm_intel nor kvm_amd is loaded"
                .formatted(String.join(", ", modules));
    return HostCheckResult.fail(Check.KVM_MODULE, found, modprobe());
  }

  HostCheckResult nested() {
    for (CpuVendor vendor : CpuVendor.values()) {
      String module = vendor.module();
      if (!host.kvmModules().contains(module)) {
        continue;
      }
      String nested = host.moduleParameter(module, "nested").orElse("missing");
      if (ON.contains(nested)) {
        return HostCheckResult.ok(Check.NESTED, module + " lets guests nest");
      }
      return HostCheckResult.fail(
          Check.NESTED,
          "%s does not let guests nest (nested=%s)".formatted(module, nested),
          "echo 'options %1$s nested=1' > /etc/modprobe.d/%1$s.conf && modprobe -r %1$s && modprobe %1$s"
              .formatted(module));
    }
    return HostCheckResult.skipped(
        Check.NESTED, "there is no module to ask whether guests may nest");
  }

  /**
   * Whether QEMU may use KVM.
   *
   * @param user who QEMU runs as; empty where this machine has no user for it
   */
  HostCheckResult device(Optional<QemuUser> user) {
    Optional<PosixFileAttributes> device = host.kvmDevice();
    if (device.isEmpty()) {
      // The module of the processor's maker makes it, and not the one called kvm.
      return HostCheckResult.fail(
          Check.DEV_KVM,
          "there is no /dev/kvm",
          loaded() ? "mknod /dev/kvm c 10 232 && " + permit("") : modprobe());
    }
    if (user.isEmpty()) {
      return HostCheckResult.skipped(
          Check.DEV_KVM,
          "this machine has no user that QEMU would run as, which comes with libvirt's daemon");
    }
    String name = user.get().name();
    if (user.get().mayUse(device.get())) {
      return HostCheckResult.ok(Check.DEV_KVM, "QEMU's user %s may use /dev/kvm".formatted(name));
    }
    return HostCheckResult.fail(
        Check.DEV_KVM,
        "QEMU's user %s may not use /dev/kvm (%s:%s, %s)"
            .formatted(
                name,
                device.get().owner().getName(),
                device.get().group().getName(),
                PosixFilePermissions.toString(device.get().permissions())),
        permit(user.get().groups().contains(GROUP) ? "" : name));
  }

  /**
   * The command that lets QEMU use the device.
   *
   * @param outsider who is to come into its group first; empty for nobody
   */
  private String permit(String outsider) {
    if (!host.hasGroup(GROUP)) {
      // As systemd has it.
      return "chmod 666 /dev/kvm";
    }
    String command = "chgrp kvm /dev/kvm && chmod 660 /dev/kvm";
    return outsider.isEmpty()
        ? command
        : command + " && usermod -a -G kvm " + ShellWord.quoted(outsider);
  }

  /**
   * ESXi stops with a purple screen when it is refused a register (https://github.com/apnex/kvm).
   */
  HostCheckResult ignoreMsrs() {
    Optional<String> value = host.moduleParameter("kvm", "ignore_msrs");
    if (value.isEmpty()) {
      return HostCheckResult.skipped(
          Check.IGNORE_MSRS, "KVM is not loaded, so that ignore_msrs cannot be read");
    }
    if (ON.contains(value.get())) {
      return HostCheckResult.ok(Check.IGNORE_MSRS, "KVM ignores accesses to unknown registers");
    }
    return HostCheckResult.warn(
        Check.IGNORE_MSRS,
        "KVM refuses accesses to unknown registers, at which ESXi stops (ignore_msrs=%s)"
            .formatted(value.get()),
        "echo 1 > /sys/module/kvm/parameters/ignore_msrs && echo 'options kvm ignore_msrs=1' >"
            + " /etc/modprobe.d/kvm.conf");
  }
}
