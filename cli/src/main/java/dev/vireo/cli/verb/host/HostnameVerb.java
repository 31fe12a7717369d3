package dev.vireo.cli.verb.host;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code hostname}: what the host calls itself. */
public final class HostnameVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("hostname", CommandGroup.HOST, "print the hypervisor hostname")
        .example("hostname")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String hostname = call.host().getHostName();
    if (call.json()) {
      call.print(new JsonWriter().object().key("hostname").value(hostname).endObject());
    } else {
      call.output().line(hostname);
    }
  }
}
