package dev.vireo.vmx.internal.convert.disk;

import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.Disk;
import dev.vireo.vmx.VmxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A controller that is to be written: what its element says, and the disks at it. */
final class DiskController {

  private final DiskBus bus;
  private final int number;
  private final List<Disk> disks = new ArrayList<>();
  private @Nullable Controller element;

  DiskController(DiskBus bus, int number) {
    this.bus = bus;
    this.number = number;
  }

  void add(Disk disk) {
    disks.add(disk);
  }

  void describe(Controller controller) {
    element = controller;
  }

  DiskBus bus() {
    return bus;
  }

  int number() {
    return number;
  }

  List<Disk> disks() {
    return disks;
  }

  /** What its keys start with. */
  String prefix() {
    return bus.kind().name(number);
  }

  /** The model that its element says; null when it says none. */
  @Nullable String model() {
    return element == null ? null : element.model();
  }

  @Nullable DeviceAddress address() {
    return element == null ? null : element.info().address();
  }

  /** Everything that the keys depend on. */
  Object value() {
    List<@Nullable String> drivers = new ArrayList<>();
    for (Disk disk : disks) {
      drivers.add(disk.driver() == null ? null : disk.driver().name());
    }
    boolean detects = "auto".equals(model());
    return Arrays.asList(model(), address(), drivers, detects ? List.copyOf(disks) : null);
  }

  /** Complains about a number that VMware does not have. */
  void check() {
    if (number < 0 || number >= bus.controllers()) {
      throw VmxException.invalid(
          "devices/controller@index",
          "has to be from 0 to " + (bus.controllers() - 1),
          Integer.toString(number),
          Integer.toString(Math.max(0, bus.controllers() - 1)));
    }
  }
}
