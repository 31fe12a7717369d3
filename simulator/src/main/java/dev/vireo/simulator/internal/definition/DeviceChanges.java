package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualDeviceConfigSpecFileOperation;
import dev.vireo.vim.types.VirtualDeviceConfigSpecOperation;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes devices of a machine, one after the other. Not thread-safe. */
final class DeviceChanges {

  private static final Pattern MAC = Pattern.compile("(?i)[0-9a-f]{2}(:[0-9a-f]{2}){5}");
  private static final Pattern BARE_DATASTORE = Pattern.compile("\\[.*\\] ?");
  private static final int OLD_CARDS = 4;
  private static final int MANY_CARDS_HARDWARE = 7;

  private final Reconfiguration.Rules rules;
  private final List<FileOrder> files = new ArrayList<>();
  private final Map<Integer, Integer> newKeys = new HashMap<>();
  private MachineDefinition machine;

  DeviceChanges(MachineDefinition machine, Reconfiguration.Rules rules) {
    this.machine = machine;
    this.rules = rules;
  }

  MachineDefinition machine() {
    return machine;
  }

  List<FileOrder> files() {
    return files;
  }

  /** Applies one change. */
  void apply(int index, VirtualDeviceConfigSpec change) {
    VirtualDeviceConfigSpecOperation operation = change.operation();
    if (operation == null) {
      return;
    }
    HardwareDevice device = HardwareDevice.of(change.device());
    switch (operation.value()) {
      case "add" -> add(index, device, change.fileOperation());
      case "edit" -> edit(index, device);
      case "remove" -> remove(index, device, change.fileOperation());
      default -> throw Faults.invalidArgument("configSpec.deviceChange.operation");
    }
  }

  private void requireOff() {
    if (rules.running()) {
      throw rules.wrongState();
    }
  }

  /** What can come and go while the machine runs. */
  private boolean isHot(HardwareDevice device) {
    Integer controller = device.controller();
    HardwareDevice at = controller == null ? null : machine.device(controller);
    boolean hotBus = at != null && !Bus.IDE.equals(Bus.of(at));
    return device.isA(NetworkCards.CARD)
        || (device.isA("VirtualSCSIController") || device.isA("VirtualUSBController"))
        || (device.isA(Storage.DISK) && hotBus);
  }

  private void put(HardwareDevice device) {
    machine = machine.with(edit -> edit.put(device));
  }

  private void add(
      int index, HardwareDevice device, @Nullable VirtualDeviceConfigSpecFileOperation file) {
    HardwareDevice placed = placed(index, device);
    if (!isHot(placed)) {
      requireOff();
    }
    newKeys.put(device.key(), placed.key());
    put(device.isA(Storage.DISK) ? withFile(index, placed, file) : placed);
  }

  /** The device with key and place. */
  private HardwareDevice placed(int index, HardwareDevice device) {
    if (Bus.of(device) != null) {
      return controller(index, device);
    }
    if (device.isA(Storage.DISK) || Drives.is(device)) {
      return onBus(index, device);
    }
    if (device.isA(NetworkCards.CARD)) {
      return card(index, device);
    }
    if (Ports.firstKey(device) > 0) {
      int first = Ports.firstKey(device);
      int key = freeKey(first, Ports.most(device), index);
      return connected(DeviceList.at(device.with("key", key), DeviceList.SIO, key - first));
    }
    for (Map.Entry<String, Integer> single : SingleDevices.KEYS.entrySet()) {
      if (device.isA(single.getKey())) {
        int key = freeKey(single.getValue(), 1, index);
        return device.with("key", key).with("controllerKey", DeviceList.PCI);
      }
    }
    // Whatever else there is has no form in VMX files here, and would be lost.
    throw MachineFaults.deviceNotSupported(device.type());
  }

  private int freeKey(int first, int most, int index) {
    for (int key = first; key < first + most; key++) {
      if (machine.device(key) == null) {
        return key;
      }
    }
    throw MachineFaults.invalidDevice(index, "key");
  }

  private static HardwareDevice connected(HardwareDevice device) {
    return device.get("connectable") == null ? DeviceList.connectable(device, true, true) : device;
  }

  private HardwareDevice controller(int index, HardwareDevice device) {
    Bus bus = Bus.of(device);
    if (bus == null || bus.equals(Bus.IDE)) {
      throw MachineFaults.invalidDevice(index, "key");
    }
    int number = device.bus();
    if (number < 0 || number >= Bus.CONTROLLERS || isTaken(bus, number)) {
      number = 0;
      while (isTaken(bus, number)) {
        number++;
      }
    }
    if (number >= Bus.CONTROLLERS) {
      throw MachineFaults.invalidDevice(index, "busNumber");
    }
    return Controllers.placed(device, bus, number);
  }

  private boolean isTaken(Bus bus, int number) {
    return bus.controller(number, machine.devices()) != null;
  }

  private HardwareDevice onBus(int index, HardwareDevice device) {
    Integer wanted = device.controller();
    int key = wanted == null ? -1 : newKeys.getOrDefault(wanted, wanted);
    HardwareDevice controller = machine.device(key);
    Bus bus = controller == null ? null : Bus.of(controller);
    if (controller == null || bus == null) {
      throw MachineFaults.invalidController(index, wanted == null ? 0 : wanted);
    }
    int unit = device.unit() >= 0 ? device.unit() : freeUnit(bus, controller);
    if (!bus.hasUnit(controller, unit) || at(controller, unit, device.key()) != null) {
      throw MachineFaults.invalidDevice(index, "unitNumber");
    }
    int own = bus.key(controller, unit);
    while (machine.device(own) != null) {
      own++;
    }
    HardwareDevice placed = DeviceList.at(device.with("key", own), controller.key(), unit);
    return device.isA(Storage.DISK) ? placed : connected(placed);
  }

  private int freeUnit(Bus bus, HardwareDevice controller) {
    int unit = 0;
    while (at(controller, unit, 0) != null || (bus.equals(Bus.SCSI) && unit == Bus.SCSI_SELF)) {
      unit++;
    }
    return unit;
  }

  /** The device at a unit of a controller, other than the one with a key. */
  private @Nullable HardwareDevice at(HardwareDevice controller, int unit, int but) {
    for (HardwareDevice each : machine.devices()) {
      Integer on = each.controller();
      if (on != null && on == controller.key() && each.unit() == unit && each.key() != but) {
        return each;
      }
    }
    return null;
  }

  private HardwareDevice card(int index, HardwareDevice device) {
    if (device.backing() == null) {
      throw MachineFaults.invalidDevice(index, "backing");
    }
    int most = machine.hardwareVersion() < MANY_CARDS_HARDWARE ? OLD_CARDS : NetworkCards.MOST;
    int key = freeKey(NetworkCards.KEY, most, index);
    HardwareDevice placed =
        DeviceList.at(
            device.with("key", key), DeviceList.PCI, NetworkCards.SLOT + key - NetworkCards.KEY);
    return addressed(index, connected(placed));
  }

  private HardwareDevice addressed(int index, HardwareDevice card) {
    String mac = card.text("macAddress");
    boolean none = mac == null || mac.isEmpty();
    boolean manual = "manual".equalsIgnoreCase(card.text("addressType"));
    if (manual && (none || !MAC.matcher(mac).matches())) {
      throw MachineFaults.invalidDevice(index, "macAddress");
    }
    HardwareDevice typed =
        card.text("addressType") == null ? card.with("addressType", "generated") : card;
    return none ? typed.with("macAddress", rules.macs().get()) : typed;
  }

  private HardwareDevice withFile(
      int index, HardwareDevice disk, @Nullable VirtualDeviceConfigSpecFileOperation operation) {
    String asked = disk.fileName();
    if (asked == null) {
      throw MachineFaults.invalidDevice(index, "backing");
    }
    boolean unnamed = asked.isEmpty() || BARE_DATASTORE.matcher(asked).matches();
    String path = unnamed ? freeName(asked) : asked;
    HardwareDevice named = disk.withBacking("fileName", path);
    if (operation == null || operation.value().equals("destroy")) {
      DiskDescriptor descriptor = rules.disks().apply(path);
      if (descriptor == null || unnamed) {
        throw Faults.fileNotFound(path);
      }
      Long kib = descriptor.capacityKb();
      return sized(named, kib == null ? 0 : kib).withBacking("thinProvisioned", descriptor.thin());
    }
    long kib = kib(disk);
    if (kib <= 0) {
      throw MachineFaults.invalidDevice(index, "capacityInKB");
    }
    if (operation.value().equals("replace")) {
      files.add(new FileOrder.Destroy(path));
    }
    Integer on = disk.controller();
    HardwareDevice controller = on == null ? null : machine.device(on);
    String adapter = controller != null && Bus.IDE.equals(Bus.of(controller)) ? "ide" : "lsilogic";
    files.add(
        new FileOrder.Create(
            path, kib, disk.backingIs("thinProvisioned"), adapter, machine.hardwareVersion()));
    return sized(named, kib);
  }

  private static long kib(HardwareDevice disk) {
    Object bytes = disk.get("capacityInBytes");
    Object kib = disk.get("capacityInKB");
    return bytes instanceof Long exact && exact > 0
        ? exact >> 10
        : kib instanceof Number number ? number.longValue() : 0;
  }

  private static HardwareDevice sized(HardwareDevice disk, long kib) {
    return disk.with("capacityInKB", kib).with("capacityInBytes", kib << 10);
  }

  /** A name for a disk beside the VMX file, as the products give it. */
  private String freeName(String asked) {
    DatastorePath home = machine.vmx();
    DatastorePath root = asked.isEmpty() ? null : DatastorePath.parse(asked);
    String datastore = root == null ? home.datastore() : root.datastore();
    int number = 0;
    while (true) {
      String suffix = number == 0 ? ".vmdk" : "_" + number + ".vmdk";
      String path =
          new DatastorePath(datastore, home.sibling(machine.stem() + suffix).path()).toString();
      boolean used =
          rules.disks().apply(path) != null
              || machine.devices().stream().anyMatch(each -> path.equals(each.fileName()))
              || files.stream().anyMatch(each -> each.path().equals(path));
      if (!used) {
        return path;
      }
      number++;
    }
  }

  private void edit(int index, HardwareDevice change) {
    HardwareDevice old = machine.device(newKeys.getOrDefault(change.key(), change.key()));
    if (old == null) {
      throw MachineFaults.invalidDevice(index, "key");
    }
    if (!old.type().equals(change.type())) {
      throw MachineFaults.invalidDevice(index, "type");
    }
    HardwareDevice edited = old;
    for (String member : change.data().names()) {
      Object value = change.get(member);
      if (!member.equals("key") && value != null) {
        edited = edited.with(member, merged(old.get(member), value));
      }
    }
    if (edited.isA(Storage.DISK)) {
      edited = resized(index, old, edited, change);
    }
    if (edited.isA(NetworkCards.CARD)) {
      edited = addressed(index, edited);
    }
    boolean moved =
        old.unit() != edited.unit() || !Objects.equals(old.controller(), edited.controller());
    put(moved ? moved(index, edited) : edited);
  }

  private HardwareDevice moved(int index, HardwareDevice device) {
    requireOff();
    boolean storage = device.isA(Storage.DISK) || Drives.is(device);
    return storage ? onBus(index, device).with("key", device.key()) : device;
  }

  /** What is not said of a backing of the same type stays. */
  private static Object merged(@Nullable Object old, Object value) {
    if (old instanceof ObjectOf before
        && value instanceof ObjectOf after
        && before.typeName().equals(after.typeName())) {
      Map<String, Object> members = Members.map(before);
      members.putAll(Members.map(after));
      return new ObjectOf(after.typeName(), members);
    }
    return value;
  }

  private HardwareDevice resized(
      int index, HardwareDevice old, HardwareDevice edited, HardwareDevice change) {
    long before = kib(old);
    Object bytes = change.get("capacityInBytes");
    Object kib = change.get("capacityInKB");
    // Of two sizes that differ, the one that was changed counts.
    long after = before;
    if (kib instanceof Number number && number.longValue() != before) {
      after = number.longValue();
    } else if (bytes instanceof Long exact && exact > 0) {
      after = exact >> 10;
    }
    if (after == 0 || after == before) {
      return sized(edited, before);
    }
    if (after < before) {
      throw MachineFaults.invalidDevice(index, "capacityInKB");
    }
    files.add(new FileOrder.Extend(String.valueOf(edited.fileName()), after));
    return sized(edited, after);
  }

  private void remove(
      int index, HardwareDevice gone, @Nullable VirtualDeviceConfigSpecFileOperation operation) {
    HardwareDevice device = machine.device(gone.key());
    if (device == null || DeviceList.isBoard(device)) {
      throw MachineFaults.invalidDevice(index, "key");
    }
    if (machine.devices().stream()
        .anyMatch(each -> each.controller() != null && each.controller() == device.key())) {
      throw MachineFaults.invalidDevice(index, "key");
    }
    if (!isHot(device)) {
      requireOff();
    }
    String path = device.fileName();
    if (operation != null && operation.value().equals("destroy") && path != null) {
      files.add(new FileOrder.Destroy(path));
    }
    String name = VmxFile.name(device, machine.devices());
    machine =
        machine.with(edit -> {
          edit.removeDevice(device.key());
          return name == null
              ? edit
              : edit.removeExtra(name + ".").removeExtra("sched." + name + ".");
        });
  }
}
