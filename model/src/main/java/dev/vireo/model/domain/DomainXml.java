package dev.vireo.model.domain;

import dev.vireo.model.internal.domain.DomainXmlMapping;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlException;

/**
 * Reads and writes domain XML.
 *
 * <p>Reading takes what libvirt takes: any order of elements, sizes in any unit, uuids without
 * hyphens. It adds none of libvirt's defaults. What no record knows stays in {@link Extras}, with
 * its text, comments and namespaces. Comments beside known elements are dropped, as libvirt does.
 *
 * <p>Writing follows {@code virsh dumpxml} in layout, escaping and order, for what is in {@link
 * Extras} too. A document that libvirt wrote comes out as it went in. An element that no record and
 * no table of libvirt's elements knows goes behind its siblings.
 *
 * <p>The parser is loaded when the first document is read.
 */
public final class DomainXml {

  private static final String DOCUMENT = "domain XML";

  private DomainXml() {}

  /**
   * Reads a document.
   *
   * @param xml at most 16 Mi characters, nested at most 256 levels deep, without a document type
   *     declaration; an encoding in its declaration means nothing
   * @throws XmlException when it is not well-formed, beyond these bounds, or not a domain
   */
  public static DomainDefinition parse(String xml) {
    return DomainXmlMapping.read(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Reads a document.
   *
   * @param xml as of {@link #parse(String)}, at most 16 MiB, in the encoding that its byte order
   *     mark or declaration names, or UTF-8
   * @throws XmlException as of {@link #parse(String)}
   */
  public static DomainDefinition parse(byte[] xml) {
    return DomainXmlMapping.read(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Writes a document.
   *
   * @return the document with a line feed at its end, and without an XML declaration
   */
  public static String format(DomainDefinition domain) {
    ElementWriter out = new ElementWriter();
    DomainXmlMapping.write(out, domain);
    return out.toString();
  }
}
