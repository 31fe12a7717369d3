package dev.vireo.cli.verb.host;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code maxvcpus}: the most virtual processors that a domain of the host may have. */
public final class MaxvcpusVerb implements Verb {
  private static final String TYPE = "type";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("maxvcpus", CommandGroup.HOST, "connection vcpu maximum")
        .description("Show maximum number of virtual CPUs for guests on this connection.")
        .option(OptionSpec.named(TYPE, "domain type", Completer.NONE))
        .example("maxvcpus")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    int most = call.host().getMaxVcpus(call.string(TYPE));
    if (call.json()) {
      call.print(new JsonWriter().object().key("maxVcpus").value(most).endObject());
    } else {
      call.output().line(Integer.toString(most));
    }
  }
}
