package dev.vireo.simulator.internal.definition;

import dev.vireo.vim.types.ObjectOf;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CD-ROM drives, and SCSI devices of the host, at controllers of disks. */
final class Drives {

  static final String CDROM = "VirtualCdrom";
  static final String PASSTHROUGH = "VirtualSCSIPassthrough";

  private static final String AUTO = "auto detect";
  private static final String EMPTY = "emptyBackingString";
  private static final String ISO = "VirtualCdromIsoBackingInfo";
  private static final String REMOTE = "VirtualCdromRemote";
  private static final Map<String, String> DEVICE_TYPES =
      Map.of(
          ISO,
          "cdrom-image",
          "VirtualCdromAtapiBackingInfo",
          "atapi-cdrom",
          "VirtualCdromRemoteAtapiBackingInfo",
          "atapi-cdrom",
          "VirtualCdromPassthroughBackingInfo",
          "cdrom-raw",
          "VirtualCdromRemotePassthroughBackingInfo",
          "cdrom-raw");

  private Drives() {}

  /** Whether the keys with a name are about such a device, and not about a disk. */
  static boolean isNamed(VmxSource file, String name) {
    String type = file.look(name + ".deviceType").toLowerCase(Locale.ROOT);
    String fileName = file.look(name + ".fileName").toLowerCase(Locale.ROOT);
    return type.startsWith("cdrom")
        || type.startsWith("atapi")
        || type.equals("scsi-passthru")
        || Option.isTrue(file.look(name + ".clientDevice"))
        || (type.isEmpty() && fileName.endsWith(".iso"));
  }

  static HardwareDevice read(VmxSource file, String name, int key) {
    String type = file.take(name + ".deviceType", "cdrom-image").toLowerCase(Locale.ROOT);
    boolean client = file.takeTruth(name + ".clientDevice", false);
    HardwareDevice device =
        type.equals("scsi-passthru")
            ? HardwareDevice.of(PASSTHROUGH, key)
                .with("backing", host(PASSTHROUGH + "DeviceBackingInfo", file, name))
            : HardwareDevice.of(CDROM, key).with("backing", cdrom(file, name, type, client));
    return DeviceConnection.read(file, name, device);
  }

  private static ObjectOf cdrom(VmxSource file, String name, String type, boolean client) {
    if (type.equals("cdrom-image") && !client) {
      boolean empty = file.look(name + ".fileName").equals(EMPTY);
      String path = file.takeFile(name + ".fileName");
      return HardwareDevice.backing(ISO, Map.of("fileName", empty ? "" : path));
    }
    String kind = type.equals("cdrom-raw") ? "Passthrough" : "Atapi";
    return host((client ? REMOTE : CDROM) + kind + "BackingInfo", file, name);
  }

  /** A device of the host, or of a client, by its name there. */
  private static ObjectOf host(String type, VmxSource file, String name) {
    String device = file.take(name + ".fileName", "");
    boolean auto = file.takeTruth(name + ".autodetect", false) || device.equalsIgnoreCase(AUTO);
    Map<String, Object> members =
        new HashMap<>(Map.of("deviceName", device, "useAutoDetect", auto));
    if (type.contains("Passthrough") && !type.startsWith(PASSTHROUGH)) {
      members.put("exclusive", false);
    }
    return HardwareDevice.backing(type, members);
  }

  static void write(HardwareDevice device, String name, VmxLines out) {
    String backing = device.backingType();
    String deviceName = String.valueOf(device.backingText("deviceName"));
    out.put(name + ".present", true);
    if (device.isA(PASSTHROUGH)) {
      out.put(name + ".deviceType", "scsi-passthru").put(name + ".fileName", deviceName);
    } else if (backing.equals(ISO)) {
      String iso = String.valueOf(device.fileName());
      out.put(name + ".deviceType", "cdrom-image");
      if (iso.isEmpty()) {
        out.put(name + ".fileName", EMPTY);
      } else {
        out.putFile(name + ".fileName", iso);
      }
    } else {
      boolean auto = device.backingIs("useAutoDetect");
      out.put(name + ".deviceType", DEVICE_TYPES.getOrDefault(backing, "atapi-cdrom"))
          .put(name + ".fileName", auto ? AUTO : deviceName);
      if (backing.startsWith(REMOTE)) {
        out.put(name + ".clientDevice", true);
      }
    }
    DeviceConnection.write(device, name, out);
  }

  /** Names of types of such devices. */
  static List<String> types() {
    return List.of(CDROM, PASSTHROUGH);
  }

  static boolean is(@Nullable HardwareDevice device) {
    return device != null && types().stream().anyMatch(device::isA);
  }
}
