package dev.vireo.interop.vmx;

import java.util.List;
import java.util.regex.Pattern;

/** All keys that libvirt's converters read or write; a number in a key stands as {@code N}. */
final class VmxKeys {
  /** Keys that libvirt reads, in some release. */
  static final List<String> READ =
      """
      .encoding
      config.version
      virtualHW.version
      guestOS
      smbios.reflecthost
      uuid.bios
      vc.uuid
      displayName
      annotation
      vm.genid
      vm.genidX
      memsize
      sched.mem.max
      sched.mem.minsize
      numvcpus
      cpuid.coresPerSocket
      sched.cpu.affinity
      sched.cpu.shares
      firmware
      uefi.secureBoot.enabled
      nvram
      vtpm.present
      svga.vramSize
      RemoteDisplay.vnc.enabled
      RemoteDisplay.vnc.port
      RemoteDisplay.vnc.ip
      RemoteDisplay.vnc.keymap
      RemoteDisplay.vnc.password
      scsiN.present
      scsiN.virtualDev
      scsiN.pciSlotNumber
      scsiN:N.present
      scsiN:N.startConnected
      scsiN:N.clientDevice
      scsiN:N.deviceType
      scsiN:N.fileName
      scsiN:N.writeThrough
      scsiN:N.mode
      scsiN:N.autodetect
      sataN.present
      sataN.pciSlotNumber
      sataN:N.present
      sataN:N.deviceType
      sataN:N.fileName
      sataN:N.clientDevice
      sataN:N.writeThrough
      sataN:N.autodetect
      ideN:N.present
      ideN:N.startConnected
      ideN:N.clientDevice
      ideN:N.deviceType
      ideN:N.fileName
      ideN:N.writeThrough
      ideN:N.autodetect
      nvmeN.present
      nvmeN.pciSlotNumber
      nvmeN:N.present
      nvmeN:N.fileName
      nvmeN:N.deviceType
      floppyN.present
      floppyN.startConnected
      floppyN.clientDevice
      floppyN.fileType
      floppyN.fileName
      floppyN.autodetect
      ethernetN.present
      ethernetN.startConnected
      ethernetN.virtualDev
      ethernetN.features
      ethernetN.connectionType
      ethernetN.networkName
      ethernetN.vnet
      ethernetN.dvs.switchId
      ethernetN.dvs.portId
      ethernetN.dvs.portgroupId
      ethernetN.dvs.connectionId
      ethernetN.addressType
      ethernetN.generatedAddress
      ethernetN.address
      ethernetN.checkMACAddress
      ethernetN.pciSlotNumber
      isolation.tools.hgfs.disable
      sharedFolder.maxNum
      sharedFolderN.present
      sharedFolderN.enabled
      sharedFolderN.readAccess
      sharedFolderN.writeAccess
      sharedFolderN.hostPath
      sharedFolderN.guestName
      serialN.present
      serialN.startConnected
      serialN.fileType
      serialN.fileName
      serialN.network.endPoint
      serialN.pipe.endPoint
      serialN.tryNoRxLoss
      serialN.yieldOnMsrRead
      serialN.vspc
      parallelN.present
      parallelN.startConnected
      parallelN.fileType
      parallelN.fileName
      """
          .lines()
          .toList();

  /** Keys of {@link #READ} that decide about nothing that a domain shows. */
  static final List<String> READ_BY_LIBVIRT_ALONE =
      List.of(
          "floppyN.autodetect",
          "floppyN.startConnected",
          "ideN:N.autodetect",
          "ideN:N.startConnected",
          "sataN:N.autodetect",
          "scsiN:N.autodetect",
          "scsiN:N.startConnected",
          "serialN.pipe.endPoint",
          "serialN.tryNoRxLoss",
          "serialN.yieldOnMsrRead",
          "sharedFolderN.readAccess");

  /** Keys that Vireo warns about, for a domain shows nothing of them. */
  static final List<String> READ_BY_VIREO =
      List.of(
          "encryption.data",
          "encryption.keySafe",
          "ethernetN.opaqueNetwork.id",
          "ethernetN.pvnID",
          "pciPassthruN.present",
          "scsiN.sharedBus",
          "scsiN:N.sharing");

  /** Keys that Vireo writes besides {@link #WRITTEN}. */
  static final List<String> WRITTEN_BY_VIREO =
      List.of(
          "ethernetN.pciSlotNumber",
          "ethernetN.pvnID",
          "ethernetN.startConnected",
          "ideN:N.writeThrough",
          "nvmeN.pciSlotNumber",
          "nvmeN.present",
          "nvmeN:N.fileName",
          "nvmeN:N.mode",
          "nvmeN:N.present",
          "nvmeN:N.writeThrough",
          "nvram",
          "sataN.pciSlotNumber",
          "sataN.present",
          "sataN:N.autodetect",
          "sataN:N.deviceType",
          "sataN:N.fileName",
          "sataN:N.mode",
          "sataN:N.present",
          "sataN:N.writeThrough",
          "scsiN.pciSlotNumber",
          "uefi.secureBoot.enabled",
          "vc.uuid",
          "vireo.metadata",
          "vireo.title",
          "vm.genid",
          "vm.genidX",
          "vtpm.present");

  /** Keys that libvirt 9.0 writes. */
  static final List<String> WRITTEN =
      """
      .encoding
      config.version
      virtualHW.version
      guestOS
      smbios.reflecthost
      uuid.bios
      uuid.action
      displayName
      annotation
      memsize
      sched.mem.max
      sched.mem.minsize
      numvcpus
      cpuid.coresPerSocket
      sched.cpu.affinity
      sched.cpu.shares
      firmware
      svga.vramSize
      RemoteDisplay.vnc.enabled
      RemoteDisplay.vnc.port
      RemoteDisplay.vnc.ip
      RemoteDisplay.vnc.keymap
      RemoteDisplay.vnc.password
      scsiN.present
      scsiN.virtualDev
      scsiN:N.present
      scsiN:N.deviceType
      scsiN:N.fileName
      scsiN:N.writeThrough
      scsiN:N.mode
      scsiN:N.autodetect
      ideN:N.present
      ideN:N.deviceType
      ideN:N.fileName
      ideN:N.autodetect
      ideN:N.mode
      floppyN.present
      floppyN.fileType
      floppyN.fileName
      isolation.tools.hgfs.disable
      sharedFolder.maxNum
      sharedFolderN.present
      sharedFolderN.enabled
      sharedFolderN.readAccess
      sharedFolderN.writeAccess
      sharedFolderN.hostPath
      sharedFolderN.guestName
      ethernetN.present
      ethernetN.virtualDev
      ethernetN.features
      ethernetN.networkName
      ethernetN.connectionType
      ethernetN.vnet
      ethernetN.dvs.switchId
      ethernetN.dvs.portId
      ethernetN.dvs.portgroupId
      ethernetN.dvs.connectionId
      ethernetN.addressType
      ethernetN.generatedAddress
      ethernetN.generatedAddressOffset
      ethernetN.address
      ethernetN.checkMACAddress
      serialN.present
      serialN.fileType
      serialN.fileName
      serialN.pipe.endPoint
      serialN.tryNoRxLoss
      serialN.network.endPoint
      serialN.yieldOnMsrRead
      parallelN.present
      parallelN.fileType
      parallelN.fileName
      pciBridgeN.present
      pciBridgeN.virtualDev
      pciBridgeN.functions
      vmciN.present
      """
          .lines()
          .toList();

  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(scsi|sata|ide|nvme|floppy|ethernet|sharedFolder|serial|parallel|pciBridge|pciPassthru|vmci)\\d+(:\\d+)?\\.");

  private VmxKeys() {}

  /** Whether a line of a VMX file sets a key of this pattern, in whatever case. */
  static Pattern line(String pattern) {
    String key = Pattern.quote(pattern).replace("N.", "\\E\\d+\\Q.").replace("N:", "\\E\\d+\\Q:");
    return Pattern.compile("(?mi)(^|; )" + key + "\\s*=");
  }

  /** A key with its numbers as {@code N}. */
  static String pattern(String key) {
    return NUMBERED
        .matcher(key)
        .replaceFirst(match -> match.group(1) + "N" + (match.group(2) == null ? "" : ":N") + ".");
  }
}
