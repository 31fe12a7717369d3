package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <os>}. */
final class OperatingSystemXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("firmware")
          .elements(
              "type",
              "firmware",
              "init",
              "initarg",
              "initenv",
              "initdir",
              "inituser",
              "initgroup",
              "loader",
              "nvram",
              "kernel",
              "initrd",
              "cmdline",
              "dtb",
              "root",
              "acpi",
              "boot",
              "bootmenu",
              "bios",
              "smbios");

  private static final ElementOrder LOADER =
      ElementOrder.attributes("readonly", "secure", "type", "stateless", "format");

  private static final ElementOrder NVRAM =
      ElementOrder.attributes("template", "templateFormat", "type", "format");

  private OperatingSystemXml() {}

  static OperatingSystem read(ElementReader in) {
    in.inOrder(ORDER);
    ElementReader type = in.child("type");
    if (type == null || type.text().isEmpty()) {
      throw in.error(
          "it has no <type>; say how the domain is virtualized, such as <type>hvm</type>");
    }
    ElementReader smbios = in.child("smbios");
    return new OperatingSystem(
        type.text(),
        type.attribute("arch"),
        type.attribute("machine"),
        in.attribute("firmware"),
        readFirmware(in),
        in.optional("loader", OperatingSystemXml::readLoader),
        in.optional("nvram", OperatingSystemXml::readNvram),
        in.childText("kernel"),
        in.childText("initrd"),
        in.childText("cmdline"),
        in.children("boot", boot -> boot.required("dev")),
        smbios == null ? null : smbios.attribute("mode"),
        in.extras());
  }

  private static List<OperatingSystem.FirmwareFeature> readFirmware(ElementReader in) {
    ElementReader firmware = in.child("firmware");
    return firmware == null
        ? List.of()
        : firmware.children("feature", OperatingSystemXml::readFirmwareFeature);
  }

  private static OperatingSystem.FirmwareFeature readFirmwareFeature(ElementReader in) {
    String name = in.required("name");
    in.required("enabled");
    return new OperatingSystem.FirmwareFeature(
        name, Boolean.TRUE.equals(Values.choice(in, "enabled")), in.extras());
  }

  private static OperatingSystem.Loader readLoader(ElementReader in) {
    in.inOrder(LOADER);
    return new OperatingSystem.Loader(
        orNull(in.text()),
        Values.choice(in, "readonly"),
        Values.choice(in, "secure"),
        in.attribute("type"),
        in.extras());
  }

  private static OperatingSystem.Nvram readNvram(ElementReader in) {
    in.inOrder(NVRAM);
    return new OperatingSystem.Nvram(orNull(in.text()), in.attribute("template"), in.extras());
  }

  static void write(ElementWriter out, OperatingSystem os) {
    out.start("os", ORDER, os.extras()).attribute("firmware", os.firmware());
    out.start("type")
        .attribute("arch", os.arch())
        .attribute("machine", os.machine())
        .text(os.type())
        .end();
    writeFirmware(out, os);
    if (os.loader() != null) {
      writeLoader(out, os.loader());
    }
    if (os.nvram() != null) {
      writeNvram(out, os.nvram());
    }
    out.element("kernel", os.kernel())
        .element("initrd", os.initrd())
        .element("cmdline", os.cmdline());
    for (String device : os.bootDevices()) {
      out.start("boot").attribute("dev", device).end();
    }
    if (os.smbiosMode() != null) {
      out.start("smbios").attribute("mode", os.smbiosMode()).end();
    }
    out.end();
  }

  private static void writeFirmware(ElementWriter out, OperatingSystem os) {
    if (!os.firmwareFeatures().isEmpty()) {
      out.start("firmware");
      for (OperatingSystem.FirmwareFeature feature : os.firmwareFeatures()) {
        out.start("feature", ElementOrder.NONE, feature.extras())
            .attribute("enabled", Values.yesNo(feature.enabled()))
            .attribute("name", feature.name())
            .end();
      }
      out.end();
    }
  }

  private static void writeLoader(ElementWriter out, OperatingSystem.Loader loader) {
    out.start("loader", LOADER, loader.extras())
        .attribute("readonly", Values.yesNo(loader.readOnly()))
        .attribute("secure", Values.yesNo(loader.secure()))
        .attribute("type", loader.type());
    writePath(out, loader.path());
  }

  private static void writeNvram(ElementWriter out, OperatingSystem.Nvram nvram) {
    out.start("nvram", NVRAM, nvram.extras()).attribute("template", nvram.template());
    writePath(out, nvram.path());
  }

  private static void writePath(ElementWriter out, @Nullable String path) {
    if (path != null) {
      out.text(path);
    }
    out.end();
  }

  /** A path between tags; null for white space, which stands around other elements. */
  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
