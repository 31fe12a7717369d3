package dev.vireo.cli.verb.domain;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import java.util.Objects;

/** {@code vncdisplay}: address and number of the VNC display of a domain. */
public final class VncdisplayVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("vncdisplay", CommandGroup.DOMAIN, "vnc display")
        .description("Output the IP address and port number for the VNC display.")
        .option(DomainOption.spec(""))
        .example("vncdisplay web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    DisplayAddress address =
        DomainDocuments.readRunning(DomainOption.ANY.find(call), false)
            .devices()
            .graphics()
            .stream()
            .filter(graphics -> graphics.type().equals("vnc"))
            .map(DisplayAddress::of)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () -> new CommandException("Failed to get VNC port. Is this domain using VNC?"));
    String host = address.host() == null || address.isEverywhere() ? "" : address.host();
    String display = host + ":" + address.vncDisplay();
    if (call.json()) {
      call.print(
          new JsonWriter()
              .object()
              .key("display")
              .value(display)
              .key("port")
              .value(address.port())
              .endObject());
    } else {
      call.output().line(display);
    }
  }
}
