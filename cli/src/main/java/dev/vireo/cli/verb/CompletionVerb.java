package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.help.CompletionScript;
import dev.vireo.cli.help.FishCompletion;
import dev.vireo.cli.help.KnownUris;
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
            Prints a script that makes a shell complete commands, options, URIs and
            the names of domains:

              bash, zsh: source <(vireo completion bash)
              fish:      vireo completion fish | source

            'uris' prints what these scripts propose behind -c, one a line.\
            """)
        .option(
            OptionSpec.data(
                SHELL, "bash, zsh or fish", new Completer.Words(List.of("bash", "zsh", "fish"))))
        .example("completion bash")
        .example("completion fish")
        .build();
  }

  @Override
  public void run(Call call) {
    String shell = call.required(SHELL);
    String script =
        switch (shell) {
          case "bash" -> CompletionScript.bash(CommandTable.specs());
          case "zsh" -> CompletionScript.zsh(CommandTable.specs());
          case "fish" -> FishCompletion.script(CommandTable.specs());
          case "uris" -> String.join("\n", KnownUris.of(call.session().environment())) + "\n";
          default ->
              throw new CommandException(
                  "there is no completion script for '" + shell + "', only for bash, zsh and fish");
        };
    call.print("script", script);
  }
}
