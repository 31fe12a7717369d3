package dev.vireo.vim.types;

import dev.vireo.vim.codec.MemberWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A data object or fault of a type that this library has no record for. Its content is kept as
 * text, so that nothing that a newer server says is lost.
 *
 * @param typeName VI name of the type
 * @param fields its properties in the order received
 */
public record UnknownObject(String typeName, List<Field> fields) implements MethodFault {

  /**
   * One property of an unknown object.
   *
   * @param name the property's name
   * @param text its character data; empty when it only has children
   * @param children nested properties
   */
  public record Field(String name, String text, List<Field> children) {

    /** Copies the children. */
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      children = List.copyOf(children);
    }
  }

  /** Copies the fields. */
  public UnknownObject {
    Objects.requireNonNull(typeName, "typeName");
    fields = List.copyOf(fields);
  }

  @Override
  public void write(MemberWriter out) {
    out.fields(fields);
  }

  /** Text of the first field of this name; null when there is none. */
  public @Nullable String text(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field.text();
      }
    }
    return null;
  }
}
