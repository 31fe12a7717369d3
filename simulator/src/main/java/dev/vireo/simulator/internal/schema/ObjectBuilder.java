package dev.vireo.simulator.internal.schema;

import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.ObjectOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data object as a release of the API has it: members that it does not have yet are left
 * out, the others stand in the order of the wire, and none that it requires is missing.
 */
public final class ObjectBuilder {

  private static final Set<String> PLAIN =
      Set.of("string", "boolean", "dateTime", "base64Binary", "double");

  private final ApiType type;
  private final ApiRelease api;
  private final @Nullable Object[] values;

  private ObjectBuilder(ApiType type, ApiRelease api) {
    this.type = type;
    this.api = api;
    this.values = new Object[type.members().size()];
  }

  /**
   * Starts an object.
   *
   * @param type VI name of its type
   * @throws IllegalArgumentException when there is no such type
   */
  public static ObjectBuilder of(String type, ApiRelease api) {
    return new ObjectBuilder(ApiTypes.all().require(type), api);
  }

  /**
   * Sets a member.
   *
   * @param value a list for an array; null to leave the member unset
   * @throws IllegalArgumentException when no release has such a member
   */
  public ObjectBuilder put(String name, @Nullable Object value) {
    int position = position(name);
    ApiMember member = type.members().get(position);
    if (value != null && api.has(member.since())) {
      values[position] = convert(member, value);
    }
    return this;
  }

  /**
   * Sets a member that is made when somebody looks at it.
   *
   * @param source makes it from what does not change
   */
  public ObjectBuilder later(String name, Supplier<?> source) {
    int position = position(name);
    ApiMember member = type.members().get(position);
    if (api.has(member.since())) {
      values[position] = ObjectOf.later(() -> convert(member, source.get()));
    }
    return this;
  }

  /** Sets all truth values that are required and not set yet. */
  public ObjectBuilder others(boolean value) {
    for (int i = 0; i < values.length; i++) {
      ApiMember member = type.members().get(i);
      boolean wanted = !member.optional() && member.type().equals("boolean");
      if (values[i] == null && wanted && api.has(member.since())) {
        values[i] = value;
      }
    }
    return this;
  }

  private int position(String name) {
    int position = type.position(name);
    if (position < 0) {
      throw new IllegalArgumentException(type + " has no member " + name);
    }
    return position;
  }

  /** A value as a member of its type has it on the wire. */
  static Object convert(ApiMember member, Object value) {
    return member.array()
        ? ((List<?>) value).stream().map(item -> convertItem(member, item)).toList()
        : convertItem(member, value);
  }

  private static Object convertItem(ApiMember member, Object value) {
    if (member.isAny()) {
      return value instanceof ObjectOf.Any ? value : new ObjectOf.Any(value);
    }
    if (value instanceof Number number) {
      return switch (member.type()) {
        case "long" -> number.longValue();
        case "int" -> number.intValue();
        case "short" -> number.shortValue();
        case "byte" -> number.byteValue();
        case "float" -> number.floatValue();
        default -> value;
      };
    }
    boolean constant =
        value instanceof String
            && !PLAIN.contains(member.type())
            && ApiTypes.all().find(member.type()) == null;
    return constant ? new ConstantOf(member.type(), (String) value) : value;
  }

  /**
   * The object.
   *
   * @throws IllegalStateException when a member that the release requires is not set
   */
  public ObjectOf build() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      ApiMember member = type.members().get(i);
      Object value = values[i];
      if (value != null) {
        members.put(member.name(), value);
      } else if (!member.optional() && !member.array() && api.has(member.since())) {
        throw new IllegalStateException(type + " lacks its " + member.name());
      }
    }
    return new ObjectOf(type.name(), members);
  }
}
