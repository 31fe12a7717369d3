package dev.vireo.simulator.internal.definition;

import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual machine is made of. The one truth: its VMX file is written from it and read into
 * it, the API's properties show it, and a reconfiguration makes another one of it. Immutable.
 *
 * @param name name as users write it, without the API's escapes
 * @param biosUuid UUID that the guest sees
 * @param instanceUuid UUID that a vCenter tells machines apart by
 * @param vmx place of the VMX file
 * @param hardwareVersion version of the virtual hardware
 * @param guest operating system
 * @param options settings that are not the default, by their paths in {@code
 *     VirtualMachineConfigInfo}; see {@link Option}
 * @param devices the devices, in the order in which the API lists them
 * @param extra entries of the VMX file that nothing here speaks of, in their order, unescaped
 * @param snapshots the snapshots
 * @param template whether it can only be cloned
 */
public record MachineDefinition(
    String name,
    UUID biosUuid,
    UUID instanceUuid,
    DatastorePath vmx,
    int hardwareVersion,
    GuestSystem guest,
    Map<String, Object> options,
    List<HardwareDevice> devices,
    Map<String, String> extra,
    Snapshots snapshots,
    boolean template) {

  /** Copies the collections. */
  public MachineDefinition {
    options = Map.copyOf(options);
    devices = List.copyOf(devices);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** Memory in MiB. */
  public int memoryMb() {
    return ((Number) get(Option.MEMORY)).intValue();
  }

  /** Virtual processors. */
  public int cpus() {
    return ((Number) get(Option.CPUS)).intValue();
  }

  /** The value of an option, or what it is where nothing is said. */
  public Object get(Option option) {
    return options.getOrDefault(option.path(), option.usual());
  }

  /** The device with a key; null for none. */
  public @Nullable HardwareDevice device(int key) {
    for (HardwareDevice device : devices) {
      if (device.key() == key) {
        return device;
      }
    }
    return null;
  }

  /** The devices of a type, or of types derived from it. */
  public List<HardwareDevice> devices(String type) {
    return devices.stream().filter(device -> device.isA(type)).toList();
  }

  /** The version of its virtual hardware as the API writes it. */
  public String hardwareName() {
    return hardwareVersion < 10 ? "vmx-0" + hardwareVersion : "vmx-" + hardwareVersion;
  }

  /** The name as the VI API shows it. */
  public String escapedName() {
    return escaped(name);
  }

  /** A name as the VI API shows it. */
  public static String escaped(String name) {
    return name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
  }

  /** A name that the VI API shows, as users write it. */
  public static String unescaped(String name) {
    return name.replace("%2f", "/")
        .replace("%2F", "/")
        .replace("%5c", "\\")
        .replace("%5C", "\\")
        .replace("%25", "%");
  }

  /** Path of a file beside the VMX file, in the datastore. */
  public DatastorePath sibling(String suffix) {
    return vmx.sibling(stem() + suffix);
  }

  /** Name of the VMX file without its ending. */
  public String stem() {
    String file = vmx.fileName();
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** A copy that starts as this one. */
  public MachineDefinition with(UnaryOperator<Editor> edit) {
    return edit.apply(new Editor(this)).build();
  }

  /** Collects changes. */
  public static final class Editor {

    private final MachineDefinition before;
    private String name;
    private UUID biosUuid;
    private UUID instanceUuid;
    private DatastorePath vmx;
    private GuestSystem guest;
    private int hardwareVersion;
    private final Map<String, Object> options;
    private final List<HardwareDevice> devices;
    private final Map<String, String> extra;
    private Snapshots snapshots;

    private Editor(MachineDefinition before) {
      this.before = before;
      this.name = before.name;
      this.biosUuid = before.biosUuid;
      this.instanceUuid = before.instanceUuid;
      this.vmx = before.vmx;
      this.guest = before.guest;
      this.hardwareVersion = before.hardwareVersion;
      this.options = new LinkedHashMap<>(before.options);
      this.devices = new ArrayList<>(before.devices);
      this.extra = new LinkedHashMap<>(before.extra);
      this.snapshots = before.snapshots;
    }

    /** Sets the name, as users write it. */
    public Editor name(String newName) {
      this.name = newName;
      return this;
    }

    /** Sets the UUID that the guest sees. */
    public Editor biosUuid(UUID uuid) {
      this.biosUuid = uuid;
      return this;
    }

    /** Sets the UUID that a vCenter tells machines apart by. */
    public Editor instanceUuid(UUID uuid) {
      this.instanceUuid = uuid;
      return this;
    }

    /** Sets the place of the VMX file. */
    public Editor vmx(DatastorePath path) {
      this.vmx = path;
      return this;
    }

    /** Sets the operating system. */
    public Editor guest(GuestSystem system) {
      this.guest = system;
      return this;
    }

    /** Sets the version of the virtual hardware. */
    public Editor hardwareVersion(int version) {
      this.hardwareVersion = version;
      return this;
    }

    /** Sets an option. */
    public Editor option(Option option, Object value) {
      options.put(option.path(), value);
      return this;
    }

    /** Replaces the device with the same key, or adds it behind the others. */
    public Editor put(HardwareDevice device) {
      for (int i = 0; i < devices.size(); i++) {
        if (devices.get(i).key() == device.key()) {
          devices.set(i, device);
          return this;
        }
      }
      devices.add(device);
      return this;
    }

    /** Removes a device. */
    public Editor removeDevice(int key) {
      devices.removeIf(device -> device.key() == key);
      return this;
    }

    /** Sets an entry that nothing speaks of; empty to remove it. Keys are the same in any case. */
    public Editor extra(String key, String value) {
      String known =
          extra.keySet().stream().filter(each -> each.equalsIgnoreCase(key)).findAny().orElse(key);
      if (value.isEmpty()) {
        extra.remove(known);
      } else {
        extra.put(known, value);
      }
      return this;
    }

    /** Removes the entries whose keys begin with a prefix. */
    public Editor removeExtra(String prefix) {
      extra.keySet().removeIf(key -> key.regionMatches(true, 0, prefix, 0, prefix.length()));
      return this;
    }

    /** The snapshots so far. */
    public Snapshots snapshots() {
      return snapshots;
    }

    /** Sets the snapshots. */
    public Editor snapshots(Snapshots newSnapshots) {
      this.snapshots = newSnapshots;
      return this;
    }

    private MachineDefinition build() {
      return new MachineDefinition(
          name,
          biosUuid,
          instanceUuid,
          vmx,
          hardwareVersion,
          guest,
          options,
          devices,
          extra,
          snapshots,
          before.template);
    }
  }
}
