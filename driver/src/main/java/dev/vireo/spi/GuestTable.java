package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import dev.vireo.flag.DomainHostnameFlag;
import java.util.Set;

/** What the operating system of a domain tells of itself. */
public interface GuestTable {

  /** Its name in the network ({@code virDomainGetHostname}). */
  default String hostname(DomainHandle domain, Set<DomainHostnameFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetHostname");
  }
}
