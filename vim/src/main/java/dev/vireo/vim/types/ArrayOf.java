package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;

/**
 * An array as the value of a property of type {@code anyType}, to be sent. (Arrays that are
 * received become plain lists.)
 *
 * @param elementType VI name of the element type, such as {@code ManagedObjectReference}, {@code
 *     VirtualDevice}, {@code string} or {@code int}
 * @param items the elements
 */
public record ArrayOf(String elementType, List<?> items) {

  /** Copies the items. */
  public ArrayOf {
    Objects.requireNonNull(elementType, "elementType");
    items = List.copyOf(items);
  }

  /** An array of references. */
  public static ArrayOf references(List<ManagedObjectReference> items) {
    return new ArrayOf("ManagedObjectReference", items);
  }
}
