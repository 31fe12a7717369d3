package dev.vireo.flag;

import dev.vireo.Connect;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * Filters for {@link Connect#listAllDomains}, with libvirt's numbers ({@code
 * virConnectListAllDomainsFlags}). Flags of one group widen each other; groups narrow each other; a
 * group without any flag lets everything pass.
 */
public enum DomainListFlag implements LibvirtFlag {
  /** Not powered off: running or suspended. */
  ACTIVE(1 << 0),
  /** Powered off. */
  INACTIVE(1 << 1),
  /** Registered with the host, as every domain of a VMware host is. */
  PERSISTENT(1 << 2),
  /** Gone when powered off; VMware hosts have none. */
  TRANSIENT(1 << 3),
  /** In state {@link DomainState#RUNNING}. */
  RUNNING(1 << 4),
  /** In state {@link DomainState#PAUSED}, which on VMware hosts means suspended. */
  PAUSED(1 << 5),
  /** In state {@link DomainState#SHUTOFF}. */
  SHUTOFF(1 << 6),
  /** In any other state. */
  OTHER(1 << 7),
  /** With a managed save image; VMware hosts have none. */
  MANAGEDSAVE(1 << 8),
  /** Without a managed save image. */
  NO_MANAGEDSAVE(1 << 9),
  /** Started together with the host. */
  AUTOSTART(1 << 10),
  /** Not started together with the host. */
  NO_AUTOSTART(1 << 11),
  /** With at least one snapshot. */
  HAS_SNAPSHOT(1 << 12),
  /** Without a snapshot. */
  NO_SNAPSHOT(1 << 13),
  /** With a checkpoint; VMware hosts have none. */
  HAS_CHECKPOINT(1 << 14),
  /** Without a checkpoint. */
  NO_CHECKPOINT(1 << 15);

  private final int bit;

  DomainListFlag(int bit) {
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
  public static Set<DomainListFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainListFlag.class, bits, "virConnectListAllDomains");
  }
}
