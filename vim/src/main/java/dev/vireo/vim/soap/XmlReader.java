package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull parser for the XML that SOAP allows: elements, attributes, character data, no document
 * type declaration. It reads a whole document held in memory, checks that tags nest, and bounds
 * depth and the number of attributes, so that a hostile answer ends in an error in linear time.
 *
 * <p>After construction the reader stands on the root element. {@link #nextChild()} moves from an
 * element to its first child, and, when that child has been read to its end by {@link #text()},
 * {@link #skip()} or its own loop, to the next one.
 */
final class XmlReader {

  /** Deeper nesting than any VI object needs. */
  static final int MAX_DEPTH = 256;

  private static final int MAX_ATTRIBUTES = 128;
  private static final String XMLNS = "xmlns";

  private final byte[] in;
  private final NameTable names = new NameTable();
  private final String[] openNames = new String[MAX_DEPTH];
  private final List<NamespaceBinding> bindings = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private int pos;
  private int depth;
  private boolean empty;
  private boolean broken;
  private String localName = "";

  private record NamespaceBinding(int depth, String prefix, String uri) {}

  private record Attribute(String prefix, String localName, String value) {}

  /**
   * @param document the document in UTF-8, or in the encoding that its byte order mark or XML
   *     declaration names
   * @throws ProtocolException when there is no root element
   */
  XmlReader(byte[] document) {
    this.in = XmlEncoding.toUtf8(document);
    skipMisc();
    if (pos >= in.length || in[pos] != '<') {
      throw malformed("there is no root element");
    }
    readStartTag();
  }

  /** Local name of the element that the reader stands on or has just left. */
  String localName() {
    return localName;
  }

  /** Number of elements that are open, the current one included. */
  int depth() {
    return depth;
  }

  /** Whether the document is no XML that this reader takes, so that there is no going on. */
  boolean isBroken() {
    return broken;
  }

  /** Value of an attribute of the current element without a prefix; null when it has none. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      if (attribute.prefix.isEmpty() && attribute.localName.equals(name)) {
        return attribute.value;
      }
    }
    return null;
  }

  /** Value of an attribute of the current element in a namespace; null when it has none. */
  @Nullable String attribute(String namespace, String name) {
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      if (attribute.localName.equals(name)
          && !attribute.prefix.isEmpty()
          && namespace.equals(namespaceOf(attribute.prefix))) {
        return attribute.value;
      }
    }
    return null;
  }

  /** Namespace that a prefix stands for here; the empty prefix is the default namespace. */
  @Nullable String namespaceOf(String prefix) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).prefix.equals(prefix)) {
        return bindings.get(i).uri;
      }
    }
    return null;
  }

  /**
   * Moves to the next child of the innermost open element. Character data between children is
   * passed over.
   *
   * @return true on a child; false when the element has ended, which leaves it
   */
  boolean nextChild() {
    return nextChild(null);
  }

  /**
   * Moves to the next child as {@link #nextChild()} does.
   *
   * @param passed receives the character data before the child or the end; null to drop it
   */
  boolean nextChild(@Nullable StringBuilder passed) {
    if (empty) {
      close();
      return false;
    }
    while (true) {
      int start = pos;
      skipToMarkup();
      if (passed != null) {
        passed.append(XmlText.decode(in, start, pos));
      }
      if (at("<!--")) {
        skipPast("-->", 4);
      } else if (at("<![CDATA[")) {
        String data = readCharacterData();
        if (passed != null) {
          passed.append(data);
        }
      } else if (at("<?")) {
        skipPast("?>", 2);
      } else if (at("</")) {
        readEndTag();
        return false;
      } else {
        readStartTag();
        return true;
      }
    }
  }

  /** The character data of the current element without that of its children; leaves the element. */
  String text() {
    if (empty) {
      close();
      return "";
    }
    int start = pos;
    skipToMarkup();
    if (at("</")) {
      String text = XmlText.decode(in, start, pos);
      readEndTag();
      return text;
    }
    pos = start;
    StringBuilder text = new StringBuilder();
    while (nextChild(text)) {
      skip();
    }
    return text.toString();
  }

  private String readCharacterData() {
    int start = pos + 9;
    skipPast("]]>", 9);
    return new String(in, start, pos - 3 - start, StandardCharsets.UTF_8);
  }

  /** Leaves the current element, passing over everything in it. */
  void skip() {
    int target = depth - 1;
    while (depth > target) {
      nextChild();
    }
  }

  private void skipToMarkup() {
    int i = pos;
    while (i < in.length && in[i] != '<') {
      i++;
    }
    if (i == in.length) {
      throw malformed("it ends inside the element '" + openNames[depth - 1] + "'");
    }
    pos = i;
  }

  private void readStartTag() {
    if (at("<!DOCTYPE")) {
      throw new ProtocolException(
          ProtocolException.Kind.DOCTYPE,
          "The answer holds a document type declaration, which is not accepted.",
          null);
    }
    if (depth == MAX_DEPTH) {
      throw limit("nests deeper than " + MAX_DEPTH + " elements");
    }
    pos++;
    localName = readName();
    openNames[depth++] = localName;
    attributes.clear();
    readAttributes();
  }

  private void readAttributes() {
    while (true) {
      skipSpace();
      if (pos >= in.length) {
        throw malformed("it ends inside a tag");
      }
      if (in[pos] == '>') {
        pos++;
        empty = false;
        return;
      }
      if (in[pos] == '/') {
        pos++;
        expect('>');
        empty = true;
        return;
      }
      readAttribute();
    }
  }

  private void readAttribute() {
    int nameStart = pos;
    String name = readName();
    String prefix = names.prefix(in, nameStart, pos);
    skipSpace();
    expect('=');
    skipSpace();
    String value = readQuoted();
    if (prefix.equals(XMLNS)) {
      bindings.add(new NamespaceBinding(depth, name, value));
    } else if (prefix.isEmpty() && name.equals(XMLNS)) {
      bindings.add(new NamespaceBinding(depth, "", value));
    } else if (attributes.size() == MAX_ATTRIBUTES) {
      throw limit("has more than " + MAX_ATTRIBUTES + " attributes on one element");
    } else {
      attributes.add(new Attribute(prefix, name, value));
    }
    if (bindings.size() > MAX_ATTRIBUTES + MAX_DEPTH) {
      throw limit("declares too many namespaces");
    }
  }

  private String readQuoted() {
    if (pos >= in.length || (in[pos] != '"' && in[pos] != '\'')) {
      throw malformed("an attribute has no quoted value");
    }
    byte quote = in[pos++];
    int start = pos;
    while (pos < in.length && in[pos] != quote) {
      pos++;
    }
    if (pos == in.length) {
      throw malformed("it ends inside an attribute");
    }
    String value = XmlText.decode(in, start, pos);
    pos++;
    return value;
  }

  private void readEndTag() {
    pos += 2;
    String name = readName();
    skipSpace();
    expect('>');
    if (!name.equals(openNames[depth - 1])) {
      throw malformed("'</" + name + ">' closes the element '" + openNames[depth - 1] + "'");
    }
    close();
  }

  private void close() {
    empty = false;
    while (!bindings.isEmpty() && bindings.get(bindings.size() - 1).depth == depth) {
      bindings.remove(bindings.size() - 1);
    }
    depth--;
    localName = openNames[depth];
  }

  private String readName() {
    int start = pos;
    while (pos < in.length && isNameByte(in[pos])) {
      pos++;
    }
    if (pos == start || in[pos - 1] == ':') {
      throw malformed("a name is missing");
    }
    return names.localName(in, start, pos);
  }

  private static boolean isNameByte(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == ':'
        || b == '-'
        || b == '.'
        || b < 0;
  }

  private void skipSpace() {
    while (pos < in.length && isSpace(in[pos])) {
      pos++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void skipMisc() {
    while (true) {
      skipSpace();
      if (at("<?")) {
        skipPast("?>", 2);
      } else if (at("<!--")) {
        skipPast("-->", 4);
      } else {
        return;
      }
    }
  }

  private boolean at(String markup) {
    if (pos + markup.length() > in.length) {
      return false;
    }
    for (int i = 0; i < markup.length(); i++) {
      if (in[pos + i] != markup.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipPast(String end, int from) {
    int last = in.length - end.length();
    for (int i = pos + from; i <= last; i++) {
      if (matches(end, i)) {
        pos = i + end.length();
        return;
      }
    }
    throw malformed("'" + end + "' is missing");
  }

  private boolean matches(String text, int at) {
    for (int i = 0; i < text.length(); i++) {
      if (in[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void expect(char c) {
    if (pos >= in.length || in[pos] != c) {
      throw malformed("'" + c + "' is missing");
    }
    pos++;
  }

  private ProtocolException malformed(String reason) {
    broken = true;
    return new ProtocolException(
        ProtocolException.Kind.MALFORMED,
        "The answer is not well-formed XML: "
            + reason
            + " (byte "
            + pos
            + " of "
            + in.length
            + ").",
        null);
  }

  private ProtocolException limit(String reason) {
    broken = true;
    return new ProtocolException(ProtocolException.Kind.LIMIT, "The answer " + reason + ".", null);
  }
}
