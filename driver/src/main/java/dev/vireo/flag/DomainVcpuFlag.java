package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * Which virtual processors {@link Domain#setVcpusFlags} and {@link Domain#getVcpusFlags} mean, with
 * libvirt's numbers ({@code virDomainVcpuFlags}). See {@link DomainModificationImpact}.
 */
public enum DomainVcpuFlag implements LibvirtFlag {
  /** Those of the domain that runs; fails when it does not. */
  LIVE(1 << 0),
  /** Those of the next start. */
  CONFIG(1 << 1),
  /** The most that there may be; on VMware hosts as many as there are. */
  MAXIMUM(1 << 2),
  /** Those that the guest uses; VMware hosts cannot say. */
  GUEST(1 << 3),
  /** New ones can be removed while the domain runs; VMware hosts cannot choose. */
  HOTPLUGGABLE(1 << 4);

  private final int bit;

  DomainVcpuFlag(int bit) {
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
  public static Set<DomainVcpuFlag> fromBits(int bits, String function) {
    return LibvirtFlag.fromBits(DomainVcpuFlag.class, bits, function);
  }
}
