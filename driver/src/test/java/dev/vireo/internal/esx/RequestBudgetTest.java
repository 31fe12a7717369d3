package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainListFlag;
import dev.vireo.LibvirtException;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many requests an operation may cost, whatever the number of machines. */
class RequestBudgetTest extends DriverTestBase {

  /** The budget: operation, most requests, most further requests per page after the first. */
  static Stream<Arguments> budget() {
    return Stream.of(
        budget("list", 1, 1, c -> c.listAllDomainSummaries(Set.of())),
        budget("list running", 1, 1, Connect::listDomains),
        budget(
            "list with autostart", 3, 1, c -> c.listAllDomains(Set.of(DomainListFlag.AUTOSTART))),
        budget("list transient", 0, 0, c -> c.listAllDomains(Set.of(DomainListFlag.TRANSIENT))),
        budget("lookup by id", 1, 1, c -> c.domainLookupByID(1)),
        budget("lookup by name", 1, 1, c -> c.domainLookupByName("web")),
        budget("lookup by uuid", 2, 0, c -> web(c)),
        budget("state", 3, 0, c -> web(c).getState()),
        budget("info", 3, 0, c -> web(c).getInfo()),
        budget("autostart", 4, 0, c -> web(c).getAutostart()),
        budget("destroy and create", 2 + 7 + 7, 0, c -> restart(web(c))),
        budget("shutdown without tools", 2 + 2, 0, c -> shutdown(web(c))),
        budget("version, uri, type", 0, 0, Connect::getVersion));
  }

  private static Arguments budget(
      String operation, int requests, int perPage, Consumer<Connect> action) {
    return Arguments.of(operation, requests, perPage, action);
  }

  private static Domain web(Connect connect) {
    return connect.domainLookupByUUID(FakeMachines.instanceUuid(1));
  }

  private static void shutdown(Domain domain) {
    assertThatThrownBy(domain::shutdown).isInstanceOf(LibvirtException.class);
  }

  private static void restart(Domain domain) {
    domain.destroy();
    domain.create();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("budget")
  void operationsKeepTheirBudget(
      String operation, int requests, int perPage, Consumer<Connect> action) {
    for (int machines : new int[] {5, 1_000, 10_000}) {
      grow(machines);
      try (Connect connect = connect()) {
        assertThat(host.takeRequests()).as("connect").hasSizeLessThanOrEqualTo(3);
        action.accept(connect);
        int furtherPages = machines / 5_000;
        assertThat(host.takeRequests())
            .as("%s with %d machines", operation, machines)
            .hasSizeLessThanOrEqualTo(requests + perPage * furtherPages);
      }
      assertThat(host.takeRequests()).containsExactly("Logout");
    }
  }

  private void grow(int machines) {
    int present = host.machines().count();
    host.machines().addMany(present + 1, machines, VirtualMachinePowerState.POWERED_OFF);
  }
}
