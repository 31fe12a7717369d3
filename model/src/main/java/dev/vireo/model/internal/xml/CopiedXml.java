package dev.vireo.model.internal.xml;

import dev.vireo.model.xml.XmlNode;

/** Elements as text, as libxml2 writes what libvirt only copies. */
public final class CopiedXml {

  private CopiedXml() {}

  /** An element with a line for each child, without a line feed at its end. */
  public static String inLines(XmlNode.Element element) {
    String text = write(element, false);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** An element without layout of its own. */
  public static String inOneLine(XmlNode.Element element) {
    return write(element, true);
  }

  private static String write(XmlNode.Element element, boolean inline) {
    StringBuilder out = new StringBuilder();
    new NodeWriter(out, true).write(element, 0, inline, null);
    return out.toString();
  }
}
