package dev.vireo.vim.transport;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Takes the secrets out of bodies before they are logged. What counts as a secret stands here, but
 * for the options of virtual machines, which the caller knows. A body is parsed and written anew,
 * so that prefixes, attributes, CDATA sections and character references do not hide anything; what
 * cannot be parsed is not shown at all, nor is what takes more memory than a log may.
 */
final class Redaction {

  private static final String REDACTED = "redacted";
  private static final String HIDDEN = "<redacted>";

  /** Calls whose request or answer is a secret as a whole: passwords, tickets, session keys. */
  private static final Set<String> SECRET_OPERATION_STARTS =
      Set.of("Login", "Clone", "Acquire", "Impersonate", "ChangePassword", "CreateUser");

  /** Elements and attributes that are secret by a part of their name, in lower case. */
  private static final Set<String> SECRET_NAME_PARTS =
      Set.of(
          "password", "passwd", "token", "ticket", "secret", "cookie", "privatekey", "sessionid");

  /** Data objects that are secret as a whole: a session's key lets one take the session over. */
  private static final Set<String> SECRET_TYPES = Set.of("UserSession");

  private static final Set<String> SECRET_ELEMENTS = Set.of("currentSession", "sessionList");

  /** Deeper than any VI API message. */
  private static final int MAX_DEPTH = 200;

  /** The largest body that is shown, in bytes, where the heap is large. */
  private static final int MOST_BYTES = 16 << 20;

  /** The text of a body takes its size several times while it is written anew. */
  private static final int PART_OF_HEAP = 64;

  private final XMLStreamReader in;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private final Predicate<String> secretOptions;
  private final Deque<Siblings> open = new ArrayDeque<>();

  /**
   * What is known of the children of an element. The value of an option or a property is as secret
   * as the {@code key} or {@code name} beside it says, for example that of {@code
   * RemoteDisplay.vnc.password}, whatever stands between the two and whichever comes first.
   */
  private static final class Siblings {
    private boolean secret;
    private final List<int[]> shownValues = new ArrayList<>();
  }

  private Redaction(XMLStreamReader in, Predicate<String> secretOptions) throws XMLStreamException {
    this.in = in;
    this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    this.secretOptions = secretOptions;
  }

  /**
   * A body as it may be logged.
   *
   * @param operation what the request is for
   * @param body the body of the request or of its answer
   * @param secretOptions which options' values are secret besides those whose names say so here
   */
  static String of(String operation, byte[] body, Predicate<String> secretOptions) {
    if (body.length == 0) {
      return "(nothing)";
    }
    if (SECRET_OPERATION_STARTS.stream().anyMatch(operation::startsWith)) {
      return HIDDEN;
    }
    if (body.length > Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP)) {
      return HIDDEN + " (" + body.length + " bytes, which is more than is shown)";
    }
    try {
      XMLStreamReader in = inputs().createXMLStreamReader(new ByteArrayInputStream(body));
      return new Redaction(in, secretOptions).copy();
    } catch (XMLStreamException e) {
      return HIDDEN + " (" + body.length + " bytes that are not well-formed XML)";
    } catch (RuntimeException e) { // the JVM's reader fails so at some bytes, for all it promises
      return HIDDEN + " (" + body.length + " bytes that cannot be read: " + e.getClass() + ")";
    }
  }

  private static XMLInputFactory inputs() {
    XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
    inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    inputs.setProperty(XMLInputFactory.IS_COALESCING, true);
    inputs.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return inputs;
  }

  private String copy() throws XMLStreamException {
    open.push(new Siblings());
    while (in.hasNext()) {
      copyNext();
    }
    out.flush();
    return text.toString();
  }

  private void copyNext() throws XMLStreamException {
    switch (in.next()) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (open.size() > MAX_DEPTH) {
          throw new XMLStreamException("nested too deep");
        }
        copyElement();
      }
      case XMLStreamConstants.END_ELEMENT -> {
        open.pop();
        out.writeEndElement();
      }
      case XMLStreamConstants.CHARACTERS -> out.writeCharacters(shown(in.getText()));
      case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
      default -> {
        // comments, processing instructions: nothing that a reader of the log needs
      }
    }
  }

  /** Writes the start tag; the whole element if its content is hidden or was read for its text. */
  private void copyElement() throws XMLStreamException {
    String name = in.getLocalName();
    String type = copyStart(name);
    Siblings siblings = open.element();
    if (isSecret(name, type) || (isValue(name) && siblings.secret)) {
      skip();
      out.writeCharacters(REDACTED);
      out.writeEndElement();
    } else if (name.equals("key") || name.equals("name")) {
      String label = in.getElementText();
      out.writeCharacters(shown(label));
      out.writeEndElement();
      siblings.secret |= isSecretLabel(label.strip());
      hideShownValues(siblings);
    } else if (isValue(name)) {
      int start = position();
      copyValue();
      siblings.shownValues.add(new int[] {start, position() - ("</" + name + ">").length()});
    } else {
      open.push(new Siblings());
    }
  }

  /** Copies all of an element whose label may come yet, end tag included. */
  private void copyValue() throws XMLStreamException {
    int depth = open.size();
    open.push(new Siblings());
    while (open.size() > depth) {
      copyNext();
    }
  }

  /** Where the log's text ends that is written so far. */
  private int position() throws XMLStreamException {
    out.writeCharacters(""); // ends a start tag that is open
    out.flush();
    return text.getBuffer().length();
  }

  private void hideShownValues(Siblings siblings) throws XMLStreamException {
    if (!siblings.secret || siblings.shownValues.isEmpty()) {
      return;
    }
    position();
    for (int[] value : siblings.shownValues.reversed()) {
      text.getBuffer().replace(value[0], value[1], REDACTED);
    }
    siblings.shownValues.clear();
  }

  private String copyStart(String name) throws XMLStreamException {
    out.writeStartElement(name);
    String type = "";
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String attribute = in.getAttributeLocalName(i);
      String value = in.getAttributeValue(i);
      out.writeAttribute(attribute, isSecretName(attribute) ? REDACTED : shown(value));
      type = attribute.equals("type") ? localPart(value) : type;
    }
    return type;
  }

  private static boolean isSecret(String name, String type) {
    return isSecretName(name) || SECRET_ELEMENTS.contains(name) || SECRET_TYPES.contains(type);
  }

  private static boolean isValue(String name) {
    return name.equals("value") || name.equals("val");
  }

  /** A text, unless it is markup itself that speaks of secrets. */
  private static String shown(String text) {
    return text.indexOf('<') >= 0 && isSecretName(text) ? REDACTED : text;
  }

  /** Whether it names a secret option, or is the path of one: {@code extraConfig["KEY"].value}. */
  private boolean isSecretLabel(String label) {
    int start = label.indexOf('"') + 1;
    int end = label.lastIndexOf('"');
    String option = start > 0 && end > start ? label.substring(start, end) : label;
    return isSecretName(label) || secretOptions.test(option);
  }

  private static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRET_NAME_PARTS.stream().anyMatch(lower::contains);
  }

  /** Behind the last colon, as the codec reads it. */
  private static String localPart(String qualifiedName) {
    return qualifiedName.substring(qualifiedName.lastIndexOf(':') + 1).strip();
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
