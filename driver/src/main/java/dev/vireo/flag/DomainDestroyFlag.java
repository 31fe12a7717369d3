package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import java.util.Set;

/**
 * How {@link Domain#destroy(Set, TaskOptions)} stops a domain, with libvirt's numbers ({@code
 * virDomainDestroyFlagsValues}). A driver refuses what it cannot; VMware hosts can neither.
 */
public enum DomainDestroyFlag implements LibvirtFlag {
  /** Only if its process ends by itself. */
  GRACEFUL(1 << 0),
  /** Together with its log files. */
  REMOVE_LOGS(1 << 1);

  private final int bit;

  DomainDestroyFlag(int bit) {
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
  public static Set<DomainDestroyFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainDestroyFlag.class, bits, "virDomainDestroyFlags");
  }
}
