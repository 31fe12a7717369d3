package dev.vireo.flag;

import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * How {@link Domain#reboot(Set)} asks a guest, with libvirt's numbers ({@code
 * virDomainRebootFlagValues}); without any the driver chooses. VMware hosts know one way, that has
 * no flag: VMware Tools.
 */
public enum DomainRebootFlag implements LibvirtFlag {
  /** By the power button. */
  ACPI_POWER_BTN(1 << 0),
  /** By the agent in the guest. */
  GUEST_AGENT(1 << 1),
  /** By the init process of a container. */
  INITCTL(1 << 2),
  /** By a signal to a container. */
  SIGNAL(1 << 3),
  /** By a message of a paravirtualised guest. */
  PARAVIRT(1 << 4);

  private final int bit;

  DomainRebootFlag(int bit) {
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
  public static Set<DomainRebootFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainRebootFlag.class, bits, "virDomainReboot");
  }
}
