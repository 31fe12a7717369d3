package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import java.util.Set;

/**
 * How {@link Domain#create(Set, TaskOptions)} starts a domain, with libvirt's numbers ({@code
 * virDomainCreateFlags}). A driver refuses what it cannot; VMware hosts can none of them.
 */
public enum DomainCreateFlag implements LibvirtFlag {
  /** Stopped before its first instruction. */
  PAUSED(1 << 0),
  /** Destroyed when the connection is closed. */
  AUTODESTROY(1 << 1),
  /** Without the cache of the file system when its memory is loaded. */
  BYPASS_CACHE(1 << 2),
  /** From its disks, even where its memory was saved. */
  FORCE_BOOT(1 << 3),
  /** With its XML held against the schema. */
  VALIDATE(1 << 4),
  /** With its NVRAM as the template has it. */
  RESET_NVRAM(1 << 5);

  private final int bit;

  DomainCreateFlag(int bit) {
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
  public static Set<DomainCreateFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainCreateFlag.class, bits, "virDomainCreateWithFlags");
  }
}
