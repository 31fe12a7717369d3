package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Devices;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of those devices in a file whose numbers a domain does not say.
 *
 * @param interfaces of each network interface
 * @param folders of each shared folder
 */
public record DeviceNumbers(List<Integer> interfaces, List<Integer> folders) {
  public DeviceNumbers {
    interfaces = List.copyOf(interfaces);
    folders = List.copyOf(folders);
  }

  /** Numbers from 0 in the order of the domain. */
  static DeviceNumbers inOrder(Devices devices) {
    return new DeviceNumbers(
        IntStream.range(0, devices.interfaces().size()).boxed().toList(),
        IntStream.range(0, devices.filesystems().size()).boxed().toList());
  }
}
