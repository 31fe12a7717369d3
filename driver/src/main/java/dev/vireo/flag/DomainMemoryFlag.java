package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * What {@link Domain#setMemoryFlags} changes, with libvirt's numbers ({@code
 * virDomainMemoryModFlags}). See {@link DomainModificationImpact}.
 */
public enum DomainMemoryFlag implements LibvirtFlag {
  /** That of the domain that runs; fails when it does not. */
  LIVE(1 << 0),
  /** That of the next start. */
  CONFIG(1 << 1),
  /** The memory of the virtual hardware instead of what the guest may use of it. */
  MAXIMUM(1 << 2);

  private final int bit;

  DomainMemoryFlag(int bit) {
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
  public static Set<DomainMemoryFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainMemoryFlag.class, bits, "virDomainSetMemoryFlags");
  }
}
