package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;

/**
 * {@code quit} and {@code exit}: no command after this one.
 *
 * @param name which of the two
 */
record QuitVerb(String name) implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of(name, CommandGroup.VIREO, "quit this interactive terminal")
        .example(name)
        .build();
  }

  @Override
  public void run(Call call) {
    call.session().quit();
  }
}
