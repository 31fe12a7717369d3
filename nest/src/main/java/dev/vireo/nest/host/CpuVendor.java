package dev.vireo.nest.host;

import java.util.Optional;

/** Makers of processors that can nest, and their names for it. */
public enum CpuVendor {
  /** Intel: VT-x. */
  INTEL("vmx", "kvm_intel", "GenuineIntel", "Intel"),
  /** AMD: SVM. */
  AMD("svm", "kvm_amd", "AuthenticAMD", "AMD");

  private final String feature;
  private final String module;
  private final String cpuidName;
  private final String libvirtName;

  CpuVendor(String feature, String module, String cpuidName, String libvirtName) {
    this.feature = feature;
    this.module = module;
    this.cpuidName = cpuidName;
    this.libvirtName = libvirtName;
  }

  /** The processor feature in libvirt and {@code /proc/cpuinfo}: {@code vmx} or {@code svm}. */
  public String feature() {
    return feature;
  }

  /** The name in messages: {@code Intel} or {@code AMD}. */
  public String text() {
    return libvirtName;
  }

  /** The kernel module: {@code kvm_intel} or {@code kvm_amd}. */
  public String module() {
    return module;
  }

  /** The maker of {@code vendor_id} in {@code /proc/cpuinfo}; empty for any other. */
  static Optional<CpuVendor> ofCpuid(String name) {
    for (CpuVendor vendor : values()) {
      if (vendor.cpuidName.equals(name)) {
        return Optional.of(vendor);
      }
    }
    return Optional.empty();
  }

  /** The maker of {@code <vendor>} in libvirt's capabilities; empty for any other. */
  public static Optional<CpuVendor> ofLibvirt(String name) {
    for (CpuVendor vendor : values()) {
      if (vendor.libvirtName.equals(name)) {
        return Optional.of(vendor);
      }
    }
    return Optional.empty();
  }
}
