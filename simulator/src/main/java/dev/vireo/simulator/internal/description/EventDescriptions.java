package dev.vireo.simulator.internal.description;

import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What events are called, and their texts (VI API {@code EventManager.description}). */
public final class EventDescriptions {

  /**
   * One kind of event.
   *
   * @param type its VI type
   * @param category {@code info}, {@code warning}, {@code error} or {@code user}
   * @param label what it is called
   * @param format its text, with names in braces for what changes
   */
  public record Kind(String type, String category, String label, String format) {}

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z.]+)\\}");

  private static final Map<String, Kind> KINDS =
      Descriptions.table("events.txt").stream()
          .map(row -> new Kind(row.get(0), row.get(1), row.get(2), row.get(3)))
          .collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));

  private EventDescriptions() {}

  /**
   * The kind of event with this VI type.
   *
   * @throws IllegalArgumentException when the table does not have it
   */
  public static Kind kind(String type) {
    Kind kind = KINDS.get(type);
    if (kind == null) {
      throw new IllegalArgumentException("There is no text for events of type " + type);
    }
    return kind;
  }

  /**
   * The text of an event.
   *
   * @param values what stands for the names in braces; a name without value stays as it is
   */
  public static String text(String type, Map<String, String> values) {
    Matcher matcher = VARIABLE.matcher(kind(type).format());
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  /** The description of all categories and kinds. */
  public static ObjectOf of(ApiRelease api) {
    return ObjectBuilder.of("EventDescription", api)
        .put(
            "category",
            List.of(
                Descriptions.element("info", "Information"),
                Descriptions.element("warning", "Warning"),
                Descriptions.element("error", "Error"),
                Descriptions.element("user", "User")))
        .put(
            "eventInfo",
            KINDS.values().stream()
                .sorted((a, b) -> a.type().compareTo(b.type()))
                .map(kind -> detail(kind, api))
                .toList())
        .build();
  }

  private static ObjectOf detail(Kind kind, ApiRelease api) {
    return ObjectBuilder.of("EventDescriptionEventDetail", api)
        .put("key", kind.type())
        .put("description", kind.label())
        .put("category", kind.category())
        .put("formatOnDatacenter", kind.format())
        .put("formatOnComputeResource", kind.format())
        .put("formatOnHost", kind.format())
        .put("formatOnVm", kind.format())
        .put("fullFormat", kind.format())
        .build();
  }
}
