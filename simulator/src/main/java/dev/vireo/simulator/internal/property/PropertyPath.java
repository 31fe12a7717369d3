package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.VimFault;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.vim.codec.MemberWriter;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.UnknownObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path from a managed object to a value, such as {@code runtime.powerState}: the first name is a
 * property of the object, the others are members of data objects.
 */
final class PropertyPath {

  /** Takes one member of an object and lets the others go by. */
  private static final class Sought implements MemberWriter {
    private final String sought;
    private @Nullable Object found;

    Sought(String sought) {
      this.sought = sought;
    }

    @Override
    public void member(String name, @Nullable Object value, Class<?> declared) {
      if (name.equals(sought)) {
        found = value;
      }
    }

    @Override
    public void members(String name, List<?> values, Class<?> declared) {
      if (name.equals(sought)) {
        found = new ArrayOf(elementType(declared), values);
      }
    }

    @Override
    public void fields(List<UnknownObject.Field> fields) {
      // Only clients hold what they do not know.
    }
  }

  private final String text;
  private final String[] names;
  private @Nullable String knownFor;

  PropertyPath(String text) {
    this.text = text;
    this.names = text.split("\\.", -1);
  }

  /** The path as the client wrote it. */
  String text() {
    return text;
  }

  /** The property of the managed object. */
  String property() {
    return names[0];
  }

  /**
   * The value; null when it, or something on the way to it, is unset.
   *
   * @throws VimFault {@code InvalidProperty} when the path leads nowhere in any object of this type
   */
  @Nullable Object read(ManagedObject object, ApiVersion api) {
    ManagedObject.Shown instead = object.shownAt(text);
    if (instead != null) {
      return instead.value();
    }
    Object value = object.property(names[0], api);
    for (int i = 1; i < names.length && value != null; i++) {
      value = step(value, names[i]);
    }
    if (value == null && !object.ref().type().equals(knownFor)) {
      check(object, api);
    }
    return value;
  }

  private void check(ManagedObject object, ApiVersion api) {
    boolean known =
        names.length == 1 ? object.hasProperty(names[0], api) : object.leads(List.of(names), api);
    if (!known) {
      throw Faults.invalidProperty(text);
    }
    // Every object of a list would be checked otherwise. A path is used with one release only.
    knownFor = object.ref().type();
  }

  /** The member of a value; null when it is unset, or when the value has no such member. */
  private static @Nullable Object step(Object value, String name) {
    if (value instanceof ObjectOf object) {
      return member(object, name);
    }
    if (value instanceof DataObject object) {
      Sought member = new Sought(name);
      object.write(member);
      return member.found;
    }
    return null;
  }

  private static @Nullable Object member(ObjectOf object, String name) {
    return switch (object.get(name)) {
      case null -> null;
      case ObjectOf.Any any -> any.value();
      case List<?> items -> new ArrayOf(ApiTypes.all().itemType(object.typeName(), name), items);
      case Object value -> value;
    };
  }

  /** VI name of the items of a list. */
  private static String elementType(Class<?> item) {
    if (item == Object.class) {
      return "anyType";
    }
    return item == String.class ? "string" : item.getSimpleName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PropertyPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
