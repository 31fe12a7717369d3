package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Boot order, alias and address of any device ({@code virDomainDeviceInfoFormat}). */
final class DeviceInfoXml {

  /** The last children of every device, in libvirt's order. */
  static final List<String> ELEMENTS = List.of("boot", "alias", "master", "rom", "acpi", "address");

  private static final int MAX_DOMAIN = 0xffff;
  private static final int MAX_BUS = 0xff;
  private static final int MAX_SLOT = 0x1f;
  private static final int MAX_FUNCTION = 7;

  private DeviceInfoXml() {}

  static DeviceInfo read(ElementReader device) {
    ElementReader boot = device.child("boot");
    ElementReader alias = device.child("alias");
    ElementReader address = device.peek("address");
    if (boot == null && alias == null && address == null) {
      return DeviceInfo.NONE;
    }
    return new DeviceInfo(
        alias == null ? null : alias.attribute("name"),
        address == null || !address.has("type") ? null : readAddress(address.take()),
        boot == null ? null : Values.integer(boot, "order", 1));
  }

  static void write(ElementWriter out, DeviceInfo info) {
    if (info.bootOrder() != null) {
      out.start("boot").attribute("order", info.bootOrder()).end();
    }
    if (info.alias() != null) {
      out.start("alias").attribute("name", info.alias()).end();
    }
    if (info.address() != null) {
      writeAddress(out, info.address());
    }
  }

  private static DeviceAddress readAddress(ElementReader in) {
    String type = in.required("type");
    return switch (type) {
      case "drive" ->
          new DeviceAddress.Drive(
              Values.integer(in, "controller", 0, 0),
              Values.integer(in, "bus", 0, 0),
              Values.integer(in, "target", 0, 0),
              Values.integer(in, "unit", 0, 0));
      case "pci" -> readPci(in);
      case "virtio-serial" ->
          new DeviceAddress.VirtioSerial(
              Values.integer(in, "controller", 0, 0),
              Values.integer(in, "bus", 0, 0),
              Values.integer(in, "port", 0, 0));
      case "usb" ->
          new DeviceAddress.Usb(Values.integer(in, "bus", 0, 0), orEmpty(in.attribute("port")));
      default -> new DeviceAddress.Other(type, in.otherAttributes());
    };
  }

  private static DeviceAddress readPci(ElementReader in) {
    if (!in.has("domain") && !in.has("bus") && !in.has("slot") && !in.has("function")) {
      // Libvirt's way of asking for a PCI address of its own choice.
      return new DeviceAddress.Other("pci", in.otherAttributes());
    }
    return new DeviceAddress.Pci(
        Values.anyBase(in, "domain", MAX_DOMAIN, 0),
        Values.anyBase(in, "bus", MAX_BUS, 0),
        Values.anyBase(in, "slot", MAX_SLOT, 0),
        Values.anyBase(in, "function", MAX_FUNCTION, 0),
        orEmpty(in.attribute("multifunction")));
  }

  private static void writeAddress(ElementWriter out, DeviceAddress address) {
    out.start("address");
    switch (address) {
      case DeviceAddress.Drive drive ->
          out.attribute("type", "drive")
              .attribute("controller", drive.controller())
              .attribute("bus", drive.bus())
              .attribute("target", drive.target())
              .attribute("unit", drive.unit());
      case DeviceAddress.Pci pci ->
          out.attribute("type", "pci")
              .attribute("domain", hex(pci.domain(), 4))
              .attribute("bus", hex(pci.bus(), 2))
              .attribute("slot", hex(pci.slot(), 2))
              .attribute("function", hex(pci.function(), 1))
              .attribute("multifunction", orNull(pci.multifunction()));
      case DeviceAddress.VirtioSerial port ->
          out.attribute("type", "virtio-serial")
              .attribute("controller", port.controller())
              .attribute("bus", port.bus())
              .attribute("port", port.port());
      case DeviceAddress.Usb usb ->
          out.attribute("type", "usb")
              .attribute("bus", usb.bus())
              .attribute("port", orNull(usb.port()));
      case DeviceAddress.Other other -> {
        out.attribute("type", other.type());
        other.attributes().forEach(any -> out.attribute(any.name(), any.value()));
      }
    }
    out.end();
  }

  private static String hex(int value, int digits) {
    String hex = Integer.toHexString(value).toLowerCase(Locale.ROOT);
    return "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
