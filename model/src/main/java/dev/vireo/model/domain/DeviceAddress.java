package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.List;
import java.util.Objects;

/** Where a device sits ({@code virDomainDeviceInfo}'s address). */
public sealed interface DeviceAddress {

  /**
   * At a disk controller.
   *
   * @param controller index of the controller
   * @param bus bus of the controller; the IDE channel
   * @param target SCSI target
   * @param unit unit at the bus
   */
  record Drive(int controller, int bus, int target, int unit) implements DeviceAddress {}

  /**
   * At a PCI bus.
   *
   * @param domain 0 to 0xffff
   * @param bus 0 to 0xff
   * @param slot 0 to 0x1f
   * @param function 0 to 7
   * @param multifunction {@code on}, {@code off} or empty
   */
  record Pci(int domain, int bus, int slot, int function, String multifunction)
      implements DeviceAddress {}

  /**
   * At a virtio serial controller.
   *
   * @param controller index of the controller
   * @param bus its bus
   * @param port the port at the bus
   */
  record VirtioSerial(int controller, int bus, int port) implements DeviceAddress {}

  /**
   * At a USB bus.
   *
   * @param bus index of the controller
   * @param port the port, dotted below hubs; empty for none
   */
  record Usb(int bus, String port) implements DeviceAddress {}

  /**
   * Any other place.
   *
   * @param type the address type
   * @param attributes all other attributes
   */
  record Other(String type, List<XmlNode.Attribute> attributes) implements DeviceAddress {
    public Other {
      Objects.requireNonNull(type);
      attributes = List.copyOf(attributes);
    }
  }
}
