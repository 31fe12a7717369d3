package dev.vireo.spi;

import dev.vireo.ConvertedText;
import dev.vireo.DefinitionPlan;
import dev.vireo.DomainRemains;
import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.flag.DomainXmlFlag;
import java.util.Set;

/**
 * How a driver shows domains as XML and as files of the hypervisor, and makes domains of XML. A
 * driver refuses flags that it cannot follow with {@link Unsupported#requireOnly}.
 */
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

  /**
   * Defines a domain, or brings one that is there into the form that the XML says ({@code
   * virDomainDefineXML}; with flags {@code virDomainDefineXMLFlags}). Where it fails nothing has
   * changed.
   */
  default DefinitionOutcome define(String xml, Set<DomainDefineFlag> flags, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainDefineXML");
  }

  /** What {@link #define} would do now; changes nothing. */
  default DefinitionPlan plan(String xml, Set<DomainDefineFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainDefineXMLFlags");
  }

  /** Runs a domain that is gone when it ends ({@code virDomainCreateXML}). */
  default DomainEntry createXml(String xml, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainCreateXML");
  }

  /**
   * Makes the host forget a domain ({@code virDomainUndefine}; with flags {@code
   * virDomainUndefineFlags}).
   */
  default DomainRemains undefine(DomainHandle domain, Set<DomainUndefineFlag> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainUndefine");
  }
}
