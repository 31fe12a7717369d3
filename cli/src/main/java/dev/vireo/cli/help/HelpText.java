package dev.vireo.cli.help;

import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.CommandTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of {@code help}, laid out as virsh lays them out. */
public final class HelpText {
  private static final int COMMAND_WIDTH = 30;
  private static final int OPTION_WIDTH = 15;

  private static final String USAGE =
      """

      vireo [options]... [<command_string>]
      vireo [options]... <command> [args...]

        options:
          -c | --connect=URI      hypervisor connection URI
          -d | --debug=NUM        debug level [0-4]
          -e | --escape <char>    set escape sequence for console
          -h | --help             this help
          -k | --keepalive-interval=NUM
                                  keepalive interval in seconds, 0 for disable
          -K | --keepalive-count=NUM
                                  number of possible missed keepalive messages
          -l | --log=FILE         output logging to file
          -q | --quiet            quiet mode
          -r | --readonly         connect readonly
          -t | --timing           print timing information
          -v                      short version
          -V                      long version
               --version[=TYPE]   version, TYPE is short or long (default short)
               --json             print data as JSON
               --trace            show the requests of each command on standard error
        commands (non interactive mode):

      """;

  private HelpText() {}

  /** What {@code vireo --help} prints. */
  public static String usage() {
    StringBuilder text = new StringBuilder(USAGE);
    for (CommandGroup group : CommandGroup.values()) {
      heading(text, group).append('\n');
      commands(text, group);
      text.append('\n');
    }
    return text.append("\n  (specify help <group> for details about the commands in the group)\n")
        .append("\n  (specify help <command> for details about the command)\n\n")
        .toString();
  }

  /** What {@code help} prints. */
  public static String allCommands() {
    StringBuilder text = new StringBuilder("Grouped commands:\n\n");
    for (CommandGroup group : CommandGroup.values()) {
      text.append(group(group)).append('\n');
    }
    return text.toString();
  }

  /** What {@code help GROUP} prints. */
  public static String group(CommandGroup group) {
    StringBuilder text = heading(new StringBuilder(), group).append(":\n");
    commands(text, group);
    return text.toString();
  }

  /** The group that {@code help name} asks for, or null. */
  public static @Nullable CommandGroup findGroup(String name) {
    for (CommandGroup group : CommandGroup.values()) {
      if (group.answersTo(name)) {
        return group;
      }
    }
    return null;
  }

  private static StringBuilder heading(StringBuilder text, CommandGroup group) {
    return text.append(' ')
        .append(group.title())
        .append(" (help keyword '")
        .append(group.keyword())
        .append("')");
  }

  private static void commands(StringBuilder text, CommandGroup group) {
    for (CommandSpec spec : CommandTable.specs()) {
      if (spec.group() == group) {
        text.append("    ");
        padded(text, spec.name(), COMMAND_WIDTH);
        text.append(' ').append(spec.help()).append('\n');
      }
    }
  }

  /** What {@code help COMMAND} prints. */
  public static String command(CommandSpec spec) {
    StringBuilder text = new StringBuilder("  NAME\n    ");
    text.append(spec.name()).append(" - ").append(spec.help());
    text.append("\n\n  SYNOPSIS\n    ").append(synopsis(spec)).append('\n');
    if (!spec.description().isEmpty()) {
      text.append("\n  DESCRIPTION\n    ")
          .append(spec.description().replace("\n", "\n    "))
          .append('\n');
    }
    List<OptionSpec> options = spec.options();
    if (!options.isEmpty()) {
      text.append("\n  OPTIONS\n");
      for (OptionSpec option : options) {
        text.append("    ");
        padded(text, optionSyntax(option), OPTION_WIDTH);
        text.append("  ").append(option.help()).append('\n');
      }
    }
    return text.append('\n').toString();
  }

  /** The name of the command with its options in brackets. */
  public static String synopsis(CommandSpec spec) {
    StringBuilder text = new StringBuilder(spec.name());
    for (OptionSpec option : spec.options()) {
      text.append(' ').append(synopsis(option));
    }
    return text.toString();
  }

  private static String synopsis(OptionSpec option) {
    String named = "--" + option.name();
    return switch (option.kind()) {
      case BOOL -> "[" + named + "]";
      case STRING, INT, NAMED -> bracketed(named + " " + option.placeholder(), option.required());
      case LIST -> "[" + named + " " + option.placeholder() + "]...";
      case DATA -> bracketed("<" + option.name() + ">", option.required());
      case ARGV -> bracketed("<" + option.name() + ">", option.required()) + "...";
    };
  }

  private static String bracketed(String text, boolean required) {
    return required ? text : "[" + text + "]";
  }

  /** How the list of options writes an option. */
  static String optionSyntax(OptionSpec option) {
    String named = "--" + option.name();
    return switch (option.kind()) {
      case BOOL -> named;
      case STRING, INT, NAMED, LIST -> named + " " + option.placeholder();
      case DATA -> "[" + named + "] " + option.placeholder();
      case ARGV -> "<" + option.name() + ">";
    };
  }

  private static void padded(StringBuilder text, String word, int width) {
    text.append(word);
    for (int i = word.length(); i < width; i++) {
      text.append(' ');
    }
  }

  /** Whether an option can be given by position alone. */
  static boolean isPositional(OptionSpec option) {
    return option.kind() == OptionKind.DATA || option.kind() == OptionKind.ARGV;
  }
}
