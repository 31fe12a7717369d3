package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.inventory.Network;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the devices of a machine: what its definition says of them, and what follows from the
 * machine and its host.
 *
 * @param vm the machine
 * @param devices its devices
 * @param api the release to show them in
 */
record VmDevices(VirtualMachine vm, List<HardwareDevice> devices, ApiRelease api) {

  /** What is shown of a device of a kind that a release does not have: nothing. */
  private static final Set<String> BASES = Set.of("VirtualDevice", "VirtualController");

  /** All devices, as the API lists them. */
  List<ObjectOf> all() {
    List<HardwareDevice> shown =
        devices.stream()
            .filter(device -> !BASES.contains(Members.shownType(device.type(), api)))
            .toList();
    return shown.stream().map(device -> shown(device, shown)).toList();
  }

  private ObjectOf shown(HardwareDevice device, List<HardwareDevice> all) {
    HardwareDevice described = device.with("deviceInfo", DeviceLabels.of(device, all));
    if (device.isA("VirtualController")) {
      described =
          described.with(
              "device",
              all.stream()
                  .filter(each -> each.controller() != null && each.controller() == device.key())
                  .map(HardwareDevice::key)
                  .toList());
    }
    return Members.shown(backed(connected(described)).data(), api);
  }

  /** What connects at the start is connected while the machine runs. */
  private HardwareDevice connected(HardwareDevice device) {
    if (!(device.get("connectable") instanceof ObjectOf connection)) {
      return device;
    }
    boolean now =
        vm.power() == PowerState.ON && Boolean.TRUE.equals(connection.get("startConnected"));
    Map<String, Object> members = Members.map(connection);
    members.put("connected", now);
    members.put("status", now ? "ok" : "untried");
    return device.with("connectable", new ObjectOf(connection.typeName(), members));
  }

  /** What is behind a device, with references to it. */
  private HardwareDevice backed(HardwareDevice device) {
    String file = device.fileName();
    if (file != null) {
      HardwareDevice withParents = withParents(device, file);
      Datastore datastore = vm.datastoreOf(file);
      return datastore == null
          ? withParents
          : withParents.withBacking("datastore", datastore.ref());
    }
    String name = device.backingText("deviceName");
    if (name != null && device.isA("VirtualEthernetCard")) {
      Network network = vm.network(name);
      return (network == null ? device : device.withBacking("network", network.ref()))
          .withBacking("inPassthroughMode", false);
    }
    return device;
  }

  /** A disk with those that it is on top of, each the backing of the one above it. */
  private HardwareDevice withParents(HardwareDevice disk, String file) {
    ObjectOf backing = disk.backing();
    if (backing == null || !disk.isA("VirtualDisk")) {
      return disk;
    }
    List<String> chain = DiskChain.of(vm, file);
    ObjectOf parent = null;
    for (int i = chain.size() - 1; i > 0; i--) {
      parent = parentBacking(backing, chain.get(i), parent);
    }
    return disk.withBacking("parent", parent);
  }

  private ObjectOf parentBacking(ObjectOf top, String file, @Nullable ObjectOf below) {
    Map<String, Object> members = Members.map(top);
    members.put("fileName", file);
    Datastore datastore = vm.datastoreOf(file);
    if (datastore != null) {
      members.put("datastore", datastore.ref());
    }
    if (below != null) {
      members.put("parent", below);
    }
    return new ObjectOf(top.typeName(), members);
  }
}
