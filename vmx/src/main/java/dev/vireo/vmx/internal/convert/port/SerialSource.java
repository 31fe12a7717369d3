package dev.vireo.vmx.internal.convert.port;

import dev.vireo.model.domain.CharacterSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import dev.vireo.vmx.internal.convert.network.NetworkUri;
import java.util.Locale;

/** The host's end of a serial port. */
final class SerialSource {

  private static final String TYPE = "fileType";
  private static final String NAME = "fileName";
  private static final String END_POINT = "network.endPoint";
  private static final String PROXY = "vspc";

  private SerialSource() {}

  static CharacterSource read(Section section, Reading reading) {
    String type = section.text(TYPE);
    return switch (type == null ? "device" : type.toLowerCase(Locale.ROOT)) {
      case "device" -> new CharacterSource.Device(section.filled(NAME));
      case "file" -> PortFile.read(section, reading);
      case "pipe" -> new CharacterSource.Pipe(section.filled(NAME));
      case "network" -> readNetwork(section);
      default -> {
        section.warn(
            TYPE, "has to be device, file, pipe or network; the port is shown unconnected");
        yield new CharacterSource.Null();
      }
    };
  }

  private static CharacterSource readNetwork(Section section) {
    if (section.entry(PROXY) != null) {
      section.warn(PROXY, "is a proxy that a domain does not show");
    }
    String name = section.filled(NAME);
    NetworkUri uri = name == null ? null : NetworkUri.parse(name);
    if (uri == null) {
      section.warn(NAME, "is not the URI of a host and its port; the port is shown unconnected");
      return new CharacterSource.Null();
    }
    boolean client = section.is(END_POINT, "client");
    if (!client && section.entry(END_POINT) != null && !section.is(END_POINT, "server")) {
      section.warn(END_POINT, "has to be server or client and counts as server");
    }
    return new CharacterSource.Tcp(!client, uri.host(), uri.port(), uri.protocol());
  }

  static void write(String dot, CharacterSource source, Output out) {
    switch (source) {
      case CharacterSource.Device device -> {
        out.set(dot + TYPE, "device");
        out.setIfSaid(dot + NAME, device.path());
      }
      case CharacterSource.File file -> PortFile.write(dot, "devices/serial", file, out);
      case CharacterSource.Pipe pipe -> {
        out.set(dot + TYPE, "pipe");
        out.set(dot + "pipe.endPoint", "client");
        out.set(dot + "tryNoRxLoss", false);
        out.setIfSaid(dot + NAME, pipe.path());
      }
      case CharacterSource.Tcp tcp -> {
        out.set(dot + TYPE, "network");
        out.set(dot + NAME, NetworkUri.format(tcp));
        out.set(dot + END_POINT, tcp.listen() ? "server" : "client");
      }
      case CharacterSource.Null nothing -> throw unsupported(nothing);
      case CharacterSource.Other other -> throw unsupported(other);
    }
    out.set(dot + "yieldOnMsrRead", true);
  }

  private static VmxException unsupported(CharacterSource source) {
    return VmxException.unsupported(
        "devices/serial@type", "has to be dev, file, pipe or tcp", source.type(), "file");
  }
}
