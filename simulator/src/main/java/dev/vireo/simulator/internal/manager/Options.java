package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.description.Descriptions;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a server or host (VI API {@code OptionManager}). */
public final class Options {

  private Options() {}

  /**
   * Settings from a table.
   *
   * @param table name of the table
   */
  static FixedObject manager(ManagedObjectReference ref, String table) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("OptionManager")
            .with("setting", (manager, api) -> new ArrayOf("OptionValue", values(table, api)))
            .build());
  }

  private static List<ObjectOf> values(String table, ApiRelease api) {
    return Descriptions.table(table).stream()
        .map(row ->
            ObjectBuilder.of("OptionValue", api)
                .put("key", row.get(0))
                .put("value", typed(row.get(1), row.get(2)))
                .build())
        .toList();
  }

  private static Object typed(String type, String text) {
    return switch (type) {
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  /**
   * The settings of a name.
   *
   * @param manager an {@code OptionManager}
   * @param name a key, or the beginning of keys up to a dot; null or empty for all
   */
  public static List<Object> query(FixedObject manager, @Nullable String name, ApiRelease api) {
    Object all = manager.property("setting", api);
    List<?> values = all instanceof ArrayOf array ? array.items() : List.of();
    return values.stream()
        .filter(value -> name == null || name.isEmpty() || matches((ObjectOf) value, name))
        .<Object>map(value -> value)
        .toList();
  }

  private static boolean matches(ObjectOf value, String name) {
    String key = String.valueOf(value.get("key"));
    return name.endsWith(".") ? key.startsWith(name) : key.equals(name);
  }
}
