package dev.vireo.interop.vmx;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One form for all ways to write the same document: one tag per line, indented; attributes in
 * alphabetic order; text escaped in one way; blank text between elements, comments and the
 * declaration dropped. The order of elements stays, since libvirt's order is part of its format.
 */
final class CanonicalXml {
  private CanonicalXml() {}

  /**
   * Brings a document into the form.
   *
   * @param document the text
   * @return the form; lines end in a line feed
   * @throws IllegalArgumentException if the text is not well-formed
   */
  static String of(String document) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      StringBuilder form = new StringBuilder(document.length());
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // what stands before the root element does not count
      }
      element(reader, form, "");
      return form.toString();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not well-formed: " + e.getMessage() + "\n" + document, e);
    }
  }

  /** Writes the element that the reader stands at the start of. */
  private static void element(XMLStreamReader reader, StringBuilder form, String indent)
      throws XMLStreamException {
    String name = name(reader);
    form.append(indent).append('<').append(name);
    attributes(reader)
        .forEach((key, value) ->
            form.append(' ').append(key).append("='").append(escaped(value)).append('\''));
    StringBuilder text = new StringBuilder();
    StringBuilder children = new StringBuilder();
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        element(reader, children, indent + "  ");
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
      event = reader.next();
    }
    boolean blank = text.toString().isBlank() && (children.length() > 0 || text.isEmpty());
    if (blank && children.isEmpty()) {
      form.append("/>\n");
      return;
    }
    form.append('>').append(blank ? "" : escaped(text.toString()));
    if (!children.isEmpty()) {
      form.append('\n').append(children).append(indent);
    }
    form.append("</").append(name).append(">\n");
  }

  private static String name(XMLStreamReader reader) {
    String uri = reader.getNamespaceURI();
    return uri == null || uri.isEmpty()
        ? reader.getLocalName()
        : "{" + uri + "}" + reader.getLocalName();
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String uri = reader.getAttributeNamespace(i);
      String key = reader.getAttributeLocalName(i);
      attributes.put(
          uri == null || uri.isEmpty() ? key : "{" + uri + "}" + key, reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;");
  }
}
