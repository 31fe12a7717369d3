package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.host.Faults;
import dev.vireo.simulator.internal.host.ManagedObject;
import dev.vireo.simulator.internal.host.VimFault;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path from a managed object to a value, such as {@code runtime.powerState}: the first name is a
 * property of the object, the others are members of data objects.
 */
final class PropertyPath {

  /** A record component as a step: how to read it, and the element type when it is an array. */
  private record Step(Method accessor, @Nullable String elementType) {}

  private static final ClassValue<Map<String, Step>> STEPS =
      new ClassValue<>() {
        @Override
        protected Map<String, Step> computeValue(Class<?> type) {
          Map<String, Step> steps = new HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            steps.put(component.getName(), new Step(accessor, elementType(component)));
          }
          return steps;
        }
      };

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
    Step step =
        value instanceof Record
                && !(value instanceof ArrayOf)
                && !(value instanceof ManagedObjectReference)
            ? STEPS.get(value.getClass()).get(name)
            : null;
    if (step == null) {
      return null;
    }
    try {
      Object next = step.accessor.invoke(value);
      return step.elementType != null && next instanceof List<?> items
          ? new ArrayOf(step.elementType, items)
          : next;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + name + " of " + value.getClass(), e);
    }
  }

  private static @Nullable Object member(ObjectOf object, String name) {
    return switch (object.get(name)) {
      case null -> null;
      case ObjectOf.Any any -> any.value();
      case List<?> items -> new ArrayOf(ApiTypes.all().itemType(object.typeName(), name), items);
      case Object value -> value;
    };
  }

  /** VI name of the element type of a list component; null for other components. */
  private static @Nullable String elementType(RecordComponent component) {
    if (component.getType() != List.class) {
      return null;
    }
    Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    if (!(argument instanceof Class<?> type)) {
      return "anyType";
    }
    if (type == Integer.class) {
      return "int";
    }
    return type.getPackageName().equals("java.lang")
        ? type.getSimpleName().toLowerCase(Locale.ROOT)
        : type.getSimpleName();
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
