package dev.vireo.internal.esx;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.ToolsState;

/** The machines that the tests know by name. */
final class TestMachines {

  private TestMachines() {}

  /** Adds five machines without VMware Tools to an empty host. */
  static void addTo(Simulator host) {
    add(host, "web", PowerState.ON);
    add(host, "db", PowerState.ON);
    add(host, "build", PowerState.SUSPENDED);
    add(host, "old", PowerState.OFF);
    add(host, "a/b", PowerState.OFF);
  }

  /** Adds machines that are off and called after their number, until there are so many. */
  static void fill(Simulator host, int machines) {
    for (int number = host.vms().all().size() + 1; number <= machines; number++) {
      host.vms().add("vm-" + number);
    }
  }

  private static void add(Simulator host, String name, PowerState state) {
    SimulatedVm machine = host.vms().add(name);
    machine.tools(ToolsState.MISSING);
    machine.power(state);
  }
}
