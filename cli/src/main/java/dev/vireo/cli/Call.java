package dev.vireo.cli;

import dev.vireo.Connect;
import dev.vireo.cli.grammar.Arguments;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: what it was given, where it prints, and the session it works in.
 *
 * @param session what outlives the call
 * @param spec the command
 * @param arguments what it was given
 */
public record Call(Session session, CommandSpec spec, Arguments arguments) {

  /** The host. */
  public Connect host() {
    return session.connect();
  }

  /** Where to print. */
  public Output output() {
    return session.output();
  }

  /** Whether an option is there. */
  public boolean has(String option) {
    return arguments.has(option);
  }

  /**
   * The value of an option, or null when it is not there, or there without the value that it may
   * have.
   *
   * @throws CommandException when it is there and empty
   */
  public @Nullable String string(String option) {
    String value = arguments.value(option);
    OptionSpec known = spec.option(option);
    if (known != null && known.kind() == OptionKind.OPTIONAL) {
      return value == null || value.isEmpty() ? null : value;
    }
    if (value != null && value.isEmpty()) {
      throw new CommandException("Failed to get option '" + option + "': Option argument is empty");
    }
    return value;
  }

  /** The value of an option that the grammar requires. */
  public String required(String option) {
    String value = string(option);
    if (value == null) {
      throw new IllegalStateException("the grammar let '" + option + "' be missing");
    }
    return value;
  }

  /**
   * The value of a numeric option, or null when it is not there.
   *
   * @throws CommandException when it is no number
   */
  public @Nullable Integer number(String option) {
    String value = arguments.value(option);
    if (value == null) {
      return null;
    }
    try {
      return Integer.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw new CommandException(
          "Numeric value '" + value + "' for <" + option + "> option is malformed or out of range");
    }
  }

  /**
   * Refuses two options that exclude each other.
   *
   * @throws CommandException when both are there
   */
  public void exclude(String option, String other) {
    if (has(option) && has(other)) {
      throw new CommandException(
          "Options --" + option + " and --" + other + " are mutually exclusive");
    }
  }

  /** All values of an option that may be given more than once. */
  public List<String> all(String option) {
    return arguments.all(option);
  }

  /** Whether data is to be printed as JSON. */
  public boolean json() {
    return session.options().json() || has(CommandSpec.JSON);
  }

  /** Whether the requests of this call are to be shown. */
  public boolean traced() {
    return spec.connects() && (session.options().trace() || has(CommandSpec.TRACE));
  }

  /** Prints a JSON document. */
  public void print(JsonWriter document) {
    output().document(document);
  }

  /**
   * Prints a text that is a document of its own, or a JSON object with that as its only member.
   *
   * @param key name of the member
   */
  public void print(String key, String text) {
    if (json()) {
      print(new JsonWriter().object().key(key).value(text).endObject());
    } else {
      output().print(text);
    }
  }
}
