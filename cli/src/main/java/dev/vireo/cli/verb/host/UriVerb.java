package dev.vireo.cli.verb.host;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code uri}: where the session is connected to. */
public final class UriVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("uri", CommandGroup.HOST, "print the hypervisor canonical URI")
        .example("uri")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String uri = call.host().getURI();
    if (call.json()) {
      call.print(new JsonWriter().object().key("uri").value(uri).endObject());
    } else {
      call.output().line(uri);
    }
  }
}
