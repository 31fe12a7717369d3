package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.MacAddress;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.VirtualPort;
import dev.vireo.model.domain.Vlan;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <interface>} ({@code virDomainNetDefFormat}). */
final class NetworkInterfaceXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "managed", "trustGuestRxFilters")
          .elements(
              List.of(
                  "mac",
                  "source",
                  "vlan",
                  "virtualport",
                  "bandwidth",
                  "port",
                  "ip",
                  "route",
                  "script",
                  "downscript",
                  "backenddomain",
                  "target",
                  "guest",
                  "model",
                  "driver",
                  "backend",
                  "filterref",
                  "tune",
                  "teaming",
                  "link",
                  "mtu",
                  "coalesce"),
              DeviceInfoXml.ELEMENTS);

  private static final ElementOrder MAC = ElementOrder.attributes("address", "type", "check");

  private static final ElementOrder SOURCE =
      ElementOrder.attributes("network", "portid", "portgroup", "bridge");

  private static final int MAX_VLAN = 4095;

  private NetworkInterfaceXml() {}

  static NetworkInterface read(ElementReader in) {
    in.inOrder(ORDER);
    ElementReader target = in.child("target");
    ElementReader model = in.child("model");
    return new NetworkInterface(
        readMac(in),
        readSource(in),
        in.optional("vlan", NetworkInterfaceXml::readVlan),
        in.optional("virtualport", NetworkInterfaceXml::readVirtualPort),
        target == null ? null : target.attribute("dev"),
        model == null ? null : model.attribute("type"),
        DeviceInfoXml.read(in),
        in.extras());
  }

  private static @Nullable MacAddress readMac(ElementReader in) {
    ElementReader mac = in.peek("mac");
    if (mac == null || !mac.has("address")) {
      return null;
    }
    mac.take().inOrder(MAC);
    return new MacAddress(
        MacText.read(mac), mac.attribute("type"), mac.attribute("check"), mac.extras());
  }

  private static InterfaceSource readSource(ElementReader in) {
    String given = in.attribute("type");
    String type = given == null ? "user" : given;
    return switch (type) {
      case "bridge" -> new InterfaceSource.Bridge(source(in, type).required("bridge"));
      case "network" -> {
        ElementReader source = source(in, type).inOrder(SOURCE);
        yield new InterfaceSource.Network(
            source.required("network"), source.attribute("portgroup"));
      }
      case "user" -> new InterfaceSource.User();
      case "null" -> new InterfaceSource.Null();
      case "internal" -> new InterfaceSource.Internal(source(in, type).required("name"));
      case "vds" -> {
        ElementReader source = source(in, type);
        yield new InterfaceSource.Vds(
            source.required("switchid"),
            source.attribute("portid"),
            source.attribute("portgroupid"),
            source.attribute("connectionid"));
      }
      default -> new InterfaceSource.Other(type, in.optional("source", ElementReader::whole));
    };
  }

  private static ElementReader source(ElementReader in, String type) {
    ElementReader source = in.child("source");
    if (source == null) {
      throw in.error("an interface of type '" + type + "' needs a <source>");
    }
    return source;
  }

  private static Vlan readVlan(ElementReader in) {
    Boolean trunk = Values.choice(in, "trunk");
    List<Vlan.Tag> tags = in.children("tag", NetworkInterfaceXml::readTag);
    return new Vlan(trunk, tags);
  }

  private static Vlan.Tag readTag(ElementReader in) {
    in.required("id");
    int id = Values.integer(in, "id", 0, 0);
    if (id > MAX_VLAN) {
      throw in.error("attribute 'id': " + id + " is more than " + MAX_VLAN);
    }
    return new Vlan.Tag(id, in.attribute("nativeMode"), in.extras());
  }

  private static VirtualPort readVirtualPort(ElementReader in) {
    ElementReader parameters = in.child("parameters");
    return new VirtualPort(
        in.attribute("type"), parameters == null ? List.of() : parameters.otherAttributes());
  }

  static void write(ElementWriter out, NetworkInterface net) {
    out.start("interface", ORDER, net.extras()).attribute("type", net.source().type());
    if (net.mac() != null) {
      out.start("mac", MAC, net.mac().extras())
          .attribute("address", net.mac().address())
          .attribute("type", net.mac().type())
          .attribute("check", net.mac().check())
          .end();
    }
    writeSource(out, net.source());
    if (net.vlan() != null) {
      writeVlan(out, net.vlan());
    }
    if (net.virtualPort() != null) {
      writeVirtualPort(out, net.virtualPort());
    }
    if (net.targetDevice() != null) {
      out.start("target").attribute("dev", net.targetDevice()).end();
    }
    if (net.model() != null) {
      out.start("model").attribute("type", net.model()).end();
    }
    DeviceInfoXml.write(out, net.info());
    out.end();
  }

  private static void writeSource(ElementWriter out, InterfaceSource source) {
    switch (source) {
      case InterfaceSource.Bridge bridge ->
          out.start("source").attribute("bridge", bridge.bridge()).end();
      case InterfaceSource.Network network ->
          out.start("source", SOURCE)
              .attribute("network", network.network())
              .attribute("portgroup", network.portGroup())
              .end();
      case InterfaceSource.Vds vds ->
          out.start("source")
              .attribute("switchid", vds.switchId())
              .attribute("portid", vds.portId())
              .attribute("portgroupid", vds.portGroupId())
              .attribute("connectionid", vds.connectionId())
              .end();
      case InterfaceSource.Internal internal ->
          out.start("source").attribute("name", internal.name()).end();
      case InterfaceSource.Other other -> out.copy(other.element());
      case InterfaceSource.User user -> {
        // It is connected to nothing that has a name.
      }
      case InterfaceSource.Null none -> {
        // It is connected to nothing.
      }
    }
  }

  private static void writeVlan(ElementWriter out, Vlan vlan) {
    out.start("vlan").attribute("trunk", Values.yesNo(vlan.trunk()));
    for (Vlan.Tag tag : vlan.tags()) {
      out.start("tag", ElementOrder.NONE, tag.extras())
          .attribute("id", tag.id())
          .attribute("nativeMode", tag.nativeMode())
          .end();
    }
    out.end();
  }

  private static void writeVirtualPort(ElementWriter out, VirtualPort port) {
    out.start("virtualport").attribute("type", port.type());
    if (!port.parameters().isEmpty()) {
      out.start("parameters");
      port.parameters().forEach(any -> out.attribute(any.name(), any.value()));
      out.end();
    }
    out.end();
  }
}
