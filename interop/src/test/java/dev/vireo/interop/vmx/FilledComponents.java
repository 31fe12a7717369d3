package dev.vireo.interop.vmx;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The components of domains that VMX files can fill. */
final class FilledComponents {
  /** Their records and names, such as {@code Disk.target}. */
  static final List<String> ALL =
      """
      Block: device startupPolicy
      Bridge: bridge
      CharacterDevice: info source target
      CharacterTarget: port type
      Clock: offset
      Controller: index info model type
      Cpu: topology
      CpuTuning: shares
      DataSize: bytes
      Device: path
      DeviceInfo: address
      Devices: consoles controllers disks filesystems graphics interfaces parallels serials tpms videos
      Disk: device driver info readOnly source target transientChanges
      DiskDriver: cache
      DiskTarget: bus device
      DomainDefinition: clock cpu cpuTuning currentMemory description devices generationId hardwareUuid memory memoryTuning name onCrash onPoweroff onReboot os type uuid vcpus
      Drive: bus controller target unit
      File: path
      Filesystem: accessMode info readOnly sourceDirectory targetDirectory type
      FirmwareFeature: enabled name
      Graphics: autoport extras keymap listen password port type
      Internal: name
      MacAddress: address check type
      MemoryTuning: minGuarantee
      NetworkInterface: extras info mac model source targetDevice
      Nvram: path
      OperatingSystem: arch firmware firmwareFeatures nvram smbiosMode type
      Pci: bus domain function multifunction slot
      Pipe: path
      Tcp: host listen protocol service
      Topology: cores dies sockets threads
      Tpm: backendType info model version
      Vcpus: cpuset maximum placement
      Vds: connectionId portGroupId portId switchId
      Video: info model primary vram
      """
          .lines()
          .flatMap(FilledComponents::ofRecord)
          .toList();

  private FilledComponents() {}

  private static Stream<String> ofRecord(String line) {
    int colon = line.indexOf(": ");
    return Pattern.compile(" ")
        .splitAsStream(line.substring(colon + 2))
        .map(component -> line.substring(0, colon) + "." + component);
  }
}
