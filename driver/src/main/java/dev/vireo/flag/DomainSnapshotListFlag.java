package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * Filters for {@link Domain#listAllSnapshots} and {@link DomainSnapshot#listAllChildren}, with
 * libvirt's numbers ({@code virDomainSnapshotListFlags}). Flags of one group widen each other;
 * groups narrow each other; a group without any flag lets everything pass.
 */
public enum DomainSnapshotListFlag implements LibvirtFlag {
  /** Of a domain: only those that were taken on top of none. */
  ROOTS(1 << 0),
  /** Of a snapshot: also children of children. It shares its bit with {@link #ROOTS}. */
  DESCENDANTS(1 << 0),
  /** With metadata of libvirt; VMware hosts have none. */
  METADATA(1 << 1),
  /** With none on top. */
  LEAVES(1 << 2),
  /** With others on top. */
  NO_LEAVES(1 << 3),
  /** Without metadata of libvirt. */
  NO_METADATA(1 << 4),
  /** Taken while the domain was off. */
  INACTIVE(1 << 5),
  /** Taken with the memory. */
  ACTIVE(1 << 6),
  /** Taken of the disks alone; VMware hosts do not tell those from {@link #INACTIVE}. */
  DISK_ONLY(1 << 7),
  /** Kept where the domain's files are, as VMware hosts do. */
  INTERNAL(1 << 8),
  /** Kept elsewhere; VMware hosts have none. */
  EXTERNAL(1 << 9),
  /** Each before those on top of it; VMware hosts always list them so. */
  TOPOLOGICAL(1 << 10);

  private final int bit;

  DomainSnapshotListFlag(int bit) {
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
  public static Set<DomainSnapshotListFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainSnapshotListFlag.class, bits, "virDomainListAllSnapshots");
  }
}
