package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * How {@link Domain#snapshotCreateXML} takes a snapshot, with libvirt's numbers ({@code
 * virDomainSnapshotCreateFlags}). A driver refuses what it cannot; VMware hosts can {@link
 * #NO_METADATA}, {@link #DISK_ONLY} and {@link #QUIESCE}.
 */
public enum DomainSnapshotCreateFlag implements LibvirtFlag {
  /** Change what libvirt knows of a snapshot, and take none. */
  REDEFINE(1 << 0),
  /** With {@link #REDEFINE}, make it the current one. */
  CURRENT(1 << 1),
  /** Keep nothing of it beside the hypervisor, as VMware hosts always do. */
  NO_METADATA(1 << 2),
  /** Stop the domain afterwards. */
  HALT(1 << 3),
  /** Leave the memory out. */
  DISK_ONLY(1 << 4),
  /** Use files that are there. */
  REUSE_EXT(1 << 5),
  /** Quiesce the guest's file systems, for which VMware Tools have to run. */
  QUIESCE(1 << 6),
  /** Take all disks or none. */
  ATOMIC(1 << 7),
  /** Let the guest run while the memory is saved. */
  LIVE(1 << 8),
  /** Hold the XML against the schema. */
  VALIDATE(1 << 9);

  private final int bit;

  DomainSnapshotCreateFlag(int bit) {
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
  public static Set<DomainSnapshotCreateFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainSnapshotCreateFlag.class, bits, "virDomainSnapshotCreateXML");
  }
}
