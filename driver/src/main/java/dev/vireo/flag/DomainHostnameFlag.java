package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * Where {@link Domain#getHostname} asks, with libvirt's numbers ({@code
 * virDomainGetHostnameFlags}).
 */
public enum DomainHostnameFlag implements LibvirtFlag {
  /** DHCP leases of the host. */
  LEASE(1 << 0),
  /** An agent in the guest. */
  AGENT(1 << 1);

  private final int bit;

  DomainHostnameFlag(int bit) {
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
  public static Set<DomainHostnameFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainHostnameFlag.class, bits, "virDomainGetHostname");
  }
}
