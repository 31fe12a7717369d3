package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Disk;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.internal.convert.disk.DiskBus;
import dev.vireo.vmx.internal.convert.disk.DiskPlace;
import java.util.Map;

/** The bridges that newer virtual hardware needs for its controllers, and VMCI. */
final class Chipset {

  private static final String BRIDGE = "pciBridge0.present";
  private static final int FIRST_PORT = 4;
  private static final int LAST_PORT = 7;

  private Chipset() {}

  static void plan(Plan plan, Map<DiskPlace, Disk> disks) {
    if (plan.target().hardwareVersion() < HardwareVersions.PCIE) {
      return;
    }
    boolean needsBridges =
        disks.keySet().stream()
            .anyMatch(
                p -> p.bus() == DiskBus.SCSI || p.bus() == DiskBus.SATA || p.bus() == DiskBus.NVME);
    if (needsBridges || plan.output().keeps(BRIDGE, "true")) {
      plan.add("bridges", true, Chipset::writeBridges);
    }
    plan.add("vmci", true, out -> out.set("vmci0.present", true));
  }

  private static void writeBridges(Output out) {
    out.set(BRIDGE, true);
    for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
      String prefix = "pciBridge" + port;
      out.set(prefix + ".present", true);
      out.set(prefix + ".virtualDev", "pcieRootPort");
      out.set(prefix + ".functions", 8);
    }
  }
}
