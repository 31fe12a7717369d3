package dev.vireo.simulator.internal.definition;

import dev.vireo.simulator.internal.files.VmxText;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A machine as a VMX file, both ways. */
public final class VmxFile {

  private static final int OLDEST_HARDWARE = 4;
  private static final String BIOS_UUID = "uuid.bios";
  private static final String INSTANCE_UUID = "vc.uuid";

  /** What the products write of guaranteed memory beside the option's own key. */
  private static final String MEMORY_MINIMUM = "sched.mem.minSize";

  /** In the order in which VMX files are written; controllers before what is on them. */
  private static final List<DeviceFamily> FAMILIES =
      List.of(
          new Controllers(), new Storage(), new NetworkCards(), new Ports(), new SingleDevices());

  private VmxFile() {}

  /**
   * Reads a file. What it has and a definition does not know becomes {@code extra}.
   *
   * @param file the file
   * @param vmx where it is
   * @param surroundings what it leaves to the host
   */
  public static MachineDefinition read(
      VmxDocument file, DatastorePath vmx, Surroundings surroundings) {
    VmxSource source = new VmxSource(file, surroundings);
    source.take(".encoding");
    source.take("config.version");
    int hardware = number(source.take("virtualHW.version"), OLDEST_HARDWARE);
    DeviceList devices = DeviceList.board(hardware);
    FAMILIES.forEach(family -> family.read(source, devices));
    Map<String, Object> options = new LinkedHashMap<>();
    for (Option option : Option.ALL) {
      String value = source.take(option.key());
      if (value != null) {
        options.put(option.path(), option.read(value));
      }
    }
    String minimum = source.take(MEMORY_MINIMUM);
    if (minimum != null) {
      options.putIfAbsent(
          Option.MEMORY_RESERVATION.path(), Option.MEMORY_RESERVATION.read(minimum));
    }
    String name = source.takeName("displayName");
    String bios = source.take(BIOS_UUID);
    String instance = source.take(INSTANCE_UUID);
    GuestSystem guest = GuestSystem.ofVmx(source.take("guestOS", "other"));
    MachineDefinition blank =
        new MachineDefinition(
            "",
            uuid(bios, surroundings.biosUuids()),
            uuid(instance, surroundings.instanceUuids()),
            vmx,
            hardware,
            guest,
            options,
            devices.all(),
            source.rest(),
            Snapshots.NONE,
            vmx.fileName().toLowerCase(Locale.ROOT).endsWith(".vmtx"));
    return blank.with(edit -> edit.name(name == null ? blank.stem() : name));
  }

  private static int number(@Nullable String text, int usual) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : usual;
  }

  private static UUID uuid(@Nullable String text, Supplier<UUID> drawn) {
    String hex = text == null ? "" : text.replaceAll("[\\s-]", "");
    if (!hex.matches("[0-9a-fA-F]{32}")) {
      return drawn.get();
    }
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }

  /**
   * All entries of the file of a machine, unescaped and in their order.
   *
   * @param instances whether the product writes instance UUIDs
   */
  private static Map<String, String> lines(
      MachineDefinition machine, FileNameResolver names, boolean instances) {
    VmxLines out = new VmxLines(machine.vmx(), names);
    out.put("config.version", 8)
        .put("virtualHW.version", machine.hardwareVersion())
        .put("displayName", machine.escapedName())
        .put("guestOS", machine.guest().vmxId());
    for (Option option : Option.ALL) {
      Object value = machine.options().get(option.path());
      if (value != null) {
        out.put(option.key(), option.written(value));
        if (option.equals(Option.MEMORY_RESERVATION)) {
          out.put(MEMORY_MINIMUM, option.written(value));
        }
      }
    }
    out.put(BIOS_UUID, VmxText.uuid(machine.biosUuid()));
    if (instances) {
      out.put(INSTANCE_UUID, VmxText.uuid(machine.instanceUuid()));
    }
    machine.extra().forEach(out::put);
    for (DeviceFamily family : FAMILIES) {
      for (HardwareDevice device : machine.devices()) {
        String name = family.name(device, machine.devices());
        if (name != null) {
          family.write(device, name, out);
        }
      }
    }
    return out.all();
  }

  /** The file of a machine. */
  public static String text(MachineDefinition machine, FileNameResolver names, boolean instances) {
    VmxText text = new VmxText();
    lines(machine, names, instances).forEach(text::put);
    return text.toString();
  }

  /**
   * A file that a machine was read from, with what has become of the machine since: only what
   * differs is touched.
   *
   * @throws IllegalArgumentException if the file cannot hold it
   */
  public static VmxDocument updated(
      VmxDocument file,
      MachineDefinition before,
      MachineDefinition after,
      FileNameResolver names,
      boolean instances) {
    Map<String, String> old = lines(before, names, instances);
    Map<String, String> now = lines(after, names, instances);
    VmxDocument.Editor editor = file.edit();
    old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(editor::remove);
    now.forEach((key, value) -> {
      if (!value.equals(old.get(key))) {
        editor.set(key, VmxText.escaped(value));
      }
    });
    return editor.apply();
  }

  /** A file with what the host had to draw because the file does not say it. */
  public static VmxDocument completed(
      VmxDocument file, MachineDefinition machine, FileNameResolver names, boolean instances) {
    VmxDocument.Editor editor = file.edit();
    lines(machine, names, instances)
        .forEach((key, value) -> {
          boolean drawn =
              key.equals(BIOS_UUID)
                  || key.equals(INSTANCE_UUID)
                  || key.endsWith(".generatedAddress");
          if (drawn && file.get(key) == null) {
            editor.set(key, VmxText.escaped(value));
          }
        });
    return editor.apply();
  }

  /** The beginning of the keys of a device, such as {@code scsi0:1}; null for none. */
  static @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    for (DeviceFamily family : FAMILIES) {
      String name = family.name(device, all);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** The keys, in any case, of what the definition of a machine speaks of. */
  static Set<String> structuredKeys(MachineDefinition machine) {
    Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.addAll(lines(machine, FileNameResolver.asIs(), true).keySet());
    machine.extra().keySet().forEach(keys::remove);
    Option.ALL.forEach(option -> keys.add(option.key()));
    keys.add(MEMORY_MINIMUM);
    return keys;
  }
}
