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

  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder().attributes(attributes).elements(elements);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link Extras}. Not for several threads. */
  public static final class Builder {

    private List<XmlNode.Attribute> attributes = List.of();
    private List<XmlNode.Element> elements = List.of();

    private Builder() {}

    /** Sets {@link Extras#attributes}. */
    public Builder attributes(List<XmlNode.Attribute> value) {
      attributes = value;
      return this;
    }

    /** Sets {@link Extras#elements}. */
    public Builder elements(List<XmlNode.Element> value) {
      elements = value;
      return this;
    }

    /** The finished record. */
    public Extras build() {
      return new Extras(attributes, elements);
    }
  }
}
