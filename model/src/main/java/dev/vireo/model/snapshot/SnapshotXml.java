package dev.vireo.model.snapshot;

import dev.vireo.model.internal.snapshot.SnapshotXmlMapping;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.XmlException;

/**
 * Reads and writes snapshot XML, as {@link dev.vireo.model.domain.DomainXml} does for domains: a
 * document of libvirt comes out as it went in.
 */
public final class SnapshotXml {

  private static final String DOCUMENT = "snapshot XML";

  private SnapshotXml() {}

  /**
   * Reads a document.
   *
   * @param xml bounded as for {@link dev.vireo.model.domain.DomainXml#parse(String)}
   * @throws XmlException when it is not well-formed, beyond the bounds, or not a snapshot
   */
  public static SnapshotDefinition parse(String xml) {
    return SnapshotXmlMapping.read(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Reads a document.
   *
   * @param xml in the encoding that its byte order mark or declaration names, or UTF-8
   * @throws XmlException as of {@link #parse(String)}
   */
  public static SnapshotDefinition parse(byte[] xml) {
    return SnapshotXmlMapping.read(XmlDocumentReader.read(DOCUMENT, xml));
  }

  /**
   * Writes a document.
   *
   * @return the document with a line feed at its end, and without an XML declaration
   */
  public static String format(SnapshotDefinition snapshot) {
    ElementWriter out = new ElementWriter();
    SnapshotXmlMapping.write(out, snapshot);
    return out.toString();
  }
}
