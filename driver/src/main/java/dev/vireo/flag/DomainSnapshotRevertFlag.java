package dev.vireo.flag;

import dev.vireo.DomainSnapshot;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * How {@link DomainSnapshot#revert} goes back, with libvirt's numbers ({@code
 * virDomainSnapshotRevertFlags}). A driver refuses what it cannot; VMware hosts can none of these.
 */
public enum DomainSnapshotRevertFlag implements LibvirtFlag {
  /** Let the domain run afterwards. */
  RUNNING(1 << 0),
  /** Let the domain be paused afterwards. */
  PAUSED(1 << 1),
  /** Go back even where that is risky. */
  FORCE(1 << 2),
  /** Make the NVRAM anew. */
  RESET_NVRAM(1 << 3);

  private final int bit;

  DomainSnapshotRevertFlag(int bit) {
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
  public static Set<DomainSnapshotRevertFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainSnapshotRevertFlag.class, bits, "virDomainRevertToSnapshot");
  }
}
