package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.help.ManPage;

/** {@code man}: the manual page, for {@code man -l -}. */
final class ManVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("man", CommandGroup.VIREO, "print the manual page")
        .description("Prints the manual page of vireo in roff: vireo man | man -l -")
        .example("man")
        .build();
  }

  @Override
  public void run(Call call) {
    call.output().print(ManPage.text(CommandTable.specs()));
  }
}
