package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.TextTable;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.probe.HostAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code nest list}: the nested hosts that are there. */
public final class NestListVerb extends NestVerb {
  private static final String NAME_ONLY = "name";

  @Override
  public CommandSpec spec() {
    return of("list", "list nested hosts")
        .description(
            """
            Lists the nested hosts that vireo made, running or not. The address
            is what libvirt knows of a running one: a lease of its networks, or a
            neighbour of this machine.\
            """)
        .option(OptionSpec.bool(NAME_ONLY, "list names only"))
        .option(Lab.LIBVIRT)
        .example("nest list")
        .example("nest list --libvirt qemu+ssh://root@kvm1.example.org/system --json")
        .printsData()
        .build();
  }

  @Override
  void run(Call call, Lab lab) {
    List<NestedHost> hosts = lab.hosts().list();
    if (call.json()) {
      printJson(call, lab, hosts);
    } else if (call.has(NAME_ONLY)) {
      hosts.forEach(host -> call.output().line(host.name()));
    } else {
      TextTable table = new TextTable("Name", "ESXi", "State", "Address");
      for (NestedHost host : hosts) {
        table.row(
            host.name(),
            host.metadata().esxi().text(),
            host.state().text(),
            address(lab, host).orElse("-"));
      }
      call.output().print(table, !call.output().isQuiet());
    }
  }

  private static Optional<String> address(Lab lab, NestedHost host) {
    return lab.hosts().addresses(host.name()).stream().findFirst();
  }

  private static void printJson(Call call, Lab lab, List<NestedHost> hosts) {
    JsonWriter json = new JsonWriter().array();
    for (NestedHost host : hosts) {
      Optional<String> address = address(lab, host);
      json.object()
          .key("name")
          .value(host.name())
          .key("esxi")
          .value(host.metadata().esxi().text())
          .key("state")
          .value(host.state().text())
          .key("address")
          .value(address.orElse(null))
          .key("uri")
          .value(address.map(HostAddress::of).map(HostAddress::uri).orElse(null))
          .key("madeDisks")
          .array();
      for (Path disk : host.metadata().madeDisks()) {
        json.value(disk.toString());
      }
      json.endArray().key("serialLog").value(host.metadata().serialLog().toString()).endObject();
    }
    call.print(json.endArray());
  }
}
