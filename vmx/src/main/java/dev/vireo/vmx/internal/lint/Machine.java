package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document as the rules look at it: the entries that count, and the devices they make. */
public final class Machine {
  private static final String FIRST_FLOPPY = "floppy0";
  private static final String MARK = "\ufeff";
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");

  private final VmxDocument document;
  private final List<VmxEntry> all;
  private final Map<String, VmxEntry> entries = new LinkedHashMap<>();
  private final Map<String, MachineDevice> devices = new LinkedHashMap<>();

  public Machine(VmxDocument document) {
    this.document = document;
    all = document.entries();
    for (VmxEntry entry : all) {
      entries.putIfAbsent(entry.foldedKey(), entry);
    }
    Map<String, List<VmxEntry>> ofDevices = new LinkedHashMap<>();
    for (Map.Entry<String, VmxEntry> entry : entries.entrySet()) {
      int dot = entry.getKey().indexOf('.');
      if (dot > 0) {
        ofDevices
            .computeIfAbsent(entry.getKey().substring(0, dot), name -> new ArrayList<>())
            .add(entry.getValue());
      }
    }
    ofDevices.forEach((name, of) -> {
      MachineDevice device = MachineDevice.of(name, of, isPresent(name));
      if (device != null) {
        devices.put(name, device);
      }
    });
  }

  /**
   * The entry that says that some of the configuration is encrypted; null if nothing is. Keys alone
   * are in the readable file of any machine with a TPM.
   */
  public @Nullable VmxEntry encryption() {
    VmxEntry data = entry("encryption.data");
    return data == null && entry("memsize") == null ? entry("encryption.keysafe") : data;
  }

  VmxDocument document() {
    return document;
  }

  /** Every entry, duplicates too. */
  List<VmxEntry> all() {
    return all;
  }

  /** The entries that count, by their folded keys, in the order of the file. */
  Map<String, VmxEntry> entries() {
    return entries;
  }

  /** The devices that have a number, present or not, in the order of the file. */
  Iterable<MachineDevice> devices() {
    return devices.values();
  }

  /** The entry of a key in lower case; null if there is none. */
  @Nullable VmxEntry entry(String key) {
    return entries.get(key);
  }

  /** The value of a key in lower case, empty if there is none. */
  String value(String key) {
    VmxEntry entry = entries.get(key);
    return entry == null ? "" : entry.value();
  }

  /** Whether VMware takes the value for true. */
  boolean isTrue(String key) {
    VmxEntry entry = entries.get(key);
    return entry != null && VmwareBoolean.parse(entry.value()).orElse(false);
  }

  /** Whether VMware takes the value for false. */
  boolean isFalse(String key) {
    VmxEntry entry = entries.get(key);
    return entry != null && !VmwareBoolean.parse(entry.value()).orElse(true);
  }

  /** Whether VMware has the device. The first floppy drive it has unless that is denied. */
  private boolean isPresent(String name) {
    String key = name + ".present";
    return isTrue(key) || (name.equals(FIRST_FLOPPY) && entries.get(key) == null);
  }

  /** Whether a key in lower case is of a device that VMware has not, and does not look at. */
  boolean isOfAbsentDevice(String key) {
    MachineDevice device = devices.get(key.substring(0, Math.max(0, key.indexOf('.'))));
    return device != null && !device.present() && !key.equals(device.name() + ".present");
  }

  /** Calls for the first entry of each line that has one, with the line as it stands. */
  void firstOfLines(BiConsumer<VmxEntry, String> consumer) {
    String text = document.text();
    List<String> lines =
        List.of(LINE_END.split(text.startsWith(MARK) ? text.substring(1) : text, -1));
    int last = 0;
    for (VmxEntry entry : all) {
      if (entry.line() > last) {
        last = entry.line();
        consumer.accept(entry, lines.get(last - 1));
      }
    }
  }

  OptionalLong integer(String key) {
    return VmxValues.parseInteger(value(key));
  }

  /** How many virtual CPUs the machine has; 1 if that is not or not well said. */
  long cpus() {
    return Math.max(1, integer("numvcpus").orElse(1));
  }

  /** The version of the virtual hardware; 0 if it is not or not well said. */
  int hardware() {
    long version = integer("virtualhw.version").orElse(0);
    return version > 0 && version <= Integer.MAX_VALUE ? (int) version : 0;
  }
}
