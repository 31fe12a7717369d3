package dev.vireo.cli.verb.host;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;

/** {@code capabilities}: libvirt's XML about host and driver. */
public final class CapabilitiesVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("capabilities", CommandGroup.HOST, "capabilities")
        .description("Returns capabilities of hypervisor/driver.")
        .example("capabilities")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    String xml = call.host().getCapabilities();
    if (call.json()) {
      call.print(new JsonWriter().object().key("xml").value(xml).endObject());
    } else {
      call.output().line(xml);
    }
  }
}
