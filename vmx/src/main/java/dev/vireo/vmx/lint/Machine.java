package dev.vireo.vmx.lint;

import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A document as the rules look at it: the entries that count, and the devices they make. */
final class Machine {
  private final VmxDocument document;
  private final List<VmxEntry> all;
  private final Map<String, VmxEntry> entries = new LinkedHashMap<>();
  private final Map<String, Device> devices = new LinkedHashMap<>();

  Machine(VmxDocument document) {
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
      Device device = Device.of(name, of, isTrue(name + ".present"));
      if (device != null) {
        devices.put(name, device);
      }
    });
  }

  /**
   * The entry that says that some of the configuration is encrypted; null if nothing is. Keys alone
   * are in the readable file of any machine with a TPM.
   */
  @Nullable VmxEntry encryption() {
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
  Iterable<Device> devices() {
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

  boolean isTrue(String key) {
    return VmxValues.parseBoolean(value(key)).orElse(false);
  }

  boolean isFalse(String key) {
    return !VmxValues.parseBoolean(value(key)).orElse(true);
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
