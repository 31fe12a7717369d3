package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.WireEnum;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements as values. What this library does not know is passed over where the rest makes
 * sense without it (an element that the record lacks) and kept as an {@link UnknownObject} where it
 * is the value itself.
 */
final class ObjectReader {

  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final String ARRAY_OF = "ArrayOf";

  private final XmlReader xml;
  private final TypeRegistry registry;

  ObjectReader(XmlReader xml, TypeRegistry registry) {
    this.xml = xml;
    this.registry = registry;
  }

  /**
   * Reads the current element and leaves it.
   *
   * @param declared the class that the declaration promises; {@code Object} for none
   * @return null for {@code xsi:nil}, and for a value that cannot stand where it was declared
   */
  @Nullable Object read(Class<?> declared) {
    if ("true".equals(xml.attribute(XSI, "nil"))) {
      xml.skip();
      return null;
    }
    String type = xml.attribute(XSI, "type");
    if (type == null) {
      return declared == Object.class || declared.isInterface()
          ? readUndeclared(declared)
          : readAs(declared);
    }
    int colon = type.indexOf(':');
    String name = type.substring(colon + 1);
    if (colon > 0 && XSD.equals(xml.namespaceOf(type.substring(0, colon)))) {
      return readXmlSchemaType(declared, name);
    }
    return readNamed(declared, name);
  }

  private @Nullable Object readXmlSchemaType(Class<?> declared, String name) {
    ScalarType scalar = ScalarType.ofName(name);
    if (declared == Object.class) {
      return readScalar(scalar == null ? ScalarType.STRING : scalar);
    }
    return readAs(declared);
  }

  private @Nullable Object readNamed(Class<?> declared, String name) {
    if (name.startsWith(ARRAY_OF) && declared == Object.class) {
      return readArray(name.substring(ARRAY_OF.length()));
    }
    Class<?> type = registry.type(name);
    if (type != null && declared.isAssignableFrom(type)) {
      return readAs(type);
    }
    if (declared != Object.class && !declared.isInterface()) {
      return readAs(declared); // a sub type that is not known: read what is known of it
    }
    UnknownObject unknown = readUnknown(name);
    return declared.isInstance(unknown) ? unknown : null;
  }

  private @Nullable Object readUndeclared(Class<?> declared) {
    Class<?> concrete = declared.isInterface() ? registry.type(declared.getSimpleName()) : null;
    if (concrete != null) {
      return readAs(concrete);
    }
    UnknownObject.Field field = readField();
    if (declared == Object.class && field.children().isEmpty()) {
      return field.text();
    }
    UnknownObject unknown = new UnknownObject("", field.children());
    return declared.isInstance(unknown) ? unknown : null;
  }

  private @Nullable Object readAs(Class<?> type) {
    ScalarType scalar = ScalarType.ofClass(type);
    if (scalar != null) {
      return readScalar(scalar);
    }
    if (type == ManagedObjectReference.class) {
      return readReference();
    }
    if (WireEnum.class.isAssignableFrom(type)) {
      return RecordSchema.of(type).newInstance(new @Nullable Object[] {xml.text().strip()});
    }
    RecordSchema schema = RecordSchema.of(type);
    return MethodFault.class.isAssignableFrom(type) ? readFault(schema) : readRecord(schema);
  }

  /** A fault that is not as it should be still has its name: it explains the text beside it. */
  private Object readFault(RecordSchema schema) {
    int depth = xml.depth();
    try {
      return readRecord(schema);
    } catch (ProtocolException e) {
      if (xml.isBroken()) {
        throw e;
      }
      while (xml.depth() >= depth) {
        xml.nextChild();
      }
      return new UnknownObject(schema.wireName(), List.of());
    }
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

  private Object readScalar(ScalarType scalar) {
    String element = xml.localName();
    String text = xml.text();
    try {
      return scalar.parse(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The value of '" + element + "' is no " + scalar.wireName + ".",
          e);
    }
  }

  /** Reads the children of the current element as the components of a record, and leaves it. */
  Object readRecord(RecordSchema schema) {
    RecordSchema.Component[] components = schema.components();
    @Nullable Object[] values = new @Nullable Object[components.length];
    int hint = 0;
    while (xml.nextChild()) {
      int index = schema.indexOf(xml.localName(), hint);
      if (index < 0) {
        xml.skip();
        continue;
      }
      hint = index;
      Object value = read(components[index].type());
      if (value != null && components[index].list()) {
        add(values, index, value);
      } else if (value != null) {
        values[index] = value;
      }
    }
    return schema.newInstance(values);
  }

  @SuppressWarnings("unchecked") // the slot of a list component only ever holds this list
  private static void add(@Nullable Object[] values, int index, Object value) {
    List<Object> list = (List<Object>) values[index];
    if (list == null) {
      list = new ArrayList<>();
      values[index] = list;
    }
    list.add(value);
  }

  private List<Object> readArray(String elementType) {
    ScalarType scalar = ScalarType.ofName(elementType);
    Class<?> type = scalar == null ? registry.type(elementType) : null;
    List<Object> items = new ArrayList<>();
    while (xml.nextChild()) {
      Object item;
      if (xml.attribute(XSI, "type") != null) {
        item = read(Object.class);
      } else if (scalar != null) {
        item = readScalar(scalar);
      } else {
        item = type == null ? readUnknown(elementType) : readAs(type);
      }
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private UnknownObject readUnknown(String typeName) {
    return new UnknownObject(typeName, readField().children());
  }

  /** Reads the current element as text and children. */
  private UnknownObject.Field readField() {
    String name = xml.localName();
    List<UnknownObject.Field> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (xml.nextChild(text)) {
      children.add(readField());
    }
    return new UnknownObject.Field(name, children.isEmpty() ? text.toString() : "", children);
  }
}
