package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Filesystem;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <filesystem>} ({@code virDomainFSDefFormat}). */
final class FilesystemXml {

  private static final String DEFAULT_TYPE = "mount";

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "accessmode", "model", "multidevs", "fmode", "dmode")
          .elements(
              List.of(
                  "driver",
                  "binary",
                  "source",
                  "target",
                  "readonly",
                  "space_hard_limit",
                  "space_soft_limit"),
              DeviceInfoXml.ELEMENTS);

  private FilesystemXml() {}

  static Filesystem read(ElementReader in) {
    in.inOrder(ORDER);
    String given = in.attribute("type");
    String type = given == null ? DEFAULT_TYPE : given;
    ElementReader source = in.child("source");
    String directory = null;
    XmlNode.Element other = null;
    if (source != null && type.equals(DEFAULT_TYPE)) {
      directory = source.attribute("dir");
    } else if (source != null) {
      other = source.whole();
    }
    ElementReader target = in.child("target");
    return new Filesystem(
        type,
        in.attribute("accessmode"),
        directory,
        other,
        target == null ? null : target.attribute("dir"),
        in.flag("readonly"),
        DeviceInfoXml.read(in),
        in.extras());
  }

  static void write(ElementWriter out, Filesystem filesystem) {
    out.start("filesystem", ORDER, filesystem.extras())
        .attribute("type", filesystem.type())
        .attribute("accessmode", filesystem.accessMode());
    writeDirectory(out, "source", filesystem.sourceDirectory());
    out.copy(filesystem.otherSource());
    writeDirectory(out, "target", filesystem.targetDirectory());
    out.flag("readonly", filesystem.readOnly());
    DeviceInfoXml.write(out, filesystem.info());
    out.end();
  }

  private static void writeDirectory(ElementWriter out, String name, @Nullable String directory) {
    if (directory != null) {
      out.start(name).attribute("dir", directory).end();
    }
  }
}
