package dev.vireo.cli.grammar;

/**
 * One option of a command.
 *
 * @param name the name without its dashes
 * @param kind what it takes
 * @param required whether the command fails without it
 * @param help one line for {@code help}
 * @param completer what its value may be
 */
public record OptionSpec(
    String name, OptionKind kind, boolean required, String help, Completer completer) {

  /** Present or absent. */
  public static OptionSpec bool(String name, String help) {
    return new OptionSpec(name, OptionKind.BOOL, false, help, Completer.NONE);
  }

  /** An optional word. */
  public static OptionSpec string(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.STRING, false, help, completer);
  }

  /** An optional word that only its name can give. */
  public static OptionSpec named(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.NAMED, false, help, completer);
  }

  /** A word that only its name can give, and without which the command fails. */
  public static OptionSpec requiredNamed(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.NAMED, true, help, completer);
  }

  /** Any number of words, each with the option's name before it. */
  public static OptionSpec list(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.LIST, false, help, completer);
  }

  /** A word that may be missing, behind an equals sign only. */
  public static OptionSpec optional(String name, String help) {
    return new OptionSpec(name, OptionKind.OPTIONAL, false, help, Completer.NONE);
  }

  /** An optional number. */
  public static OptionSpec number(String name, String help) {
    return new OptionSpec(name, OptionKind.INT, false, help, Completer.NONE);
  }

  /** The word without which the command is nothing. */
  public static OptionSpec data(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.DATA, true, help, completer);
  }

  /** Any number of words. */
  public static OptionSpec argv(String name, String help) {
    return new OptionSpec(name, OptionKind.ARGV, false, help, Completer.NONE);
  }

  /** At least one word. */
  public static OptionSpec args(String name, String help, Completer completer) {
    return new OptionSpec(name, OptionKind.ARGV, true, help, completer);
  }

  /** Whether the word that follows its name is its value. */
  public boolean takesValue() {
    return kind != OptionKind.BOOL && kind != OptionKind.OPTIONAL;
  }

  /** Whether a word without a name can become its value. */
  public boolean fillsByPosition() {
    return switch (kind) {
      case STRING, INT, DATA, ARGV -> true;
      case BOOL, NAMED, LIST, OPTIONAL -> false;
    };
  }

  /** Whether it can be given more than once. */
  boolean repeats() {
    return kind == OptionKind.ARGV || kind == OptionKind.LIST;
  }

  /** How it is written with its name. */
  public String syntax() {
    String named = "--" + name;
    return switch (kind) {
      case BOOL -> named;
      case OPTIONAL -> named + "[=" + placeholder() + "]";
      case STRING, INT, NAMED, LIST, DATA, ARGV -> named + " " + placeholder();
    };
  }

  /** How help writes the kind of its value. */
  public String placeholder() {
    return kind == OptionKind.INT ? "<number>" : "<string>";
  }
}
