package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * How {@link Domain#migrate} moves a domain, with libvirt's numbers ({@code
 * virDomainMigrateFlags}). VMware hosts take {@link #LIVE}, {@link #PERSIST_DEST}, {@link
 * #UNDEFINE_SOURCE} and {@link #PAUSED} without any effect, as in libvirt: a domain that runs is
 * always moved while it runs and goes on running, it is never on two hosts, and always persistent.
 * Beyond libvirt they follow {@link #NON_SHARED_DISK} and {@link #OFFLINE}.
 */
public enum DomainMigrateFlag implements LibvirtFlag {
  /** While it runs. */
  LIVE(1 << 0),
  /** The source talks to the destination by itself. */
  PEER2PEER(1 << 1),
  /** Through the connection of the two daemons. */
  TUNNELLED(1 << 2),
  /** It stays defined on the destination. */
  PERSIST_DEST(1 << 3),
  /** It is no longer defined on the source. */
  UNDEFINE_SOURCE(1 << 4),
  /** It does not run on at the destination. */
  PAUSED(1 << 5),
  /**
   * With its disks, all of them. On VMware hosts all its files go to a datastore of the
   * destination: the one that the migration URI names with {@code ?datastore=NAME}, or that with
   * most space left.
   */
  NON_SHARED_DISK(1 << 6),
  /** With its disks, but not what they share with the destination. */
  NON_SHARED_INC(1 << 7),
  /** Nobody changes its configuration meanwhile. */
  CHANGE_PROTECTION(1 << 8),
  /** Even when that is not safe. */
  UNSAFE(1 << 9),
  /** Only its definition. On VMware hosts: only if it is powered off. */
  OFFLINE(1 << 10),
  /** With memory pages that repeat compressed. */
  COMPRESSED(1 << 11),
  /** Not after an error of input or output. */
  ABORT_ON_ERROR(1 << 12),
  /** Slowed down until it can be moved. */
  AUTO_CONVERGE(1 << 13),
  /** With all its memory pinned. */
  RDMA_PIN_ALL(1 << 14),
  /** With the rest of its memory following after it. */
  POSTCOPY(1 << 15),
  /** Over TLS. */
  TLS(1 << 16),
  /** Over several connections. */
  PARALLEL(1 << 17),
  /** With disks that are written at both ends meanwhile. */
  NON_SHARED_SYNCHRONOUS_WRITES(1 << 18),
  /** Once more, after a failure of {@link #POSTCOPY}. */
  POSTCOPY_RESUME(1 << 19),
  /** Without copying memory pages. */
  ZEROCOPY(1 << 20);

  private final int bit;

  DomainMigrateFlag(int bit) {
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
  public static Set<DomainMigrateFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainMigrateFlag.class, bits, "virDomainMigrate");
  }
}
