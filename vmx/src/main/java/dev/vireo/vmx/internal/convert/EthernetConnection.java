package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.vmx.VmxException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a network interface is connected to.
 *
 * @param source the network
 * @param hostDevice the virtual network of the host, such as {@code vmnet7}; null for none
 */
record EthernetConnection(InterfaceSource source, @Nullable String hostDevice) {

  private static final String TYPE = "connectionType";
  private static final String NETWORK = "networkName";
  private static final String HOST_DEVICE = "vnet";
  private static final String SWITCH = "dvs.switchId";
  private static final String PORT = "dvs.portId";
  private static final String PORT_GROUP = "dvs.portgroupId";
  private static final String CONNECTION = "dvs.connectionId";
  private static final String HOST_ONLY_DEVICE = "vmnet1";

  static EthernetConnection read(Section section) {
    if (section.entry(SWITCH) != null) {
      return new EthernetConnection(readSwitch(section), null);
    }
    String type = section.text(TYPE);
    String network = section.text(NETWORK);
    if (type == null) {
      return new EthernetConnection(
          network == null ? new InterfaceSource.Null() : new InterfaceSource.Bridge(network), null);
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "nat" -> new EthernetConnection(new InterfaceSource.User(), null);
      case "bridged" -> new EthernetConnection(bridge(network), null);
      case "custom" -> custom(section, network);
      case "hostonly" -> {
        section.warn(TYPE, "is shown as the custom network " + HOST_ONLY_DEVICE + ", the same");
        yield new EthernetConnection(
            new InterfaceSource.Bridge(network == null ? "" : network), HOST_ONLY_DEVICE);
      }
      default -> {
        section.warn(TYPE, "is not known and is shown as bridged");
        yield new EthernetConnection(
            new InterfaceSource.Bridge(network == null ? "" : network),
            section.filled(HOST_DEVICE));
      }
    };
  }

  /** Workstation writes no name for the bridge to the host's own network. */
  private static InterfaceSource bridge(@Nullable String network) {
    return new InterfaceSource.Bridge(network == null ? "" : network);
  }

  private static EthernetConnection custom(Section section, @Nullable String network) {
    String device = section.filled(HOST_DEVICE);
    if (device == null) {
      section.warnMissing(HOST_DEVICE, "is missing; the network is shown without its device");
    }
    // Custom networks of Workstation are named by their device alone.
    return new EthernetConnection(
        new InterfaceSource.Bridge(network == null ? "" : network), device);
  }

  private static InterfaceSource readSwitch(Section section) {
    String text = section.text(SWITCH);
    UUID uuid = text == null ? null : UuidText.parse(text);
    if (uuid == null) {
      section.warn(SWITCH, "is not a uuid and is shown as it stands");
    }
    String portGroup = section.text(PORT_GROUP);
    return new InterfaceSource.Vds(
        uuid == null ? String.valueOf(text) : uuid.toString(),
        number(section, PORT),
        portGroup == null ? "" : portGroup,
        number(section, CONNECTION));
  }

  /** A number as libvirt shows it. */
  private static @Nullable String number(Section section, String key) {
    Long number = section.integer(key);
    return number == null ? null : number.toString();
  }

  static void write(
      String prefix, InterfaceSource source, @Nullable String hostDevice, Output out) {
    String dot = prefix + ".";
    switch (source) {
      case InterfaceSource.Bridge bridge -> {
        out.set(dot + NETWORK, bridge.bridge());
        out.set(dot + TYPE, hostDevice == null ? "bridged" : "custom");
        out.setIfSaid(dot + HOST_DEVICE, hostDevice);
      }
      case InterfaceSource.User user -> out.set(dot + TYPE, "nat");
      case InterfaceSource.Null nothing -> {}
      case InterfaceSource.Vds vds -> writeSwitch(dot, vds, out);
      case InterfaceSource.Network network -> throw unsupported(network);
      case InterfaceSource.Other other -> throw unsupported(other);
    }
  }

  private static void writeSwitch(String dot, InterfaceSource.Vds vds, Output out) {
    UUID uuid = UuidText.parse(vds.switchId());
    if (uuid == null && !out.keeps(dot + SWITCH, vds.switchId())) {
      throw VmxException.invalid(
          "devices/interface/source@switchid", "has to be a uuid", vds.switchId(), null);
    }
    out.set(dot + SWITCH, uuid == null ? vds.switchId() : UuidText.format(uuid));
    out.setIfSaid(dot + PORT, vds.portId());
    if (!vds.portGroupId().isEmpty()) {
      out.set(dot + PORT_GROUP, vds.portGroupId());
    }
    out.setIfSaid(dot + CONNECTION, vds.connectionId());
  }

  private static VmxException unsupported(InterfaceSource source) {
    return VmxException.unsupported(
        "devices/interface@type", "has to be bridge, user, vds or null", source.type(), "bridge");
  }
}
