package dev.vireo.vmx.internal.convert;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Sets of CPUs: {@code 0,1,2,7} in VMX, {@code 0-2,7} or {@code 0-7,^3} in libvirt. */
final class CpuSet {

  private static final int LIMIT = 1 << 14;

  private CpuSet() {}

  /**
   * Reads VMX's list.
   *
   * @return null if it is not a list of numbers
   */
  static @Nullable BitSet parseList(String text) {
    BitSet cpus = new BitSet();
    if (text.isBlank()) {
      return cpus;
    }
    for (String item : text.split(",", -1)) {
      int cpu = number(item.strip());
      if (cpu < 0) {
        return null;
      }
      cpus.set(cpu);
    }
    return cpus;
  }

  /**
   * Reads libvirt's notation.
   *
   * @return null if it is none
   */
  static @Nullable BitSet parseRanges(String text) {
    BitSet cpus = new BitSet();
    for (String item : text.split(",", -1)) {
      String range = item.strip();
      boolean excluded = range.startsWith("^");
      int dash = excluded ? -1 : range.indexOf('-');
      int first = number(dash < 0 ? range.substring(excluded ? 1 : 0) : range.substring(0, dash));
      int last = dash < 0 ? first : number(range.substring(dash + 1));
      if (first < 0 || last < first) {
        return null;
      }
      cpus.set(first, last + 1, !excluded);
    }
    return cpus;
  }

  private static int number(String text) {
    Long value = text.isEmpty() || text.charAt(0) == '-' ? null : Section.parse(text.strip());
    return value == null || value < 0 || value >= LIMIT ? -1 : value.intValue();
  }

  static String formatList(BitSet cpus) {
    StringBuilder text = new StringBuilder();
    for (int cpu = cpus.nextSetBit(0); cpu >= 0; cpu = cpus.nextSetBit(cpu + 1)) {
      text.append(text.isEmpty() ? "" : ",").append(cpu);
    }
    return text.toString();
  }

  static String formatRanges(BitSet cpus) {
    StringBuilder text = new StringBuilder();
    for (int first = cpus.nextSetBit(0); first >= 0; ) {
      int last = cpus.nextClearBit(first) - 1;
      text.append(text.isEmpty() ? "" : ",").append(first);
      if (last > first) {
        text.append('-').append(last);
      }
      first = cpus.nextSetBit(last + 1);
    }
    return text.toString();
  }
}
