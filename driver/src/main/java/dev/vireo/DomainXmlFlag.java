package dev.vireo;

import java.util.EnumSet;
import java.util.Set;

/** What {@link Domain#getXMLDesc} shows, with libvirt's numbers ({@code virDomainXMLFlags}). */
public enum DomainXmlFlag {
  /** Passwords, too. Refused on a read-only connection. */
  SECURE(1 << 0),
  /** As it will be at its next start: without id. */
  INACTIVE(1 << 1),
  /** The processor as the host would give it; VMware hosts cannot say. */
  UPDATE_CPU(1 << 2),
  /** As another host can take it. Refused on a read-only connection; changes nothing here. */
  MIGRATABLE(1 << 3);

  private final int bit;

  DomainXmlFlag(int bit) {
    this.bit = bit;
  }

  /** libvirt's bit for this flag. */
  public int bit() {
    return bit;
  }

  /**
   * The flags of a libvirt bit mask.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when a bit has no flag
   */
  public static Set<DomainXmlFlag> fromBits(int bits) {
    EnumSet<DomainXmlFlag> flags = EnumSet.noneOf(DomainXmlFlag.class);
    int rest = bits;
    for (DomainXmlFlag flag : values()) {
      if ((bits & flag.bit) != 0) {
        flags.add(flag);
        rest &= ~flag.bit;
      }
    }
    if (rest != 0) {
      throw LibvirtException.of(
          ErrorCode.INVALID_ARG,
          "unsupported flags (0x" + Integer.toHexString(rest) + ") in virDomainGetXMLDesc");
    }
    return flags;
  }
}
