package dev.vireo.vmx.internal.convert.network;

import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Section;
import dev.vireo.vmx.internal.convert.UuidText;
import java.util.List;
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
  private static final String SEGMENT_TYPE = "pvn";
  private static final String SEGMENT = "pvnID";
  private static final String OPAQUE = "opaqueNetwork.id";
  private static final String OPAQUE_TYPE = "opaqueNetwork.type";
  private static final String HOST_ONLY_DEVICE = "vmnet1";

  /** What names a network on a host, whatever the type of the connection. */
  private static final List<String> OPAQUE_KEYS = List.of(OPAQUE, OPAQUE_TYPE);

  /** What names a network, or says which of the names counts. */
  private static final List<String> NAMES = List.of(TYPE, NETWORK, HOST_DEVICE, SEGMENT);

  /** Reads it. What a domain cannot say is shown as nothing: never as a network that is wider. */
  static EthernetConnection read(Section section) {
    if (section.entry(SWITCH) != null) {
      return of(readSwitch(section));
    }
    String type = section.filled(TYPE);
    String network = section.text(NETWORK);
    if (type == null) {
      if (section.entry(TYPE) != null) {
        section.warn(TYPE, "is empty and counts as missing");
      }
      return network == null ? unnamed(section) : bridge(network, null);
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "nat" -> of(new InterfaceSource.User());
      case "bridged" -> bridge(network, null);
      case "custom" -> custom(section, network);
      case "hostonly" -> {
        section.tell(TYPE, "is shown as the custom network " + HOST_ONLY_DEVICE + ", the same");
        yield bridge(network, HOST_ONLY_DEVICE);
      }
      case SEGMENT_TYPE -> segment(section);
      default -> {
        section.warn(TYPE, "is not known; the interface is shown unconnected");
        yield unconnected();
      }
    };
  }

  private static EthernetConnection of(InterfaceSource source) {
    return new EthernetConnection(source, null);
  }

  private static EthernetConnection unconnected() {
    return of(new InterfaceSource.Null());
  }

  private static EthernetConnection unnamed(Section section) {
    if (section.filled(OPAQUE) != null) {
      section.tell(
          OPAQUE, "is a network that a domain does not show; the interface is shown unconnected");
    }
    return unconnected();
  }

  /** Workstation writes no name for its own networks. */
  private static EthernetConnection bridge(@Nullable String network, @Nullable String device) {
    return new EthernetConnection(
        new InterfaceSource.Bridge(network == null ? "" : network), device);
  }

  private static EthernetConnection custom(Section section, @Nullable String network) {
    String device = section.filled(HOST_DEVICE);
    if (device == null) {
      section.warnMissing(HOST_DEVICE, "is missing; the interface is shown unconnected");
      return unconnected();
    }
    return bridge(network, device);
  }

  /** LAN segments connect machines of one host with each other, and with nothing else. */
  private static EthernetConnection segment(Section section) {
    String text = section.filled(SEGMENT);
    if (text == null) {
      section.tell(TYPE, "is a LAN segment without pvnID; the interface is shown unconnected");
      return unconnected();
    }
    UUID uuid = UuidText.parse(text);
    if (uuid == null) {
      section.warn(SEGMENT, "is not a uuid and is shown as it stands");
    }
    section.tell(TYPE, "is a LAN segment, which is shown as an internal network");
    return of(new InterfaceSource.Internal(uuid == null ? text : uuid.toString()));
  }

  private static InterfaceSource readSwitch(Section section) {
    String text = section.text(SWITCH);
    UUID uuid = text == null ? null : UuidText.parse(text);
    if (uuid == null) {
      section.warn(SWITCH, "is not a uuid and is shown as it stands");
    }
    return new InterfaceSource.Vds(
        uuid == null ? String.valueOf(text) : uuid.toString(),
        number(section, PORT),
        section.text(PORT_GROUP),
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
    OPAQUE_KEYS.forEach(name -> out.drop(dot + name));
    switch (source) {
      case InterfaceSource.Bridge bridge -> {
        out.set(dot + NETWORK, bridge.bridge());
        out.set(dot + TYPE, hostDevice == null ? "bridged" : "custom");
        out.setIfSaid(dot + HOST_DEVICE, hostDevice);
      }
      case InterfaceSource.User user -> out.set(dot + TYPE, "nat");
      case InterfaceSource.Null nothing -> NAMES.forEach(name -> out.drop(dot + name));
      case InterfaceSource.Internal segment -> writeSegment(dot, segment, out);
      case InterfaceSource.Vds vds -> writeSwitch(dot, vds, out);
      case InterfaceSource.Network network -> throw unsupported(network);
      case InterfaceSource.Other other -> throw unsupported(other);
    }
  }

  private static void writeSegment(String dot, InterfaceSource.Internal segment, Output out) {
    out.drop(dot + NETWORK);
    out.set(dot + TYPE, SEGMENT_TYPE);
    out.set(dot + SEGMENT, uuid("source@name", segment.name(), dot + SEGMENT, out));
  }

  private static void writeSwitch(String dot, InterfaceSource.Vds vds, Output out) {
    out.set(dot + SWITCH, uuid("source@switchid", vds.switchId(), dot + SWITCH, out));
    out.setIfSaid(dot + PORT, vds.portId());
    out.setIfSaid(dot + PORT_GROUP, vds.portGroupId());
    out.setIfSaid(dot + CONNECTION, vds.connectionId());
  }

  private static String uuid(String element, String text, String key, Output out) {
    UUID uuid = UuidText.parse(text);
    if (uuid == null && !out.keeps(key, text)) {
      throw VmxException.invalid("devices/interface/" + element, "has to be a uuid", text, null);
    }
    return uuid == null ? text : UuidText.format(uuid);
  }

  private static VmxException unsupported(InterfaceSource source) {
    return VmxException.unsupported(
        "devices/interface@type",
        "has to be bridge, user, vds, internal or null",
        source.type(),
        "bridge");
  }
}
