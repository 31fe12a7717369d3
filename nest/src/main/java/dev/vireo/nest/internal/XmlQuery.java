package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks things up in the documents that libvirt answers with. */
public final class XmlQuery {

  // The capabilities of a machine with a thousand processors take half a megabyte.
  private static final int MOST_CHARACTERS = 4 << 20;

  // Those of libvirt's documents are some ten deep.
  private static final int DEEPEST = 200;

  private final Element element;

  private XmlQuery(Element element) {
    this.element = element;
  }

  /**
   * Reads a document.
   *
   * @throws NestException if it is not XML, or has a DTD
   */
  public static XmlQuery parse(String document) {
    int most = HeapShare.bytes(MOST_CHARACTERS);
    if (document.length() > most) {
      throw new NestException(
          "libvirt answered with a document of more than %s, which is more than is read"
              .formatted(HeapShare.text(most)));
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      // The reader's own handler prints errors.
      builder.setErrorHandler(new DefaultHandler());
      return new XmlQuery(
          builder.parse(new InputSource(new StringReader(document))).getDocumentElement());
    } catch (SAXException e) {
      throw new NestException(
          "libvirt answered with something else than XML: " + e.getMessage(), e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("the JDK's XML reader does not work", e);
    }
  }

  /** All descendants at a path of element names below this one. */
  public List<XmlQuery> all(String... path) {
    List<XmlQuery> found = List.of(this);
    for (String name : path) {
      found = found.stream().flatMap(parent -> parent.children(name).stream()).toList();
    }
    return found;
  }

  /** The first descendant at a path. */
  public Optional<XmlQuery> first(String... path) {
    return all(path).stream().findFirst();
  }

  /** Text of the first descendant at a path, without the blanks around it. */
  public Optional<String> text(String... path) {
    return first(path).map(found -> found.element.getTextContent().strip());
  }

  /** An attribute; empty when it is not there or empty. */
  public Optional<String> attribute(String name) {
    return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
  }

  /** The namespace of this element; empty for none. */
  public String namespace() {
    String namespace = element.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** The text of this element without the blanks around it. */
  public String text() {
    return element.getTextContent().strip();
  }

  private List<XmlQuery> children(String name) {
    List<XmlQuery> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found && name.equals(found.getLocalName())) {
        children.add(new XmlQuery(found));
      }
    }
    return children;
  }
}
