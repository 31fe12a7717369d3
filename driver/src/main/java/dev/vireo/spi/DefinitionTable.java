package dev.vireo.spi;

import dev.vireo.ConvertedText;
import dev.vireo.DomainXmlFlag;
import dev.vireo.ErrorDomain;
import java.util.Set;

/** How a driver shows domains as XML and as files of the hypervisor. */
public interface DefinitionTable {

  /** Its definition as XML ({@code virDomainGetXMLDesc}). */
  default ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetXMLDesc");
  }

  /** A configuration file of the hypervisor as XML ({@code virConnectDomainXMLFromNative}). */
  default ConvertedText fromNative(String format, byte[] config) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectDomainXMLFromNative");
  }

  /** XML as a configuration file of the hypervisor ({@code virConnectDomainXMLToNative}). */
  default ConvertedText toNative(String format, String xml) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectDomainXMLToNative");
  }
}
