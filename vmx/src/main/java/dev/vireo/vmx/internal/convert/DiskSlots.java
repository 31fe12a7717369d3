package dev.vireo.vmx.internal.convert;

import java.util.Arrays;

/**
 * The places that disks can have, by the family of their keys: {@code scsi}, {@code sata}, {@code
 * nvme} or {@code ide}. Those that conversions read.
 *
 * @param controllers how many there can be, from 0
 * @param units how many each has, from 0
 */
public record DiskSlots(int controllers, int units) {

  /** The places of a family; all that can be numbered for one that has none. */
  public static DiskSlots of(String family, int hardwareVersion) {
    boolean superWide = DiskBus.isSuperWide(hardwareVersion);
    return Arrays.stream(DiskBus.values())
        .filter(bus -> bus.vmxName().equals(family))
        .map(bus -> new DiskSlots(bus.controllers(), bus.unitsEnd(superWide)))
        .findFirst()
        .orElseGet(() -> new DiskSlots(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }
}
