package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ApiTypes;
import dev.vireo.simulator.internal.schema.Members;
import dev.vireo.vim.codec.MemberWriter;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.UnknownObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path from a managed object to a value, such as {@code runtime.powerState}: the first name is a
 * property of the object, the others are members of data objects. In brackets behind an array
 * stands the key of one of its items: {@code config.hardware.device[4000]}, and in quotation marks
 * where it is a text: {@code config.extraConfig["guestinfo.x"].value}.
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
  private final List<String> steps;
  private @Nullable String knownFor;

  PropertyPath(String text) {
    this.text = text;
    this.steps = steps(text);
  }

  /**
   * The names in a path, and keys, which begin with a bracket. What is no path becomes a name that
   * nothing has.
   */
  private static List<String> steps(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = nameEnd(text, at);
      steps.add(text.substring(at, end));
      at = end;
      while (at < text.length() && text.charAt(at) == '[') {
        int close = keyEnd(text, at);
        if (close < 0) {
          return List.of(text);
        }
        steps.add(key(text.substring(at + 1, close)));
        at = close + 1;
      }
      if (at < text.length() && text.charAt(at) != '.') {
        return List.of(text);
      }
      at++;
    }
    return List.copyOf(steps);
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  /** Where the bracket of a key closes: behind the second quotation mark if it has such; or -1. */
  private static int keyEnd(String text, int open) {
    int from = open + 1;
    if (from < text.length() && text.charAt(from) == '"') {
      int quote = text.indexOf('"', from + 1);
      return quote > 0 && text.startsWith("]", quote + 1) ? quote + 1 : -1;
    }
    return text.indexOf(']', from);
  }

  private static String key(String written) {
    boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    return ApiTypes.KEY + (quoted ? written.substring(1, written.length() - 1) : written);
  }

  /** The path as the client wrote it. */
  String text() {
    return text;
  }

  /** The property of the managed object. */
  String property() {
    return steps.getFirst();
  }

  /**
   * The value; null when it, or something on the way to it, is unset.
   *
   * @throws RaisedFault {@code InvalidProperty} when the path leads nowhere in any object of this
   *     type
   */
  @Nullable Object read(ManagedObject object, ApiRelease api) {
    ManagedObject.Shown instead = object.shownAt(text);
    if (instead != null) {
      return instead.value();
    }
    Object value = object.property(steps.getFirst(), api);
    for (int i = 1; i < steps.size() && value != null; i++) {
      value = step(value, steps.get(i));
    }
    if (value == null && !object.ref().type().equals(knownFor)) {
      check(object, api);
    }
    return value;
  }

  private void check(ManagedObject object, ApiRelease api) {
    boolean known =
        steps.size() == 1 ? object.hasProperty(steps.getFirst(), api) : object.leads(steps, api);
    if (!known) {
      throw Faults.invalidProperty(text);
    }
    // Every object of a list would be checked otherwise. A path is used with one release only.
    knownFor = object.ref().type();
  }

  /** The member of a value; null when it is unset, or when the value has no such member. */
  private static @Nullable Object step(Object value, String name) {
    if (name.startsWith(ApiTypes.KEY)) {
      return value instanceof ArrayOf array ? item(array, name.substring(1)) : null;
    }
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

  /** The item of an array with a key; of references with an identifier. */
  private static @Nullable Object item(ArrayOf array, String key) {
    for (Object item : array.items()) {
      Object own = item instanceof ManagedObjectReference ref ? ref.value() : step(item, "key");
      if (own != null && Members.text(own).equals(key)) {
        return item;
      }
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
