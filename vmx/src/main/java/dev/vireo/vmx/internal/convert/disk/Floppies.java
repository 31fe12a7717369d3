package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.model.domain.DiskTarget;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Plan;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Floppy drives. Those that a domain does not have are written as absent: VMware adds them. */
public final class Floppies {

  private static final DiskBus BUS = DiskBus.FLOPPY;
  private static final int DRIVES = BUS.kind().mostRead();
  private static final String FILE_NAME = "fileName";
  private static final String TYPE = "fileType";
  private static final String CLIENT = "clientDevice";

  private Floppies() {}

  public static void read(Reading reading, DevicesBuilder devices) {
    for (Section section : reading.devices(BUS.kind())) {
      if (section.unit() >= 0 || !section.flag("present", false)) {
        continue;
      }
      if (section.number() >= DRIVES) {
        section.warn("present", "is more than the " + DRIVES + " drives and was left out");
      } else if (!section.flag(CLIENT, false)) {
        devices.disk(disk(section.number(), source(section, reading)));
      }
    }
  }

  private static DiskSource source(Section section, Reading reading) {
    String name = section.filled(FILE_NAME);
    if (section.is(TYPE, "device")) {
      return DiskSource.Block.of(name);
    }
    if (!section.is(TYPE, "file")) {
      section.warn(TYPE, "should be file or device and counts as file");
    }
    String path = name == null ? null : reading.path(name);
    if (path == null && name != null) {
      section.warn(FILE_NAME, "is in no datastore that is known and is shown as it stands");
      path = name;
    }
    return DiskSource.File.of(path);
  }

  private static Disk disk(int number, DiskSource source) {
    return new Disk(
        "floppy",
        source,
        null,
        new DiskTarget(BUS.target(0, number, false), BUS.domainName(), Extras.NONE),
        false,
        false,
        false,
        DeviceInfo.at(BUS.address(0, number)),
        Extras.NONE);
  }

  static void plan(Plan plan, DiskPlace place, Disk disk) {
    String prefix = place.prefix();
    VmxDocument original = plan.original();
    VmxEntry client = original == null ? null : original.entry(prefix + "." + CLIENT);
    if (client != null
        && client.value().equalsIgnoreCase("true")
        && plan.output().keeps(prefix + ".present", "true")) {
      plan.warn(client, "is of a drive that the domain does not show; the new one took its place");
    }
    plan.add(prefix, Arrays.asList(disk.device(), disk.source()), out -> write(prefix, disk, out));
  }

  /** Plans the drives that the domain does not have. */
  public static void planAbsent(Plan plan, Set<DiskPlace> places) {
    for (int number = 0; number < DRIVES; number++) {
      DiskPlace place = new DiskPlace(BUS, 0, number);
      if (!places.contains(place)) {
        String prefix = place.prefix();
        plan.add(prefix, false, out -> out.set(prefix + ".present", false));
      }
    }
  }

  private static void write(String prefix, Disk disk, Output out) {
    if (!disk.device().equals("floppy")) {
      throw VmxException.unsupported(
          "devices/disk@device", "has to be floppy at the bus fdc", disk.device(), "floppy");
    }
    out.set(prefix + ".present", true);
    out.drop(prefix + "." + CLIENT);
    switch (disk.source()) {
      case DiskSource.File file -> writeFile(prefix, file.path(), out);
      case DiskSource.Block block when block.device() == null -> writeFile(prefix, null, out);
      case DiskSource.Block block -> {
        out.set(prefix + "." + TYPE, "device");
        out.setIfSaid(prefix + "." + FILE_NAME, block.device());
      }
      case DiskSource.Other other ->
          throw VmxException.unsupported(
              "devices/disk@type", "has to be file or block", other.type(), "file");
    }
  }

  private static void writeFile(String prefix, @Nullable String path, Output out) {
    out.set(prefix + "." + TYPE, "file");
    if (path == null) {
      out.drop(prefix + "." + FILE_NAME);
    } else {
      out.setFile(prefix + "." + FILE_NAME, "devices/disk/source@file", path);
    }
  }
}
