package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a disk or a CD-ROM drive: the keys {@code fileName} and {@code deviceType}.
 *
 * @param device {@code disk}, {@code cdrom} or {@code lun}
 * @param source where its data is
 */
record DiskBacking(String device, DiskSource source) {

  private static final String FILE_NAME = "fileName";
  private static final String TYPE = "deviceType";
  private static final String AUTO_DETECT = "auto detect";
  private static final String EMPTY = "emptyBackingString";
  private static final String OPTIONAL = "optional";
  private static final String PASSTHROUGH_DIRECTORY = "/vmfs/devices/cdrom/";
  private static final String SCSI_DISK = "scsi-hardDisk";
  private static final String ATA_DISK = "ata-hardDisk";
  private static final String IMAGE = "cdrom-image";
  private static final String DRIVE = "atapi-cdrom";
  private static final String RAW_DRIVE = "cdrom-raw";
  private static final String PASSTHROUGH = "scsi-passthru";
  private static final String VMDK = ".vmdk";
  private static final String ISO = ".iso";
  private static final String SOURCE = "devices/disk/source@file";
  private static final List<String> ANY_DISK = List.of("disk", SCSI_DISK, ATA_DISK);

  /** Reads it; null if there is nothing that a domain could show. */
  static @Nullable DiskBacking read(Section section, DiskBus bus, Reading reading) {
    String text = section.text(FILE_NAME);
    String name = text == null ? "" : text;
    if (hasSuffix(name, VMDK)) {
      warnUnlessDisk(section, bus);
      return diskFile(section, name, reading);
    }
    if (hasSuffix(name, ISO)) {
      if (section.entry(TYPE) != null && !section.is(TYPE, IMAGE)) {
        section.warn(TYPE, "should be " + IMAGE + " for an image and is shown as such");
      }
      return image(section, name, reading);
    }
    String type = section.text(TYPE);
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case DRIVE -> new DiskBacking("cdrom", drive(name));
      case RAW_DRIVE -> new DiskBacking("lun", drive(name));
      case PASSTHROUGH -> passthrough(section, bus, name);
      case IMAGE -> otherImage(section, name, reading);
      default -> otherDisk(section, name, reading);
    };
  }

  private static void warnUnlessDisk(Section section, DiskBus bus) {
    if (section.entry(TYPE) == null || section.is(TYPE, "disk")) {
      return;
    }
    boolean known =
        switch (bus) {
          case SCSI -> section.is(TYPE, SCSI_DISK);
          case IDE -> section.is(TYPE, ATA_DISK);
          default -> ANY_DISK.stream().anyMatch(type -> section.is(TYPE, type));
        };
    if (!known) {
      section.warn(TYPE, "is not the type of a disk at this bus; it is shown as a disk");
    }
  }

  private static DiskBacking diskFile(Section section, String name, Reading reading) {
    String path = reading.path(name);
    if (path == null) {
      section.warn(FILE_NAME, "is in no datastore that is known and is shown as it stands");
      path = name;
    }
    return new DiskBacking("disk", DiskSource.File.of(path));
  }

  private static DiskBacking image(Section section, String name, Reading reading) {
    String path = reading.path(name);
    if (path == null) {
      section.warn(FILE_NAME, "is in no datastore that is known; the drive is shown as empty");
    }
    return new DiskBacking("cdrom", DiskSource.File.of(path));
  }

  private static DiskSource drive(String name) {
    if (name.equalsIgnoreCase(AUTO_DETECT)) {
      return new DiskSource.Block(null, OPTIONAL);
    }
    return DiskSource.Block.of(isEmpty(name) ? null : name);
  }

  private static @Nullable DiskBacking passthrough(Section section, DiskBus bus, String name) {
    if (isEmpty(name)) {
      section.warnMissing(FILE_NAME, "is missing; the device was left out");
      return null;
    }
    if (bus != DiskBus.SCSI) {
      section.warn(TYPE, "should be at a SCSI controller and is shown as a lun");
    }
    if (!name.startsWith(PASSTHROUGH_DIRECTORY)) {
      section.warn(FILE_NAME, "is not below " + PASSTHROUGH_DIRECTORY);
    }
    return new DiskBacking("lun", drive(name));
  }

  private static DiskBacking otherImage(Section section, String name, Reading reading) {
    if (isEmpty(name)) {
      return new DiskBacking("cdrom", DiskSource.File.of(null));
    }
    section.warn(FILE_NAME, "does not end in " + ISO);
    return image(section, name, reading);
  }

  private static @Nullable DiskBacking otherDisk(Section section, String name, Reading reading) {
    if (name.equalsIgnoreCase(EMPTY) && section.entry(TYPE) == null) {
      return new DiskBacking("cdrom", DiskSource.File.of(null));
    }
    if (isEmpty(name)) {
      section.warnMissing(FILE_NAME, "is missing; the disk was left out");
      return null;
    }
    if (section.entry(TYPE) != null
        && ANY_DISK.stream().noneMatch(known -> section.is(TYPE, known))) {
      section.warn(TYPE, "is not known; it is shown as a disk");
    }
    section.warn(FILE_NAME, "does not end in " + VMDK);
    return diskFile(section, name, reading);
  }

  private static boolean isEmpty(String name) {
    return name.isEmpty() || name.equalsIgnoreCase(EMPTY);
  }

  static boolean hasSuffix(String name, String suffix) {
    int start = name.length() - suffix.length();
    return start >= 0 && name.regionMatches(true, start, suffix, 0, suffix.length());
  }

  /** Writes it for a disk that is not a floppy. */
  static void write(String prefix, DiskBus bus, Disk disk, Output out) {
    switch (disk.device()) {
      case "disk" -> writeDisk(prefix, bus, disk, out);
      case "cdrom" -> writeDrive(prefix, disk, DRIVE, out);
      case "lun" -> writeRawDrive(prefix, bus, disk, out);
      default ->
          throw VmxException.unsupported(
              "devices/disk@device", "has to be disk, cdrom or lun here", disk.device(), "disk");
    }
  }

  private static void writeRawDrive(String prefix, DiskBus bus, Disk disk, Output out) {
    if (!(disk.source() instanceof DiskSource.Block block)) {
      throw VmxException.unsupported(
          "devices/disk@type", "has to be block for a lun", disk.source().type(), "block");
    }
    writeDrive(prefix, disk, rawType(bus, block), out);
  }

  private static String rawType(DiskBus bus, DiskSource.Block block) {
    return bus == DiskBus.SCSI
            && block.device() != null
            && block.device().startsWith(PASSTHROUGH_DIRECTORY)
        ? PASSTHROUGH
        : RAW_DRIVE;
  }

  private static void writeDisk(String prefix, DiskBus bus, Disk disk, Output out) {
    String key = prefix + "." + FILE_NAME;
    if (!(disk.source() instanceof DiskSource.File file)) {
      throw VmxException.unsupported(
          "devices/disk@type", "has to be file for a disk", disk.source().type(), "file");
    }
    String path = file.path();
    if (path == null) {
      throw VmxException.invalid(SOURCE, "has to be there", null, null);
    }
    requireSuffix(key, path, VMDK, out);
    out.setIfSaid(prefix + "." + TYPE, typeOfDisk(bus));
    out.setFile(key, SOURCE, path);
  }

  /** The type that a disk is written with; null for none. */
  static @Nullable String typeOfDisk(DiskBus bus) {
    return switch (bus) {
      case NVME -> null;
      case SCSI -> SCSI_DISK;
      default -> ATA_DISK;
    };
  }

  /** Whether a type is that of a disk at some bus. */
  static boolean isTypeOfDisk(@Nullable String type) {
    return type != null && ANY_DISK.stream().anyMatch(type::equalsIgnoreCase);
  }

  private static void requireSuffix(String key, String path, String suffix, Output out) {
    if (!hasSuffix(path, suffix) && !out.keepsFile(key, path)) {
      throw VmxException.unsupported(SOURCE, "has to end in " + suffix, path, null);
    }
  }

  private static void writeDrive(String prefix, Disk disk, String blockType, Output out) {
    String name = prefix + "." + FILE_NAME;
    String type = prefix + "." + TYPE;
    switch (disk.source()) {
      case DiskSource.File file -> {
        out.set(type, IMAGE);
        if (file.path() == null) {
          out.set(name, EMPTY);
        } else {
          requireSuffix(name, file.path(), ISO, out);
          out.setFile(name, SOURCE, file.path());
        }
      }
      case DiskSource.Block block when block.device() != null -> {
        out.set(type, blockType);
        out.set(name, block.device());
      }
      case DiskSource.Block block when OPTIONAL.equals(block.startupPolicy()) -> {
        out.set(type, blockType);
        out.set(prefix + ".autodetect", true);
        out.set(name, AUTO_DETECT);
      }
      case DiskSource.Block block -> {
        // libvirt's parser makes an empty drive of a host's device an empty drive for images.
        out.set(type, blockType.equals(DRIVE) ? IMAGE : blockType);
        out.set(name, EMPTY);
      }
      case DiskSource.Other other ->
          throw VmxException.unsupported(
              "devices/disk@type", "has to be file or block", other.type(), "file");
    }
  }
}
