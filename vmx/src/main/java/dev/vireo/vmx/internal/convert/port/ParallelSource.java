package dev.vireo.vmx.internal.convert.port;

import dev.vireo.model.domain.CharacterSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Locale;

/** The host's end of a parallel port. */
final class ParallelSource {

  private static final String TYPE = "fileType";
  private static final String NAME = "fileName";

  private ParallelSource() {}

  static CharacterSource read(Section section, Reading reading) {
    String type = section.text(TYPE);
    return switch (type == null ? "device" : type.toLowerCase(Locale.ROOT)) {
      case "device" -> new CharacterSource.Device(section.filled(NAME));
      case "file" -> PortFile.read(section, reading);
      default -> {
        section.warn(TYPE, "has to be device or file; the port is shown unconnected");
        yield new CharacterSource.Null();
      }
    };
  }

  static void write(String dot, CharacterSource source, Output out) {
    switch (source) {
      case CharacterSource.Device device -> {
        out.set(dot + TYPE, "device");
        out.setIfSaid(dot + NAME, device.path());
      }
      case CharacterSource.File file -> PortFile.write(dot, "devices/parallel", file, out);
      default ->
          throw VmxException.unsupported(
              "devices/parallel@type", "has to be dev or file", source.type(), "file");
    }
  }
}
