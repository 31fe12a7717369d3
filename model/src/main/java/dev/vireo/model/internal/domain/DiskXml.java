package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DiskTarget;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <disk>} ({@code virDomainDiskDefFormat}). */
final class DiskXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "device", "model", "rawio", "sgio", "snapshot")
          .elements(
              List.of(
                  "driver",
                  "auth",
                  "source",
                  "backingStore",
                  "backenddomain",
                  "geometry",
                  "blockio",
                  "mirror",
                  "target",
                  "iotune",
                  "readonly",
                  "shareable",
                  "transient",
                  "serial",
                  "wwn",
                  "vendor",
                  "product",
                  "encryption"),
              DeviceInfoXml.ELEMENTS);

  private static final ElementOrder DRIVER =
      ElementOrder.attributes(
          "name",
          "type",
          "cache",
          "error_policy",
          "rerror_policy",
          "io",
          "ioeventfd",
          "event_idx",
          "copy_on_read",
          "discard",
          "iothread",
          "detect_zeroes",
          "queues",
          "queue_size",
          "iommu",
          "ats",
          "packed",
          "page_per_vq");

  private static final ElementOrder SOURCE =
      ElementOrder.attributes("file", "dev", "fdgroup", "startupPolicy", "index");

  private static final ElementOrder TARGET =
      ElementOrder.attributes("dev", "bus", "tray", "removable", "rotation_rate");

  private DiskXml() {}

  static Disk read(ElementReader in) {
    in.inOrder(ORDER);
    String device = in.attribute("device");
    ElementReader target = in.child("target");
    if (target == null) {
      throw in.error("it has no <target>; say how the guest sees it, such as <target dev='sda'/>");
    }
    return new Disk(
        device == null ? "disk" : device,
        readSource(in),
        in.optional("driver", DiskXml::readDriver),
        readTarget(target),
        in.flag("readonly"),
        in.flag("shareable"),
        in.flag("transient"),
        DeviceInfoXml.read(in),
        in.extras());
  }

  private static DiskSource readSource(ElementReader in) {
    String type = in.attribute("type");
    ElementReader source = in.child("source");
    if (source != null) {
      source.inOrder(SOURCE);
    }
    return switch (type == null ? "file" : type) {
      case "file" ->
          source == null
              ? new DiskSource.File(null, null)
              : new DiskSource.File(source.attribute("file"), source.attribute("startupPolicy"));
      case "block" ->
          source == null
              ? new DiskSource.Block(null, null)
              : new DiskSource.Block(source.attribute("dev"), source.attribute("startupPolicy"));
      case String other -> new DiskSource.Other(other, source == null ? null : source.whole());
    };
  }

  private static DiskDriver readDriver(ElementReader in) {
    in.inOrder(DRIVER);
    return new DiskDriver(
        in.attribute("name"),
        in.attribute("type"),
        in.attribute("cache"),
        in.attribute("io"),
        in.attribute("discard"),
        in.extras());
  }

  private static DiskTarget readTarget(ElementReader in) {
    in.inOrder(TARGET);
    return new DiskTarget(in.required("dev"), in.attribute("bus"), in.extras());
  }

  static void write(ElementWriter out, Disk disk) {
    out.start("disk", ORDER, disk.extras())
        .attribute("type", disk.source().type())
        .attribute("device", disk.device());
    writeDriver(out, disk.driver());
    writeSource(out, disk.source());
    out.start("target", TARGET, disk.target().extras())
        .attribute("dev", disk.target().device())
        .attribute("bus", disk.target().bus())
        .end();
    out.flag("readonly", disk.readOnly());
    out.flag("shareable", disk.shareable());
    out.flag("transient", disk.transientChanges());
    DeviceInfoXml.write(out, disk.info());
    out.end();
  }

  private static void writeDriver(ElementWriter out, @Nullable DiskDriver driver) {
    if (driver != null) {
      out.start("driver", DRIVER, driver.extras())
          .attribute("name", driver.name())
          .attribute("type", driver.type())
          .attribute("cache", driver.cache())
          .attribute("io", driver.io())
          .attribute("discard", driver.discard())
          .end();
    }
  }

  private static void writeSource(ElementWriter out, DiskSource source) {
    switch (source) {
      case DiskSource.File file -> writeSource(out, "file", file.path(), file.startupPolicy());
      case DiskSource.Block block -> writeSource(out, "dev", block.device(), block.startupPolicy());
      case DiskSource.Other other -> out.copy(other.element());
    }
  }

  private static void writeSource(
      ElementWriter out, String attribute, @Nullable String path, @Nullable String startupPolicy) {
    if (path != null || startupPolicy != null) {
      out.start("source", SOURCE)
          .attribute(attribute, path)
          .attribute("startupPolicy", startupPolicy)
          .end();
    }
  }
}
