package dev.vireo.model.xml;

import java.util.List;

/**
 * What an element of a document holds besides what its record knows. It survives reading and
 * writing untouched.
 *
 * @param attributes unknown attributes, in the order of the document
 * @param elements unknown child elements, in the order of the document
 */
public record Extras(List<XmlNode.Attribute> attributes, List<XmlNode.Element> elements) {

  /** Nothing. */
  public static final Extras NONE = new Extras(List.of(), List.of());

  public Extras {
    attributes = List.copyOf(attributes);
    elements = List.copyOf(elements);
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return attributes.isEmpty() && elements.isEmpty();
  }
}
