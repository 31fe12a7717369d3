package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many requests an operation may cost, whatever the number of machines. */
@Timeout(300)
class RequestBudgetTest {

  private static final int[] MACHINES = {6, 10_000};
  private static final int PAGE = 5_000;

  @ParameterizedTest
  @EnumSource
  void operationsKeepTheirBudget(Preset preset) {
    SimulatorConfig large = ServedHost.empty(preset).datastoreCapacity(1L << 50).build();
    try (ServedHost host = ServedHost.withMachines(large)) {
      for (int machines : MACHINES) {
        TestMachines.fill(host.simulator(), machines);
        try (Operations on = new Operations(host).prepared()) {
          for (HostOperation operation : HostOperation.on(preset)) {
            assertThat(cost(host, on, operation))
                .as("%s with %d machines", operation.text(), machines)
                .isLessThanOrEqualTo(operation.most() + operation.perPage() * (machines / PAGE));
          }
        }
      }
    }
  }

  /** Else the table would say nothing. How often a wait returns depends on the moment. */
  @Test
  void theBudgetIsSpentWhereThePathOfAVcenterHasToBeFound() {
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(Preset.VCENTER).build());
        Operations on = new Operations(host).prepared()) {
      for (HostOperation operation : HostOperation.all()) {
        assertThat(cost(host, on, operation))
            .as(operation.text())
            .isBetween(
                (long)
                    (operation.waits() || operation.varies()
                        ? operation.least()
                        : operation.most()),
                (long) operation.most());
      }
    }
  }

  @Test
  void aSingleMachineIsNoCheaper() {
    try (ServedHost host = ServedHost.start(ServedHost.empty(Preset.ESX80).vms(1).build());
        Connect connect = host.open()) {
      assertThat(host.simulator().requests().total()).isEqualTo(3);
      assertThat(connect.listAllDomains(Set.of())).hasSize(1);
      assertThat(host.simulator().requests().total()).isEqualTo(4);
    }
  }

  private static long cost(ServedHost host, Operations on, HostOperation operation) {
    on.startOf(operation);
    host.simulator().requests().reset();
    operation.run(on);
    return host.simulator().requests().total();
  }

  @Test
  void theBudgetStandsInTheDocumentation() throws IOException {
    String head =
        """
        | libvirt function | Operation | Requests at most | Each further page of 5,000 domains | Privileges |
        |---|---|---|---|---|
        """;
    String rows =
        HostOperation.all().stream().map(RequestBudgetTest::markdown).collect(Collectors.joining());

    assertThat(Files.readString(Path.of("..", "docs", "support.md"))).contains(head + rows);
  }

  private static String markdown(HostOperation row) {
    String pages = row.perPage() == 0 ? "" : "+ " + row.perPage();
    String privileges =
        row.needs().stream()
            .map(HostOperation.Need::privilege)
            .distinct()
            .collect(Collectors.joining(", "));
    return "| %s | %s | %d | %s | %s |\n"
        .formatted(String.join(", ", row.functions()), row.text(), row.most(), pages, privileges);
  }
}
