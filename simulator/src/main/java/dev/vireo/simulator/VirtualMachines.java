package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.schema.XmlCharacters;
import java.util.List;
import java.util.NoSuchElementException;

/** The virtual machines of a simulated host. Thread-safe. */
public final class VirtualMachines {

  private final SimulatedHost host;

  VirtualMachines(SimulatedHost host) {
    this.host = host;
  }

  /** All machines in the order of their numbers. */
  public List<SimulatedVm> all() {
    return host.state()
        .read(() -> host.inventory().vms().stream().map(vm -> new SimulatedVm(host, vm)).toList());
  }

  /** Names of all machines in the order of their numbers. */
  public List<String> names() {
    return all().stream().map(SimulatedVm::name).toList();
  }

  /**
   * The machine of this name, the first if there are several.
   *
   * @throws NoSuchElementException when there is none
   */
  public SimulatedVm get(String name) {
    return new SimulatedVm(host, host.state().read(() -> find(name)));
  }

  private VirtualMachine find(String name) {
    return host.inventory().vms().stream()
        .filter(vm -> vm.userName().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no machine '" + name + "'"));
  }

  /**
   * Adds a machine that is off, on the first host.
   *
   * @throws IllegalArgumentException when the name is blank, or XML cannot carry it
   */
  public SimulatedVm add(String name) {
    if (XmlCharacters.require(name, "The name of a machine").isBlank()) {
      throw new IllegalArgumentException("The name of a machine is blank.");
    }
    return new SimulatedVm(host, host.state().write(() -> host.addVm(name)));
  }

  /**
   * Removes a machine with its files.
   *
   * @throws NoSuchElementException when there is none of this name
   */
  public void remove(String name) {
    host.state().write(() -> host.removeVm(find(name)));
  }
}
