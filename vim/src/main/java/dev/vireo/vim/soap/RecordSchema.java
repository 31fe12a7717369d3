package dev.vireo.vim.soap;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.methods.VimMethod;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire form of a record, derived from its components. */
final class RecordSchema {

  /**
   * One component.
   *
   * @param wireName name of its element
   * @param type its class; of a list, the class of the items
   * @param list whether it is a list
   * @param accessor reads it
   */
  record Component(String wireName, Class<?> type, boolean list, Method accessor) {}

  private static final ClassValue<RecordSchema> SCHEMAS =
      new ClassValue<>() {
        @Override
        protected RecordSchema computeValue(Class<?> type) {
          return new RecordSchema(type);
        }
      };

  private final Class<?> type;
  private final String wireName;
  private final Component[] components;
  private final Constructor<?> constructor;

  private RecordSchema(Class<?> type) {
    this.type = type;
    this.wireName = wireNameOf(type);
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] parameterTypes = new Class<?>[parts.length];
    this.components = new Component[parts.length];
    boolean method = VimMethod.class.isAssignableFrom(type);
    for (int i = 0; i < parts.length; i++) {
      parameterTypes[i] = parts[i].getType();
      components[i] = component(parts[i], method && i == 0);
    }
    try {
      this.constructor = type.getDeclaredConstructor(parameterTypes);
    } catch (NoSuchMethodException e) {
      throw new LinkageError(type + " has no canonical constructor", e);
    }
  }

  static RecordSchema of(Class<?> type) {
    return SCHEMAS.get(type);
  }

  /**
   * VI name of a record or enumeration. A record within an interface stands for objects of exactly
   * the interface's type.
   */
  static String wireNameOf(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null ? type.getSimpleName() : around.getSimpleName();
  }

  private static Component component(RecordComponent part, boolean self) {
    boolean list = part.getType() == List.class;
    Class<?> type = list ? argument(part.getGenericType()) : part.getType();
    return new Component(self ? "_this" : part.getName(), type, list, part.getAccessor());
  }

  /** The class of the items of a list type. */
  static Class<?> argument(Type type) {
    Type argument = ((ParameterizedType) type).getActualTypeArguments()[0];
    return argument instanceof Class<?> c ? c : Object.class;
  }

  String wireName() {
    return wireName;
  }

  Component[] components() {
    return components;
  }

  /**
   * Index of the component with this element name; -1 when there is none.
   *
   * @param hint where to look first: elements come in the order of the components
   */
  int indexOf(String elementName, int hint) {
    for (int i = hint; i < components.length; i++) {
      if (components[i].wireName.equals(elementName)) {
        return i;
      }
    }
    for (int i = 0; i < hint; i++) {
      if (components[i].wireName.equals(elementName)) {
        return i;
      }
    }
    return -1;
  }

  @Nullable Object get(Object instance, Component component) {
    try {
      return component.accessor.invoke(instance);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component.wireName + " of " + type, e);
    }
  }

  /**
   * Makes an instance.
   *
   * @param values one value for each component; null where the message has none
   * @throws ProtocolException when a required component is missing
   */
  Object newInstance(@Nullable Object[] values) {
    for (int i = 0; i < components.length; i++) {
      if (values[i] == null) {
        values[i] = absent(components[i]);
      }
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw rejected(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make a " + type, e);
    }
  }

  private @Nullable Object absent(Component component) {
    if (component.list) {
      return List.of();
    }
    if (component.type.isPrimitive()) {
      throw lacks(component.wireName, null);
    }
    return null;
  }

  private RuntimeException rejected(@Nullable Throwable cause) {
    if (cause instanceof NullPointerException missing && missing.getMessage() != null) {
      return lacks(missing.getMessage(), missing);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new ProtocolException(
        ProtocolException.Kind.MALFORMED,
        "The answer holds an impossible " + wireName + ".",
        cause);
  }

  private ProtocolException lacks(String component, @Nullable Throwable cause) {
    return new ProtocolException(
        ProtocolException.Kind.MALFORMED,
        "The answer holds a " + wireName + " without its '" + component + "'.",
        cause);
  }
}
