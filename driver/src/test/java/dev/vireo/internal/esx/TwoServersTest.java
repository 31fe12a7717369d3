package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.DomainState;
import dev.vireo.internal.esx.definition.DomainDefinitions;
import dev.vireo.internal.esx.domain.DomainLookup;
import dev.vireo.internal.esx.host.HostFacts;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.internal.esx.task.Questions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.spi.DomainEntry;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that a vCenter was asked for works like the one that the URI names. */
class TwoServersTest {

  private final Simulator server = Simulator.start(SimulatorConfig.vcenter());
  private final VimClient client = VimClient.connect(server.transport(), ClientOptions.DEFAULT);

  @BeforeEach
  void logIn() {
    client.login(server.config().userName(), server.config().password());
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private HostContext locate(String name) {
    ManagedObjectReference root = client.serviceContent().rootFolder();
    HostContext all = HostContext.of(client, new HostScope.Standalone(root), false, "all");
    ManagedObjectReference host =
        client
            .propertyCollector()
            .retrieve(
                all.scope().addHost(new PropertyFilter().select(HostQueries.HOST, "name")).build())
            .stream()
            .filter(each -> each.object().type().equals(HostQueries.HOST))
            .filter(each -> each.get("name", String.class).equals(name))
            .findFirst()
            .orElseThrow()
            .object();
    return HostContext.of(client, new HostScope.Located(host), false, name);
  }

  @Test
  void itsMachinesAndFactsAreRead() {
    HostContext host = locate("esx1.example.com");

    List<DomainEntry> domains = new DomainLookup(host).list(Set.of());

    assertThat(new HostFacts(host, true).hostName()).isEqualTo("esx1.example.com");
    assertThat(domains).isNotEmpty();
    DomainEntry first = domains.get(0);
    assertThat(new DomainLookup(host).byUuid(first.uuid()).name()).isEqualTo(first.name());
    assertThat(new DomainLookup(host).state(first.handle()))
        .isEqualTo(first.state())
        .isNotEqualTo(DomainState.NOSTATE);
  }

  @Test
  void theDatacenterIsFoundUpwards() {
    for (String[] expected :
        new String[][] {
          {"esx1.example.com", "Datacenter"},
          {"esx5.example.com", "Branch offices/North & West/Branch 50%25"},
        }) {
      HostContext host = locate(expected[0]);
      for (DomainEntry domain : new DomainLookup(host).list(Set.of())) {
        assertThat(
                new DomainDefinitions(host, new MachineTasks(client, new Questions(false)))
                    .describe(domain.handle(), Set.of())
                    .text())
            .contains("<vmware:datacenterpath>" + expected[1].replace("&", "&amp;") + "<");
      }
      assertThat(
              host.scope()
                  .datacenterPath(
                      client
                          .propertyCollector()
                          .retrieve(host.scope().addDatacenter(new PropertyFilter()).build())))
          .isEqualTo(expected[1]);
    }
  }
}
