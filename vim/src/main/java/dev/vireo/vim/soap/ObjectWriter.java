package dev.vireo.vim.soap;

import dev.vireo.vim.codec.MemberWriter;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.WireEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as elements. The type of an element is written ({@code xsi:type}) wherever it does
 * not follow from the declaration: on values of type {@code anyType}, on sub types, and on the
 * items of arrays.
 */
final class ObjectWriter implements MemberWriter {

  private static final String REFERENCE = "ManagedObjectReference";

  private final XmlWriter xml;

  ObjectWriter(XmlWriter xml) {
    this.xml = xml;
  }

  @Override
  public void member(String name, @Nullable Object value, Class<?> declared) {
    if (value != null) {
      write(name, value, declared);
    }
  }

  @Override
  public void members(String name, List<?> values, Class<?> declared) {
    for (Object each : values) {
      write(name, each, declared);
    }
  }

  @Override
  public void fields(List<UnknownObject.Field> fields) {
    for (UnknownObject.Field field : fields) {
      xml.start(field.name()).text(field.text());
      fields(field.children());
      xml.end(field.name());
    }
  }

  /**
   * Writes one element.
   *
   * @param declared the class that the reader expects; {@code Object} to write the type always
   */
  void write(String tag, Object value, Class<?> declared) {
    if (value instanceof String text) {
      writeText(tag, declared == Object.class ? "xsd:string" : "", text);
    } else if (value instanceof ManagedObjectReference reference) {
      writeReference(tag, reference, declared == Object.class);
    } else if (value instanceof WireEnum constant) {
      writeText(tag, typeFor(value, declared, constant.typeName()), constant.value());
    } else if (value instanceof ConstantOf constant) {
      writeText(tag, declared == Object.class ? constant.typeName() : "", constant.value());
    } else if (value instanceof DataObject object) {
      open(tag, typeFor(value, declared, object.typeName()));
      object.write(this);
      xml.end(tag);
    } else if (value instanceof ArrayOf array) {
      writeArray(tag, array);
    } else if (value instanceof List<?> list) {
      writeArray(tag, new ArrayOf(elementType(list), list));
    } else {
      writeScalar(tag, value, declared);
    }
  }

  private static String typeFor(Object value, Class<?> declared, String typeName) {
    return value.getClass() == declared ? "" : typeName;
  }

  private void writeScalar(String tag, Object value, Class<?> declared) {
    ScalarType scalar = scalarType(value);
    writeText(tag, declared == Object.class ? scalar.xsiType : "", scalar.format(value));
  }

  private void writeText(String tag, String type, CharSequence text) {
    open(tag, type);
    xml.text(text).end(tag);
  }

  private void writeReference(String tag, ManagedObjectReference reference, boolean typed) {
    xml.raw("<").raw(tag).raw(" type=\"").text(reference.type()).raw("\"");
    if (typed) {
      xml.raw(" xsi:type=\"").raw(REFERENCE).raw("\"");
    }
    xml.raw(">").text(reference.value()).end(tag);
  }

  private void writeArray(String tag, ArrayOf array) {
    String element = array.elementType();
    open(tag, "ArrayOf" + Character.toUpperCase(element.charAt(0)) + element.substring(1));
    for (Object item : array.items()) {
      write(element, item, Object.class);
    }
    xml.end(tag);
  }

  private static String elementType(List<?> list) {
    return switch (list.isEmpty() ? null : list.get(0)) {
      case null -> "anyType";
      case DataObject object -> object.typeName();
      case WireEnum constant -> constant.typeName();
      case ManagedObjectReference reference -> REFERENCE;
      case Object value -> scalarType(value).wireName;
    };
  }

  private static ScalarType scalarType(Object value) {
    ScalarType scalar = ScalarType.ofClass(value.getClass());
    if (scalar == null) {
      throw new IllegalArgumentException("There is no wire form for " + value.getClass() + ".");
    }
    return scalar;
  }

  private void open(String tag, String type) {
    xml.raw("<").raw(tag);
    if (!type.isEmpty()) {
      xml.raw(" xsi:type=\"").text(type).raw("\"");
    }
    xml.raw(">");
  }
}
