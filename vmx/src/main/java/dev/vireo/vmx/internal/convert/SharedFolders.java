package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Filesystem;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.DeviceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Folders of the host in the guest, which Workstation and Fusion have. */
final class SharedFolders {

  static final DeviceKind KIND = DeviceKind.SHARED_FOLDER;

  private static final String DISABLE = "isolation.tools.hgfs.disable";
  private static final String COUNT = "sharedFolder.maxNum";
  private static final String MOUNT = "mount";

  private SharedFolders() {}

  /** Reads them; returns the number that each has in the file. */
  static List<Integer> read(Reading reading, DevicesBuilder devices) {
    List<Integer> numbers = new ArrayList<>();
    Section file = reading.general();
    if (file.flag(DISABLE, true)) {
      return numbers;
    }
    long count = file.whole(COUNT, 0);
    for (Section section : reading.devices(KIND)) {
      if (section.unit() >= 0 || !isThere(section)) {
        continue;
      }
      if (section.number() >= count) {
        section.warn("present", "is not below " + COUNT + ", and the folder was left out");
      } else if (readOne(section, devices)) {
        numbers.add(section.number());
      }
    }
    return numbers;
  }

  /** Both flags are looked at, so that both are reported if they are none. */
  private static boolean isThere(Section section) {
    boolean present = section.flag("present", false);
    boolean enabled = section.flag("enabled", false);
    return present && enabled;
  }

  private static boolean readOne(Section section, DevicesBuilder devices) {
    String hostPath = section.text("hostPath");
    String guestName = section.text("guestName");
    if (hostPath == null || guestName == null) {
      section.warnMissing(
          hostPath == null ? "hostPath" : "guestName", "is missing; the folder was left out");
      return false;
    }
    boolean readOnly = !section.flag("writeAccess", false);
    devices.filesystem(Filesystem.mount(hostPath, guestName, readOnly));
    return true;
  }

  static void plan(Plan plan) {
    List<Filesystem> folders = plan.domain().devices().filesystems();
    if (folders.isEmpty()) {
      return;
    }
    List<Integer> numbers = plan.numbers().folders();
    int count = numbers.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    plan.add(
        "folders",
        count,
        out -> {
          out.set(DISABLE, false);
          out.set(COUNT, count);
        });
    for (int i = 0; i < folders.size(); i++) {
      Filesystem folder = folders.get(i);
      String prefix = KIND.name(numbers.get(i));
      plan.addDevice(
          prefix,
          Arrays.asList(
              folder.type(), folder.sourceDirectory(), folder.targetDirectory(), folder.readOnly()),
          out -> write(prefix + ".", folder, out));
    }
  }

  private static void write(String dot, Filesystem folder, Output out) {
    if (!folder.type().equals(MOUNT)) {
      throw VmxException.unsupported(
          "devices/filesystem@type", "has to be mount", folder.type(), MOUNT);
    }
    String source = folder.sourceDirectory();
    String target = folder.targetDirectory();
    if (source == null || target == null) {
      throw VmxException.invalid(
          "devices/filesystem", "has to have a source and a target directory", null, null);
    }
    out.set(dot + "present", true);
    out.set(dot + "enabled", true);
    out.set(dot + "readAccess", true);
    out.set(dot + "writeAccess", !folder.readOnly());
    out.set(dot + "hostPath", source);
    out.set(dot + "guestName", target);
  }
}
