package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * What {@link Domain#undefine(Set)} does beside, with libvirt's numbers ({@code
 * virDomainUndefineFlagsValues}). A driver refuses what it cannot. VMware hosts keep all files of a
 * domain, so they can follow the flags that say so, and {@link #SNAPSHOTS_METADATA}, which only
 * asks for what happens anyway.
 */
public enum DomainUndefineFlag implements LibvirtFlag {
  /** Together with its saved memory. */
  MANAGED_SAVE(1 << 0),
  /** Together with what is known of its snapshots; their files stay. */
  SNAPSHOTS_METADATA(1 << 1),
  /** Together with the variables of its firmware. */
  NVRAM(1 << 2),
  /** The variables of its firmware stay. */
  KEEP_NVRAM(1 << 3),
  /** Together with what is known of its checkpoints. */
  CHECKPOINTS_METADATA(1 << 4),
  /** Together with the state of its TPM. */
  TPM(1 << 5),
  /** The state of its TPM stays. */
  KEEP_TPM(1 << 6);

  private final int bit;

  DomainUndefineFlag(int bit) {
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
  public static Set<DomainUndefineFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainUndefineFlag.class, bits, "virDomainUndefineFlags");
  }
}
