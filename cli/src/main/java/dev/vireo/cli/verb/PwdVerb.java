package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;

/** {@code pwd}: the directory that relative file names start from. */
final class PwdVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("pwd", CommandGroup.VIREO, "print the current directory")
        .description("Print the current directory.")
        .example("pwd")
        .build();
  }

  @Override
  public void run(Call call) {
    String directory = call.session().directory().toString();
    if (call.json()) {
      call.print(new JsonWriter().object().key("directory").value(directory).endObject());
    } else {
      call.output().line(directory);
    }
  }
}
