package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * The namespace declarations that hold at a place of a document that is being written, innermost
 * first. An element that was read elsewhere may need one that is not there.
 *
 * @param outer those of the elements around; null for none
 * @param attribute name of the declaring attribute
 * @param namespace what it declares
 */
record Prefixes(@Nullable Prefixes outer, String attribute, String namespace) {

  private static final String DECLARATION = "xmlns";

  /** With what an attribute declares, if it does. */
  static @Nullable Prefixes with(@Nullable Prefixes outer, String name, String value) {
    boolean declares = name.equals(DECLARATION) || name.startsWith(DECLARATION + ":");
    return declares ? new Prefixes(outer, name, value) : outer;
  }

  /**
   * What an element has to declare besides its own attributes, for its name to mean what it meant
   * where it was read.
   *
   * @param outer what is declared around it
   * @return null when there is nothing to declare
   */
  static XmlNode.@Nullable Attribute missing(@Nullable Prefixes outer, XmlNode.Element element) {
    int colon = element.name().indexOf(':');
    String prefix = colon < 0 ? "" : element.name().substring(0, colon);
    if (element.namespace().isEmpty() || prefix.equals("xml")) {
      return null;
    }
    String name = prefix.isEmpty() ? DECLARATION : DECLARATION + ":" + prefix;
    boolean declared =
        element.attribute(name) != null || element.namespace().equals(namespace(outer, name));
    return declared ? null : new XmlNode.Attribute(name, element.namespace());
  }

  private static @Nullable String namespace(@Nullable Prefixes scope, String attribute) {
    for (Prefixes each = scope; each != null; each = each.outer) {
      if (each.attribute.equals(attribute)) {
        return each.namespace;
      }
    }
    return null;
  }
}
