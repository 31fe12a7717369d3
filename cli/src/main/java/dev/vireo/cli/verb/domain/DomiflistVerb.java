package dev.vireo.cli.verb.domain;

import dev.vireo.cli.Call;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.cli.verb.Verb;
import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code domiflist}: the network interfaces of a domain. */
public final class DomiflistVerb implements Verb {

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("domiflist", CommandGroup.MONITOR, "list all domain virtual interfaces")
        .description("Get the summary of virtual interfaces for a domain.")
        .option(DomainOption.spec("--all"))
        .option(DomainDocuments.inactive())
        .example("domiflist web1")
        .printsData()
        .connects()
        .build();
  }

  @Override
  public void run(Call call) {
    List<NetworkInterface> interfaces = DomainDocuments.read(call).devices().interfaces();
    if (call.json()) {
      JsonWriter document = new JsonWriter().object().key("interfaces").array();
      for (NetworkInterface each : interfaces) {
        document
            .object()
            .key("interface")
            .value(each.targetDevice())
            .key("type")
            .value(each.source().type())
            .key("source")
            .value(source(each))
            .key("model")
            .value(each.model())
            .key("mac")
            .value(mac(each))
            .endObject();
      }
      call.print(document.endArray().endObject());
      return;
    }
    TextTable table = new TextTable("Interface", "Type", "Source", "Model", "MAC");
    for (NetworkInterface each : interfaces) {
      table.row(
          orDash(each.targetDevice()),
          each.source().type(),
          orDash(source(each)),
          orDash(each.model()),
          orDash(mac(each)));
    }
    call.output().print(table, true);
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }

  private static @Nullable String mac(NetworkInterface each) {
    return each.mac() == null ? null : each.mac().address();
  }

  private static @Nullable String source(NetworkInterface each) {
    return switch (each.source()) {
      case InterfaceSource.Bridge bridge -> bridge.bridge();
      case InterfaceSource.Network network -> network.network();
      case InterfaceSource.Internal internal -> internal.name();
      case InterfaceSource.User user -> null;
      case InterfaceSource.Null none -> null;
      case InterfaceSource.Vds vds -> null;
      case InterfaceSource.Other other -> named(other.element());
    };
  }

  private static @Nullable String named(XmlNode.@Nullable Element source) {
    if (source != null) {
      for (String attribute : List.of("bridge", "dev", "network", "name")) {
        String value = source.attribute(attribute);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }
}
