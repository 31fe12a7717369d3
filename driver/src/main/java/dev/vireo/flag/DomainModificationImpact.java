package dev.vireo.flag;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * Which of a domain's configurations is meant, with libvirt's numbers ({@code
 * virDomainModificationImpact}). None of them means the current one: of a domain that runs the
 * live, of another one the persistent. A VMware host keeps one configuration of a virtual machine:
 * what it shows and takes while the machine runs is live and persistent.
 */
public enum DomainModificationImpact implements LibvirtFlag {
  /** That of the domain that runs; fails when it does not. */
  LIVE(1 << 0),
  /** That of the next start. */
  CONFIG(1 << 1);

  private final int bit;

  DomainModificationImpact(int bit) {
    this.bit = bit;
  }

  @Override
  public int bit() {
    return bit;
  }

  /**
   * The flags of a libvirt bit mask.
   *
   * @param function the libvirt function that takes them, for the error
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when a bit has no flag
   */
  public static Set<DomainModificationImpact> fromBits(int bits, String function) {
    return LibvirtFlag.fromBits(DomainModificationImpact.class, bits, function);
  }
}
