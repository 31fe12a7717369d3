package dev.vireo.vmx;

import dev.vireo.vmx.device.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two configuration files say differently. The order of entries, comments, quotes, the case of
 * keys, encodings, other forms of the same value, entries after the first of their key, defaults
 * that are said, and what is said of devices that neither machine has do not count.
 */
public final class VmxDiff {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "memsize", "32",
          "numvcpus", "1",
          "cpuid.corespersocket", "1",
          "sched.mem.max", "unlimited",
          "sched.mem.minsize", "0",
          "sched.cpu.affinity", "all",
          "sched.cpu.shares", "normal",
          "svga.vramsize", "4194304",
          "firmware", "bios");

  /** Booleans that are false if they are not said. */
  private static final Pattern FALSE_BY_DEFAULT =
      Pattern.compile(
          "(?s).+\\.(present|clientdevice|writethrough|autodetect)"
              + "|smbios\\.reflecthost|uefi\\.secureboot\\.enabled|remotedisplay\\.vnc\\.enabled");

  private VmxDiff() {}

  /**
   * A key that means something else in two files.
   *
   * @param device the device that the key is of, in lower case, such as scsi0:1; empty if of none
   * @param key as the left file spells it, or the right one if the left has it not
   * @param left the value in the left file, still escaped; null if it has none
   * @param right the value in the right file, still escaped; null if it has none
   */
  public record Difference(
      String device, String key, @Nullable String left, @Nullable String right) {

    /** Whether the values must not be shown. */
    public boolean isSecret() {
      return VmxSecrets.isSecret(key);
    }

    /** The difference for a message; secret values are left out. */
    @Override
    public String toString() {
      return key + ": " + (isSecret() ? VmxSecrets.HIDDEN : left + " -> " + right);
    }
  }

  /**
   * The differences, those of the machine itself first and then device by device, in the order of
   * the left file and then the right one.
   */
  public static List<Difference> between(VmxDocument left, VmxDocument right) {
    Map<String, VmxEntry> lefts = entries(left);
    Map<String, VmxEntry> rights = entries(right);
    Set<String> keys = new LinkedHashSet<>(lefts.keySet());
    keys.addAll(rights.keySet());
    keys.remove(VmxEncoding.KEY); // the values are compared decoded

    Map<String, List<Difference>> byDevice = new LinkedHashMap<>();
    byDevice.put("", new ArrayList<>());
    for (String key : keys) {
      String device = device(key);
      List<Difference> differences = byDevice.computeIfAbsent(device, name -> new ArrayList<>());
      VmxEntry a = lefts.get(key);
      VmxEntry b = rights.get(key);
      boolean matters = device.isEmpty() || isPresent(lefts, device) || isPresent(rights, device);
      if (matters && !meaning(key, a).equals(meaning(key, b))) {
        VmxEntry spelled = a == null ? b : a;
        differences.add(
            new Difference(device, spelled == null ? key : spelled.key(), valueOf(a), valueOf(b)));
      }
    }
    return byDevice.values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, VmxEntry> entries(VmxDocument document) {
    Map<String, VmxEntry> entries = new LinkedHashMap<>();
    for (VmxEntry entry : document.entries()) {
      entries.putIfAbsent(entry.foldedKey(), entry);
    }
    return entries;
  }

  private static String device(String key) {
    DeviceName name = DeviceName.ofKey(key);
    return name == null || name.kind() == null ? "" : name.text();
  }

  private static boolean isPresent(Map<String, VmxEntry> entries, String device) {
    VmxEntry present = entries.get(device + ".present");
    return present != null && present.value().equalsIgnoreCase("true");
  }

  private static @Nullable String valueOf(@Nullable VmxEntry entry) {
    return entry == null ? null : entry.value();
  }

  /** A text that is equal for values that mean the same; of another form if there is no value. */
  private static String meaning(String key, @Nullable VmxEntry entry) {
    VmxKind kind = VmxKind.of(key);
    if (entry != null) {
      return "=" + kind.normal(entry.value());
    }
    String byDefault = FALSE_BY_DEFAULT.matcher(key).matches() ? "false" : DEFAULTS.get(key);
    return byDefault == null ? "" : "=" + kind.normal(byDefault);
  }
}
