package dev.vireo.flag;

import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * What {@link DomainSnapshot#getXMLDesc} shows, with libvirt's numbers ({@code
 * virDomainSnapshotXMLFlags}).
 */
public enum DomainSnapshotXmlFlag implements LibvirtFlag {
  /** Passwords, too. */
  SECURE(1 << 0);

  private final int bit;

  DomainSnapshotXmlFlag(int bit) {
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
  public static Set<DomainSnapshotXmlFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainSnapshotXmlFlag.class, bits, "virDomainSnapshotGetXMLDesc");
  }
}
