package dev.vireo.model.internal.xml;

import dev.vireo.model.internal.xml.XmlEscape.Place;
import dev.vireo.model.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Writes a tree as it stood in a document, laid out anew where white space means nothing. */
final class NodeWriter {

  private final StringBuilder out;
  private final char quote;
  private final Place value;
  private final Place text;

  /**
   * @param copied whether libvirt itself only copies such a tree; then libxml2 writes it, with
   *     double quotes
   */
  NodeWriter(StringBuilder out, boolean copied) {
    this.out = out;
    this.quote = copied ? '"' : '\'';
    this.value = copied ? Place.COPIED_ATTRIBUTE : Place.ATTRIBUTE;
    this.text = copied ? Place.COPIED_TEXT : Place.TEXT;
  }

  /**
   * Writes an element.
   *
   * @param level how far it is indented
   * @param inline whether it stands in the midst of text, where nothing may be added
   * @param outer what is declared around it
   */
  void write(XmlNode.Element element, int level, boolean inline, @Nullable Prefixes outer) {
    indent(level, inline);
    out.append('<').append(element.name());
    Prefixes prefixes = outer;
    XmlNode.Attribute missing = Prefixes.missing(outer, element);
    if (missing != null) {
      append(missing);
      prefixes = Prefixes.with(prefixes, missing.name(), missing.value());
    }
    for (XmlNode.Attribute attribute : element.attributes()) {
      append(attribute);
      prefixes = Prefixes.with(prefixes, attribute.name(), attribute.value());
    }
    if (element.children().isEmpty()) {
      out.append("/>");
    } else {
      writeChildren(element, level, inline, prefixes);
    }
    breakLine(inline);
  }

  private void append(XmlNode.Attribute attribute) {
    out.append(' ').append(attribute.name()).append('=').append(quote);
    XmlEscape.append(out, attribute.value(), value);
    out.append(quote);
  }

  private void writeChildren(
      XmlNode.Element element, int level, boolean inline, @Nullable Prefixes prefixes) {
    boolean mixed = inline || keepsBlanks(element);
    out.append('>');
    breakLine(mixed);
    for (XmlNode child : element.children()) {
      writeNode(child, level + 1, mixed, prefixes);
    }
    indent(level, mixed);
    out.append("</").append(element.name()).append('>');
  }

  private static boolean keepsBlanks(XmlNode.Element element) {
    if ("preserve".equals(element.attribute("xml:space"))) {
      return true;
    }
    for (XmlNode child : element.children()) {
      if (child instanceof XmlNode.Text) {
        return true;
      }
    }
    return false;
  }

  private void writeNode(XmlNode node, int level, boolean inline, @Nullable Prefixes prefixes) {
    switch (node) {
      case XmlNode.Element child -> write(child, level, inline, prefixes);
      case XmlNode.Text(String content) -> XmlEscape.append(out, content, text);
      case XmlNode.Comment(String content) -> {
        indent(level, inline);
        out.append("<!--").append(content).append("-->");
        breakLine(inline);
      }
      case XmlNode.Instruction(String target, String data) -> {
        indent(level, inline);
        out.append("<?").append(target);
        if (!data.isEmpty()) {
          out.append(' ').append(data);
        }
        out.append("?>");
        breakLine(inline);
      }
    }
  }

  private void indent(int level, boolean inline) {
    if (!inline) {
      out.repeat(' ', 2 * level);
    }
  }

  private void breakLine(boolean inline) {
    if (!inline) {
      out.append('\n');
    }
  }
}
