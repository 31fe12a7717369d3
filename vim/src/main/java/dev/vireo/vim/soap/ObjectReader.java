package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.codec.MemberReader;
import dev.vireo.vim.internal.schema.WireTypes;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.WireEnum;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements as values. What this library does not know is passed over where the rest makes
 * sense without it (an element that the record lacks) and kept as an {@link UnknownObject} where it
 * is the value itself.
 */
final class ObjectReader implements MemberReader {

  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final String ARRAY_OF = "ArrayOf";
  private static final String REFERENCE = "ManagedObjectReference";

  private final XmlReader xml;

  ObjectReader(XmlReader xml) {
    this.xml = xml;
  }

  @Override
  public boolean next() {
    return xml.nextChild();
  }

  @Override
  public String name() {
    return xml.localName();
  }

  @Override
  public void skip() {
    xml.skip();
  }

  @Override
  public @Nullable String string() {
    return (String) scalar(ScalarType.STRING);
  }

  @Override
  public @Nullable String token() {
    String text = string();
    return text == null ? null : text.strip();
  }

  @Override
  public @Nullable Secret secret() {
    return (Secret) scalar(ScalarType.SECRET);
  }

  @Override
  public @Nullable Boolean bool() {
    return (Boolean) scalar(ScalarType.BOOLEAN);
  }

  @Override
  public @Nullable Byte int8() {
    return (Byte) scalar(ScalarType.BYTE);
  }

  @Override
  public @Nullable Short int16() {
    return (Short) scalar(ScalarType.SHORT);
  }

  @Override
  public @Nullable Integer int32() {
    return (Integer) scalar(ScalarType.INT);
  }

  @Override
  public @Nullable Long int64() {
    return (Long) scalar(ScalarType.LONG);
  }

  @Override
  public @Nullable Float float32() {
    return (Float) scalar(ScalarType.FLOAT);
  }

  @Override
  public @Nullable Double float64() {
    return (Double) scalar(ScalarType.DOUBLE);
  }

  @Override
  public @Nullable Instant dateTime() {
    return (Instant) scalar(ScalarType.DATE_TIME);
  }

  @Override
  public byte @Nullable [] bytes() {
    return (byte[]) scalar(ScalarType.BASE64_BINARY);
  }

  @Override
  public @Nullable ManagedObjectReference reference() {
    return isNil() ? null : readReference();
  }

  @Override
  public @Nullable Object any() {
    if (isNil()) {
      return null;
    }
    String type = xml.attribute(XSI, "type");
    String name = type == null ? "" : localName(type);
    if (type == null || name.isEmpty()) {
      UnknownObject.Field field = field();
      return field.children().isEmpty() ? field.text() : new UnknownObject("", field.children());
    }
    if (isXmlSchema(type)) {
      ScalarType scalar = ScalarType.ofName(name);
      return readScalar(scalar == null ? ScalarType.STRING : scalar);
    }
    return readNamed(name);
  }

  /** A value of a type of the API. */
  private @Nullable Object readNamed(String type) {
    if (type.equals(REFERENCE)) {
      return readReference();
    }
    if (type.startsWith(ARRAY_OF) && type.length() > ARRAY_OF.length()) {
      return readArray(type.substring(ARRAY_OF.length()));
    }
    return WireTypes.classOf(type) == null ? readUnknown(type) : readKnown(type);
  }

  @Override
  public <T> @Nullable T object(Class<T> declared) {
    if (isNil()) {
      return null;
    }
    Object value = readObject(declared, apiType());
    return declared.isInstance(value) ? declared.cast(value) : null;
  }

  private @Nullable Object readObject(Class<?> declared, String type) {
    Class<?> found = type.isEmpty() ? null : WireTypes.classOf(type);
    if (found != null && declared.isAssignableFrom(found)) {
      return readKnown(type);
    }
    String base = declared.getSimpleName();
    if (!declared.isInterface()) {
      return readKnown(base); // a sub type that is not known: read what is known of it
    }
    if (MethodFault.class == declared) {
      return readUnknown(type);
    }
    return type.isEmpty() ? readKnown(base) : WireTypes.other(base, this, type);
  }

  @Override
  public @Nullable DataObject object(String declared) {
    if (isNil()) {
      return null;
    }
    String type = apiType();
    return readUnknown(type.isEmpty() ? declared : type);
  }

  /** A fault that is not as it should be still has its name: it explains the text beside it. */
  private @Nullable Object readKnown(String type) {
    Class<?> known = WireTypes.classOf(type);
    if (known == null || !MethodFault.class.isAssignableFrom(known)) {
      return WireTypes.read(type, this);
    }
    int depth = xml.depth();
    try {
      return WireTypes.read(type, this);
    } catch (ProtocolException e) {
      if (xml.isBroken()) {
        throw e;
      }
      while (xml.depth() >= depth) {
        xml.nextChild();
      }
      return new UnknownObject(type, List.of());
    }
  }

  /** The type of the API that the current element says it has; empty when it does not. */
  private String apiType() {
    String type = xml.attribute(XSI, "type");
    return type == null || isXmlSchema(type) ? "" : localName(type);
  }

  private boolean isXmlSchema(String type) {
    int colon = type.indexOf(':');
    return colon > 0 && XSD.equals(xml.namespaceOf(type.substring(0, colon)));
  }

  /** The name of a type; empty for what is no name, and could not be written as one. */
  private static String localName(String type) {
    int start = type.lastIndexOf(':') + 1;
    for (int i = start; i < type.length(); i++) {
      char c = type.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return "";
      }
    }
    return type.substring(start);
  }

  private boolean isNil() {
    if ("true".equals(xml.attribute(XSI, "nil"))) {
      xml.skip();
      return true;
    }
    return false;
  }

  /**
   * Reads the current element and leaves it.
   *
   * @param declared the class that the declaration promises; {@code Object} for none
   * @return null for {@code xsi:nil}, and for a value that cannot stand where it was declared
   */
  @Nullable Object read(Class<?> declared) {
    if (declared == Object.class) {
      return any();
    }
    if (declared == ManagedObjectReference.class) {
      return reference();
    }
    if (declared == DataObject.class) {
      return object("");
    }
    ScalarType scalar = ScalarType.ofClass(declared);
    if (scalar != null) {
      return scalar(scalar);
    }
    return WireEnum.class.isAssignableFrom(declared)
        ? WireTypes.read(declared.getSimpleName(), this)
        : object(declared);
  }

  private ManagedObjectReference readReference() {
    String type = xml.attribute("type");
    String element = xml.localName();
    String value = xml.text().strip();
    if (type == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED, "The reference '" + element + "' has no type.", null);
    }
    return new ManagedObjectReference(type, value);
  }

  private @Nullable Object scalar(ScalarType scalar) {
    return isNil() ? null : readScalar(scalar);
  }

  private Object readScalar(ScalarType scalar) {
    String element = xml.localName();
    String text = xml.text();
    try {
      return scalar.parse(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The value of '" + element + "' is no " + scalar.wireName + ".",
          e);
    }
  }

  private List<Object> readArray(String elementType) {
    ScalarType scalar = ScalarType.ofName(elementType);
    List<Object> items = new ArrayList<>();
    while (xml.nextChild()) {
      Object item;
      if (xml.attribute(XSI, "type") != null) {
        item = any();
      } else {
        item = scalar == null ? readNamed(elementType) : readScalar(scalar);
      }
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private UnknownObject readUnknown(String typeName) {
    return new UnknownObject(typeName, field().children());
  }

  @Override
  public UnknownObject.Field field() {
    String name = xml.localName();
    List<UnknownObject.Field> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (xml.nextChild(text)) {
      children.add(field());
    }
    return new UnknownObject.Field(name, children.isEmpty() ? text.toString() : "", children);
  }
}
