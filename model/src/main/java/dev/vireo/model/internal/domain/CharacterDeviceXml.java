package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.CharacterTarget;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code <serial>}, {@code <parallel>}, {@code <console>} and {@code <channel>} ({@code
 * virDomainChrDefFormat}).
 */
final class CharacterDeviceXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "tty")
          .elements(List.of("source", "protocol", "log", "target"), DeviceInfoXml.ELEMENTS);

  private static final ElementOrder TARGET =
      ElementOrder.attributes("type", "address", "port", "name", "state").elements("model");

  private static final ElementOrder SOURCE =
      ElementOrder.attributes("path", "append", "mode", "host", "service", "tls");

  private CharacterDeviceXml() {}

  static CharacterDevice read(ElementReader in) {
    in.inOrder(ORDER);
    return new CharacterDevice(
        readSource(in),
        in.optional("target", CharacterDeviceXml::readTarget),
        DeviceInfoXml.read(in),
        in.extras());
  }

  private static CharacterSource readSource(ElementReader in) {
    String type = in.required("type");
    return switch (type) {
      case "null" -> new CharacterSource.Null();
      case "dev" -> new CharacterSource.Device(path(in));
      case "pipe" -> new CharacterSource.Pipe(path(in));
      case "file" -> {
        String path = path(in);
        ElementReader source = in.child("source");
        yield new CharacterSource.File(path, source == null ? null : source.attribute("append"));
      }
      case "tcp" -> readTcp(in);
      default -> new CharacterSource.Other(type, readOther(in));
    };
  }

  private static @Nullable String path(ElementReader in) {
    ElementReader source = in.child("source");
    return source == null ? null : source.inOrder(SOURCE).attribute("path");
  }

  private static CharacterSource readTcp(ElementReader in) {
    ElementReader protocol = in.child("protocol");
    String name = protocol == null ? null : protocol.attribute("type");
    ElementReader source = in.child("source");
    if (source == null) {
      return new CharacterSource.Tcp(false, null, null, name);
    }
    source.inOrder(SOURCE);
    String mode = source.attribute("mode");
    if (mode != null && !mode.equals("bind") && !mode.equals("connect")) {
      throw source.error("attribute 'mode': '" + mode + "' is neither bind nor connect");
    }
    return new CharacterSource.Tcp(
        "bind".equals(mode), source.attribute("host"), source.attribute("service"), name);
  }

  private static List<XmlNode.Element> readOther(ElementReader in) {
    List<XmlNode.Element> elements = new ArrayList<>();
    elements.addAll(in.children("source", ElementReader::whole));
    elements.addAll(in.children("protocol", ElementReader::whole));
    return elements;
  }

  private static CharacterTarget readTarget(ElementReader in) {
    in.inOrder(TARGET);
    ElementReader model = in.child("model");
    return new CharacterTarget(
        in.attribute("type"),
        // A channel of type guestfwd has an address and a port that is not the channel's number.
        Values.integer(in, "port", 0),
        in.attribute("name"),
        model == null ? null : model.attribute("name"),
        in.extras());
  }

  static void write(ElementWriter out, String name, CharacterDevice device) {
    out.start(name, ORDER, device.extras()).attribute("type", device.source().type());
    writeSource(out, device.source());
    if (device.target() != null) {
      writeTarget(out, device.target());
    }
    DeviceInfoXml.write(out, device.info());
    out.end();
  }

  private static void writeSource(ElementWriter out, CharacterSource source) {
    switch (source) {
      case CharacterSource.Device device -> writePath(out, device.path(), null);
      case CharacterSource.Pipe pipe -> writePath(out, pipe.path(), null);
      case CharacterSource.File file -> writePath(out, file.path(), file.append());
      case CharacterSource.Tcp tcp -> {
        out.start("source", SOURCE)
            .attribute("mode", tcp.listen() ? "bind" : "connect")
            .attribute("host", tcp.host())
            .attribute("service", tcp.service())
            .end();
        if (tcp.protocol() != null) {
          out.start("protocol").attribute("type", tcp.protocol()).end();
        }
      }
      case CharacterSource.Null nothing -> {
        // There is no source.
      }
      case CharacterSource.Other other -> other.elements().forEach(out::copy);
    }
  }

  private static void writePath(ElementWriter out, @Nullable String path, @Nullable String append) {
    if (path != null || append != null) {
      out.start("source", SOURCE).attribute("path", path).attribute("append", append).end();
    }
  }

  private static void writeTarget(ElementWriter out, CharacterTarget target) {
    out.start("target", TARGET, target.extras())
        .attribute("type", target.type())
        .attribute("port", target.port())
        .attribute("name", target.name());
    if (target.model() != null) {
      out.start("model").attribute("name", target.model()).end();
    }
    out.end();
  }
}
