package dev.vireo.cli.grammar;

import java.util.List;

/** What may stand as the value of an option, for completion in a shell. */
public sealed interface Completer {

  /** Nothing to propose. */
  Completer NONE = new Words(List.of());

  /** One of these words. */
  record Words(List<String> words) implements Completer {
    public Words {
      words = List.copyOf(words);
    }
  }

  /**
   * The name of a domain.
   *
   * @param listOptions the options of {@code list --name} that show those domains which the command
   *     can act on, such as {@code --inactive} for {@code start}
   */
  record Domains(String listOptions) implements Completer {}

  /** The name of a nested host. */
  record NestedHosts() implements Completer {}

  /** What names a host. */
  record Uris() implements Completer {}

  /** The name of a command or of a group of commands. */
  record Commands() implements Completer {}

  /** The second word of the name of a command whose first word comes before. */
  record CommandMembers() implements Completer {}

  /** The name of a file. */
  record Files() implements Completer {}

  /** The name of a directory. */
  record Directories() implements Completer {}
}
