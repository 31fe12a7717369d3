package dev.vireo.cli.verb.configuration;

import dev.vireo.TypedParameter;
import dev.vireo.cli.Call;
import dev.vireo.cli.json.JsonWriter;
import java.util.List;
import java.util.function.Function;

/** Parameters with their values, one in a line. */
final class ParameterLines {
  private ParameterLines() {}

  /**
   * Prints parameters.
   *
   * @param value a value for people
   */
  static void print(
      Call call, List<TypedParameter> parameters, Function<TypedParameter, String> value) {
    for (TypedParameter parameter : parameters) {
      line(call, parameter.name(), value.apply(parameter));
    }
  }

  /** Prints a name and a value. */
  static void line(Call call, String name, String value) {
    call.output().print("%-15s: %s\n".formatted(name, value));
  }

  /** Adds a member for each parameter. */
  static JsonWriter addTo(JsonWriter document, List<TypedParameter> parameters) {
    for (TypedParameter parameter : parameters) {
      document.key(parameter.name()).value(parameter.number());
    }
    return document;
  }
}
