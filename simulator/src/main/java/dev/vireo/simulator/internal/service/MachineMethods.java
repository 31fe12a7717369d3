package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.host.Machines;
import dev.vireo.simulator.internal.inventory.ComputeResource;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.Folder;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.machine.MachineWork;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.methods.Destroy_Task;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.RegisterVM_Task;
import dev.vireo.vim.methods.Reload;
import dev.vireo.vim.methods.Rename_Task;
import dev.vireo.vim.methods.UnregisterVM;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making, changing and removing machines. */
final class MachineMethods {

  private static final String MACHINE = "VirtualMachine";
  private static final String RENAME = "VirtualMachine.Config.Rename";

  private MachineMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        ReconfigVM_Task.class,
        MACHINE,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        MachineMethods::reconfigure);
    table.add(
        RegisterVM_Task.class,
        "Folder",
        ApiRelease.V2_5,
        "VirtualMachine.Inventory.Register",
        MachineMethods::register);
    table.add(
        UnregisterVM.class,
        MACHINE,
        ApiRelease.V2_5,
        "VirtualMachine.Inventory.Unregister",
        MachineMethods::unregister);
    table.add(
        Reload.class, "ManagedEntity", ApiRelease.V2_5, MethodTable.READ, MachineMethods::reload);
    table.add(
        Destroy_Task.class,
        MACHINE,
        ApiRelease.V2_5,
        "VirtualMachine.Inventory.Delete",
        MachineMethods::destroy);
    table.add(Rename_Task.class, MACHINE, ApiRelease.V2_5, RENAME, MachineMethods::rename);
  }

  private static VirtualMachine machine(Call call, ManagedObjectReference ref) {
    return call.require(ref, VirtualMachine.class, "_this");
  }

  private static ManagedObjectReference reconfigure(Call call, ReconfigVM_Task method) {
    return reconfigure(
        call, method.self(), method.spec(), "ReconfigVM_Task", "VirtualMachine.reconfigure");
  }

  private static ManagedObjectReference rename(Call call, Rename_Task method) {
    VirtualMachineConfigSpec spec =
        VirtualMachineConfigSpec.builder().name(method.newName()).build();
    return reconfigure(call, method.self(), spec, "Rename_Task", "ManagedEntity.rename");
  }

  private static ManagedObjectReference reconfigure(
      Call call,
      ManagedObjectReference self,
      VirtualMachineConfigSpec spec,
      String method,
      String descriptionId) {
    VirtualMachine vm = machine(call, self);
    for (String privilege : SpecPrivileges.of(spec, vm.definition())) {
      call.requirePrivilege(privilege, self);
    }
    return call.start(
        method,
        descriptionId,
        vm,
        new MachineWork(vm) {
          @Override
          public @Nullable Object finish(Instant now) {
            call.host().machines().reconfigure(vm, spec, call.user());
            return null;
          }
        });
  }

  private static ManagedObjectReference register(Call call, RegisterVM_Task method) {
    Folder folder = call.require(method.self(), Folder.class, "_this");
    if (!folder.holds(MACHINE)) {
      throw Faults.notSupported();
    }
    Datacenter datacenter = folder.datacenter();
    Machines.Home home = home(call, method, folder, datacenter);
    call.requirePrivilege("Resource.AssignVMToPool", home.pool().ref());
    DatastorePath vmx = home.host().path(method.path());
    if (vmx == null || home.host().datastore(vmx.datastore()) == null) {
      throw MachineFaults.invalidPath(method.path());
    }
    String name = method.name() == null ? null : MachineDefinition.unescaped(method.name());
    return call.start(
        "RegisterVM_Task",
        "Folder.registerVm",
        folder,
        now -> call.host().machines().register(vmx, name, home, call.user()).ref());
  }

  private static Machines.Home home(
      Call call, RegisterVM_Task method, Folder folder, @Nullable Datacenter datacenter) {
    HostSystem named =
        method.host() == null ? null : call.require(method.host(), HostSystem.class, "host");
    ResourcePool pool =
        method.pool() == null ? null : call.require(method.pool(), ResourcePool.class, "pool");
    if (pool == null && named == null) {
      throw Faults.invalidArgument("pool");
    }
    List<HostSystem> hosts =
        call.host().inventory().hosts().stream()
            .filter(host -> datacenter == null || datacenter.equals(host.datacenter()))
            .filter(host -> named == null || host.equals(named))
            .filter(host -> pool == null || owns(host, pool))
            .toList();
    if (hosts.isEmpty()) {
      throw Faults.invalidArgument(named == null ? "pool" : "host");
    }
    HostSystem host = hosts.getFirst();
    ResourcePool own =
        pool == null && host.parent() instanceof ComputeResource compute ? compute.pool() : pool;
    if (own == null) {
      throw Faults.invalidArgument("pool");
    }
    return new Machines.Home(folder, host, own);
  }

  private static boolean owns(HostSystem host, ResourcePool pool) {
    ManagedEntity parent = host.parent();
    return parent != null && parent.equals(pool.owner());
  }

  private static @Nullable Void unregister(Call call, UnregisterVM method) {
    VirtualMachine vm = machine(call, method.self());
    call.host()
        .state()
        .write(() -> {
          MachineWork.requireIdle(vm);
          MachineWork.requireNotOn(vm);
          call.host().machines().unregister(vm, call.user());
        });
    return null;
  }

  private static @Nullable Void reload(Call call, Reload method) {
    if (call.find(method.self()) instanceof VirtualMachine vm) {
      call.host().state().write(() -> call.host().machines().reload(vm));
    }
    return null;
  }

  private static ManagedObjectReference destroy(Call call, Destroy_Task method) {
    VirtualMachine vm = machine(call, method.self());
    return call.start(
        "Destroy_Task",
        "VirtualMachine.destroy",
        vm,
        new MachineWork(vm) {
          @Override
          public void begin(Task task) {
            super.begin(task);
            MachineWork.requireOff(vm);
          }

          @Override
          public @Nullable Object finish(Instant now) {
            call.host().machines().destroy(vm, call.user());
            return null;
          }
        });
  }
}
