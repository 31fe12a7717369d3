package dev.vireo.nest.version;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.Firmware;
import java.util.List;

/**
 * What one ESXi version needs as a guest of KVM.
 *
 * @param machine families of machine types: {@code pc} or {@code q35}
 * @param firmware {@link Firmware#text}
 * @param nic models of network interfaces
 * @param diskBus buses of disks and CD-ROM drives
 * @param memory memory of the guest
 * @param vcpus processors of the guest
 * @param disk size of the disk that ESXi is installed on
 * @param hideKvm whether KVM should not show itself to the guest
 * @param bootOptions options of the kernel line
 * @param notes what else is known
 */
record EsxiTable(
    Choices machine,
    Choices firmware,
    Choices nic,
    Choices diskBus,
    Need<DataSize> memory,
    Need<Integer> vcpus,
    Need<DataSize> disk,
    boolean hideKvm,
    List<BootOption> bootOptions,
    List<Note> notes) {

  EsxiTable {
    bootOptions = List.copyOf(bootOptions);
    notes = List.copyOf(notes);
  }
}
