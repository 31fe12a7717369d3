package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DeviceAddress;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.vmx.VmxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a device sits at the PCI buses: {@code pciSlotNumber}, of which the lowest five bits are
 * the slot, the next five the bridge and three more its function.
 */
public final class PciSlot {

  private static final String KEY = "pciSlotNumber";
  private static final int BUS_SHIFT = 5;
  private static final int FUNCTION_SHIFT = 10;
  private static final int FIVE_BITS = 0x1f;
  private static final int LAST = 0x1fff;

  private PciSlot() {}

  /** Reads it. VMware writes -1 where it has not chosen a slot yet, and 0 is no device's. */
  public static DeviceInfo read(Section section) {
    long number = section.whole(KEY, -1);
    if (number == 0 || number == -1) {
      return DeviceInfo.NONE;
    }
    if (number < 0 || number > LAST) {
      section.warn(KEY, "has to be from 0 to " + LAST + " and was left out");
      return DeviceInfo.NONE;
    }
    int bits = (int) number;
    return DeviceInfo.at(
        new DeviceAddress.Pci(
            0, bits >> BUS_SHIFT & FIVE_BITS, bits & FIVE_BITS, bits >> FUNCTION_SHIFT, ""));
  }

  /**
   * Writes it, unless VMware is to choose.
   *
   * @param prefix what the keys of the device start with, without the dot
   * @param element the device in the domain, for messages
   */
  public static void write(
      String prefix, String element, @Nullable DeviceAddress address, Output out) {
    if (!(address instanceof DeviceAddress.Pci pci)) {
      return;
    }
    if (pci.domain() != 0) {
      throw unsupported(element + "@domain", "has to be 0x0000", hex(pci.domain()), "0x0000");
    }
    if (pci.bus() > FIVE_BITS) {
      throw unsupported(
          element + "@bus", "has to be from 0x00 to " + hex(FIVE_BITS), hex(pci.bus()), "0x1f");
    }
    int number = pci.function() << FUNCTION_SHIFT | pci.bus() << BUS_SHIFT | pci.slot();
    if (number != 0) {
      out.set(prefix + "." + KEY, number);
    }
  }

  private static VmxException unsupported(String key, String rule, String value, String nearest) {
    return VmxException.unsupported(key, rule, value, nearest);
  }

  private static String hex(int value) {
    return "0x" + (value < 0x10 ? "0" : "") + Integer.toHexString(value);
  }
}
