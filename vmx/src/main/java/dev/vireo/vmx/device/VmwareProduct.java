package dev.vireo.vmx.device;

/** The kinds of VMware products that run virtual machines. */
public enum VmwareProduct {
  /** ESX and ESXi. */
  ESX,
  /** vCenter Server, which places machines on hosts of its own version or older ones. */
  VCENTER,
  /** GSX Server, later VMware Server. */
  GSX,
  /** Workstation, and Player of the same version. */
  WORKSTATION,
  /** Fusion. */
  FUSION
}
