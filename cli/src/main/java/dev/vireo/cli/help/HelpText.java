package dev.vireo.cli.help;

import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.verb.CommandTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The texts of {@code help}, laid out as virsh lays them out. */
public final class HelpText {
  private static final int COMMAND_WIDTH = 30;
  private static final int OPTION_WIDTH = 15;
  private static final int MAX_OPTION_WIDTH = 30;
  private static final int MARGIN = 4;
  private static final int TOPIC_COLUMN = 32;

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
               --no-pkttyagent    accepted as by virsh; there is no agent
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
        .append("\n  (specify help <command> for details about the command)\n")
        .append("\n  (specify help <topic> for uri, auth, environment or exit-codes)\n\n")
        .toString();
  }

  /** What {@code help} prints. */
  public static String allCommands() {
    StringBuilder text = new StringBuilder("Grouped commands:\n\n");
    for (CommandGroup group : CommandGroup.values()) {
      text.append(group(group)).append('\n');
    }
    text.append(" Other topics:\n");
    for (HelpTopic topic : HelpTopic.values()) {
      text.append("    ");
      padded(text, topic.keyword(), COMMAND_WIDTH);
      text.append(' ').append(topic.about()).append('\n');
    }
    return text.append('\n').toString();
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

  /**
   * What {@code help COMMAND} prints.
   *
   * @param columns how long lines may be
   */
  public static String command(CommandSpec spec, int columns) {
    TextLayout text = new TextLayout(columns);
    text.raw("  NAME\n").fill(MARGIN, 0, List.of(spec.name() + " - " + spec.help()));
    text.raw("\n  SYNOPSIS\n").fill(MARGIN, spec.name().length() + 1, synopsisWords(spec));
    if (!spec.description().isEmpty()) {
      text.raw("\n  DESCRIPTION\n");
      description(text, spec.description(), columns);
    }
    if (!spec.options().isEmpty()) {
      text.raw("\n  OPTIONS\n");
      options(text, spec.options(), columns);
    }
    if (!spec.examples().isEmpty()) {
      text.raw("\n  EXAMPLES\n");
      spec.examples().forEach(example -> text.lines(MARGIN, "vireo " + example));
    }
    return text.raw("\n").toString();
  }

  /** Lines are short enough for most terminals, and are filled anew where they are not. */
  private static void description(TextLayout text, String description, int columns) {
    boolean fits = description.lines().allMatch(line -> MARGIN + line.length() <= columns);
    String before = "";
    for (String paragraph : description.split("\n\n")) {
      text.raw(before);
      if (fits || isTable(paragraph)) {
        text.lines(MARGIN, paragraph);
      } else {
        text.fill(MARGIN, 0, TextLayout.words(paragraph));
      }
      before = "\n";
    }
  }

  /** Blanks in a row are a table, which must not be filled. */
  static boolean isTable(String paragraph) {
    return paragraph.contains("  ");
  }

  private static void options(TextLayout text, List<OptionSpec> options, int columns) {
    int widest = OPTION_WIDTH;
    for (OptionSpec option : options) {
      widest = Math.max(widest, optionSyntax(option).length());
    }
    int column = MARGIN + Math.min(widest, Math.min(MAX_OPTION_WIDTH, columns / 2 - MARGIN)) + 2;
    for (OptionSpec option : options) {
      text.entry(MARGIN, optionSyntax(option), column, option.help());
    }
  }

  /**
   * What {@code help TOPIC} prints.
   *
   * @param columns how long lines may be
   */
  public static String topic(HelpTopic topic, int columns) {
    TextLayout text =
        new TextLayout(columns).raw("  " + topic.title().toUpperCase(Locale.ROOT) + "\n");
    boolean first = true;
    HelpTopic.Part last = null;
    for (HelpTopic.Part part : topic.text()) {
      boolean list = part instanceof HelpTopic.Entry && last instanceof HelpTopic.Entry;
      text.raw(first || list ? "" : "\n");
      switch (part) {
        case HelpTopic.Sentences sentences ->
            text.fill(MARGIN, 0, TextLayout.words(sentences.text()));
        case HelpTopic.Entry entry -> text.entry(MARGIN, entry.term(), TOPIC_COLUMN, entry.text());
        case HelpTopic.Lines lines -> text.lines(2 * MARGIN, lines.text());
      }
      first = false;
      last = part;
    }
    return text.raw("\n").toString();
  }

  /** The name of the command with its options in brackets. */
  public static String synopsis(CommandSpec spec) {
    return String.join(" ", synopsisWords(spec));
  }

  private static List<String> synopsisWords(CommandSpec spec) {
    List<String> words = new ArrayList<>();
    words.add(spec.name());
    for (OptionSpec option : spec.options()) {
      words.add(synopsis(option));
    }
    return words;
  }

  private static String synopsis(OptionSpec option) {
    String named = "--" + option.name();
    return switch (option.kind()) {
      case BOOL, OPTIONAL -> "[" + option.syntax() + "]";
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
    return switch (option.kind()) {
      case BOOL, OPTIONAL, STRING, INT, NAMED, LIST -> option.syntax();
      case DATA -> "[--" + option.name() + "] " + option.placeholder();
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
