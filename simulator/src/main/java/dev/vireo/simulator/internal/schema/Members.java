package dev.vireo.simulator.internal.schema;

import dev.vireo.vim.codec.MemberWriter;
import dev.vireo.vim.types.ConstantOf;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.UnknownObject;
import dev.vireo.vim.types.WireEnum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of data objects, whatever their types: taken from what clients send, and shown as a
 * release of the API has them.
 */
public final class Members {

  private Members() {}

  /**
   * An object by its members. What a client sent of a type without a record keeps its members, too,
   * as far as the table of types knows them.
   */
  public static ObjectOf of(DataObject object) {
    if (object instanceof ObjectOf itself) {
      return itself;
    }
    Collector members = new Collector(object.typeName());
    object.write(members);
    return new ObjectOf(object.typeName(), members.all);
  }

  /** The members of an object that are set, in their order, as a map of the caller's own. */
  public static Map<String, Object> map(ObjectOf object) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name : object.names()) {
      Object value = object.get(name);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  /** The text of a value: of a constant what stands on the wire. */
  public static String text(Object value) {
    return switch (value) {
      case WireEnum constant -> constant.value();
      case ConstantOf constant -> constant.value();
      default -> value.toString();
    };
  }

  /**
   * An object as a release has it: without members that are newer, as the nearest older type where
   * its own is newer, and with its members in the order of the wire.
   */
  public static ObjectOf shown(ObjectOf object, ApiRelease api) {
    ApiType type = nearest(object.typeName(), api);
    if (type == null) {
      return object;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (ApiMember member : type.members()) {
      Object value = object.get(member.name());
      if (value != null && api.has(member.since())) {
        members.put(member.name(), ObjectBuilder.convert(member, shownValue(value, api)));
      }
    }
    return new ObjectOf(type.name(), members);
  }

  /** A type, or the nearest super type that a release has; null for one that nobody knows. */
  private static @Nullable ApiType nearest(String name, ApiRelease api) {
    ApiType type = ApiTypes.all().find(name);
    while (type != null && !api.has(type.since()) && type.parent() != null) {
      type = type.parent();
    }
    return type;
  }

  /** The type that an object of a type is shown as. */
  public static String shownType(String name, ApiRelease api) {
    ApiType type = nearest(name, api);
    return type == null ? name : type.name();
  }

  private static Object shownValue(Object value, ApiRelease api) {
    return switch (value) {
      case ObjectOf object -> shown(object, api);
      case List<?> items -> items.stream().map(item -> shownValue(item, api)).toList();
      default -> value;
    };
  }

  private static Object value(Object value, Class<?> declared) {
    if (declared == Object.class) {
      return new ObjectOf.Any(value instanceof DataObject object ? of(object) : value);
    }
    return value instanceof DataObject object ? of(object) : value;
  }

  private static final class Collector implements MemberWriter {

    private final String typeName;
    private final Map<String, Object> all = new LinkedHashMap<>();

    Collector(String typeName) {
      this.typeName = typeName;
    }

    @Override
    public void member(String name, @Nullable Object value, Class<?> declared) {
      if (value != null) {
        all.put(name, value(value, declared));
      }
    }

    @Override
    public void members(String name, List<?> values, Class<?> declared) {
      if (!values.isEmpty()) {
        all.put(name, values.stream().map(item -> value(item, declared)).toList());
      }
    }

    @Override
    public void fields(List<UnknownObject.Field> fields) {
      ApiType type = ApiTypes.all().find(typeName);
      for (UnknownObject.Field field : fields) {
        int position = type == null ? -1 : type.position(field.name());
        if (type != null && position >= 0) {
          add(type.members().get(position), field);
        }
      }
    }

    private void add(ApiMember member, UnknownObject.Field field) {
      Object value = parsed(member, field);
      if (!member.array()) {
        all.put(member.name(), value);
      } else if (all.get(member.name()) instanceof List<?> before) {
        all.put(member.name(), Stream.concat(before.stream(), Stream.of(value)).toList());
      } else {
        all.put(member.name(), List.of(value));
      }
    }

    /**
     * The value of a field.
     *
     * @throws IllegalArgumentException when it is not of the type that it should be
     */
    private static Object parsed(ApiMember member, UnknownObject.Field field) {
      if (ApiTypes.all().find(member.type()) != null) {
        Collector nested = new Collector(member.type());
        nested.fields(field.children());
        return new ObjectOf(member.type(), nested.all);
      }
      String text = field.text().strip();
      return switch (member.type()) {
        case "boolean" -> text.equals("true") || text.equals("1");
        case "int" -> Integer.valueOf(text);
        case "long" -> Long.valueOf(text);
        case "short" -> Short.valueOf(text);
        case "byte" -> Byte.valueOf(text);
        default -> field.text();
      };
    }
  }
}
