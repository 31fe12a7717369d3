package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import java.util.List;
import java.util.NoSuchElementException;

/** The hosts that run machines: the simulated host itself, or those of a vCenter. Thread-safe. */
public final class Hypervisors {

  private final SimulatedHost host;

  Hypervisors(SimulatedHost host) {
    this.host = host;
  }

  /** All of them. */
  public List<Hypervisor> all() {
    return host.state()
        .read(() ->
            host.inventory().hosts().stream().map(each -> new Hypervisor(host, each)).toList());
  }

  /**
   * The one of a name, such as {@code esx1.example.com}.
   *
   * @throws NoSuchElementException when there is none
   */
  public Hypervisor get(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no host '" + name + "'"));
  }
}
