package dev.vireo.vmx.device;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the virtual hardware can have at most, beside the devices of {@link
 * DeviceKind}. Source: VMware's vSphere documentation, Virtual Machine Administration, "Hardware
 * Features Available with Virtual Machine Compatibility Settings", of 6.5, 6.7, 7.0 and 8.0.
 *
 * @param memory in GiB
 * @param cpus virtual CPUs
 * @param coresPerSocket virtual CPUs in a socket
 */
public record HardwareLimits(long memory, long cpus, long coresPerSocket) {
  private static final NavigableMap<Integer, HardwareLimits> BY_VERSION =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(HardwareVersions.OLDEST, new HardwareLimits(64, 4, 1)),
              Map.entry(7, new HardwareLimits(255, 8, 8)),
              Map.entry(8, new HardwareLimits(1011, 32, 32)),
              Map.entry(9, new HardwareLimits(1011, 64, 64)),
              Map.entry(11, new HardwareLimits(4080, 128, 64)),
              Map.entry(13, new HardwareLimits(6128, 128, 64)),
              Map.entry(15, new HardwareLimits(6128, 256, 64)),
              Map.entry(18, new HardwareLimits(24560, 768, 64)),
              Map.entry(20, new HardwareLimits(24560, 768, 256))));
  private static final int NEWEST_WITH_LIMITS = 21;

  /** The limits of a version; null if they are not known. Those between have the older's. */
  public static @Nullable HardwareLimits of(int version) {
    if (version > NEWEST_WITH_LIMITS) {
      return null;
    }
    Map.Entry<Integer, HardwareLimits> limits = BY_VERSION.floorEntry(version);
    return limits == null ? null : limits.getValue();
  }
}
