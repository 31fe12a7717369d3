package dev.vireo.simulator;

import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.XmlCharacters;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;
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
    return new SimulatedVm(host, host.state().write(() -> host.machines().add(name)));
  }

  /**
   * Adds a machine that is off, on the first host, made of what a VMX file says: any disks, network
   * cards, controllers, drives, ports and settings. The file lies in a directory of the machine's
   * name on the first datastore. Disks that it names, with relative names or on a datastore of the
   * host, are made where they are missing: thin, of 16 GiB. The name in the file does not count.
   *
   * @param name its name
   * @param vmx the text of the file
   * @throws IllegalArgumentException when the name is blank, XML cannot carry it, a machine of that
   *     name is there already, or the text is no VMX file
   */
  public SimulatedVm add(String name, String vmx) {
    if (XmlCharacters.require(name, "The name of a machine").isBlank()) {
      throw new IllegalArgumentException("The name of a machine is blank.");
    }
    VmxDocument file;
    try {
      file = VmxDocument.parse(vmx);
    } catch (VmxSyntaxException e) {
      throw new IllegalArgumentException(
          "The VMX file of '" + name + "' cannot be read: " + e.getMessage(), e);
    }
    try {
      return new SimulatedVm(host, host.state().write(() -> host.machines().add(name, file)));
    } catch (RaisedFault fault) {
      throw new IllegalArgumentException(
          "The machine '" + name + "' cannot be added: " + fault.text(), fault);
    }
  }

  /**
   * Removes a machine with its files.
   *
   * @throws NoSuchElementException when there is none of this name
   */
  public void remove(String name) {
    host.state().write(() -> host.machines().destroy(find(name), ""));
  }
}
