package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.internal.esx.Operations.Operation;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many requests an operation may cost, whatever the number of machines. */
@Timeout(300)
class RequestBudgetTest {

  /**
   * A row of the table.
   *
   * @param operation what a user does
   * @param requests most requests
   * @param perPage most requests for each further page of 5,000 machines
   * @param action does it
   */
  private record Budget(String operation, int requests, int perPage, Operation action) {}

  /** The table, which also stands in docs/support.md. Operations on a domain have its handle. */
  private static final List<Budget> TABLE =
      List.of(
          new Budget("connect", 4, 0, Operations::connect),
          new Budget("connect and list all domains", 5, 1, Operations::connectAndList),
          new Budget("connect and disconnect", 5, 0, Operations::connectAndClose),
          new Budget("list all domains", 1, 1, Operations::list),
          new Budget("list ids of running domains", 1, 1, Operations::listIds),
          new Budget("list domains with autostart", 3, 1, Operations::listAutostart),
          new Budget("list transient domains", 0, 0, Operations::listTransient),
          new Budget("look up by id", 1, 1, Operations::lookupById),
          new Budget("look up by name", 1, 1, Operations::lookupByName),
          new Budget("look up by uuid", 2, 0, Operations::lookupByUuid),
          new Budget("look up by BIOS uuid", 3, 0, Operations::lookupByBiosUuid),
          new Budget("state of a domain", 1, 0, Operations::state),
          new Budget("info of a domain", 1, 0, Operations::info),
          new Budget("autostart of a domain", 2, 0, Operations::autostart),
          new Budget("XML of a domain", 2, 0, Operations::describe),
          new Budget(
              "XML of a domain with absolute file names",
              3,
              0,
              Operations::describeWithAbsoluteNames),
          new Budget("VMX to XML, with relative file names", 0, 0, Operations::convertFromNative),
          new Budget("XML to VMX", 1, 0, Operations::convertToNative),
          new Budget("start, with the wait", 7, 0, Operations::create),
          new Budget("suspend, with the wait", 7, 0, Operations::suspend),
          new Budget("resume, with the wait", 7, 0, Operations::resume),
          new Budget("destroy, with the wait", 7, 0, Operations::destroy),
          new Budget("shutdown", 2, 0, Operations::shutdown),
          new Budget("reboot", 2, 0, Operations::reboot),
          new Budget("host name", 1, 0, Operations::hostName),
          new Budget("node info", 1, 0, Operations::nodeInfo),
          new Budget("free memory", 1, 0, Operations::freeMemory),
          new Budget("capabilities", 1, 0, Operations::capabilities),
          new Budget("version, type, URI", 0, 0, Operations::version));

  private static final int[] MACHINES = {6, 1_000, 10_000};
  private static final int PAGE = 5_000;

  @ParameterizedTest
  @EnumSource
  void operationsKeepTheirBudget(Preset preset) {
    try (ServedHost host = ServedHost.withMachines(ServedHost.empty(preset).build())) {
      for (int machines : MACHINES) {
        TestMachines.fill(host.simulator(), machines);
        try (Operations on = new Operations(host).prepared()) {
          for (Budget budget : TABLE) {
            assertThat(cost(host, on, budget.action()))
                .as("%s with %d machines", budget.operation(), machines)
                .isLessThanOrEqualTo(budget.requests() + budget.perPage() * (machines / PAGE));
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
      for (Budget budget : TABLE) {
        assertThat(cost(host, on, budget.action()))
            .as(budget.operation())
            .isBetween(
                budget.operation().endsWith("with the wait") ? 5L : budget.requests(),
                (long) budget.requests());
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

  private static long cost(ServedHost host, Operations on, Operation operation) {
    on.reset();
    host.simulator().requests().reset();
    operation.run(on);
    return host.simulator().requests().total();
  }

  @Test
  void theBudgetStandsInTheDocumentation() throws IOException {
    String head =
        """
        | Operation | Requests at most | Each further page of 5,000 domains |
        |---|---|---|
        """;
    String rows = TABLE.stream().map(RequestBudgetTest::markdown).collect(Collectors.joining());

    assertThat(Files.readString(Path.of("..", "docs", "support.md"))).contains(head + rows);
  }

  private static String markdown(Budget row) {
    String pages = row.perPage() == 0 ? "" : "+ " + row.perPage();
    return "| %s | %d | %s |\n".formatted(row.operation(), row.requests(), pages);
  }
}
