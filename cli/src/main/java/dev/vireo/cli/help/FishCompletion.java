package dev.vireo.cli.help;

import dev.vireo.cli.grammar.CommandFamily;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The completion script for fish, which shows what each word is for. */
public final class FishCompletion {
  private static final String HEAD =
      """
      # fish completion for vireo; load it with: vireo completion fish | source

      # Prints the command that is being typed, a family's with both words; nothing before there is one.
      function __vireo_command
          set -l words (commandline -opc)
          set -e words[1]
          while set -q words[1]
              switch $words[1]
                  case -c --connect -d --debug -e --escape -k --keepalive-interval -K \\
                      --keepalive-count -l --log
                      set -e words[1]
                      set -q words[1]; and set -e words[1]
                  case '-*'
                      set -e words[1]
                  case FAMILIES
                      if set -q words[2]
                          echo "$words[1] $words[2]"
                      else
                          echo $words[1]
                      end
                      return
                  case '*'
                      echo $words[1]
                      return
              end
          end
      end

      function __vireo_is
          set -l command (__vireo_command)
          test "$command" = "$argv[1]"
      end

      # Prints the options that name the host.
      function __vireo_connect
          set -l words (commandline -opc)
          for i in (seq (count $words))
              switch $words[$i]
                  case -c --connect
                      set -l next (math $i + 1)
                      set -q words[$next]; and printf '%s\\n' -c $words[$next]
                      return
                  case '--connect=*'
                      echo $words[$i]
                      return
              end
          end
      end

      # Prints what vireo prints about the host, without questions and complaints.
      function __vireo_ask
          set -l words (commandline -opc)
          $words[1] (__vireo_connect) -q $argv </dev/null 2>/dev/null
      end

      complete -c vireo -f
      """;

  /** Long names of the options before the command, with their letters and values. */
  private static final String[][] GLOBAL = {
    {"connect", "c", "(__vireo_ask completion uris)", "hypervisor connection URI"},
    {"debug", "d", "0 1 2 3 4", "debug level"},
    {"help", "h", null, "summary"},
    {"json", null, null, "print data as JSON"},
    {"log", "l", "(__fish_complete_path)", "file for the log"},
    {"quiet", "q", null, "quiet mode"},
    {"readonly", "r", null, "connect readonly"},
    {"timing", "t", null, "print timing information"},
    {"trace", null, null, "show the requests of each command"},
    {"version", "v", null, "version"},
  };

  private final StringBuilder script = new StringBuilder();
  private final List<CommandSpec> specs;
  private final List<String> names;

  private FishCompletion(List<CommandSpec> specs) {
    this.specs = specs;
    this.names = specs.stream().map(CommandSpec::name).toList();
  }

  /** For fish 3.0 and newer. */
  public static String script(List<CommandSpec> specs) {
    return new FishCompletion(specs).write();
  }

  private String write() {
    script.append(HEAD.replace("FAMILIES", String.join(" ", families())));
    for (String[] option : GLOBAL) {
      begin("").append(option[1] == null ? "" : " -s " + option[1]).append(" -l " + option[0]);
      values(option[2]);
      end(option[3]);
    }
    for (String family : families()) {
      word("", family, "commands of this family");
      for (String member : CommandFamily.members(family, names)) {
        word(family, member, spec(family + " " + member).help());
      }
    }
    for (CommandSpec spec : specs) {
      if (CommandFamily.of(spec.name()) == null) {
        word("", spec.name(), spec.help());
      }
      options(spec);
    }
    return script.toString();
  }

  private List<String> families() {
    List<String> families = new ArrayList<>();
    for (String word : CommandFamily.firstWords(names)) {
      if (CommandFamily.exists(word, names)) {
        families.add(word);
      }
    }
    return families;
  }

  private CommandSpec spec(String name) {
    return specs.get(names.indexOf(name));
  }

  private void options(CommandSpec spec) {
    String positional = null;
    for (OptionSpec option : spec.options()) {
      String proposal = proposal(option.completer());
      if (option.kind() != OptionKind.ARGV) {
        begin(spec.name()).append(" -l ").append(option.name());
        if (option.takesValue()) {
          values(proposal == null ? "" : proposal);
        }
        end(option.help());
      }
      if (option.fillsByPosition() && positional == null) {
        positional = proposal;
      } else if (option.kind() == OptionKind.ARGV && proposal != null) {
        positional += " " + proposal; // what comes behind the first word
      }
    }
    if (positional != null) {
      begin(spec.name());
      values(positional);
      script.append('\n');
    }
  }

  /** A word that may come next. */
  private void word(String command, String word, String help) {
    begin(command).append(" -a ").append(word);
    end(help);
  }

  private StringBuilder begin(String command) {
    return script.append("complete -c vireo -n '__vireo_is \"").append(command).append("\"'");
  }

  /** Adds what the values may be; null for no value, empty for one that nobody knows. */
  private void values(@Nullable String proposal) {
    if (proposal != null) {
      script.append(" -x").append(proposal.isEmpty() ? "" : " -a " + quoted(proposal));
    }
  }

  private void end(String help) {
    script.append(" -d ").append(quoted(help)).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** What fish takes as candidates; null when there is nothing to propose. */
  private @Nullable String proposal(Completer completer) {
    return switch (completer) {
      case Completer.Words words ->
          words.words().isEmpty() ? null : String.join(" ", words.words());
      case Completer.Domains domains -> "(__vireo_ask list --name " + domains.listOptions() + ")";
      case Completer.NestedHosts hosts -> "(__vireo_ask nest list --name)";
      case Completer.Uris uris -> "(__vireo_ask completion uris)";
      case Completer.Commands commands -> String.join(" ", CompletionScript.subjects(names));
      case Completer.CommandMembers members -> null; // proposed with the first words
      case Completer.Files files -> "(__fish_complete_path (commandline -ct))";
      case Completer.Directories directories -> "(__fish_complete_directories (commandline -ct))";
    };
  }
}
