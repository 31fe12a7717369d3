package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlException;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that is being understood. It hands out attributes and children by name
 * and remembers which ones were taken; the others become {@link Extras}.
 *
 * <p>A child that was taken, but not all of it, and whose record has no {@code Extras} of its own,
 * leaves the rest of it as an element of the same name in the extras of its parent. {@link
 * ElementWriter} joins both again.
 */
public final class ElementReader implements ElementContent {

  private enum Use {
    /** Nobody asked for it. */
    NONE,
    /** Read; what nobody asked for belongs to the parent's extras. */
    PARTLY,
    /** Nothing of it is left. */
    WHOLLY
  }

  private final Source source;
  private final String name;
  private final String namespace;
  private final int line;
  private final int column;
  private final List<XmlNode.Attribute> attributes;
  private final boolean[] attributeTaken;
  private final List<ElementContent> content = new ArrayList<>();
  private ElementOrder order = ElementOrder.NONE;
  private Use use = Use.NONE;

  /** What errors say about the whole document. */
  record Source(String document) {}

  ElementReader(
      Source source,
      String name,
      String namespace,
      List<XmlNode.Attribute> attributes,
      int line,
      int column) {
    this.source = source;
    this.name = name;
    this.namespace = namespace;
    this.attributes = attributes;
    this.attributeTaken = new boolean[attributes.size()];
    this.line = line;
    this.column = column;
  }

  void add(ElementContent child) {
    content.add(child);
  }

  /** Name as written, with its prefix. */
  public String name() {
    return name;
  }

  /** Namespace of the name; empty for none. */
  public String namespace() {
    return namespace;
  }

  /** Name without its prefix. */
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Sets the order that extras are brought into. */
  public ElementReader inOrder(ElementOrder canonical) {
    order = canonical;
    return this;
  }

  /** An error about this element. */
  public XmlException error(String problem) {
    return new XmlException(source.document(), line, column, name + ": " + problem, null);
  }

  /** Takes an attribute; null when there is none of this name as written. */
  public @Nullable String attribute(String attributeName) {
    for (int i = 0; i < attributes.size(); i++) {
      XmlNode.Attribute attribute = attributes.get(i);
      if (attribute.name().equals(attributeName)) {
        attributeTaken[i] = true;
        return attribute.value();
      }
    }
    return null;
  }

  /** Whether there is such an attribute; does not take it. */
  public boolean has(String attributeName) {
    return peekAttribute(attributeName) != null;
  }

  /** Value of an attribute, which is not taken; null when there is none of this name. */
  public @Nullable String peekAttribute(String attributeName) {
    for (XmlNode.Attribute attribute : attributes) {
      if (attribute.name().equals(attributeName)) {
        return attribute.value();
      }
    }
    return null;
  }

  /** Takes an attribute that must be there. */
  public String required(String attributeName) {
    String value = attribute(attributeName);
    if (value == null) {
      throw error("the attribute '" + attributeName + "' is missing");
    }
    return value;
  }

  /** Takes all attributes that were not taken, in their order. */
  public List<XmlNode.Attribute> otherAttributes() {
    List<XmlNode.Attribute> others = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      if (!attributeTaken[i]) {
        attributeTaken[i] = true;
        others.add(attributes.get(i));
      }
    }
    return others;
  }

  /** Takes the child of this name outside of any namespace; null when there is none. */
  public @Nullable ElementReader child(String childName) {
    ElementReader found = peek(childName);
    if (found != null) {
      found.use = Use.PARTLY;
    }
    return found;
  }

  /**
   * The child of this name outside of any namespace, without taking it.
   *
   * @throws XmlException when there are several
   */
  public @Nullable ElementReader peek(String childName) {
    ElementReader found = null;
    for (ElementContent child : content) {
      if (child instanceof ElementReader element && element.isNamed(childName)) {
        if (found != null) {
          throw element.error("it is given twice, first in line " + found.line);
        }
        found = element;
      }
    }
    return found;
  }

  /** The children of this name outside of any namespace, each to be taken with {@link #take}. */
  public List<ElementReader> peekAll(String childName) {
    List<ElementReader> found = List.of();
    for (ElementContent child : content) {
      if (child instanceof ElementReader element && element.isNamed(childName)) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        found.add(element);
      }
    }
    return found;
  }

  /** Takes and maps all children of this name outside of any namespace. */
  public <T> List<T> children(String childName, Function<ElementReader, T> map) {
    List<T> values = List.of();
    for (ElementReader child : peekAll(childName)) {
      if (values.isEmpty()) {
        values = new ArrayList<>();
      }
      values.add(map.apply(child.take()));
    }
    return values;
  }

  /** Takes and maps the child of this name; null when there is none. */
  public <T> @Nullable T optional(String childName, Function<ElementReader, T> map) {
    ElementReader child = child(childName);
    return child == null ? null : map.apply(child);
  }

  /** The children in this namespace, without taking them. */
  public List<ElementReader> peekNamespace(String uri) {
    List<ElementReader> found = new ArrayList<>();
    for (ElementContent child : content) {
      if (child instanceof ElementReader element && element.namespace.equals(uri)) {
        found.add(element);
      }
    }
    return found;
  }

  /** Takes this element. */
  public ElementReader take() {
    use = Use.PARTLY;
    return this;
  }

  /** Takes the child of this name and tells whether it is there. */
  public boolean flag(String childName) {
    return child(childName) != null;
  }

  /** Takes the child of this name and gives its text; null when there is none. */
  public @Nullable String childText(String childName) {
    ElementReader child = child(childName);
    return child == null ? null : child.text();
  }

  /**
   * The text directly in this element; empty for none, and for white space around elements, which
   * is layout.
   */
  public String text() {
    String text = "";
    boolean onlyText = true;
    for (ElementContent child : content) {
      if (child instanceof ElementContent.Leaf leaf && leaf.node() instanceof XmlNode.Text part) {
        text = text.isEmpty() ? part.value() : text + part.value();
      } else {
        onlyText = false;
      }
    }
    return onlyText || !isBlank(text) ? text : "";
  }

  /** Takes all that was not taken. This comes last. */
  public Extras extras() {
    use = Use.WHOLLY;
    List<XmlNode.Attribute> restOfAttributes = untakenAttributes();
    List<XmlNode.Element> restOfElements = untakenElements();
    return restOfAttributes.isEmpty() && restOfElements.isEmpty()
        ? Extras.NONE
        : new Extras(restOfAttributes, restOfElements);
  }

  /** Takes the whole element as it stands. */
  public XmlNode.Element whole() {
    use = Use.WHOLLY;
    return tree(false);
  }

  private boolean isNamed(String wanted) {
    return namespace.isEmpty() && name.equals(wanted);
  }

  private List<XmlNode.Attribute> untakenAttributes() {
    List<XmlNode.Attribute> rest = List.of();
    for (int i = 0; i < attributes.size(); i++) {
      if (!attributeTaken[i]) {
        if (rest.isEmpty()) {
          rest = new ArrayList<>();
        }
        rest.add(attributes.get(i));
      }
    }
    if (rest.size() > 1) {
      rest.sort(Comparator.comparingInt(attribute -> order.attributeRank(attribute.name())));
    }
    return rest;
  }

  private List<XmlNode.Element> untakenElements() {
    List<XmlNode.Element> restOfKnown = new ArrayList<>();
    List<XmlNode.Element> unknown = new ArrayList<>();
    for (ElementContent child : content) {
      if (child instanceof ElementReader element) {
        if (element.use == Use.NONE) {
          unknown.add(element.tree(false));
        } else if (element.use == Use.PARTLY) {
          element.addRest(restOfKnown);
        }
      }
    }
    // The rest of a known element goes first, as its element is written before unknown ones.
    restOfKnown.addAll(unknown);
    if (restOfKnown.size() > 1) {
      restOfKnown.sort(Comparator.comparingInt(element -> order.elementRank(element.name())));
    }
    return restOfKnown;
  }

  private void addRest(List<XmlNode.Element> rest) {
    List<XmlNode.Attribute> restOfAttributes = untakenAttributes();
    List<XmlNode.Element> restOfElements = untakenElements();
    if (!restOfAttributes.isEmpty() || !restOfElements.isEmpty()) {
      rest.add(new XmlNode.Element(name, namespace, restOfAttributes, List.copyOf(restOfElements)));
    }
  }

  /** White space between elements is layout, and dropped, unless there is other text beside. */
  private XmlNode.Element tree(boolean preserve) {
    boolean keepBlanks = preserve || keepsBlanks();
    List<XmlNode> children = new ArrayList<>(content.size());
    for (ElementContent child : content) {
      switch (child) {
        case ElementReader element -> children.add(element.tree(keepBlanks));
        case ElementContent.Leaf(XmlNode node) -> {
          if (keepBlanks || !(node instanceof XmlNode.Text text) || !isBlank(text.value())) {
            children.add(node);
          }
        }
      }
    }
    return new XmlNode.Element(name, namespace, attributes, children);
  }

  private boolean keepsBlanks() {
    for (XmlNode.Attribute attribute : attributes) {
      if (attribute.name().equals("xml:space") && attribute.value().equals("preserve")) {
        return true;
      }
    }
    boolean onlyText = true;
    for (ElementContent child : content) {
      if (child instanceof ElementContent.Leaf leaf && leaf.node() instanceof XmlNode.Text text) {
        if (!isBlank(text.value())) {
          return true;
        }
      } else {
        onlyText = false;
      }
    }
    return onlyText;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Values.isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
