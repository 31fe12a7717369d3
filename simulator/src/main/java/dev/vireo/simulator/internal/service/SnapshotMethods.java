package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.machine.MachineSnapshot;
import dev.vireo.simulator.internal.machine.MachineWork;
import dev.vireo.simulator.internal.machine.SnapshotService;
import dev.vireo.simulator.internal.machine.SnapshotService.Wish;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.methods.ConsolidateVMDisks_Task;
import dev.vireo.vim.methods.CreateSnapshotEx_Task;
import dev.vireo.vim.methods.CreateSnapshot_Task;
import dev.vireo.vim.methods.RemoveAllSnapshots_Task;
import dev.vireo.vim.methods.RemoveSnapshot_Task;
import dev.vireo.vim.methods.RenameSnapshot;
import dev.vireo.vim.methods.RevertToCurrentSnapshot_Task;
import dev.vireo.vim.methods.RevertToSnapshot_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Taking snapshots of machines, going back to them and removing them. */
final class SnapshotMethods {

  private static final String MACHINE = "VirtualMachine";
  private static final String SNAPSHOT = "VirtualMachineSnapshot";
  private static final String CREATE = "VirtualMachine.State.CreateSnapshot";
  private static final String REVERT = "VirtualMachine.State.RevertToSnapshot";
  private static final String REMOVE = "VirtualMachine.State.RemoveSnapshot";
  private static final String RENAME = "VirtualMachine.State.RenameSnapshot";

  private SnapshotMethods() {}

  static void addTo(MethodTable table) {
    add(table, CreateSnapshot_Task.class, MACHINE, ApiRelease.V2_5, CREATE, SnapshotMethods::take);
    add(
        table,
        CreateSnapshotEx_Task.class,
        MACHINE,
        ApiRelease.V6_5,
        CREATE,
        SnapshotMethods::takeEx);
    add(
        table,
        RevertToSnapshot_Task.class,
        SNAPSHOT,
        ApiRelease.V2_5,
        REVERT,
        SnapshotMethods::revert);
    add(
        table,
        RevertToCurrentSnapshot_Task.class,
        MACHINE,
        ApiRelease.V2_5,
        REVERT,
        SnapshotMethods::revertToCurrent);
    add(
        table,
        RemoveSnapshot_Task.class,
        SNAPSHOT,
        ApiRelease.V2_5,
        REMOVE,
        SnapshotMethods::remove);
    add(
        table,
        RemoveAllSnapshots_Task.class,
        MACHINE,
        ApiRelease.V2_5,
        REMOVE,
        SnapshotMethods::removeAll);
    add(
        table,
        ConsolidateVMDisks_Task.class,
        MACHINE,
        ApiRelease.V5_0,
        REMOVE,
        SnapshotMethods::consolidate);
    table.add(RenameSnapshot.class, SNAPSHOT, ApiRelease.V2_5, RENAME, SnapshotMethods::rename);
  }

  private static <M extends VimMethod<ManagedObjectReference>> void add(
      MethodTable table,
      Class<M> method,
      String type,
      ApiRelease since,
      String privilege,
      MethodTable.Handler<M> handler) {
    table.add(method, type, since, privilege, handler);
  }

  private static VirtualMachine machine(Call call, ManagedObjectReference ref) {
    return call.require(ref, VirtualMachine.class, "_this");
  }

  private static MachineSnapshot snapshot(Call call, ManagedObjectReference ref) {
    return call.require(ref, MachineSnapshot.class, "_this");
  }

  private static ManagedObjectReference take(Call call, CreateSnapshot_Task method) {
    Wish wish = wish(method.name(), method.description(), method.memory(), method.quiesce());
    return take(call, method.self(), "CreateSnapshot_Task", wish);
  }

  private static ManagedObjectReference takeEx(Call call, CreateSnapshotEx_Task method) {
    boolean quiesce = method.quiesceSpec() != null;
    Wish wish = wish(method.name(), method.description(), method.memory(), quiesce);
    return take(call, method.self(), "CreateSnapshotEx_Task", wish);
  }

  private static Wish wish(
      String name, @Nullable String description, boolean memory, boolean quiesce) {
    return new Wish(requireName(name), description == null ? "" : description, memory, quiesce);
  }

  private static String requireName(String name) {
    if (name.isEmpty()) {
      throw Faults.invalidName(name);
    }
    return name;
  }

  private static ManagedObjectReference take(
      Call call, ManagedObjectReference self, String method, Wish wish) {
    VirtualMachine vm = machine(call, self);
    return call.start(
        method,
        "VirtualMachine.createSnapshot",
        vm,
        new MachineWork(vm) {
          @Override
          public void begin(Task task) {
            super.begin(task);
            new SnapshotService(vm, Instant.EPOCH).requireTakeable(wish);
          }

          @Override
          public Object finish(Instant now) {
            return call.host().machines().takeSnapshot(vm, wish).ref();
          }
        });
  }

  private static ManagedObjectReference revert(Call call, RevertToSnapshot_Task method) {
    MachineSnapshot snapshot = snapshot(call, method.self());
    requireHost(call, snapshot.vm(), method.host());
    boolean stayOff = Boolean.TRUE.equals(method.suppressPowerOn());
    return change(
        call,
        snapshot.vm(),
        "RevertToSnapshot_Task",
        "vm.Snapshot.revert",
        service -> service.revert(snapshot.id(), stayOff));
  }

  private static ManagedObjectReference revertToCurrent(
      Call call, RevertToCurrentSnapshot_Task method) {
    VirtualMachine vm = machine(call, method.self());
    requireHost(call, vm, method.host());
    boolean stayOff = Boolean.TRUE.equals(method.suppressPowerOn());
    return change(
        call,
        vm,
        "RevertToCurrentSnapshot_Task",
        "VirtualMachine.revertToCurrentSnapshot",
        service ->
            service.revert(
                vm.definition().snapshots().currentOne().orElseThrow(Faults::notFound).id(),
                stayOff));
  }

  /** A host that a client names must be the one that the machine is on. */
  private static void requireHost(
      Call call, VirtualMachine vm, @Nullable ManagedObjectReference host) {
    if (host != null && !call.require(host, HostSystem.class, "host").equals(vm.place().host())) {
      throw Faults.invalidArgument("host");
    }
  }

  private static ManagedObjectReference remove(Call call, RemoveSnapshot_Task method) {
    MachineSnapshot snapshot = snapshot(call, method.self());
    boolean merge = !Boolean.FALSE.equals(method.consolidate());
    return change(
        call,
        snapshot.vm(),
        "RemoveSnapshot_Task",
        "vm.Snapshot.remove",
        service -> service.remove(snapshot.id(), method.removeChildren(), merge));
  }

  private static ManagedObjectReference removeAll(Call call, RemoveAllSnapshots_Task method) {
    boolean merge = !Boolean.FALSE.equals(method.consolidate());
    return change(
        call,
        machine(call, method.self()),
        "RemoveAllSnapshots_Task",
        "VirtualMachine.removeAllSnapshots",
        service -> service.removeAll(merge));
  }

  private static ManagedObjectReference consolidate(Call call, ConsolidateVMDisks_Task method) {
    return change(
        call,
        machine(call, method.self()),
        "ConsolidateVMDisks_Task",
        "VirtualMachine.consolidateDisks",
        SnapshotService::consolidate);
  }

  private static ManagedObjectReference change(
      Call call,
      VirtualMachine vm,
      String method,
      String descriptionId,
      Consumer<SnapshotService> change) {
    return call.start(
        method,
        descriptionId,
        vm,
        new MachineWork(vm) {
          @Override
          public @Nullable Object finish(Instant now) {
            call.host().machines().changeSnapshots(vm, change);
            return null;
          }
        });
  }

  private static @Nullable Void rename(Call call, RenameSnapshot method) {
    MachineSnapshot snapshot = snapshot(call, method.self());
    String name = method.name();
    String description = method.description();
    if (name == null && description == null) {
      throw Faults.invalidArgument("name");
    }
    if (name != null) {
      requireName(name);
    }
    VirtualMachine vm = snapshot.vm();
    call.host()
        .state()
        .write(() -> {
          MachineWork.requireIdle(vm);
          Snapshot now = vm.definition().snapshots().find(snapshot.id()).orElseThrow();
          call.host()
              .machines()
              .changeSnapshots(
                  vm,
                  service ->
                      service.rename(
                          snapshot.id(),
                          name == null ? now.name() : name,
                          description == null ? now.description() : description));
        });
    return null;
  }
}
