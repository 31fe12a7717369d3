package dev.vireo.vmx.convert;

import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.Domain;

/** Edits of domains. */
final class Edits {

  private Edits() {}

  /** The domain without one of its disks. */
  static Domain without(Domain domain, Disk disk) {
    Devices old = domain.devices();
    DevicesBuilder devices = Devices.builder().emulator(old.emulator()).extras(old.extras());
    old.disks().stream().filter(each -> !each.equals(disk)).forEach(devices::disk);
    old.controllers().forEach(devices::controller);
    old.filesystems().forEach(devices::filesystem);
    old.interfaces().forEach(devices::networkInterface);
    old.serials().forEach(devices::serial);
    old.parallels().forEach(devices::parallel);
    old.consoles().forEach(devices::console);
    old.tpms().forEach(devices::tpm);
    old.graphics().forEach(devices::graphics);
    old.videos().forEach(devices::video);
    return new Domain(
        domain.type(),
        domain.id(),
        domain.name(),
        domain.uuid(),
        domain.hardwareUuid(),
        domain.generationId(),
        domain.title(),
        domain.description(),
        domain.memory(),
        domain.currentMemory(),
        domain.memoryTuning(),
        domain.vcpus(),
        domain.cpuTuning(),
        domain.resourcePartition(),
        domain.os(),
        domain.features(),
        domain.cpu(),
        domain.clock(),
        domain.onPoweroff(),
        domain.onReboot(),
        domain.onCrash(),
        domain.powerManagement(),
        devices.build(),
        domain.vmware(),
        domain.extras());
  }
}
