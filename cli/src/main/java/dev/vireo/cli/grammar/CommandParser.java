package dev.vireo.cli.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns words into commands by virsh's grammar: options anywhere, {@code --opt value} and {@code
 * --opt=value}, words without a name fill in the options that take a value in the order of the
 * table, {@code --} ends the options, {@code --help} asks for help instead.
 *
 * @param <C> the kind of command
 */
public final class CommandParser<C extends Command> {
  private static final String HELP = "help";
  private static final OptionSpec HELP_OPTION = OptionSpec.bool(HELP, "print help");

  private final CommandLookup<C> commands;

  /**
   * @param commands has a command {@code help} with a positional option, for {@code --help}
   */
  public CommandParser(CommandLookup<C> commands) {
    this.commands = commands;
  }

  /**
   * Parses the whole line before anything of it runs.
   *
   * @throws SyntaxException with virsh's message for the first mistake
   */
  public List<ParsedCommand<C>> parse(Words words) {
    List<ParsedCommand<C>> parsed = new ArrayList<>();
    while (!words.atEnd()) {
      String name = words.next();
      if (name != null && !words.separates(name)) {
        parsed.add(command(name, words));
      }
    }
    return parsed;
  }

  private ParsedCommand<C> command(String name, Words words) {
    C command = commands.find(name);
    if (command == null && CommandFamily.exists(name, commands.names())) {
      return memberOf(name, words);
    }
    if (command == null) {
      throw UnknownWord.command(name, commands.names());
    }
    OneCommand one = new OneCommand(command.spec());
    one.read(words);
    if (one.helpAsked) {
      return help(name);
    }
    one.checkRequired();
    return new ParsedCommand<>(command, one.arguments);
  }

  /**
   * A word that stands for several commands, such as {@code vmx}: the next word says which one is
   * meant.
   */
  private ParsedCommand<C> memberOf(String family, Words words) {
    String member = words.next();
    if (member != null && member.equals("--" + HELP)) {
      return help(family);
    }
    if (member == null || member.startsWith("-") || words.separates(member)) {
      throw new SyntaxException(
          "command '"
              + family
              + "' needs a word that says what to do: "
              + String.join(", ", CommandFamily.members(family, commands.names())));
    }
    return command(family + " " + member, words);
  }

  private ParsedCommand<C> help(String about) {
    C help = commands.find(HELP);
    if (help == null) {
      throw new SyntaxException("unknown command: '" + HELP + "'");
    }
    Arguments arguments = new Arguments();
    arguments.add(help.spec().options().get(0), about);
    return new ParsedCommand<>(help, arguments);
  }

  /** The state while the words of one command are read. */
  private static final class OneCommand {
    private final CommandSpec spec;
    private final Arguments arguments = new Arguments();
    private boolean optionsEnded;
    private boolean helpAsked;

    OneCommand(CommandSpec spec) {
      this.spec = spec;
    }

    void read(Words words) {
      String word = words.next();
      while (word != null) {
        if (optionsEnded || !word.startsWith("--")) {
          if (!positional(word, words)) {
            return;
          }
        } else if (word.length() == 2) {
          optionsEnded = true;
        } else if (word.charAt(2) == '=') { // no name: virsh takes it as data
          if (!positional(word, words)) {
            return;
          }
        } else {
          option(word, words);
        }
        word = words.next();
      }
    }

    /** Returns false when the word ends the command. */
    private boolean positional(String word, Words words) {
      OptionSpec option = nextUnfilled();
      if (option == null) {
        if (words.separates(word)) {
          return false;
        }
        throw new SyntaxException(
            "unexpected data '" + word + "'", UnknownWord.seeHelp(spec), spec.failure());
      }
      arguments.add(option, word);
      return true;
    }

    private @Nullable OptionSpec nextUnfilled() {
      List<OptionSpec> options = spec.options();
      for (int i = 0; i < options.size(); i++) {
        OptionSpec option = options.get(i);
        boolean free = option.repeats() || !arguments.has(option.name());
        if (option.fillsByPosition() && free) {
          return option;
        }
      }
      return null;
    }

    private void option(String word, Words words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
      OptionSpec option = name.equals(HELP) ? HELP_OPTION : spec.option(name);
      if (option == null) {
        throw UnknownWord.option(name, spec);
      }
      if (!option.repeats() && arguments.has(name)) {
        throw mistake("option --" + name + " already seen");
      }
      if (option.kind() == OptionKind.OPTIONAL) {
        arguments.add(option, equals < 0 ? "" : optionalValue(option, word.substring(equals + 1)));
      } else if (option.takesValue()) {
        arguments.add(option, equals < 0 ? value(option, words) : word.substring(equals + 1));
      } else if (equals >= 0) {
        throw mistake("invalid '=' after option --" + name);
      } else if (name.equals(HELP)) {
        helpAsked = true;
      } else {
        arguments.add(option, "");
      }
    }

    private SyntaxException mistake(String message) {
      return new SyntaxException(message, null, spec.failure());
    }

    private String value(OptionSpec option, Words words) {
      String value = words.next();
      if (value == null) {
        throw mistake("expected syntax: --" + option.name() + " " + option.placeholder());
      }
      return value;
    }

    /** What stands behind the equals sign: without a value the sign stays away, too. */
    private String optionalValue(OptionSpec option, String value) {
      if (value.isEmpty()) {
        throw mistake("expected syntax: " + option.syntax());
      }
      return value;
    }

    void checkRequired() {
      List<OptionSpec> options = spec.options();
      for (int i = 0; i < options.size(); i++) {
        OptionSpec option = options.get(i);
        if (option.required() && !arguments.has(option.name())) {
          boolean named = option.kind() == OptionKind.DATA || option.kind() == OptionKind.ARGV;
          throw mistake(
              "command '"
                  + spec.name()
                  + "' requires "
                  + (named ? "<" + option.name() + ">" : "--" + option.name())
                  + " option");
        }
      }
    }
  }
}
