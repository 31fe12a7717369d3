package dev.vireo.vim.transport;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
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
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of bodies before they are logged. What counts as a secret stands here, but
 * for the options of virtual machines, which the caller knows. A body is parsed and written anew,
 * so that prefixes, attributes, CDATA sections and character references do not hide anything; what
 * cannot be parsed is not shown at all.
 */
final class Redaction {

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

  private final XMLStreamReader in;
  private final XMLStreamWriter out;
  private final Predicate<String> secretOptions;

  /**
   * Text of the last {@code key} or {@code name} element: the value of an option or a property is
   * as secret as its name says, for example that of {@code RemoteDisplay.vnc.password}.
   */
  private String lastLabel = "";

  private Redaction(XMLStreamReader in, XMLStreamWriter out, Predicate<String> secretOptions) {
    this.in = in;
    this.out = out;
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
    try {
      StringWriter text = new StringWriter();
      XMLStreamReader in = inputs().createXMLStreamReader(new ByteArrayInputStream(body));
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Redaction(in, out, secretOptions).copy();
      return text.toString();
    } catch (XMLStreamException e) {
      return HIDDEN + " (" + body.length + " bytes that are not well-formed XML)";
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

  private void copy() throws XMLStreamException {
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("nested too deep");
          }
          if (copyStart()) {
            depth--;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          out.writeEndElement();
        }
        case XMLStreamConstants.CHARACTERS -> out.writeCharacters(in.getText());
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
        default -> {
          // comments, processing instructions: nothing that a reader of the log needs
        }
      }
    }
    out.flush();
  }

  /** Writes the start tag; the whole element if its content is hidden or was read for its text. */
  private boolean copyStart() throws XMLStreamException {
    String name = in.getLocalName();
    out.writeStartElement(name);
    String type = null;
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String attribute = in.getAttributeLocalName(i);
      String value = in.getAttributeValue(i);
      out.writeAttribute(attribute, isSecretName(attribute) ? "redacted" : value);
      type = attribute.equals("type") ? localPart(value) : type;
    }
    if (isSecret(name, type)) {
      skip();
      out.writeCharacters("redacted");
      out.writeEndElement();
      return true;
    }
    if (name.equals("key") || name.equals("name")) {
      lastLabel = copyText();
      return true;
    }
    return false;
  }

  private boolean isSecret(String name, @Nullable String type) {
    return isSecretName(name)
        || SECRET_ELEMENTS.contains(name)
        || (type != null && SECRET_TYPES.contains(type))
        || ((name.equals("value") || name.equals("val")) && isSecretLabel(lastLabel));
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

  private static String localPart(String qualifiedName) {
    return qualifiedName.substring(qualifiedName.indexOf(':') + 1).strip();
  }

  /** Copies an element that holds text only, end tag included. */
  private String copyText() throws XMLStreamException {
    String text = in.getElementText();
    out.writeCharacters(text);
    out.writeEndElement();
    return text;
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
