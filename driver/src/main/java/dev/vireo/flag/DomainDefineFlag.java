package dev.vireo.flag;

import dev.vireo.Connect;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.util.Set;

/**
 * How {@link Connect#domainDefineXML(String, Set)} takes a definition, with libvirt's numbers
 * ({@code virDomainDefineFlags}).
 */
public enum DomainDefineFlag implements LibvirtFlag {
  /** Refuses a definition of which something would be left out, instead of logging it. */
  VALIDATE(1 << 0);

  private final int bit;

  DomainDefineFlag(int bit) {
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
  public static Set<DomainDefineFlag> fromBits(int bits) {
    return LibvirtFlag.fromBits(DomainDefineFlag.class, bits, "virDomainDefineXMLFlags");
  }
}
