package dev.vireo.vmx.internal.convert.port;

import dev.vireo.model.domain.CharacterSource;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;

/** A file at a serial or parallel port. */
final class PortFile {

  private static final String NAME = "fileName";

  private PortFile() {}

  static CharacterSource read(Section section, Reading reading) {
    String name = section.filled(NAME);
    if (name == null) {
      return new CharacterSource.File(null, null);
    }
    String path = reading.path(name);
    if (path == null) {
      section.warn(NAME, "is in no datastore that is known and is shown as it stands");
    }
    return new CharacterSource.File(path == null ? name : path, null);
  }

  static void write(String dot, String element, CharacterSource.File file, Output out) {
    out.set(dot + "fileType", "file");
    if (file.path() != null) {
      out.setFile(dot + NAME, element + "/source@path", file.path());
    }
  }
}
