package dev.vireo.flag;

import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * What {@link DomainSnapshot#delete} deletes, with libvirt's numbers ({@code
 * virDomainSnapshotDeleteFlags}). A driver refuses what it cannot; VMware hosts can {@link
 * #CHILDREN} and {@link #METADATA_ONLY}.
 */
public enum DomainSnapshotDeleteFlag implements LibvirtFlag {
  /** Also those on top of it. */
  CHILDREN(1 << 0),
  /** Only what libvirt knows of it, which is nothing on VMware hosts. */
  METADATA_ONLY(1 << 1),
  /** Only those on top of it. */
  CHILDREN_ONLY(1 << 2);

  private final int bit;

  DomainSnapshotDeleteFlag(int bit) {
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
  public static Set<DomainSnapshotDeleteFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainSnapshotDeleteFlag.class, bits, "virDomainSnapshotDelete");
  }
}
