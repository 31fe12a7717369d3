package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Models of SCSI controllers: by the controller's element, or in older domains by its disks. */
final class ScsiModel {

  private static final String KEY = "virtualDev";
  private static final String AUTO = "auto";
  private static final String ELEMENT = "devices/controller@model";

  /** A model with its names on both sides. */
  private enum Known {
    BUSLOGIC("buslogic", "buslogic"),
    LSILOGIC("lsilogic", "lsilogic"),
    LSISAS1068("lsisas1068", "lsisas1068"),
    PVSCSI("pvscsi", "vmpvscsi");

    private final String vmx;
    private final String domain;

    Known(String vmx, String domain) {
      this.vmx = vmx;
      this.domain = domain;
    }
  }

  private ScsiModel() {}

  /** Whether a model in words of domains is that of PVSCSI controllers. */
  static boolean isParavirtual(@Nullable String model) {
    return model != null && known(model.toLowerCase(Locale.ROOT)) == Known.PVSCSI;
  }

  /** The model that a controller's keys name; null if they name none. */
  static @Nullable String read(Section section) {
    String name = section.filled(KEY);
    if (name == null) {
      return null;
    }
    for (Known known : Known.values()) {
      if (known.vmx.equalsIgnoreCase(name)) {
        return known.domain;
      }
    }
    section.warn(KEY, "is not a model that libvirt knows and is shown as it stands");
    return name;
  }

  static void write(String prefix, DiskController controller, Output out) {
    String key = prefix + "." + KEY;
    String model = controller.model();
    for (Disk disk : controller.disks()) {
      String driver = driver(disk);
      if (driver == null) {
        continue;
      }
      if (model != null && !model.equals(driver)) {
        throw VmxException.invalid(
            "devices/disk/driver@name",
            "has to be the same as the model of the disk's controller and of its other disks",
            driver,
            model);
      }
      model = driver;
    }
    if (AUTO.equals(model)) {
      model = detect(controller, out);
    }
    if (model != null) {
      out.set(key, vmxName(key, model, out));
    }
  }

  /** The model that a disk of an older domain says; null if it says none. */
  private static @Nullable String driver(Disk disk) {
    DiskDriver driver = disk.driver();
    String name = driver == null ? null : driver.name();
    if (name == null) {
      return null;
    }
    Known known = known(name.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw VmxException.unsupported(
          "devices/disk/driver@name",
          "has to be buslogic, lsilogic, lsisas1068 or vmpvscsi",
          name,
          Known.LSILOGIC.domain);
    }
    return known.domain;
  }

  private static String detect(DiskController controller, Output out) {
    String model = null;
    for (Disk disk : controller.disks()) {
      String path = disk.source() instanceof DiskSource.File file ? file.path() : null;
      String found =
          path == null || !disk.device().equals("disk") ? null : out.fileNames().scsiModel(path);
      if (found != null && model != null && !found.equals(model)) {
        throw VmxException.invalid(
            ELEMENT, "has to be said, as the disks were made for different ones", AUTO, model);
      }
      model = found == null ? model : found;
    }
    if (model == null) {
      throw VmxException.invalid(
          ELEMENT, "has to be said, as the disks do not tell it", AUTO, Known.LSILOGIC.domain);
    }
    return model;
  }

  private static String vmxName(String key, String model, Output out) {
    Known known = known(model);
    if (known != null) {
      return known.vmx;
    }
    if (out.keeps(key, model)) {
      return model;
    }
    throw VmxException.unsupported(
        ELEMENT,
        "has to be buslogic, lsilogic, lsisas1068 or vmpvscsi",
        model,
        model.startsWith("virtio") ? Known.PVSCSI.domain : Known.LSILOGIC.domain);
  }

  private static @Nullable Known known(String name) {
    for (Known known : Known.values()) {
      if (known.domain.equals(name) || known.vmx.equals(name)) {
        return known;
      }
    }
    return null;
  }
}
