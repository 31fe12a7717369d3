package dev.vireo.model.domain;

import dev.vireo.model.internal.domain.DeviceElements;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.XmlException;

/**
 * Reads and writes the XML of one device alone, as {@code virsh attach-device} takes it. Everything
 * that {@link DomainXml} says of a whole domain holds for it.
 */
public final class DeviceXml {

  private static final String DOCUMENT = "device XML";

  private DeviceXml() {}

  /**
   * Reads a device.
   *
   * @param xml a document within the bounds of {@link DomainXml#parse(String)} whose root is a
   *     device that libvirt knows, such as {@code <disk>}, {@code <interface>} or {@code <hostdev>}
   * @return the record of its kind, or {@link Device.Other} where there is none
   * @throws XmlException when it is not well-formed, beyond these bounds, not a device, or a device
   *     that {@link DomainXml} would not read in a domain
   */
  public static Device parse(String xml) {
    return DeviceElements.readRoot(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Reads a device.
   *
   * @param xml as of {@link #parse(String)}, in an encoding as of {@link DomainXml#parse(byte[])}
   * @throws XmlException as of {@link #parse(String)}
   */
  public static Device parse(byte[] xml) {
    return DeviceElements.readRoot(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Writes a device, with the password that a graphical console may have. An element whose prefix
   * was declared outside of the device declares it itself; a prefix of an attribute has to be
   * declared in the device.
   *
   * @return the document with a line feed at its end, and without an XML declaration
   */
  public static String format(Device device) {
    ElementWriter out = new ElementWriter();
    DeviceElements.write(out, device);
    return out.toString();
  }
}
