package dev.vireo.model.xml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of an XML document as it was written; immutable. */
public sealed interface XmlNode {

  /**
   * An element.
   *
   * @param name the name as written, with its prefix
   * @param namespace the namespace of the name; empty for none
   * @param attributes in the order of the document, namespace declarations included
   * @param children elements, text, comments and processing instructions in their order
   */
  record Element(String name, String namespace, List<Attribute> attributes, List<XmlNode> children)
      implements XmlNode {

    public Element {
      Objects.requireNonNull(name);
      Objects.requireNonNull(namespace);
      attributes = List.copyOf(attributes);
      children = List.copyOf(children);
    }

    /** Value of the attribute of this name as written, or null. */
    public @Nullable String attribute(String attributeName) {
      for (Attribute attribute : attributes) {
        if (attribute.name().equals(attributeName)) {
          return attribute.value();
        }
      }
      return null;
    }

    /** The name without its prefix. */
    public String localName() {
      return name.substring(name.indexOf(':') + 1);
    }
  }

  /**
   * An attribute, or a namespace declaration.
   *
   * @param name the name as written, with its prefix; {@code xmlns:p} for a declaration
   * @param value the value, unescaped
   */
  record Attribute(String name, String value) {
    public Attribute {
      Objects.requireNonNull(name);
      Objects.requireNonNull(value);
    }
  }

  /**
   * Characters between tags.
   *
   * @param value the text, unescaped
   */
  record Text(String value) implements XmlNode {
    public Text {
      Objects.requireNonNull(value);
    }
  }

  /**
   * A comment.
   *
   * @param value what stands between its delimiters
   */
  record Comment(String value) implements XmlNode {
    public Comment {
      Objects.requireNonNull(value);
    }
  }

  /**
   * A processing instruction.
   *
   * @param target its name
   * @param data what follows; may be empty
   */
  record Instruction(String target, String data) implements XmlNode {
    public Instruction {
      Objects.requireNonNull(target);
      Objects.requireNonNull(data);
    }
  }
}
