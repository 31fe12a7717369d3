package dev.vireo.nest.internal;

/** Where the facts about nested ESXi come from. */
public final class Sources {
  /** The document that this package follows: ESXi 5.5 under KVM in 2015. */
  static final String DOCUMENT =
      "http://mattinaction.blogspot.de/2014/05/install-and-run-full-functional-vmware.html";

  public static final String CLOUDSTACK =
      "\"VMware ESXi and vCenter on KVM with CloudStack\", after " + DOCUMENT;
  public static final String REQUIREMENTS_55 =
      "https://docs.vmware.com/jp/VMware-vSphere/5.5/com.vmware.vsphere.install.doc/GUID-DEB8086A-306B-4239-BF76-E354679202FC.html";
  public static final String REQUIREMENTS_60 =
      "http://pubs.vmware.com/vsphere-60/topic/com.vmware.vsphere.install.doc/GUID-DEB8086A-306B-4239-BF76-E354679202FC.html";
  public static final String REQUIREMENTS_65 =
      "https://docs.vmware.com/en/VMware-vSphere/6.5/com.vmware.vsphere.install.doc/GUID-DEB8086A-306B-4239-BF76-E354679202FC.html";
  public static final String REQUIREMENTS_70 =
      "https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.esxi.install.doc/GUID-DEB8086A-306B-4239-BF76-E354679202FC.html";
  public static final String STORAGE_70 =
      "https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.esxi.install.doc/GUID-474D003B-C6FB-465D-BC1B-5FD30F8E2209.html";
  public static final String REQUIREMENTS_80 =
      "https://docs.vmware.com/cn/VMware-vSphere/8.0/vsphere-esxi-installation/GUID-DEB8086A-306B-4239-BF76-E354679202FC.html";
  public static final String BOOT_60 =
      "vSphere 6.0 Installation and Setup, vcenter-server 6.0.2, p. 45";
  public static final String BOOT_65 = "vSphere 6.5 Installation and Setup, vsphere 6.5.1, p. 24";
  public static final String CROCODILE = "https://github.com/tinkerbell/crocodile/pull/28";
  public static final String APNEX = "https://github.com/apnex/kvm";
  public static final String LINCHPIN = "https://github.com/CentOS-PaaS-SIG/linchpin/pull/1035";
  public static final String MAAS = "https://github.com/canonical/packer-maas";
  public static final String MAAS_1 = MAAS + "/issues/1";
  public static final String MAAS_77 = MAAS + "/issues/77";
  public static final String MAAS_358 = MAAS + "/pull/358";
  public static final String RGL = "https://github.com/rgl/esxi-vagrant";
  static final String SHANE = "https://github.com/shanebagel/Linux-Lab";
  public static final String BKTHONG = "https://github.com/bkthong/vsphere-home-lab";
  public static final String POLAR =
      "https://polarclouds.co.uk/workaround-esxi-cpu-unsupported-pt2/";
  public static final String LAM_XSAVE =
      "https://williamlam.com/2023/10/heads-up-esxi-8-0-update-2-requires-xsave-cpu-instruction-even-with-allowlegacycputrue.html";
  public static final String BIOS_DEPRECATED =
      "https://knowledge.broadcom.com/external/article/313152/deprecation-of-legacy-bios-support-in-vs.html";
  public static final String HYBRID =
      "https://deinserverfachmann.de/allgemein/vmware/esxi/esxi-und-neuere-intel-cpus/?amp=1";
  public static final String BOOT_BANKS =
      "https://kwmtlog.blogspot.com/2020/04/esxi-7-boot-bank-changes.html";
  public static final String FORMAT_DOMAIN = "https://libvirt.org/formatdomain.html";
  public static final String QEMU_PASS_THROUGH =
      "https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands";
  public static final String QEMU_DEPRECATED = "https://qemu.org/docs/master/about/deprecated.html";
  public static final String QEMU_VMPORT =
      "https://github.com/qemu/qemu/commit/d1048bef9df0aacde9a54bf9b5b97a6e10950d8c";
  public static final String NO_SPICE = "https://github.com/mnlipp/libvirt-container";

  /** The protocol of VNC. */
  public static final String RFB = "RFC 6143, 7.2.2";

  /** Seen in experiments with libvirt 9.0 and QEMU 7.2; the interop tests repeat most of them. */
  public static final String EXPERIMENT = "experiments with libvirt 9.0.0 and QEMU 7.2.22";

  /** Nobody's report: what the developers of this package know or conclude. */
  public static final String UNCONFIRMED = "no report found";

  private Sources() {}
}
