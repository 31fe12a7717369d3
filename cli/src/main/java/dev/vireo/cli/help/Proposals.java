package dev.vireo.cli.help;

import dev.vireo.cli.grammar.Command;
import dev.vireo.cli.grammar.CommandFamily;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandLookup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may come next in a line that is being typed. */
public final class Proposals {
  /** Names of what there is at the moment. */
  @FunctionalInterface
  public interface Names {

    /**
     * Names of domains.
     *
     * @param listOptions options of {@code list}
     */
    List<String> domains(String listOptions);

    /** Names of nested hosts; none unless overridden. */
    default List<String> nestedHosts() {
      return List.of();
    }

    /** URIs of hosts; none unless overridden. */
    default List<String> uris() {
      return List.of();
    }
  }

  private final CommandLookup<? extends Command> commands;

  /**
   * @param commands all there are
   */
  public Proposals(CommandLookup<? extends Command> commands) {
    this.commands = commands;
  }

  /**
   * Proposes words for the place where the line ends.
   *
   * @param line what has been typed up to the cursor
   * @param names gives the names that words of the line may be
   * @return words that begin like the one that is being typed
   */
  public List<String> of(String line, Names names) {
    String[] words = TypedWords.of(line);
    String last = words[words.length - 1];
    String quote = last.startsWith("'") || last.startsWith("\"") ? last.substring(0, 1) : "";
    List<String> found = new ArrayList<>();
    if (words.length == 1) {
      found.addAll(CommandFamily.firstWords(commands.names()));
    } else if (CommandFamily.exists(words[0], commands.names())) {
      ofFamily(found, words, new Quoted(names, quote));
    } else {
      ofCommand(found, words[0], words, new Quoted(names, quote));
    }
    found.removeIf(word -> !word.startsWith(last));
    return found;
  }

  private void ofFamily(List<String> found, String[] words, Names names) {
    if (words.length == 2) {
      found.addAll(CommandFamily.members(words[0], commands.names()));
    } else {
      String[] rest = Arrays.copyOfRange(words, 1, words.length);
      ofCommand(found, words[0] + " " + words[1], rest, names);
    }
  }

  private void ofCommand(List<String> found, String name, String[] words, Names names) {
    Command named = commands.find(name);
    if (named != null) {
      arguments(found, named.spec(), words, names);
    }
  }

  private void arguments(List<String> found, CommandSpec spec, String[] words, Names names) {
    String last = words[words.length - 1];
    OptionSpec asked = optionBefore(spec, words[words.length - 2]);
    if (asked == null && last.startsWith("-")) {
      found.add("--help");
      for (OptionSpec option : spec.options()) {
        boolean given = List.of(words).contains("--" + option.name());
        if (option.kind() != OptionKind.ARGV && !given) {
          found.add("--" + option.name());
        }
      }
      return;
    }
    OptionSpec option = asked != null ? asked : firstFree(spec, words);
    if (option != null) {
      values(found, option.completer(), words, names);
    }
  }

  /** The option whose value is being typed, or null. */
  private static @Nullable OptionSpec optionBefore(CommandSpec spec, String word) {
    OptionSpec option = word.startsWith("--") ? spec.option(word.substring(2)) : null;
    return option != null && option.takesValue() ? option : null;
  }

  /** The option that a word without a name would fill in, or null. */
  private static @Nullable OptionSpec firstFree(CommandSpec spec, String[] words) {
    List<OptionSpec> free = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (option.fillsByPosition()) {
        free.add(option);
      }
    }
    for (int i = 1; i < words.length - 1; i++) {
      OptionSpec named = optionBefore(spec, words[i]);
      if (named != null) {
        free.remove(named);
        i++; // its value
      } else if (!words[i].startsWith("--") && !free.isEmpty()) {
        free.remove(0);
      }
    }
    return free.isEmpty() ? null : free.get(0);
  }

  /** The word before the one that is being typed. */
  private static String before(String[] words) {
    return words[words.length - 2];
  }

  private void values(List<String> found, Completer completer, String[] words, Names names) {
    switch (completer) {
      case Completer.Words any -> found.addAll(any.words());
      case Completer.Domains wanted -> {
        found.addAll(names.domains(wanted.listOptions()));
      }
      case Completer.NestedHosts hosts -> found.addAll(names.nestedHosts());
      case Completer.Uris uris -> found.addAll(names.uris());
      case Completer.Commands all -> {
        found.addAll(CommandFamily.firstWords(commands.names()));
        for (CommandGroup group : CommandGroup.values()) {
          if (!found.contains(group.keyword())) {
            found.add(group.keyword());
          }
        }
        for (HelpTopic topic : HelpTopic.values()) {
          if (!found.contains(topic.keyword())) {
            found.add(topic.keyword());
          }
        }
      }
      case Completer.CommandMembers members ->
          found.addAll(CommandFamily.members(before(words), commands.names()));
      case Completer.Files files -> {}
      case Completer.Directories directories -> {}
    }
  }

  /** Names with the quote that has been typed already. */
  private record Quoted(Names plain, String quote) implements Names {
    @Override
    public List<String> domains(String listOptions) {
      return quoted(plain.domains(listOptions), quote);
    }

    @Override
    public List<String> nestedHosts() {
      return quoted(plain.nestedHosts(), quote);
    }

    @Override
    public List<String> uris() {
      return quoted(plain.uris(), quote);
    }
  }

  /** Names as the grammar reads them back, begun like the word that is being typed. */
  private static List<String> quoted(List<String> names, String quote) {
    List<String> words = new ArrayList<>(names.size());
    for (String name : names) {
      words.add(
          switch (quote) {
            case "'" -> quote + name.replace("'", "'\\''") + quote;
            case "\"" -> quote + escaped(name, "\\\"") + quote;
            default -> (name.startsWith("#") ? "\\" : "") + escaped(name, " \t;\\\"'");
          });
    }
    return words;
  }

  private static String escaped(String name, String special) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (special.indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }
}
