package dev.vireo.vim.soap;

import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.WireEnum;
import java.util.List;

/**
 * Writes values as elements. The type of an element is written ({@code xsi:type}) wherever it does
 * not follow from the declaration: on values of type {@code anyType}, on sub types, and on the
 * items of arrays.
 */
final class ObjectWriter {

  private static final String REFERENCE = "ManagedObjectReference";

  private final XmlWriter xml;

  ObjectWriter(XmlWriter xml) {
    this.xml = xml;
  }

  /** Writes the components of a record, without an element around them. */
  void writeComponents(Object object) {
    RecordSchema schema = RecordSchema.of(object.getClass());
    for (RecordSchema.Component component : schema.components()) {
      Object value = schema.get(object, component);
      if (value == null) {
        continue;
      }
      if (component.list()) {
        for (Object item : (List<?>) value) {
          write(component.wireName(), item, component.type());
        }
      } else {
        write(component.wireName(), value, component.type());
      }
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
      writeText(tag, typeFor(value, declared), constant.value());
    } else if (value instanceof ConstantOf constant) {
      writeText(tag, declared == Object.class ? constant.typeName() : "", constant.value());
    } else if (value instanceof ObjectOf object) {
      open(tag, object.typeName());
      writeMembers(object);
      xml.end(tag);
    } else if (value instanceof ArrayOf array) {
      writeArray(tag, array);
    } else if (value instanceof List<?> list) {
      writeArray(tag, new ArrayOf(elementType(list), list));
    } else if (value instanceof UnknownObject unknown) {
      open(tag, unknown.typeName());
      writeFields(unknown.fields());
      xml.end(tag);
    } else if (value instanceof Record) {
      open(tag, typeFor(value, declared));
      writeComponents(value);
      xml.end(tag);
    } else {
      writeScalar(tag, value, declared);
    }
  }

  private void writeMembers(ObjectOf object) {
    for (String name : object.names()) {
      Object value = object.get(name);
      if (value instanceof List<?> items) {
        items.forEach(item -> writeMember(name, item));
      } else if (value != null) {
        writeMember(name, value);
      }
    }
  }

  private void writeMember(String name, Object value) {
    if (value instanceof ObjectOf.Any any) {
      write(name, any.value(), Object.class);
    } else {
      // The declaration says of which type all others are, but not of which sub type.
      write(name, value, value instanceof DataObject ? DataObject.class : value.getClass());
    }
  }

  private static String typeFor(Object value, Class<?> declared) {
    return value.getClass() == declared ? "" : RecordSchema.wireNameOf(value.getClass());
  }

  private void writeScalar(String tag, Object value, Class<?> declared) {
    ScalarType scalar = ScalarType.ofClass(value.getClass());
    if (scalar == null) {
      throw new IllegalArgumentException("There is no wire form for " + value.getClass() + ".");
    }
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
    if (list.isEmpty()) {
      return "anyType";
    }
    Class<?> type = list.get(0).getClass();
    ScalarType scalar = ScalarType.ofClass(type);
    return scalar == null ? RecordSchema.wireNameOf(type) : scalar.wireName;
  }

  private void writeFields(List<UnknownObject.Field> fields) {
    for (UnknownObject.Field field : fields) {
      xml.start(field.name()).text(field.text());
      writeFields(field.children());
      xml.end(field.name());
    }
  }

  private void open(String tag, String type) {
    xml.raw("<").raw(tag);
    if (!type.isEmpty()) {
      xml.raw(" xsi:type=\"").text(type).raw("\"");
    }
    xml.raw(">");
  }
}
