package dev.vireo.interop.vmx;

import java.util.List;
import java.util.regex.Pattern;

/** What libvirt's converters refuse, by its messages: each must be met in the corpus. */
final class RefusalRows {
  private static final List<String> OF_VMX =
      List.of(
          "Missing essential config entry 'config.version'",
          "Missing essential config entry 'virtualHW.version'",
          "Missing essential config entry 'ethernet0.networkName'",
          "Missing essential config entry 'ethernet0.vnet'",
          "Missing essential config entry 'ethernet0.dvs.portId'",
          "Missing essential config entry 'ethernet0.dvs.portgroupId'",
          "Missing essential config entry 'sharedFolder0.hostPath'",
          "Missing essential config entry 'sharedFolder0.guestName'",
          "Missing essential config entry 'parallel0.fileType'",
          "Missing essential config entry 'parallel0.fileName'",
          "Config entry '.*' must represent an integer value",
          "Config entry '.*' must represent a boolean value \\(true\\|false\\)",
          "Expecting VMX entry 'config.version' to be 8 but found 7",
          "Expecting VMX entry 'virtualHW.version' to be 4 or higher but found 3",
          "VMX entry 'name' contains invalid escape sequence",
          "VMX entry 'annotation' contains invalid escape sequence",
          "Could not parse UUID from string",
          "Expecting VMX entry 'memsize' to be an unsigned integer \\(multiple of 4\\)",
          "Expecting VMX entry 'numvcpus' to be an unsigned integer greater than 0",
          "VMX entry 'cpuid.coresPerSocket' smaller than 'numvcpus'",
          "'sched.cpu.affinity' to be a comma separated list of unsigned integers",
          "'sched.cpu.affinity' to contain at least as many values as 'numvcpus'",
          "Expecting VMX entry 'sched.cpu.shares' to be an unsigned integer or 'low'",
          "VMX entry 'firmware' has unknown value",
          "Expecting VMX entry 'scsi0.virtualDev' to be 'buslogic' or 'lsilogic'",
          "Expecting VMX entry 'scsi0:0.deviceType' to be 'scsi-hardDisk' or 'disk'",
          "Expecting VMX entry 'ide0:0.deviceType' to be 'ata-hardDisk' or 'disk'",
          "Expecting VMX entry 'ide1:0.deviceType' to be 'cdrom-image'",
          "Invalid or not yet handled value '.*' for VMX entry 'scsi0:0.fileName'",
          "Invalid or not yet handled value '' for VMX entry 'ide1:0.fileName'",
          "Invalid or not yet handled value '.*' for VMX entry 'floppy0.fileName'",
          "for device type 'scsi-passthru'",
          "Could not handle file name",
          "Expecting VMX entry 'ethernet0.virtualDev' to be 'vlance' or 'vmxnet'",
          "No yet handled value 'hostonly' for VMX entry 'ethernet0.connectionType'",
          "Invalid value '.+' for VMX entry 'ethernet0.connectionType'",
          "Expecting VMX entry 'ethernet0.addressType' to be 'generated' or 'static' or 'vpx'",
          "Expecting VMX entry 'ethernet0.address' to be MAC address",
          "Expecting VMX entry 'ethernet0.generatedAddress' to be MAC address",
          "Expecting VMX entry 'serial0.fileType' to be 'device', 'file' or 'pipe' or 'network'",
          "VMX entry 'serial0.fileName' contains unsupported scheme 'udp'",
          "VMX entry 'serial0.fileName' doesn't contain a port part",
          "Unable to parse URI",
          "Expecting VMX entry 'serial0.network.endPoint' to be 'server' or 'client'",
          "Expecting VMX entry 'parallel0.fileType' to be 'device' or 'file'",
          "libxml2 doesn't handle klingon encoding",
          "input conversion failed",
          "syntax error: memory conf:\\d+: expecting a value",
          "syntax error: memory conf:\\d+: expecting a name",
          "syntax error: memory conf:\\d+: expecting an assignment",
          "syntax error: memory conf:\\d+: expecting a separator",
          "syntax error: memory conf:\\d+: unterminated string",
          "syntax error: memory conf:\\d+: numbers not allowed in VMX format",
          "syntax error: memory conf:\\d+: lists not allowed in VMX format");

  private static final List<String> OF_XML =
      List.of(
          "could not find capabilities for arch=ppc64 domaintype=vmware",
          "could not find capabilities for arch=i686 domaintype=kvm",
          "missing name information",
          "malformed uuid element",
          "Unsupported SMBIOS mode 'sysinfo'",
          "No support for domain XML entry 'vcpu' attribute 'current'",
          "Expecting domain XML attribute 'cpuset' of entry 'vcpu' to contain at least 2 CPU",
          "Expecting domain XML CPU mode 'custom' but found 'host-passthrough'",
          "Only 1 thread per core is supported",
          "Only 1 die per socket is supported",
          "Expecting domain XML CPU sockets per core as 4 but found 2",
          "Unsupported graphics type 'spice'",
          "Unsupported video device type 'vga'",
          "No support for multiple video devices",
          "Multi-head video devices are unsupported",
          "SCSI controller index 4 out of \\[0..3\\] range",
          "IDE controller index 1 out of \\[0\\] range",
          "FDC controller index 1 out of \\[0\\] range",
          "Disk address 0:0:0 doesn't match target device 'sdc'",
          "Expecting domain XML attribute 'dev' of entry 'devices/disk/target' to start with 'sd'",
          "Unsupported bus type 'sata'",
          "Unsupported disk address type 'none'",
          "to be 'buslogic' or 'lsilogic' or 'lsisas1068' or 'vmpvscsi' but found 'virtio-scsi'",
          "Unknown driver name 'pvscsi'",
          "Inconsistent SCSI controller model \\('buslogic' is not 'lsilogic'\\)",
          "Disks on SCSI controller 0 have inconsistent controller models",
          "Found unexpected controller model 'VirtualIDEController'",
          "No storage volume with key or path",
          "unsupported cache mode 'none'",
          "has an? unsupported type 'lease'",
          "has unsupported suffix, expecting '.vmdk'",
          "has unsupported suffix, expecting '.iso'",
          "Could not handle file name 'a.vmdk'",
          "Could not find datastore with name 'nosuch'",
          "Invalid bus type 'ide' for floppy disk",
          "Floppy 'fda' has unsupported type 'dir', expecting 'file' or 'block'",
          "Only 'mount' filesystem type is supported",
          "to be 'vlance' or 'vmxnet' or 'vmxnet2' or 'vmxnet3' or 'e1000' or 'e1000e'",
          "Ethernet controller index 10 out of \\[0..9\\] range",
          "Unsupported net type 'network'",
          "Serial port index 4 out of \\[0..3\\] range",
          "Parallel port index 3 out of \\[0..2\\] range",
          "Unsupported character device type 'pty'");

  private RefusalRows() {}

  /** The messages of a direction. */
  static List<Pattern> of(Direction direction) {
    return (direction == Direction.VMX_TO_XML ? OF_VMX : OF_XML)
        .stream().map(Pattern::compile).toList();
  }
}
