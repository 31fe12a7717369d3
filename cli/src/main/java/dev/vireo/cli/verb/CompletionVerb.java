package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.help.CompletionScript;
import java.util.List;

/**
 * {@code completion}: a script that teaches a shell the commands, their options and the domains.
 */
final class CompletionVerb implements Verb {
  private static final String SHELL = "shell";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("completion", CommandGroup.VIREO, "print a completion script")
        .description(
            """
            Prints a script that makes bash or zsh complete commands, options
            and the names of domains: source <(vireo completion bash)\
            """)
        .option(OptionSpec.data(SHELL, "bash or zsh", new Completer.Words(List.of("bash", "zsh"))))
        .example("completion bash")
        .build();
  }

  @Override
  public void run(Call call) {
    String shell = call.required(SHELL);
    String script =
        switch (shell) {
          case "bash" -> CompletionScript.bash(CommandTable.specs());
          case "zsh" -> CompletionScript.zsh(CommandTable.specs());
          default ->
              throw new CommandException(
                  "there is no completion script for '" + shell + "', only for bash and zsh");
        };
    call.print("script", script);
  }
}
