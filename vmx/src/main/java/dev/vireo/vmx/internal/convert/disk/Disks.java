package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskTarget;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Plan;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Disks and CD-ROM drives at SCSI, SATA, NVMe and IDE controllers. */
public final class Disks {

  private static final String WRITE_THROUGH = "writeThrough";
  private static final String CACHE_THROUGH = "writethrough";
  private static final String MODE = "mode";
  private static final String TRANSIENT = "independent-nonpersistent";
  private static final List<DiskBus> IN_ORDER =
      List.of(DiskBus.SCSI, DiskBus.SATA, DiskBus.NVME, DiskBus.IDE);

  private static final Comparator<DiskPlace> BY_PLACE =
      Comparator.comparingInt(DiskPlace::controller).thenComparingInt(DiskPlace::unit);

  private Disks() {}

  public static void read(Reading reading, DevicesBuilder devices) {
    for (DiskBus bus : IN_ORDER) {
      boolean[] present = Controllers.present(reading, bus);
      for (Section section : reading.devices(bus.kind())) {
        if (section.unit() >= 0 && section.flag("present", false)) {
          readAt(bus, section, present, reading, devices);
        }
      }
    }
  }

  private static void readAt(
      DiskBus bus, Section section, boolean[] present, Reading reading, DevicesBuilder devices) {
    boolean superWide = reading.hasSuperWideScsi();
    if (!bus.has(section.number(), section.unit(), superWide)) {
      section.warn("present", "is at no place of this hardware and was left out");
      return;
    }
    if (!present[section.number()]) {
      section.warn("present", "has no controller that is present and was left out");
      return;
    }
    DiskBacking backing =
        section.flag("clientDevice", false) ? null : DiskBacking.read(section, bus, reading);
    if (backing != null) {
      devices.disk(disk(bus, section, backing, superWide));
    }
  }

  private static Disk disk(DiskBus bus, Section section, DiskBacking backing, boolean superWide) {
    boolean isDisk = backing.device().equals("disk");
    boolean through = section.flag(WRITE_THROUGH, false);
    int controller = section.number();
    int unit = section.unit();
    return new Disk(
        backing.device(),
        backing.source(),
        through ? new DiskDriver(null, null, CACHE_THROUGH, null, null, Extras.NONE) : null,
        new DiskTarget(bus.target(controller, unit, superWide), bus.domainName(), Extras.NONE),
        !isDisk,
        false,
        section.is(MODE, TRANSIENT),
        DeviceInfo.at(bus.address(controller, unit)),
        Extras.NONE);
  }

  /**
   * The disks of a domain with their places, in the order that libvirt's parser gives them: buses
   * as they first come, and by place in each.
   *
   * @throws VmxException if two are at the same place
   */
  public static Map<DiskPlace, Disk> places(List<Disk> disks, ScsiUnits units) {
    Map<DiskBus, Map<DiskPlace, Disk>> buses = new LinkedHashMap<>();
    for (Disk disk : disks) {
      DiskPlace place = DiskPlace.of(disk, units);
      Map<DiskPlace, Disk> atBus = buses.computeIfAbsent(place.bus(), bus -> new LinkedHashMap<>());
      if (atBus.put(place, disk) != null) {
        throw VmxException.invalid(
            "devices/disk/target@dev",
            "has to be another one for each disk",
            disk.target().device(),
            null);
      }
    }
    Map<DiskPlace, Disk> sorted = new LinkedHashMap<>();
    for (Map<DiskPlace, Disk> atBus : buses.values()) {
      List<DiskPlace> order = new ArrayList<>(atBus.keySet());
      order.sort(BY_PLACE);
      for (DiskPlace place : order) {
        sorted.put(place, Objects.requireNonNull(atBus.get(place)));
      }
    }
    return sorted;
  }

  public static void plan(Plan plan, Map<DiskPlace, Disk> places) {
    places.forEach((place, disk) -> {
      if (place.bus() == DiskBus.FLOPPY) {
        Floppies.plan(plan, place, disk);
      } else {
        plan.addDevice(
            place.prefix(),
            Arrays.asList(disk.device(), disk.source(), cache(disk), disk.transientChanges()),
            out -> {
              plan.scsiUnits().require(place, out);
              write(place, disk, out);
            });
      }
    });
  }

  private static void write(DiskPlace place, Disk disk, Output out) {
    String prefix = place.prefix();
    out.set(prefix + ".present", true);
    out.about(
        "backing",
        Arrays.asList(disk.device(), disk.source()),
        () -> DiskBacking.write(prefix, place.bus(), disk, out));
    if (writesThrough(disk)) {
      out.set(prefix + "." + WRITE_THROUGH, true);
    }
    if (disk.transientChanges()) {
      out.set(prefix + "." + MODE, TRANSIENT);
    }
  }

  private static boolean writesThrough(Disk disk) {
    String cache = cache(disk);
    if (cache == null || cache.equals("default")) {
      return false;
    }
    if (!cache.equals(CACHE_THROUGH)) {
      throw VmxException.unsupported(
          "devices/disk/driver@cache", "has to be default or writethrough", cache, CACHE_THROUGH);
    }
    return true;
  }

  private static @Nullable String cache(Disk disk) {
    DiskDriver driver = disk.driver();
    return driver == null ? null : driver.cache();
  }
}
