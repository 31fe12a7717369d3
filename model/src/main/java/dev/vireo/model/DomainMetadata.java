package dev.vireo.model;

import dev.vireo.model.internal.xml.CopiedXml;
import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.XmlException;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What programs note in a domain: {@code <metadata>}, with at most one element for each namespace.
 *
 * @param elements the elements, in their order
 */
public record DomainMetadata(List<XmlNode.Element> elements) {

  /** No element. */
  public static final DomainMetadata NONE = new DomainMetadata(List.of());

  private static final String NAME = "metadata";
  private static final String DECLARATION = "xmlns:";
  private static final Pattern PREFIX = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

  public DomainMetadata {
    elements = List.copyOf(elements);
  }

  /**
   * Reads {@code <metadata>}.
   *
   * @throws XmlException when it cannot be read, or is another element
   */
  public static DomainMetadata parse(String xml) {
    XmlNode.Element root = XmlDocumentReader.read("metadata XML", xml).whole();
    if (!root.name().equals(NAME)) {
      throw new XmlException("metadata XML", 0, 0, "it begins with <" + root.name() + ">", null);
    }
    return of(root);
  }

  /** What an element {@code <metadata>} holds. */
  public static DomainMetadata of(XmlNode.Element metadata) {
    List<XmlNode.Element> elements = new ArrayList<>();
    for (XmlNode child : metadata.children()) {
      if (child instanceof XmlNode.Element element) {
        elements.add(element);
      }
    }
    return new DomainMetadata(elements);
  }

  /** The element {@code <metadata>}. */
  public XmlNode.Element element() {
    return new XmlNode.Element(NAME, "", List.of(), List.copyOf(elements));
  }

  /** The element {@code <metadata>} in one line, for {@link #parse}. */
  public String format() {
    return CopiedXml.inOneLine(element());
  }

  /**
   * The element of a namespace.
   *
   * @param uri the namespace
   * @return its XML without the prefix of that namespace, as libvirt gives it: in lines, without a
   *     line feed at its end
   */
  public Optional<String> find(String uri) {
    return elements.stream()
        .filter(element -> element.namespace().equals(uri))
        .map(element -> CopiedXml.inLines(withoutPrefix(element, uri)))
        .findFirst();
  }

  /**
   * With an element of a namespace, in the place of the one that was there.
   *
   * @param xml the element; what of it has no namespace of its own gets this one
   * @param prefix the prefix for that
   * @param uri the namespace
   * @throws XmlException when the element cannot be read
   * @throws IllegalArgumentException when prefix or namespace are none, or the element has another
   *     one
   */
  public DomainMetadata with(String xml, String prefix, String uri) {
    if (!PREFIX.matcher(prefix).matches() || prefix.startsWith("xml")) {
      throw new IllegalArgumentException("'" + prefix + "' cannot be the prefix of a namespace");
    }
    if (uri.isEmpty()) {
      throw new IllegalArgumentException("the namespace is empty");
    }
    XmlNode.Element given = XmlDocumentReader.read("metadata XML", xml).whole();
    if (!given.namespace().isEmpty() && !given.namespace().equals(uri)) {
      throw new IllegalArgumentException(
          "<" + given.name() + "> is of another namespace, '" + given.namespace() + "'");
    }
    XmlNode.Element element = withPrefix(given, prefix, uri);
    if (element.attribute(DECLARATION + prefix) == null) {
      List<XmlNode.Attribute> attributes = new ArrayList<>(element.attributes());
      attributes.add(0, new XmlNode.Attribute(DECLARATION + prefix, uri));
      element = new XmlNode.Element(element.name(), uri, attributes, element.children());
    } else if (!uri.equals(element.attribute(DECLARATION + prefix))) {
      throw new IllegalArgumentException("the element uses the prefix '" + prefix + "' itself");
    }
    List<XmlNode.Element> all = new ArrayList<>(without(uri).elements);
    all.add(element);
    return new DomainMetadata(all);
  }

  /** Without the element of a namespace. */
  public DomainMetadata without(String uri) {
    return new DomainMetadata(
        elements.stream().filter(element -> !element.namespace().equals(uri)).toList());
  }

  private static XmlNode.Element withPrefix(XmlNode.Element element, String prefix, String uri) {
    List<XmlNode> children = new ArrayList<>();
    for (XmlNode child : element.children()) {
      children.add(child instanceof XmlNode.Element each ? withPrefix(each, prefix, uri) : child);
    }
    boolean ours = element.namespace().isEmpty();
    return new XmlNode.Element(
        ours ? prefix + ":" + element.name() : element.name(),
        ours ? uri : element.namespace(),
        element.attributes(),
        children);
  }

  private static XmlNode.Element withoutPrefix(XmlNode.Element element, String uri) {
    List<XmlNode> children = new ArrayList<>();
    for (XmlNode child : element.children()) {
      children.add(child instanceof XmlNode.Element each ? withoutPrefix(each, uri) : child);
    }
    boolean ours = element.namespace().equals(uri);
    return new XmlNode.Element(
        ours ? element.localName() : element.name(),
        ours ? "" : element.namespace(),
        element.attributes().stream().filter(attribute -> !declares(attribute, uri)).toList(),
        children);
  }

  private static boolean declares(XmlNode.Attribute attribute, String uri) {
    boolean declaration =
        attribute.name().equals("xmlns") || attribute.name().startsWith(DECLARATION);
    return declaration && attribute.value().equals(uri);
  }
}
