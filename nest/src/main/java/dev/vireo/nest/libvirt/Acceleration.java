package dev.vireo.nest.libvirt;

import dev.vireo.nest.internal.XmlQuery;

/** Who runs the guest's instructions. */
public enum Acceleration {
  /** The processor, through KVM: what ESXi needs. */
  KVM("kvm", "host-passthrough"),
  /**
   * QEMU itself, very slowly, on machines without KVM. It offers the guest {@code svm} and never
   * {@code vmx}, and takes no {@code host-passthrough} (experiments with QEMU 7.2).
   */
  EMULATED("qemu", "maximum");

  private final String domainType;
  private final String cpuMode;

  Acceleration(String domainType, String cpuMode) {
    this.domainType = domainType;
    this.cpuMode = cpuMode;
  }

  /** libvirt's domain type: {@code kvm} or {@code qemu}. */
  public String domainType() {
    return domainType;
  }

  /** libvirt's mode of the processor that shows the guest all there is. */
  public String cpuMode() {
    return cpuMode;
  }

  /** That of a domain; {@link #KVM} for types that are not known here. */
  public static Acceleration ofDomain(String domainXml) {
    String type = XmlQuery.parse(domainXml).attribute("type").orElse("");
    return type.equals(EMULATED.domainType) ? EMULATED : KVM;
  }
}
