package dev.vireo.cli.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that a command was given, in the order in which they were given. */
public final class Arguments {
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  void add(OptionSpec option, String value) {
    names.add(option.name());
    values.add(value);
  }

  /** Whether the option was given. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** The value as it was given, or null when it was not. */
  public @Nullable String value(String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : values.get(index);
  }

  /** All values of an option that can be given more than once. */
  public List<String> all(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        found.add(values.get(i));
      }
    }
    return found;
  }
}
