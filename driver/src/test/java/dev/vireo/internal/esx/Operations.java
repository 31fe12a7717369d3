package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.ToolsState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operations are done on: a host with the machines of {@link TestMachines}. Connections that
 * are opened stay open until it is closed.
 */
final class Operations implements AutoCloseable {

  private final HostUnderTest host;
  private final List<Connect> opened = new ArrayList<>();
  private final Connect connect;
  private final SimulatedVm guest;
  private final SimulatedVm spare;

  Operations(HostUnderTest host) {
    this.host = host;
    Simulator simulator = host.simulator();
    this.guest = guest(simulator);
    this.spare = spare(simulator);
    this.connect = open();
    reset();
  }

  private static SimulatedVm guest(Simulator simulator) {
    if (simulator.vms().names().contains("guest")) {
      return simulator.vms().get("guest");
    }
    SimulatedVm guest = simulator.vms().add("guest");
    guest.tools(ToolsState.RUNNING);
    return guest;
  }

  /** It is renamed now and then, and keeps the beginning of its name. */
  private static SimulatedVm spare(Simulator simulator) {
    return simulator.vms().all().stream()
        .filter(vm -> vm.name().startsWith("spare"))
        .findFirst()
        .orElseGet(() -> simulator.vms().add("spare"));
  }

  /** Brings the machines back into the states that all operations start from. */
  private void reset() {
    power("web", PowerState.ON);
    power("build", PowerState.SUSPENDED);
    power("old", PowerState.OFF);
    guest.power(PowerState.ON);
    MigrationOperations.reset(host.simulator());
  }

  /** Brings the host into the state that an operation starts from. */
  void startOf(HostOperation operation) {
    reset();
    operation.start().accept(this);
  }

  private void power(String name, PowerState state) {
    host.simulator().vms().get(name).power(state);
  }

  /** The host that the operations are on. */
  HostUnderTest host() {
    return host;
  }

  /** The simulator of the host. */
  Simulator simulator() {
    return host.simulator();
  }

  /** The connection that all operations share. */
  Connect connect() {
    return connect;
  }

  /** A machine whose guest has VMware Tools. */
  SimulatedVm guest() {
    return guest;
  }

  /** A machine that is off, for operations that change what it is. */
  SimulatedVm spareMachine() {
    return spare;
  }

  /** The domain of that machine. */
  Domain spare() {
    return domains.stream()
        .filter(each -> each.getName().startsWith("spare"))
        .findFirst()
        .orElseThrow();
  }

  /** Opens another connection, which is closed with the others. */
  Connect open() {
    Connect connection = host.open();
    opened.add(connection);
    return connection;
  }

  /** A domain, found before anything is counted or goes wrong. */
  Domain domain(String name) {
    return domains.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }

  private List<Domain> domains = List.of();

  /** Gets the handles that the operations on domains need. */
  Operations prepared() {
    domains = connect.listAllDomains(Set.of());
    return this;
  }

  private @Nullable Domain traveller;
  private @Nullable Connect destination;

  /** Notes what is to be moved, and where to. */
  void travel(Domain domain, Connect to) {
    traveller = domain;
    destination = to;
  }

  /** The domain that is to be moved. */
  Domain traveller() {
    return Objects.requireNonNull(traveller);
  }

  /** Where it is to be moved to. */
  Connect destination() {
    return Objects.requireNonNull(destination);
  }

  private String kept = "";

  /** Keeps a text from the start of an operation for its action. */
  void keep(String text) {
    kept = text;
  }

  /** What was kept. */
  String kept() {
    return kept;
  }

  /** The first datastore of the first host. */
  String datastore() {
    return host.simulator().config().preset() == Preset.GSX20 ? "standard" : "datastore1";
  }

  /** How many machines there were. */
  int machines() {
    return domains.size();
  }

  /** Closes what operations have opened beside the connection that all of them share. */
  void closeFurther() {
    opened.subList(1, opened.size()).forEach(Connect::close);
    opened.subList(1, opened.size()).clear();
  }

  void assertPower(String name, PowerState state) {
    assertThat(host.simulator().vms().get(name).power()).as(name).isEqualTo(state);
  }

  @Override
  public void close() {
    opened.forEach(Connect::close);
  }
}
