package dev.vireo.nest.check;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link HostCheck}.
 *
 * @param check what was looked at
 * @param fact what was found, one sentence without a full stop
 * @param verdict what that means
 * @param remedy the command that mends it, or what to do where no command does; null when there is
 *     nothing to mend
 */
public record HostCheckResult(Check check, String fact, Verdict verdict, @Nullable String remedy) {

  /** What is looked at, in this order. */
  public enum Check {
    /** Whether the processor can virtualize. */
    CPU_FLAGS("cpu-flags"),
    /** Whether KVM uses the processor for it. */
    KVM_MODULE("kvm-module"),
    /** Whether guests may virtualize too. */
    NESTED("nested"),
    /** Whether QEMU may use KVM. */
    DEV_KVM("dev-kvm"),
    /** Whether guests may ask for unknown registers. */
    IGNORE_MSRS("ignore-msrs"),
    /** Whether libvirt answers. */
    LIBVIRT("libvirt"),
    /** Whether libvirt knows the settings that ESXi needs. */
    LIBVIRT_VERSION("libvirt-version"),
    /** Whether QEMU knows the settings that ESXi needs. */
    QEMU_VERSION("qemu-version"),
    /** Whether QEMU has the machine type. */
    MACHINE("machine"),
    /** Whether the processor can be shown to the guest. */
    CPU_MODE("cpu-mode"),
    /** Whether there is UEFI firmware for guests. */
    FIRMWARE("firmware"),
    /** Whether QEMU has the network interface. */
    NIC("nic"),
    /** Whether what the guest is to be connected to is there. */
    NETWORK("network"),
    /** Whether the disk fits. */
    DISK("disk"),
    /** Whether the memory suffices. */
    MEMORY("memory"),
    /** Whether the processors suffice. */
    CORES("cores");

    private final String id;

    Check(String id) {
      this.id = id;
    }

    /** A name that stays: {@code cpu-flags}. */
    public String id() {
      return id;
    }
  }

  /** What a fact means, the worst last. */
  public enum Verdict {
    /** Not looked at, for the reason that the fact says. */
    SKIPPED,
    /** Good. */
    OK,
    /** It may go wrong. */
    WARN,
    /** Known not to work with the ESXi version; {@code create} refuses unless that is accepted. */
    KNOWN_BAD,
    /** It cannot go well. */
    FAIL
  }

  public HostCheckResult {
    Objects.requireNonNull(check);
    Objects.requireNonNull(fact);
    Objects.requireNonNull(verdict);
  }

  /** Nothing is wrong. */
  public static HostCheckResult ok(Check check, String fact) {
    return new HostCheckResult(check, fact, Verdict.OK, null);
  }

  /** It could not be looked at, or need not be; the fact says why. */
  public static HostCheckResult skipped(Check check, String fact) {
    return new HostCheckResult(check, fact, Verdict.SKIPPED, null);
  }

  /** It may become a trouble. */
  public static HostCheckResult warn(Check check, String fact, @Nullable String remedy) {
    return new HostCheckResult(check, fact, Verdict.WARN, remedy);
  }

  /** It has to be mended. */
  public static HostCheckResult fail(Check check, String fact, String remedy) {
    return new HostCheckResult(check, fact, Verdict.FAIL, remedy);
  }

  /** It is known not to work with this ESXi version. */
  public static HostCheckResult knownBad(Check check, String fact, @Nullable String remedy) {
    return new HostCheckResult(check, fact, Verdict.KNOWN_BAD, remedy);
  }

  /** The worst verdict of several results; OK for none. */
  public static Verdict worst(List<HostCheckResult> results) {
    return results.stream()
        .map(HostCheckResult::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.OK);
  }
}
