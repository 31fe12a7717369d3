package dev.vireo.cli.help;

import dev.vireo.cli.grammar.CommandFamily;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionKind;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Completion scripts for shells. They hold all commands and options, so that pressing TAB starts no
 * JVM; only the names of domains are asked from the host.
 */
public final class CompletionScript {
  private static final String GLOBAL_OPTIONS =
      "--connect --debug --escape --help --json --keepalive-count --keepalive-interval --log"
          + " --no-pkttyagent --quiet --readonly --timing --trace --version";

  private static final String BASH_HEAD =
      """
      # bash completion for vireo; load it with: source <(vireo completion bash)

      # Prints the names of the domains that `list` shows with the given options, one a line.
      _vireo_domains() {
        "$_vireo_program" "${_vireo_connect[@]}" -q list --name "$@" </dev/null 2>/dev/null
      }

      # Prints the names of the nested hosts, one a line.
      _vireo_nested_hosts() {
        "$_vireo_program" "${_vireo_connect[@]}" -q nest list --name </dev/null 2>/dev/null
      }

      # Proposes URIs. bash splits words at colons and equals signs, and what stands before the last
      # of them stays as it is typed.
      _vireo_uris() {
        local i=$COMP_CWORD typed=$_vireo_word uri before
        while ((i > 1)) && [[ ${COMP_WORDS[i]} == [:=]* || ${COMP_WORDS[i-1]} == *[:=] ]] &&
          [[ ${COMP_WORDS[i-1]} != -* ]]; do
          typed=${COMP_WORDS[--i]}$typed
        done
        typed=${typed#=}
        before=${typed%"${typed##*[:=]}"}
        for uri in $("$_vireo_program" -q completion uris </dev/null 2>/dev/null); do
          [[ $uri == "$typed"* ]] && COMPREPLY+=("${uri#"$before"}")
        done
        # what ends there goes on with a host
        [[ ${COMPREPLY[0]-} == */ ]] && compopt -o nospace 2>/dev/null
        return 0
      }

      # Proposes the lines of $1 that begin with the current word.
      _vireo_lines() {
        local line
        local IFS=$'\\n'
        for line in $1; do
          [[ $line == "$_vireo_word"* ]] && COMPREPLY+=("$(printf %q "$line")")
        done
      }

      # Proposes the files (-f) or directories (-d) that begin with the current word.
      _vireo_files() {
        local file word=${_vireo_word//\\\\/} filenames=
        word=${word#[\\"\\']}
        # lets bash quote the names, and go on after a directory; not before bash 4
        compopt -o filenames 2>/dev/null && filenames=1
        local IFS=$'\n'
        for file in $(compgen "$1" -- "$word"); do
          [[ $filenames ]] || file=$(printf %q "$file")
          COMPREPLY+=("$file")
        done
      }

      _vireo_words() {
        COMPREPLY+=($(compgen -W "$1" -- "$_vireo_word"))
      }

      _vireo() {
        local _vireo_program=${COMP_WORDS[0]} _vireo_word=${COMP_WORDS[COMP_CWORD]}
        local _vireo_connect=() command= previous=${COMP_WORDS[COMP_CWORD-1]} i
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            -c | --connect) _vireo_connect=(-c "${COMP_WORDS[++i]}")
              # bash splits words at colons and equals signs
              while [[ ${COMP_WORDS[i+1]-} == [:=]* || ${COMP_WORDS[i]} == *[:=] ]] &&
                ((i + 1 < COMP_CWORD)); do
                _vireo_connect[1]+=${COMP_WORDS[++i]}
              done
              _vireo_connect[1]=${_vireo_connect[1]#=}
              if ((i >= COMP_CWORD)) || { ((i + 1 == COMP_CWORD)) &&
                [[ ${COMP_WORDS[i+1]} == [:=]* || ${COMP_WORDS[i]} == *[:=] ]]; }; then
                _vireo_uris
                return
              fi ;;
            -d | --debug | -e | --escape | -k | --keepalive-interval | -K | --keepalive-count | \\
              -l | --log) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
          esac
        done
      """;

  private static final String ZSH_HEAD =
      """
      #compdef vireo
      # zsh completion for vireo; load it with: source <(vireo completion zsh)

      autoload -Uz bashcompinit && bashcompinit
      """;

  private CompletionScript() {}

  /** For bash 3.2 and newer. */
  public static String bash(List<CommandSpec> specs) {
    StringBuilder script = new StringBuilder(BASH_HEAD);
    families(script, specs);
    script.append("  case $command in\n");
    script.append("    '')\n      if [[ $_vireo_word == -* ]]; then\n");
    script.append("        _vireo_words '").append(GLOBAL_OPTIONS).append("'\n");
    script.append("      else\n        _vireo_words '").append(names(specs));
    script.append("'\n      fi\n      return ;;\n");
    for (CommandSpec spec : specs) {
      command(script, spec, specs);
    }
    return script.append("  esac\n}\n\ncomplete -F _vireo vireo\n").toString();
  }

  /** For zsh, by way of its support for scripts of bash. */
  public static String zsh(List<CommandSpec> specs) {
    return ZSH_HEAD + bash(specs);
  }

  /** The second word of a family's command belongs to its name, once it is typed. */
  private static void families(StringBuilder script, List<CommandSpec> specs) {
    List<String> names = specs.stream().map(CommandSpec::name).toList();
    for (String word : CommandFamily.firstWords(names)) {
      List<String> members = CommandFamily.members(word, names);
      if (!members.isEmpty()) {
        script.append("  if [[ $command == ").append(word).append(" ]]; then\n");
        script.append("    if ((i + 1 == COMP_CWORD)); then\n      _vireo_words '");
        script.append(String.join(" ", members)).append("'\n      return\n    fi\n");
        script.append("    command+=\" ${COMP_WORDS[i+1]}\"\n  fi\n");
      }
    }
  }

  private static void command(StringBuilder script, CommandSpec spec, List<CommandSpec> specs) {
    script.append("    ").append(pattern(spec.name())).append(")\n");
    StringBuilder options = new StringBuilder("--help");
    String positional = "";
    StringBuilder cases = new StringBuilder();
    for (OptionSpec option : spec.options()) {
      boolean named = !HelpText.optionSyntax(option).startsWith("<");
      if (named) {
        options.append(" --").append(option.name());
      }
      String proposal = proposal(option.completer(), specs);
      if (!proposal.isEmpty()) {
        cases.append("        --").append(option.name()).append(") ").append(proposal);
        cases.append("; return ;;\n");
        if (option.fillsByPosition() && positional.isEmpty()) {
          positional = proposal;
        } else if (option.kind() == OptionKind.ARGV) { // what comes behind the first word
          positional += "\n        " + proposal;
        }
      }
    }
    if (!cases.isEmpty()) {
      script.append("      case $previous in\n").append(cases).append("      esac\n");
    }
    script.append("      if [[ $_vireo_word == -* ]]; then\n        _vireo_words '");
    script.append(options).append("'\n");
    if (!positional.isEmpty()) {
      script.append("      else\n        ").append(positional).append('\n');
    }
    script.append("      fi ;;\n");
  }

  /** A name as a pattern of the shell. */
  static String pattern(String name) {
    return name.replace(" ", "\\ ");
  }

  /** The shell command that proposes values; empty when there is nothing to propose. */
  private static String proposal(Completer completer, List<CommandSpec> specs) {
    return switch (completer) {
      case Completer.Words words ->
          words.words().isEmpty() ? "" : "_vireo_words '" + String.join(" ", words.words()) + "'";
      case Completer.Domains domains ->
          "_vireo_lines \"$(_vireo_domains " + domains.listOptions() + ")\"";
      case Completer.NestedHosts hosts -> "_vireo_lines \"$(_vireo_nested_hosts)\"";
      case Completer.Uris uris -> "_vireo_uris";
      case Completer.Commands commands -> commands(specs);
      case Completer.CommandMembers members -> ""; // proposed with the first words
      case Completer.Files files -> "_vireo_files -f";
      case Completer.Directories directories -> "_vireo_files -d";
    };
  }

  /** After the first word of a family its members, else all first words. */
  private static String commands(List<CommandSpec> specs) {
    List<String> names = specs.stream().map(CommandSpec::name).toList();
    StringBuilder proposal = new StringBuilder("case $previous in ");
    for (String word : CommandFamily.firstWords(names)) {
      List<String> members = CommandFamily.members(word, names);
      if (!members.isEmpty()) {
        proposal.append(word).append(") _vireo_words '");
        proposal.append(String.join(" ", members)).append("' ;; ");
      }
    }
    proposal.append("*) _vireo_words '").append(String.join(" ", subjects(names)));
    return proposal.append("' ;; esac").toString();
  }

  private static String names(List<CommandSpec> specs) {
    return String.join(
        " ", CommandFamily.firstWords(specs.stream().map(CommandSpec::name).toList()));
  }

  /** All that help can be asked for, by its first word. */
  static List<String> subjects(List<String> names) {
    List<String> words = new ArrayList<>(CommandFamily.firstWords(names));
    for (CommandGroup group : CommandGroup.values()) {
      words.add(group.keyword());
    }
    for (HelpTopic topic : HelpTopic.values()) {
      words.add(topic.keyword());
    }
    return words.stream().distinct().toList();
  }
}
