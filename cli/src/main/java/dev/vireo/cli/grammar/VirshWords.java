package dev.vireo.cli.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of virsh: groups, commands and the options of each. They tell a word that Vireo does
 * not have yet from a slip. Read when somebody used a word that is unknown here, and not before.
 */
final class VirshWords {
  private static final String RESOURCE = "virsh-words";

  /** What a line of groups begins with. */
  private static final String GROUPS = "@";

  private final Set<String> groups;
  private final Map<String, Set<String>> commands;

  private VirshWords(Set<String> groups, Map<String, Set<String>> commands) {
    this.groups = groups;
    this.commands = commands;
  }

  /** Reads them. */
  static VirshWords read() {
    Set<String> groups = Set.of();
    Map<String, Set<String>> commands = new HashMap<>();
    for (String line : lines()) {
      List<String> words = List.of(line.split(" "));
      Set<String> rest = Set.copyOf(words.subList(1, words.size()));
      switch (words.getFirst()) {
        case "#" -> {}
        case GROUPS -> groups = rest;
        default -> commands.put(words.getFirst(), rest);
      }
    }
    return new VirshWords(groups, commands);
  }

  private static List<String> lines() {
    try (InputStream in = VirshWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code virsh help word} lists commands of this group. */
  boolean hasGroup(String word) {
    return groups.contains(word);
  }

  /** Whether virsh has a command of this name. */
  boolean hasCommand(String word) {
    return commands.containsKey(word);
  }

  /** Whether commands of virsh begin as a word does up to its hyphen: {@code net-}. */
  boolean hasFamily(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0
        && commands.keySet().stream()
            .anyMatch(name -> name.startsWith(word.substring(0, hyphen + 1)));
  }

  /** Whether a command of virsh has this option. */
  boolean hasOption(String command, String option) {
    return commands.getOrDefault(command, Set.of()).contains(option);
  }

  /** All commands. */
  List<String> commands() {
    return commands.keySet().stream().sorted().toList();
  }
}
