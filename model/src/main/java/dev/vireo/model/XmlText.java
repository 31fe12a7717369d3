package dev.vireo.model;

/** Collects an XML document the way libvirt lays it out: two blanks per level, single quotes. */
final class XmlText {

  private final StringBuilder text = new StringBuilder();
  private int level;

  /** Starts an element that has children. */
  XmlText open(String nameAndAttributes) {
    line("<" + nameAndAttributes + ">");
    level++;
    return this;
  }

  /** Ends the element that {@link #open} started. */
  XmlText close(String name) {
    level--;
    line("</" + name + ">");
    return this;
  }

  /** An element with text. */
  XmlText element(String name, String content) {
    line("<" + name + ">" + escape(content) + "</" + name + ">");
    return this;
  }

  /** An element without content. */
  XmlText empty(String nameAndAttributes) {
    line("<" + nameAndAttributes + "/>");
    return this;
  }

  /** An empty line. */
  XmlText blankLine() {
    text.append('\n');
    return this;
  }

  private void line(String content) {
    text.append("  ".repeat(level)).append(content).append('\n');
  }

  /** A name and its value, to follow the name of an element. */
  static String attribute(String name, String value) {
    return " " + name + "='" + escape(value) + "'";
  }

  /** A text with everything escaped that libvirt escapes. */
  static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
