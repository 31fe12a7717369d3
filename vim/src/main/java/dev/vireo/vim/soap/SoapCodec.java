package dev.vireo.vim.soap;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.internal.schema.WireMethods;
import dev.vireo.vim.internal.schema.WireTypes;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UnknownObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns method calls, results and faults into SOAP 1.1 envelopes and back. The wire form follows
 * from the records of {@code dev.vireo.vim.methods} and {@code dev.vireo.vim.types}; client and
 * simulator use the same codec. Thread-safe.
 */
public final class SoapCodec {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<soapenv:Body>\n";
  private static final String TAIL = "\n</soapenv:Body>\n</soapenv:Envelope>\n";
  private static final String VIM25 = "urn:vim25";
  private static final int REQUEST_SIZE = 1024;
  private static final int RESPONSE_SIZE = 8192;

  /** A codec; it keeps nothing between messages. */
  public SoapCodec() {}

  /** Whether a call can carry a text: XML has no way to write most control characters. */
  public static boolean carries(CharSequence text) {
    return text.codePoints().allMatch(XmlText::isXmlChar);
  }

  /**
   * Writes a call.
   *
   * @throws IllegalArgumentException when it holds a text that XML cannot carry, such as one with a
   *     control character; the message shows nothing of it
   */
  public byte[] encodeRequest(VimMethod<?> method) {
    XmlWriter xml = XmlWriter.refusing(REQUEST_SIZE);
    String name = method.methodName();
    openBody(xml, name);
    method.write(new ObjectWriter(xml));
    return xml.end(name).raw(TAIL).toByteArray();
  }

  /**
   * Writes the result of a call. Characters that XML cannot carry become question marks.
   *
   * @param method the method that was called
   * @param result its result; null for a method without one, or for an absent optional result
   */
  public byte[] encodeResponse(Class<? extends VimMethod<?>> method, @Nullable Object result) {
    XmlWriter xml = XmlWriter.replacing(RESPONSE_SIZE);
    String name = method.getSimpleName() + "Response";
    openBody(xml, name);
    if (result != null) {
      writeResult(new ObjectWriter(xml), resultOf(method.getSimpleName()), result);
    }
    return xml.end(name).raw(TAIL).toByteArray();
  }

  private static void writeResult(ObjectWriter writer, WireMethods.Result declared, Object result) {
    if (result instanceof List<?> list && declared.list()) {
      writer.members("returnval", list, declared.type());
    } else {
      writer.member("returnval", result, declared.list() ? Object.class : declared.type());
    }
  }

  /**
   * Makes sure that a value can be sent as it is.
   *
   * @param value a value that an answer may hold
   * @throws IllegalArgumentException when XML cannot carry a character of it, or when it has no
   *     wire form
   */
  public void requireCarried(Object value) {
    new ObjectWriter(XmlWriter.refusing(REQUEST_SIZE)).write("value", value, Object.class);
  }

  /** Writes a fault. Characters that XML cannot carry become question marks. */
  public byte[] encodeFault(SoapFault fault) {
    XmlWriter xml = XmlWriter.replacing(REQUEST_SIZE);
    xml.raw(HEAD).raw("<soapenv:Fault><faultcode>").text(fault.faultCode());
    xml.raw("</faultcode><faultstring>").text(fault.faultString()).raw("</faultstring>");
    if (fault.detail() != null) {
      xml.raw("<detail>");
      String type = faultName(fault.detail());
      String tag = type + "Fault";
      xml.raw("<").raw(tag).raw(" xmlns=\"" + VIM25 + "\" xsi:type=\"").raw(type).raw("\">");
      if (fault.detail() instanceof DataObject detail && !(detail instanceof UnknownObject)) {
        detail.write(new ObjectWriter(xml));
      }
      xml.end(tag).raw("</detail>");
    }
    return xml.raw("</soapenv:Fault>").raw(TAIL).toByteArray();
  }

  /**
   * Reads a call (server side).
   *
   * @throws MalformedMessageException when the body is no envelope with a call in it
   * @throws UnknownMethodException when there is no record for the method
   */
  public VimMethod<?> decodeRequest(byte[] body)
      throws MalformedMessageException, UnknownMethodException {
    try {
      XmlReader xml = new XmlReader(body);
      enterBody(xml);
      String name = xml.localName();
      VimMethod<?> call = WireMethods.read(name, new ObjectReader(xml));
      if (call == null) {
        throw new UnknownMethodException(name, readSelf(xml));
      }
      return call;
    } catch (ProtocolException e) {
      throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable ManagedObjectReference readSelf(XmlReader xml) {
    if (!xml.nextChild()) {
      return null;
    }
    String type = xml.attribute("type");
    return type == null ? null : new ManagedObjectReference(type, xml.text());
  }

  /**
   * Reads the answer to a call.
   *
   * @param <R> type of the result
   * @param method the call
   * @param body the answer's body
   * @return the result; null for a method without one, and for an absent optional result; an empty
   *     list for an absent array
   * @throws FaultException when the answer is a fault
   * @throws ProtocolException when the answer cannot be understood
   */
  public <R> @Nullable R decodeResponse(VimMethod<R> method, byte[] body) {
    String operation = method.methodName();
    XmlReader xml = new XmlReader(body);
    enterBody(xml);
    if (xml.localName().equals("Fault")) {
      throw readFault(operation, xml);
    }
    requireAnswerTo(operation, xml.localName());
    WireMethods.Result declared = resultOf(operation);
    @SuppressWarnings("unchecked") // the declared result type is R
    R result =
        (R)
            (declared.list()
                ? readResults(xml, declared.type())
                : readResult(xml, declared.type()));
    return result;
  }

  /** An answer to another call would pass for one without a result. */
  private static void requireAnswerTo(String operation, String element) {
    if (!element.equals(operation + "Response")) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The answer is no '" + operation + "Response' but a '" + element + "'.",
          null);
    }
  }

  private static @Nullable Object readResult(XmlReader xml, Class<?> type) {
    Object result = null;
    while (xml.nextChild()) {
      if (xml.localName().equals("returnval") && result == null && type != Void.class) {
        result = new ObjectReader(xml).read(type);
      } else {
        xml.skip();
      }
    }
    leaveEnvelope(xml);
    return result;
  }

  private static List<Object> readResults(XmlReader xml, Class<?> type) {
    List<Object> results = new ArrayList<>();
    ObjectReader reader = new ObjectReader(xml);
    while (xml.nextChild()) {
      Object result = reader.read(type);
      if (result != null) {
        results.add(result);
      }
    }
    leaveEnvelope(xml);
    return results;
  }

  private static FaultException readFault(String operation, XmlReader xml) {
    String text = "";
    Object detail = null;
    while (xml.nextChild()) {
      if (xml.localName().equals("faultstring")) {
        text = xml.text();
      } else if (xml.localName().equals("detail")) {
        detail = readDetail(xml);
      } else {
        xml.skip();
      }
    }
    leaveEnvelope(xml);
    return new FaultException(operation, detail == null ? "" : faultName(detail), detail, text);
  }

  private static @Nullable Object readDetail(XmlReader xml) {
    Object detail = null;
    while (xml.nextChild()) {
      if (detail == null) {
        detail = readFaultData(xml);
      } else {
        xml.skip();
      }
    }
    return detail;
  }

  private static Object readFaultData(XmlReader xml) {
    String name = withoutSuffix(xml.localName());
    boolean typed = xml.attribute(ObjectReader.XSI, "type") != null;
    Class<?> type = typed ? null : WireTypes.classOf(name);
    Object fault = new ObjectReader(xml).read(type == null ? Object.class : type);
    if (fault instanceof UnknownObject unknown && unknown.typeName().isEmpty()) {
      return new UnknownObject(name, unknown.fields());
    }
    return fault instanceof Record ? fault : new UnknownObject(name, List.of());
  }

  private static String withoutSuffix(String element) {
    return element.endsWith("Fault") ? element.substring(0, element.length() - 5) : element;
  }

  /** VI name of a fault: of an unknown one as the server named it. */
  public static String faultName(Object fault) {
    return fault instanceof DataObject object ? object.typeName() : "";
  }

  /** Moves from the root to the first element in the body. */
  private static void enterBody(XmlReader xml) {
    if (!xml.localName().equals("Envelope")) {
      throw new ProtocolException(
          ProtocolException.Kind.NOT_VSPHERE,
          "The answer is no SOAP envelope but a '" + xml.localName() + "' document.",
          null);
    }
    while (xml.nextChild()) {
      if (xml.localName().equals("Body")) {
        if (xml.nextChild()) {
          return;
        }
      } else {
        xml.skip();
      }
    }
    throw new ProtocolException(
        ProtocolException.Kind.MALFORMED, "The SOAP envelope has no content.", null);
  }

  /**
   * Reads to the end of the envelope, so that an answer that is cut off behind its content fails.
   */
  private static void leaveEnvelope(XmlReader xml) {
    while (xml.depth() > 0) {
      if (xml.nextChild()) {
        xml.skip();
      }
    }
  }

  private static void openBody(XmlWriter xml, String name) {
    xml.raw(HEAD).raw("<").raw(name).raw(" xmlns=\"" + VIM25 + "\"").raw(">");
  }

  private static WireMethods.Result resultOf(String method) {
    WireMethods.Result result = WireMethods.result(method);
    return result == null ? WireMethods.Result.NONE : result;
  }
}
