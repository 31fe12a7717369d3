package dev.vireo.cli.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a document for XPath, and keeps the order of attributes, which a plain DOM forgets. */
final class DomainDocument extends DefaultHandler {
  private final Document document;
  private Node parent;

  private DomainDocument(Document document) {
    this.document = document;
    this.parent = document;
  }

  /** Reads XML that this program has made. */
  static Document parse(String xml) {
    try {
      SAXParserFactory factory = SAXParserFactory.newNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
      DomainDocument reader =
          new DomainDocument(
              DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument());
      factory.newSAXParser().parse(new InputSource(new StringReader(xml)), reader);
      return reader.document;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the XML of the domain cannot be read back", e);
    }
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    Element element = document.createElementNS(uri.isEmpty() ? null : uri, name);
    List<Attr> ordered = new ArrayList<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute =
          document.createAttributeNS(
              namespace(attributes.getQName(i), attributes.getURI(i)), attributes.getQName(i));
      attribute.setValue(attributes.getValue(i));
      element.setAttributeNodeNS(attribute);
      ordered.add(attribute);
    }
    element.setUserData(XmlNodes.ATTRIBUTES, ordered, null);
    parent.appendChild(element);
    parent = element;
  }

  private static @Nullable String namespace(String name, String uri) {
    if (name.equals("xmlns") || name.startsWith("xmlns:")) {
      return XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
    }
    return uri.isEmpty() ? null : uri;
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    parent = parent.getParentNode();
  }

  @Override
  public void characters(char[] text, int start, int length) {
    Node last = parent.getLastChild();
    String more = new String(text, start, length);
    if (last != null && last.getNodeType() == Node.TEXT_NODE) {
      last.setNodeValue(last.getNodeValue() + more);
    } else {
      parent.appendChild(document.createTextNode(more));
    }
  }
}
