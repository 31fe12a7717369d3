package dev.vireo.vmx;

import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.device.VmwareProduct;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file is written for.
 *
 * @param hardwareVersion {@code virtualHW.version}, at least {@link HardwareVersions#OLDEST}
 * @param guestId {@code guestOS}, such as {@code rhel9-64}; null for {@code other} or {@code
 *     other-64} by the domain's architecture, as libvirt does
 * @param writesInstanceUuid whether the domain's uuid is written as {@code vc.uuid} even when the
 *     domain has no separate {@code <hwuuid>}; libvirt never writes it
 */
public record VmxTarget(int hardwareVersion, @Nullable String guestId, boolean writesInstanceUuid) {

  public VmxTarget {
    if (hardwareVersion < HardwareVersions.OLDEST) {
      throw new IllegalArgumentException(
          "hardware version " + hardwareVersion + " is below " + HardwareVersions.OLDEST);
    }
  }

  /** This hardware version, and everything else as libvirt has it. */
  public static VmxTarget ofHardwareVersion(int hardwareVersion) {
    return new VmxTarget(hardwareVersion, null, false);
  }

  /**
   * The newest hardware version of a product.
   *
   * @param productVersion see {@link HardwareVersions#newestOf}
   */
  public static VmxTarget of(VmwareProduct product, String productVersion) {
    return ofHardwareVersion(HardwareVersions.newestOf(product, productVersion));
  }

  /** The same with this {@link #guestId}. */
  public VmxTarget withGuestId(@Nullable String value) {
    return new VmxTarget(hardwareVersion, value, writesInstanceUuid);
  }

  /** The same with this {@link #writesInstanceUuid}. */
  public VmxTarget withInstanceUuid(boolean value) {
    return new VmxTarget(hardwareVersion, guestId, value);
  }
}
