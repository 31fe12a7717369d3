package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/** What {@link Domain#getXMLDesc} shows, with libvirt's numbers ({@code virDomainXMLFlags}). */
public enum DomainXmlFlag implements LibvirtFlag {
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

  @Override
  public int bit() {
    return bit;
  }

  /**
   * The flags of a libvirt bit mask.
   *
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when a bit has no flag
   */
  public static Set<DomainXmlFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainXmlFlag.class, bits, "virDomainGetXMLDesc");
  }
}
