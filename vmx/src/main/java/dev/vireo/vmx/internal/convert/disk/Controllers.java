package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.internal.convert.Guest;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.PciSlot;
import dev.vireo.vmx.internal.convert.Plan;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Controllers of disks. */
public final class Controllers {

  private static final String PRESENT = "present";

  private Controllers() {}

  /** Which controllers of a bus are there, by their numbers. IDE channels always are. */
  static boolean[] present(Reading reading, DiskBus bus) {
    boolean[] present = new boolean[bus.controllers()];
    if (bus.kind().isAlwaysThere()) {
      Arrays.fill(present, true);
      return present;
    }
    for (Section section : reading.devices(bus.kind())) {
      if (section.unit() < 0 && section.number() < present.length) {
        present[section.number()] = section.flag(PRESENT, false);
      }
    }
    return present;
  }

  /** Reads the controllers. Libvirt adds those of IDE and floppy drives when there are any. */
  public static void read(Reading reading, List<Disk> disks, DevicesBuilder devices) {
    for (DiskBus bus : List.of(DiskBus.SCSI, DiskBus.SATA, DiskBus.NVME)) {
      readBus(reading, bus, devices);
    }
    addIfUsed(DiskBus.FLOPPY, disks, devices);
    addIfUsed(DiskBus.IDE, disks, devices);
  }

  private static void readBus(Reading reading, DiskBus bus, DevicesBuilder devices) {
    Map<Integer, Controller> found = new TreeMap<>();
    for (Section section : reading.devices(bus.kind())) {
      if (section.unit() >= 0 || !section.flag(PRESENT, false)) {
        continue;
      }
      if (section.number() >= bus.controllers()) {
        section.warn(PRESENT, "is more than the " + bus.controllers() + " controllers");
        continue;
      }
      for (int gap = found.size(); gap < section.number(); gap++) {
        found.put(gap, controller(bus, gap, null, DeviceInfo.NONE));
      }
      found.put(section.number(), readController(bus, section));
    }
    found.values().forEach(devices::controller);
  }

  private static Controller readController(DiskBus bus, Section section) {
    String model = bus == DiskBus.SCSI ? ScsiModel.read(section) : null;
    return controller(bus, section.number(), model, PciSlot.read(section));
  }

  private static Controller controller(
      DiskBus bus, int number, @Nullable String model, DeviceInfo info) {
    return new Controller(bus.domainName(), number, model, info, Extras.NONE);
  }

  private static void addIfUsed(DiskBus bus, List<Disk> disks, DevicesBuilder devices) {
    for (Disk disk : disks) {
      if (bus.domainName().equals(disk.target().bus())) {
        devices.controller(controller(bus, 0, null, DeviceInfo.NONE));
        return;
      }
    }
  }

  /** Plans all controllers that disks are at, or that the domain says something about. */
  public static void plan(Plan plan, Map<DiskPlace, Disk> disks) {
    for (DiskBus bus : List.of(DiskBus.SCSI, DiskBus.SATA, DiskBus.NVME)) {
      Map<Integer, DiskController> used = new TreeMap<>();
      disks.forEach((place, disk) -> {
        if (place.bus() == bus) {
          used.computeIfAbsent(place.controller(), n -> new DiskController(bus, n)).add(disk);
        }
      });
      addElements(plan, bus, used);
      used.values().forEach(controller -> planOne(plan, controller));
    }
  }

  private static void addElements(Plan plan, DiskBus bus, Map<Integer, DiskController> used) {
    Devices devices = plan.domain().devices();
    for (Controller element : devices.controllers()) {
      Integer number = element.index();
      if (!element.type().equals(bus.domainName()) || number == null) {
        continue;
      }
      DiskController known = used.get(number);
      if (known == null && (saysSomething(element) || isKept(plan, bus, number))) {
        known = new DiskController(bus, number);
        used.put(number, known);
      }
      if (known != null) {
        known.describe(element);
      }
    }
  }

  private static boolean saysSomething(Controller element) {
    return element.model() != null || element.info().address() != null;
  }

  private static boolean isKept(Plan plan, DiskBus bus, int number) {
    return plan.output().keeps(bus.kind().name(number) + "." + PRESENT, "true");
  }

  private static void planOne(Plan plan, DiskController controller) {
    String prefix = controller.prefix();
    plan.addDevice(
        prefix,
        controller.value(),
        out -> {
          controller.check();
          requireHardware(controller.bus(), prefix, plan.target().hardwareVersion(), out);
          out.set(prefix + "." + PRESENT, true);
          if (controller.bus() == DiskBus.SCSI) {
            ScsiModel.write(prefix, controller, out);
          }
          out.about(
              "slot",
              controller.address(),
              () -> PciSlot.write(prefix, "devices/controller/address", controller.address(), out));
        });
  }

  private static void requireHardware(DiskBus bus, String prefix, int hardware, Output out) {
    int needed = bus.kind().since();
    if (hardware < needed && !out.keeps(prefix + "." + PRESENT, "true")) {
      throw Guest.tooOld(bus.domainName() + " controllers", needed, hardware);
    }
  }
}
