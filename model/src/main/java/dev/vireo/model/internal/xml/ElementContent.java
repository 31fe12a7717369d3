package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlNode;

/** What an {@link ElementReader} holds between its tags. */
sealed interface ElementContent permits ElementReader, ElementContent.Leaf {

  /** Text, a comment or a processing instruction. */
  record Leaf(XmlNode node) implements ElementContent {}
}
