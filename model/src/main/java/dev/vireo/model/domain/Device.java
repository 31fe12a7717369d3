package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.Objects;

/**
 * One device of a domain, whatever its kind: a child of {@code <devices>} ({@code
 * virDomainDeviceDef}). {@link Devices#all} lists those of a domain, {@link
 * DevicesBuilder#device(Device)} adds one, and {@link DeviceXml} reads and writes one alone.
 */
public sealed interface Device
    permits Disk,
        Controller,
        Filesystem,
        NetworkInterface,
        Device.Port,
        Input,
        Tpm,
        Graphics,
        Video,
        MemoryBalloon,
        Device.Other {

  /** Name of its element, such as {@code disk} or {@code interface}. */
  String elementName();

  /**
   * A character device together with what it is, which {@link Devices} tells by the list that holds
   * it.
   *
   * @param kind which of the four it is
   * @param device the device itself
   */
  record Port(CharacterDevice.Kind kind, CharacterDevice device) implements Device {
    public Port {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(device);
    }

    @Override
    public String elementName() {
      return kind.elementName();
    }
  }

  /**
   * A device that has no record, such as a host device ({@code <hostdev>}). {@link Devices} keeps
   * it in its {@link Extras}.
   *
   * @param element the whole element
   */
  record Other(XmlNode.Element element) implements Device {
    public Other {
      Objects.requireNonNull(element);
    }

    @Override
    public String elementName() {
      return element.name();
    }
  }
}
