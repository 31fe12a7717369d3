package dev.vireo.nest;

import dev.vireo.nest.CheckResult.Check;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether this machine's KVM can nest. That {@code /dev/kvm} is there says nothing: other modules
 * than kvm_intel and kvm_amd offer it too, such as kvm_pvm, without any virtualization for guests
 * (https://github.com/cocoonstack/pvm).
 */
final class KvmChecks {

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

  CheckResult cpuFlags() {
    Optional<CpuVendor> vendor = vendor();
    if (vendor.isPresent() && host.cpuFlags().contains(vendor.get().feature())) {
      return CheckResult.ok(Check.CPU_FLAGS, "the processor has " + vendor.get().feature());
    }
    String wanted = vendor.map(CpuVendor::feature).orElse("vmx or svm");
    return CheckResult.fail(
        Check.CPU_FLAGS,
        "the processor shows no %s in /proc/cpuinfo".formatted(wanted),
        "switch virtualization on in this machine's firmware, or nesting on the host that it is a"
            + " guest of");
  }

  CheckResult module() {
    List<String> modules = host.kvmModules();
    for (CpuVendor vendor : CpuVendor.values()) {
      if (modules.contains(vendor.module())) {
        return CheckResult.ok(Check.KVM_MODULE, vendor.module() + " is loaded");
      }
    }
    String found =
        modules.isEmpty()
            ? "neither kvm_intel nor kvm_amd is loaded"
            : "KVM runs by %s, which gives guests no virtualization: neither kvm_intel nor kvm_amd is loaded"
                .formatted(String.join(", ", modules));
    return CheckResult.fail(
        Check.KVM_MODULE,
        found,
        "modprobe " + vendor().map(CpuVendor::module).orElse("kvm_intel || modprobe kvm_amd"));
  }

  CheckResult nested() {
    for (CpuVendor vendor : CpuVendor.values()) {
      String module = vendor.module();
      if (!host.kvmModules().contains(module)) {
        continue;
      }
      String nested = host.moduleParameter(module, "nested").orElse("missing");
      if (ON.contains(nested)) {
        return CheckResult.ok(Check.NESTED, module + " lets guests nest");
      }
      return CheckResult.fail(
          Check.NESTED,
          "%s does not let guests nest (nested=%s)".formatted(module, nested),
          "echo 'options %1$s nested=1' > /etc/modprobe.d/%1$s.conf && modprobe -r %1$s && modprobe %1$s"
              .formatted(module));
    }
    return CheckResult.skipped(Check.NESTED, "there is no module to ask whether guests may nest");
  }

  /**
   * Whether QEMU may use KVM.
   *
   * @param user who QEMU runs as
   */
  CheckResult device(QemuUser user) {
    Optional<PosixFileAttributes> device = host.kvmDevice();
    if (device.isEmpty()) {
      return CheckResult.fail(Check.DEV_KVM, "there is no /dev/kvm", "modprobe kvm");
    }
    if (user.mayUse(device.get())) {
      return CheckResult.ok(
          Check.DEV_KVM, "QEMU's user %s may use /dev/kvm".formatted(user.name()));
    }
    return CheckResult.fail(
        Check.DEV_KVM,
        "QEMU's user %s may not use /dev/kvm (%s:%s, %s)"
            .formatted(
                user.name(),
                device.get().owner().getName(),
                device.get().group().getName(),
                PosixFilePermissions.toString(device.get().permissions())),
        user.groups().contains("kvm")
            ? "chgrp kvm /dev/kvm && chmod 660 /dev/kvm"
            : "chgrp kvm /dev/kvm && chmod 660 /dev/kvm && usermod -a -G kvm " + user.name());
  }

  /**
   * ESXi stops with a purple screen when it is refused a register (https://github.com/apnex/kvm).
   */
  CheckResult ignoreMsrs() {
    Optional<String> value = host.moduleParameter("kvm", "ignore_msrs");
    if (value.isEmpty()) {
      return CheckResult.skipped(
          Check.IGNORE_MSRS, "KVM is not loaded, so that ignore_msrs cannot be read");
    }
    if (ON.contains(value.get())) {
      return CheckResult.ok(Check.IGNORE_MSRS, "KVM ignores accesses to unknown registers");
    }
    return CheckResult.warn(
        Check.IGNORE_MSRS,
        "KVM refuses accesses to unknown registers, at which ESXi stops (ignore_msrs=%s)"
            .formatted(value.get()),
        "echo 1 > /sys/module/kvm/parameters/ignore_msrs && echo 'options kvm ignore_msrs=1' >"
            + " /etc/modprobe.d/kvm.conf");
  }
}
