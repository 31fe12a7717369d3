package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * What every device may have ({@code virDomainDeviceInfo}).
 *
 * @param alias name that the hypervisor knows it by
 * @param address where it sits
 * @param bootOrder its turn at booting, from 1
 */
public record DeviceInfo(
    @Nullable String alias, @Nullable DeviceAddress address, @Nullable Integer bootOrder) {

  /** Nothing said. */
  public static final DeviceInfo NONE = new DeviceInfo(null, null, null);

  /** Only a place. */
  public static DeviceInfo at(DeviceAddress address) {
    return new DeviceInfo(null, address, null);
  }
}
