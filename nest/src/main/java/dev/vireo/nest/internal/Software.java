package dev.vireo.nest.internal;

/** What a machine may lack, with the packages that bring it. */
public enum Software {
  /** libvirt's client. */
  VIRSH("libvirt's client", "libvirt-clients", "libvirt-client", "libvirt-client", "libvirt"),
  /** libvirt's daemon with QEMU, its UEFI firmware and the client: all that nested hosts need. */
  LIBVIRT(
      "libvirt with QEMU",
      "libvirt-clients libvirt-daemon-system qemu-system-x86 ovmf",
      "libvirt qemu-kvm edk2-ovmf",
      "libvirt-daemon-qemu libvirt-client qemu-x86 qemu-ovmf-x86_64",
      "libvirt qemu-base dnsmasq edk2-ovmf"),
  /** QEMU for x86-64 guests. */
  QEMU("QEMU", "qemu-system-x86", "qemu-kvm", "qemu-x86", "qemu-base"),
  /** UEFI firmware for guests. */
  UEFI("UEFI firmware for guests", "ovmf", "edk2-ovmf", "qemu-ovmf-x86_64", "edk2-ovmf"),
  /** Open vSwitch. */
  OPEN_VSWITCH("Open vSwitch", "openvswitch-switch", "openvswitch", "openvswitch", "openvswitch"),
  /** The program that copies CD-ROM images. */
  XORRISO("xorriso", "xorriso", "xorriso", "xorriso", "libisoburn");

  private final String text;
  private final String debian;
  private final String fedora;
  private final String suse;
  private final String arch;

  Software(String text, String debian, String fedora, String suse, String arch) {
    this.text = text;
    this.debian = debian;
    this.fedora = fedora;
    this.suse = suse;
    this.arch = arch;
  }

  /** What it is, in messages. */
  String text() {
    return text;
  }

  /** Names of its packages, blanks between them. */
  String packages(Distribution.Family family) {
    return switch (family) {
      case DEBIAN -> debian;
      case FEDORA -> fedora;
      case SUSE -> suse;
      case ARCH -> arch;
    };
  }
}
