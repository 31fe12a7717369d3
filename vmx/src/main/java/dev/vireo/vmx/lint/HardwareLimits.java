package dev.vireo.vmx.lint;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the virtual hardware can have at most. Source: VMware's vSphere documentation,
 * Virtual Machine Administration, "Hardware Features Available with Virtual Machine Compatibility
 * Settings", of 6.5, 6.7, 7.0 and 8.0.
 *
 * @param memory in GiB
 * @param cpus virtual CPUs
 * @param coresPerSocket virtual CPUs in a socket
 * @param nics network adapters
 */
record HardwareLimits(long memory, long cpus, long coresPerSocket, int nics) {
  /** The oldest version that libvirt reads. */
  static final int OLDEST = 4;

  /** The newest version there is: that of ESX 9.0. */
  static final int NEWEST = 22;

  private static final NavigableMap<Integer, HardwareLimits> BY_VERSION =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(4, new HardwareLimits(64, 4, 1, 4)),
              Map.entry(7, new HardwareLimits(255, 8, 8, 10)),
              Map.entry(8, new HardwareLimits(1011, 32, 32, 10)),
              Map.entry(9, new HardwareLimits(1011, 64, 64, 10)),
              Map.entry(11, new HardwareLimits(4080, 128, 64, 10)),
              Map.entry(13, new HardwareLimits(6128, 128, 64, 10)),
              Map.entry(15, new HardwareLimits(6128, 256, 64, 10)),
              Map.entry(18, new HardwareLimits(24560, 768, 64, 10)),
              Map.entry(20, new HardwareLimits(24560, 768, 256, 10))));
  private static final int NEWEST_WITH_LIMITS = 21;

  /** The limits of a version; null if they are not known. Those between have the older's. */
  static @Nullable HardwareLimits of(int version) {
    if (version > NEWEST_WITH_LIMITS) {
      return null;
    }
    Map.Entry<Integer, HardwareLimits> limits = BY_VERSION.floorEntry(version);
    return limits == null ? null : limits.getValue();
  }
}
