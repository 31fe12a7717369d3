package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.Network;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ObjectOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against a move.
 *
 * @param fault what it is
 * @param prevents whether the machine cannot be moved because of it
 */
public record MoveObjection(RaisedFault fault, boolean prevents) {

  /** All objections to a move, the worst first. */
  public static List<MoveObjection> to(Move move) {
    return new Inspection(move).objections();
  }

  /**
   * Checks that nothing prevents a move.
   *
   * @throws RaisedFault the first objection that does
   */
  public static void requireNone(Move move) {
    for (MoveObjection objection : to(move)) {
      if (objection.prevents()) {
        throw objection.fault();
      }
    }
  }

  private static final class Inspection {

    private final Move move;
    private final VirtualMachine vm;
    private final HostSystem target;
    private final boolean runs;
    private final List<RaisedFault> errors = new ArrayList<>();
    private final List<RaisedFault> warnings = new ArrayList<>();

    Inspection(Move move) {
      this.move = move;
      this.vm = move.vm();
      this.target = move.host();
      this.runs = vm.power() == PowerState.ON;
    }

    List<MoveObjection> objections() {
      inspectHosts();
      inspectFiles();
      if (move.changesHost()) {
        inspectDevices();
      }
      List<MoveObjection> all = new ArrayList<>();
      errors.forEach(fault -> all.add(new MoveObjection(fault, true)));
      warnings.forEach(fault -> all.add(new MoveObjection(fault, false)));
      return all;
    }

    private void inspectHosts() {
      if (!target.isConnected()) {
        errors.add(MoveFaults.hostNotConnected());
        return;
      }
      if (!move.changesHost()) {
        return;
      }
      if (target.inMaintenance()) {
        errors.add(Faults.invalidState());
      }
      if (move.changesDatacenter() && move.datastore() == null) {
        errors.add(MoveFaults.otherDatacenter(target, Objects.requireNonNull(vm.datacenter())));
      }
      if (!runs) {
        return;
      }
      for (HostSystem host : List.of(vm.place().host(), target)) {
        if (!host.supportsVmotion()) {
          errors.add(MoveFaults.noVmotion(host, host.equals(vm.place().host())));
        }
      }
      long free = target.freeMemory();
      long needed = (long) vm.memoryInUse() << 20;
      if (needed > free) {
        errors.add(MoveFaults.noMemory(free, needed));
      }
    }

    private void inspectFiles() {
      Datastore moved = move.datastore();
      if (moved != null) {
        if (!target.datastores().contains(moved)) {
          errors.add(MoveFaults.datastoreNotThere(moved, target));
        }
        return;
      }
      for (HardwareDevice disk : vm.definition().devices("VirtualDisk")) {
        String file = disk.fileName();
        if (file != null && !isReached(vm.datastoreOf(file))) {
          errors.add(MoveFaults.diskNotThere(label(disk), file, runs));
        }
      }
      if (!isReached(vm.datastoreOf(vm.definition().vmx().toString())) && errors.isEmpty()) {
        errors.add(Faults.fileNotFound(vm.definition().vmx().toString()));
      }
    }

    private boolean isReached(@Nullable Datastore datastore) {
      return datastore == null || target.datastores().contains(datastore);
    }

    private void inspectDevices() {
      for (HardwareDevice card : vm.definition().devices("VirtualEthernetCard")) {
        String name = card.backingText("deviceName");
        boolean there =
            target.networks().stream().map(Network::name).anyMatch(each -> each.equals(name));
        if (name != null && !there) {
          (runs ? errors : warnings).add(MoveFaults.networkNotThere(label(card), name, runs));
        }
      }
      for (HardwareDevice drive : vm.definition().devices("VirtualCdrom")) {
        String backing = drive.backingType();
        boolean host = backing.contains("Atapi") || backing.contains("RemotePassthrough");
        if (runs && host && connects(drive)) {
          errors.add(MoveFaults.deviceAttached(label(drive)));
        }
      }
    }

    private String label(HardwareDevice device) {
      return DeviceLabels.label(device, vm.definition().devices());
    }

    private static boolean connects(HardwareDevice device) {
      return device.get("connectable") instanceof ObjectOf connection
          && Boolean.TRUE.equals(connection.get("startConnected"));
    }
  }
}
