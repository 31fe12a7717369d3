package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlException;
import dev.vireo.model.xml.XmlNode;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document into {@link ElementReader}s by the JDK's StAX parser: without document type
 * declarations, external entities, and within bounds.
 */
public final class XmlDocumentReader {

  /** Bytes, or characters, of the largest document: 16 Mi. */
  public static final int MAX_SIZE = 16 << 20;

  /** Elements, comments and pieces of text in the largest document. */
  public static final int MAX_NODES = 200_000;

  /** Levels of the deepest document. */
  public static final int MAX_DEPTH = 256;

  /** Attributes and namespace declarations of one element. */
  public static final int MAX_ATTRIBUTES = 256;

  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

  private static final List<String> UNLIMITED =
      List.of(
          "maxElementDepth",
          "maxGeneralEntitySizeLimit",
          "totalEntitySizeLimit",
          "entityExpansionLimit",
          "entityReplacementLimit");

  /**
   * The JDK's own factory, whatever else is on the class path. It is not changed after it was set
   * up, and makes each reader from a copy of its settings, so that threads may share it.
   */
  private static final XMLInputFactory FACTORY = factory();

  private static final String NAMESPACE_ERROR = "http://www.w3.org/TR/";

  private final String document;
  private final XMLStreamReader in;
  private final ElementReader.Source source;
  private final Deque<ElementReader> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int nodes;

  private XmlDocumentReader(String document, XMLStreamReader in) {
    this.document = document;
    this.in = in;
    this.source = new ElementReader.Source(document);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(LIMIT + "elementAttributeLimit", MAX_ATTRIBUTES);
    // The size of the document bounds everything else, and no entity can be declared. JDKs differ
    // in their own limits, and some count references such as &amp; as entities.
    for (String limit : UNLIMITED) {
      factory.setProperty(LIMIT + limit, 0);
    }
    return factory;
  }

  /**
   * Reads a document.
   *
   * @param document what errors call it, such as {@code domain XML}
   * @param content its text; an encoding in its declaration means nothing
   * @return the root element
   * @throws XmlException when it is not well-formed, has a document type declaration, or is beyond
   *     the bounds of this class
   */
  public static ElementReader read(String document, String content) {
    checkSize(document, content.length());
    // A byte order mark that survived decoding.
    int start = content.startsWith("\ufeff") ? 1 : 0;
    checkBeginning(document, content, start);
    try {
      StringReader characters = new StringReader(start == 0 ? content : content.substring(start));
      return new XmlDocumentReader(document, FACTORY.createXMLStreamReader(characters)).read();
    } catch (XMLStreamException e) {
      throw notWellFormed(document, e);
    }
  }

  /**
   * Reads a document.
   *
   * @param document what errors call it, such as {@code domain XML}
   * @param content its bytes in the encoding that its byte order mark or declaration names, or
   *     UTF-8
   * @return the root element
   * @throws XmlException as of {@link #read(String, String)}
   */
  public static ElementReader read(String document, byte[] content) {
    checkSize(document, content.length);
    return read(document, XmlEncoding.decode(document, content));
  }

  private static void checkBeginning(String document, String content, int start) {
    int first = start;
    while (first < content.length() && Character.isWhitespace(content.charAt(first))) {
      first++;
    }
    if (first == content.length()) {
      throw new XmlException(document, 1, 1, "it is empty", null);
    }
    if (content.charAt(first) != '<') {
      throw new XmlException(document, 1, 1, "it is no XML, for it does not begin with '<'", null);
    }
  }

  private static void checkSize(String document, int size) {
    if (size > MAX_SIZE) {
      throw new XmlException(
          document, 0, 0, "it is larger than " + (MAX_SIZE >> 20) + " MiB (" + size + ")", null);
    }
  }

  private ElementReader read() throws XMLStreamException {
    if ("1.1".equals(in.getVersion())) {
      throw error("XML 1.1 is not supported; declare version='1.0'");
    }
    ElementReader root = null;
    int event = in.getEventType();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          ElementReader element = startElement();
          root = root == null ? element : root;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          flushText();
          open.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        case XMLStreamConstants.COMMENT -> add(new XmlNode.Comment(in.getText()));
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            add(new XmlNode.Instruction(in.getPITarget(), orEmpty(in.getPIData())));
        case XMLStreamConstants.DTD ->
            throw error("a document type declaration (DOCTYPE) is not allowed; remove it");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw error("the entity '&" + in.getLocalName() + ";' is not declared");
        default -> {
          // START_DOCUMENT; attributes and namespaces come with their element.
        }
      }
      event = in.next();
    }
    if (root == null) {
      throw error("there is no root element");
    }
    return root;
  }

  private ElementReader startElement() {
    flushText();
    count();
    if (open.size() >= MAX_DEPTH) {
      throw error("elements are nested deeper than " + MAX_DEPTH);
    }
    Location location = in.getLocation();
    ElementReader element =
        new ElementReader(
            source,
            qualified(in.getPrefix(), in.getLocalName()),
            orEmpty(in.getNamespaceURI()),
            attributes(),
            location.getLineNumber(),
            location.getColumnNumber());
    ElementReader parent = open.peek();
    if (parent != null) {
      parent.add(element);
    }
    open.push(element);
    return element;
  }

  private List<XmlNode.Attribute> attributes() {
    int declarations = in.getNamespaceCount();
    int count = in.getAttributeCount();
    if (declarations + count == 0) {
      return List.of();
    }
    if (declarations + count > MAX_ATTRIBUTES) {
      throw error("an element has more than " + MAX_ATTRIBUTES + " attributes");
    }
    List<XmlNode.Attribute> attributes = new ArrayList<>(declarations + count);
    for (int i = 0; i < declarations; i++) {
      String prefix = orEmpty(in.getNamespacePrefix(i));
      attributes.add(
          new XmlNode.Attribute(
              prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, orEmpty(in.getNamespaceURI(i))));
    }
    for (int i = 0; i < count; i++) {
      attributes.add(
          new XmlNode.Attribute(
              qualified(in.getAttributePrefix(i), in.getAttributeLocalName(i)),
              in.getAttributeValue(i)));
    }
    return attributes;
  }

  /** Text comes in pieces; they are one text up to the next tag. */
  private void flushText() {
    if (!text.isEmpty()) {
      ElementReader parent = open.peek();
      if (parent != null) {
        count();
        parent.add(new ElementContent.Leaf(new XmlNode.Text(text.toString())));
      }
      text.setLength(0);
    }
  }

  private void add(XmlNode node) {
    flushText();
    ElementReader parent = open.peek();
    if (parent != null) {
      count();
      parent.add(new ElementContent.Leaf(node));
    }
  }

  private void count() {
    nodes++;
    if (nodes > MAX_NODES) {
      throw error("it has more than " + MAX_NODES + " elements and texts");
    }
  }

  private static String qualified(@Nullable String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private XmlException error(String problem) {
    Location location = in.getLocation();
    return new XmlException(
        document, location.getLineNumber(), location.getColumnNumber(), problem, null);
  }

  private static XmlException notWellFormed(String document, XMLStreamException e) {
    Location location = e.getLocation();
    int line = location == null ? 0 : location.getLineNumber();
    int column = location == null ? 0 : location.getColumnNumber();
    String message = orEmpty(e.getMessage());
    // The JDK puts the position before the message, once more.
    int start = message.indexOf("Message: ");
    String problem = start < 0 ? message : message.substring(start + "Message: ".length());
    return new XmlException(document, line, column, "it is not well-formed: " + plain(problem), e);
  }

  /** The JDK has no sentences for errors about namespaces, only keys and what they are about. */
  private static String plain(String problem) {
    int hash = problem.indexOf('#');
    int question = problem.indexOf('?', hash + 1);
    if (!problem.startsWith(NAMESPACE_ERROR) || hash < 0 || question < 0) {
      return problem;
    }
    String[] about = problem.substring(question + 1).split("&");
    return switch (problem.substring(hash + 1, question)) {
      case "AttributeNotUnique" -> "<" + about[0] + "> has an attribute twice";
      case "AttributeNSNotUnique" ->
          "<" + about[0] + "> has an attribute twice, under two prefixes of one namespace";
      case "ElementPrefixUnbound" ->
          "the prefix of <" + about[about.length - 1] + "> is not declared";
      case "AttributePrefixUnbound" ->
          "a prefix in the attributes of <" + about[0] + "> is not declared";
      case String key -> "its namespaces are wrong (" + key + ": " + String.join(", ", about) + ")";
    };
  }
}
