package dev.vireo.cli.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes nodes of a document as libxml2 formats them, which is how virsh prints them. */
final class XmlNodes {
  /** User data of an element: its attributes in the order of the document. */
  static final String ATTRIBUTES = "attributes";

  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder(512);

  private XmlNodes() {}

  /** The nodes, each with a line feed behind it. */
  static String joined(List<Node> nodes) {
    XmlNodes all = new XmlNodes();
    for (Node node : nodes) {
      all.node(node, 0);
      all.out.append('\n');
    }
    return all.out.toString();
  }

  /** The nodes in an element {@code nodes}, with a line feed behind it. */
  static String wrapped(List<Node> nodes) {
    XmlNodes all = new XmlNodes();
    all.out.append("<nodes");
    List<Node> children = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Attr attribute) {
        all.attribute(attribute);
      } else {
        children.add(node instanceof Document document ? document.getDocumentElement() : node);
      }
    }
    all.content("nodes", children, 0);
    all.out.append('\n');
    return all.out.toString();
  }

  private void node(Node node, int depth) {
    switch (node.getNodeType()) {
      case Node.DOCUMENT_NODE -> {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        node(((Document) node).getDocumentElement(), depth);
        out.append('\n');
      }
      case Node.ELEMENT_NODE -> element((Element) node, depth);
      case Node.ATTRIBUTE_NODE -> attribute((Attr) node);
      case Node.COMMENT_NODE -> out.append("<!--").append(node.getNodeValue()).append("-->");
      default -> escaped(node.getNodeValue(), false);
    }
  }

  private void element(Element element, int depth) {
    out.append('<').append(element.getTagName());
    List<Attr> attributes = attributes(element);
    attributes.stream().filter(XmlNodes::declaresNamespace).forEach(this::attribute);
    attributes.stream().filter(each -> !declaresNamespace(each)).forEach(this::attribute);
    List<Node> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (!isBlank(child, element)) {
        children.add(child);
      }
    }
    content(element.getTagName(), children, depth);
  }

  /** Ends the start tag of an element, and writes what follows. */
  private void content(String tagName, List<Node> children, int depth) {
    if (children.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    children(children, depth);
    out.append("</").append(tagName).append('>');
  }

  /** Each in a line of its own, unless there is text among them. */
  private void children(List<Node> children, int depth) {
    boolean lines = children.stream().noneMatch(child -> child.getNodeType() == Node.TEXT_NODE);
    for (Node child : children) {
      if (lines) {
        out.append('\n').append(INDENT.repeat(depth + 1));
      }
      node(child, depth + 1);
    }
    if (lines) {
      out.append('\n').append(INDENT.repeat(depth));
    }
  }

  private static boolean isBlank(Node child, Element parent) {
    return child.getNodeType() == Node.TEXT_NODE
        && child.getNodeValue().isBlank()
        && parent.getElementsByTagName("*").getLength() > 0;
  }

  @SuppressWarnings("unchecked") // put there by DomainDocument
  private static List<Attr> attributes(Element element) {
    Object ordered = element.getUserData(ATTRIBUTES);
    if (ordered != null) {
      return (List<Attr>) ordered;
    }
    List<Attr> attributes = new ArrayList<>();
    NamedNodeMap map = element.getAttributes();
    for (int i = 0; i < map.getLength(); i++) {
      attributes.add((Attr) map.item(i));
    }
    return attributes;
  }

  private static boolean declaresNamespace(Attr attribute) {
    return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
  }

  private void attribute(Attr attribute) {
    out.append(' ').append(attribute.getName()).append("=\"");
    escaped(attribute.getValue(), true);
    out.append('"');
  }

  private void escaped(String text, boolean inAttribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append(inAttribute ? "&quot;" : "\"");
        case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
        case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
        case '\r' -> out.append("&#13;");
        default -> {
          if (inAttribute && c > '~' && !Character.isLowSurrogate(c)) {
            out.append("&#x");
            out.append(Integer.toHexString(text.codePointAt(i)).toUpperCase(Locale.ROOT));
            out.append(';');
          } else if (!inAttribute || c <= '~') {
            out.append(c);
          }
        }
      }
    }
  }
}
