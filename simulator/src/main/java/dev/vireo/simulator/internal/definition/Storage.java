package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is at controllers of disks: {@code scsi0:1}, be it a disk or a {@linkplain Drives drive}.
 */
final class Storage implements DeviceFamily {

  static final String DISK = "VirtualDisk";
  static final String FLAT = "VirtualDiskFlatVer2BackingInfo";

  private static final int NORMAL_SHARES = 1000;
  private static final Map<String, String> MODES =
      Map.of(
          "persistent",
          "persistent",
          "nonpersistent",
          "nonpersistent",
          "undoable",
          "undoable",
          "append",
          "append",
          "independent-persistent",
          "independent_persistent",
          "independent-nonpersistent",
          "independent_nonpersistent");

  @Override
  public void read(VmxSource file, DeviceList into) {
    for (Bus bus : Bus.ALL) {
      for (int number = 0; number < Bus.CONTROLLERS; number++) {
        HardwareDevice controller = bus.controller(number, into.all());
        for (int unit = 0; controller != null && unit < bus.units(); unit++) {
          String name = bus.prefix() + number + ":" + unit;
          if (file.takePresent(name)) {
            int key = bus.key(controller, unit);
            HardwareDevice device =
                Drives.isNamed(file, name) ? Drives.read(file, name, key) : disk(file, name, key);
            into.add(DeviceList.at(device, controller.key(), unit));
          }
        }
      }
    }
  }

  private static HardwareDevice disk(VmxSource file, String name, int key) {
    file.take(name + ".deviceType");
    String path = file.takeFile(name + ".fileName");
    DiskDescriptor descriptor = file.surroundings().disks().apply(path);
    Map<String, Object> backing = new HashMap<>();
    backing.put("fileName", path);
    String mode = file.take(name + ".mode", "persistent").toLowerCase(Locale.ROOT);
    backing.put("diskMode", MODES.getOrDefault(mode, "persistent"));
    backing.put("split", false);
    backing.put("writeThrough", file.takeTruth(name + ".writeThrough", false));
    backing.put("thinProvisioned", descriptor != null && descriptor.thin());
    boolean shared = file.take(name + ".sharing", "").equalsIgnoreCase("multi-writer");
    backing.put("sharing", shared ? "sharingMultiWriter" : "sharingNone");
    Long kib = descriptor == null ? null : descriptor.capacityKb();
    return disk(key, kib == null ? 0 : kib, backing);
  }

  /**
   * A disk in a file of its own.
   *
   * @param kib its size in KiB
   * @param backing members of its backing
   */
  static HardwareDevice disk(int key, long kib, Map<String, Object> backing) {
    return HardwareDevice.of(DISK, key)
        .with("capacityInKB", kib)
        .with("capacityInBytes", kib << 10)
        .with("shares", new SharesInfo(NORMAL_SHARES, SharesLevel.NORMAL))
        .with("backing", new ObjectOf(FLAT, backing));
  }

  @Override
  public @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    if (!device.isA(DISK) && !Drives.is(device)) {
      return null;
    }
    for (HardwareDevice controller : all) {
      Bus bus = Bus.of(controller);
      Integer wanted = device.controller();
      if (bus != null && wanted != null && controller.key() == wanted) {
        return bus.prefix() + controller.bus() + ":" + device.unit();
      }
    }
    return null;
  }

  @Override
  public void write(HardwareDevice device, String name, VmxLines out) {
    if (Drives.is(device)) {
      Drives.write(device, name, out);
      return;
    }
    out.put(name + ".present", true)
        .put(name + ".deviceType", name.startsWith("scsi") ? "scsi-hardDisk" : "ata-hardDisk")
        .putFile(name + ".fileName", String.valueOf(device.fileName()));
    String mode = Controllers.keyOf(MODES, String.valueOf(device.backingText("diskMode")), "");
    if (!mode.isEmpty() && !mode.equals("persistent")) {
      out.put(name + ".mode", mode);
    }
    if (device.backingIs("writeThrough")) {
      out.put(name + ".writeThrough", true);
    }
    if ("sharingMultiWriter".equals(device.backingText("sharing"))) {
      out.put(name + ".sharing", "multi-writer");
    }
  }
}
