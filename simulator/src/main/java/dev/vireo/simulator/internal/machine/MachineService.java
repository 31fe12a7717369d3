package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.DiskFiles;
import dev.vireo.simulator.internal.definition.Reconfiguration;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.time.Instant;
import java.util.function.Supplier;

/** Changes what machines are made of. All methods under write. */
public final class MachineService {

  private MachineService() {}

  /**
   * Changes a machine as a spec says, with the files of its disks.
   *
   * @param macs draws MAC addresses
   * @throws RaisedFault when it cannot be so; nothing has changed then
   */
  public static void reconfigure(
      VirtualMachine vm, VirtualMachineConfigSpec spec, Instant now, Supplier<String> macs) {
    if (spec.changeVersion() != null
        && !spec.changeVersion().isEmpty()
        && !spec.changeVersion().equals(vm.changeVersion())) {
      throw MachineFaults.concurrentAccess();
    }
    HostSystem host = vm.place().host();
    Reconfiguration.Outcome outcome =
        Reconfiguration.apply(
            vm.definition(),
            spec,
            new Reconfiguration.Rules(
                vm.wirePower(),
                host.maxVcpus(),
                host.product().hardwareVersion(),
                macs,
                host::disk));
    ManagedEntity parent = vm.parent();
    String name = outcome.machine().escapedName();
    if (parent != null && !name.equals(vm.name())) {
      requireFreeName(parent, name);
    }
    new DiskFiles(vm::path, host::datastore).carryOut(outcome.files(), now);
    vm.become(outcome.machine(), now);
  }

  /**
   * Checks that nothing in a folder has a name.
   *
   * @param name the name with the escapes of the API
   * @throws RaisedFault {@code DuplicateName} when something has
   */
  public static void requireFreeName(ManagedEntity folder, String name) {
    for (ManagedEntity other : folder.children()) {
      if (other.name().equals(name)) {
        throw MachineFaults.duplicateName(name, other.ref());
      }
    }
  }
}
