package dev.vireo.cli.grammar;

import dev.vireo.model.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to say about a word that is no command, group or option here. */
public final class UnknownWord {
  private static final String NOT_YET = " that Vireo does not have yet";

  private UnknownWord() {}

  /**
   * About a word that stands where a command has to.
   *
   * @param names the names of all commands there are
   */
  static SyntaxException command(String word, List<String> names) {
    VirshWords virsh = VirshWords.read();
    if (virsh.hasCommand(word)) {
      return new SyntaxException(ofVirsh(word, "command"));
    }
    List<String> known = new ArrayList<>(names);
    known.addAll(CommandFamily.firstWords(names));
    if (virsh.hasFamily(word)) {
      known.removeIf(name -> name.indexOf(' ') >= 0); // net-stop has nothing to do with nest stop
    }
    NearestName ours = NearestName.of(word, known).orElse(null);
    NearestName theirs = NearestName.of(word, virsh.commands()).orElse(null);
    String meant;
    if (ours != null && (theirs == null || ours.slips() <= theirs.slips())) {
      meant = "did you mean '" + ours.name() + "'?";
    } else if (theirs != null) {
      meant = "did you mean '" + theirs.name() + "', a command of virsh" + NOT_YET + "?";
    } else {
      meant = "the command 'help' lists those there are";
    }
    return new SyntaxException("unknown command: '" + word + "'", meant, CommandSpec.FAILED);
  }

  /**
   * About a word that help was asked for.
   *
   * @return null when virsh does not know it either
   */
  public static @Nullable String ofVirsh(String word) {
    VirshWords virsh = VirshWords.read();
    if (virsh.hasCommand(word)) {
      return ofVirsh(word, "command");
    }
    return virsh.hasGroup(word) ? ofVirsh(word, "group of commands") : null;
  }

  /** About an option, by its name without dashes, that a command does not have. */
  static SyntaxException option(String name, CommandSpec spec) {
    if (VirshWords.read().hasOption(spec.name(), name)) {
      return new SyntaxException(
          "--" + name + " is an option of virsh's '" + spec.name() + "'" + NOT_YET,
          null,
          spec.failure());
    }
    NearestName meant =
        NearestName.of(name, spec.options().stream().map(OptionSpec::name).toList()).orElse(null);
    return new SyntaxException(
        "command '" + spec.name() + "' doesn't support option --" + name,
        meant == null ? seeHelp(spec) : "did you mean --" + meant.name() + "?",
        spec.failure());
  }

  /** Where to read what a command takes. */
  static String seeHelp(CommandSpec spec) {
    return "'help " + spec.name() + "' shows what it takes";
  }

  private static String ofVirsh(String word, String kind) {
    return "'" + word + "' is a " + kind + " of virsh" + NOT_YET;
  }
}
