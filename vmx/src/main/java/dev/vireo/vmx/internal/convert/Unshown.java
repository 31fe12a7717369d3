package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.DeviceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a file has no form in a domain though it matters to who wants to rebuild the machine:
 * devices of the host and of the client, how disks are shared and written, and what starts
 * unconnected. Drives start so on any host, and all machines of Workstation have sound and USB:
 * these are not worth a word each time.
 */
final class Unshown {

  private static final Set<String> SHOWN_MODES = Set.of("persistent", "independent-nonpersistent");
  private static final List<DeviceKind> DISK_KINDS =
      List.of(DeviceKind.SCSI, DeviceKind.SATA, DeviceKind.NVME, DeviceKind.IDE);
  private static final List<DeviceKind> PORT_KINDS =
      List.of(DeviceKind.SERIAL, DeviceKind.PARALLEL);

  private final List<ConversionWarning> warnings = new ArrayList<>();

  private Unshown() {}

  static List<ConversionWarning> of(Reading reading) {
    Unshown unshown = new Unshown();
    for (DeviceKind kind : DISK_KINDS) {
      for (Section section : reading.devices(kind)) {
        if (section.is("present", "true")) {
          if (section.unit() < 0) {
            unshown.controller(section);
          } else {
            unshown.disk(section);
          }
        }
      }
    }
    present(reading.devices(DeviceKind.FLOPPY)).forEach(unshown::drive);
    reading.devices(DeviceKind.FLOPPY).forEach(unshown::impliedFloppy);
    PORT_KINDS.forEach(kind -> present(reading.devices(kind)).forEach(unshown::port));
    for (Section section : present(reading.others("pcipassthru"))) {
      unshown.warn(section.entry("present"), "is a device of the host, which is not shown");
    }
    return unshown.warnings;
  }

  private static List<Section> present(List<Section> devices) {
    return devices.stream()
        .filter(section -> section.unit() < 0 && section.is("present", "true"))
        .toList();
  }

  private void controller(Section section) {
    String sharing = section.filled("sharedBus");
    if (sharing != null && !sharing.equalsIgnoreCase("none")) {
      warn(section.entry("sharedBus"), "is not shown: other machines can use the disks too");
    }
  }

  private void disk(Section section) {
    String mode = section.filled("mode");
    if (mode != null && SHOWN_MODES.stream().noneMatch(mode::equalsIgnoreCase)) {
      warn(section.entry("mode"), "is not shown");
    }
    String sharing = section.filled("sharing");
    if (sharing != null && !sharing.equalsIgnoreCase("sharing-none")) {
      warn(section.entry("sharing"), "is not shown: other machines can use the disk too");
    }
    drive(section);
  }

  private void drive(Section section) {
    if (section.is("clientDevice", "true")) {
      warn(section.entry("clientDevice"), "is a drive of the client, which is not shown");
    }
  }

  /** VMware has the first floppy drive unless that is denied, and libvirt if it is said. */
  private void impliedFloppy(Section section) {
    if (section.unit() >= 0 || section.number() > 0 || section.entry("present") != null) {
      return;
    }
    if (section.is("clientDevice", "true")) {
      drive(section);
    } else if (section.entry("fileName") != null) {
      warn(
          section.entry("fileName"),
          "is of a drive that VMware has, for "
              + section.prefix()
              + ".present is missing, and that is not shown");
    }
  }

  private void port(Section section) {
    if (section.is("startConnected", "false")) {
      warn(section.entry("startConnected"), "is not shown: the device starts unconnected");
    }
  }

  private void warn(@Nullable VmxEntry entry, String text) {
    if (entry != null) {
      warnings.add(new ConversionWarning(entry.line(), entry.key(), text));
    }
  }
}
