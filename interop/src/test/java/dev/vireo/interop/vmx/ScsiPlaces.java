package dev.vireo.interop.vmx;

import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Disk;
import java.util.List;

/**
 * Where SCSI disks are: names of targets differ by hardware versions, places do not.
 *
 * @param controllers of the domain
 * @param hardwareVersion of the file
 */
record ScsiPlaces(List<Controller> controllers, int hardwareVersion) {
  private static final int NARROW = 15;
  private static final int WIDE = 64;
  private static final int WIDE_HARDWARE = 14;
  private static final int ADAPTER = 7;

  /** The place of a disk at a SCSI controller, and the target of others. */
  String of(Disk disk) {
    String target = disk.target().device();
    String bus = disk.target().bus();
    if (!target.startsWith("sd") || !(bus == null || bus.equals("scsi"))) {
      return target;
    }
    if (disk.info().address() instanceof DeviceAddress.Drive drive) {
      return "scsi" + drive.controller() + ":" + drive.unit();
    }
    int index = -1;
    for (char letter : target.substring(2).toCharArray()) {
      index = (index + 1) * 26 + letter - 'a';
    }
    int perController = isWide(index) ? WIDE : NARROW;
    int position = index % perController;
    return "scsi" + index / perController + ":" + (position < ADAPTER ? position : position + 1);
  }

  private boolean isWide(int index) {
    return hardwareVersion >= WIDE_HARDWARE
        && controllers.stream().noneMatch(each -> isScsi(each, index / NARROW))
        && controllers.stream()
            .anyMatch(each -> isScsi(each, index / WIDE) && "vmpvscsi".equals(each.model()));
  }

  private static boolean isScsi(Controller controller, int number) {
    Integer index = controller.index();
    return controller.type().equals("scsi") && index != null && index == number;
  }
}
