package dev.vireo.flag;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import java.util.EnumSet;
import java.util.Set;

/** A flag of a libvirt function: one bit of a mask, with a name. */
public interface LibvirtFlag {

  /** libvirt's bit for this flag. */
  int bit();

  /** libvirt's bit mask of some flags. */
  static int bits(Set<? extends LibvirtFlag> flags) {
    int bits = 0;
    for (LibvirtFlag flag : flags) {
      bits |= flag.bit();
    }
    return bits;
  }

  /**
   * The flags of a libvirt bit mask.
   *
   * @param type the flags that there are
   * @param function the libvirt function that takes them, for the error
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when a bit has no flag
   */
  static <F extends Enum<F> & LibvirtFlag> Set<F> fromBits(
      Class<F> type, int bits, String function) {
    EnumSet<F> flags = EnumSet.noneOf(type);
    int rest = bits;
    for (F flag : type.getEnumConstants()) {
      if ((bits & flag.bit()) != 0) {
        flags.add(flag);
        rest &= ~flag.bit();
      }
    }
    if (rest != 0) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "unsupported flags (0x" + Integer.toHexString(rest) + ") in " + function)
          .domain(ErrorDomain.DOM)
          .operation(function)
          .build();
    }
    return flags;
  }
}
