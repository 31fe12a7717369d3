package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.machine.MachineMoves;
import dev.vireo.simulator.internal.machine.MachineWork;
import dev.vireo.simulator.internal.machine.Move;
import dev.vireo.simulator.internal.machine.MoveObjection;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.methods.CheckMigrate_Task;
import dev.vireo.vim.methods.CheckRelocate_Task;
import dev.vireo.vim.methods.MigrateVM_Task;
import dev.vireo.vim.methods.RelocateVM_Task;
import dev.vireo.vim.methods.ValidateMigration;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.CheckResult;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.VirtualMachineRelocateSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Moving machines from host to host, and from datastore to datastore. */
final class MigrationMethods {

  private static final String MACHINE = "VirtualMachine";
  private static final String CHECKER = "VirtualMachineProvisioningChecker";
  private static final String COLD = "Resource.ColdMigrate";
  private static final String HOT = "Resource.HotMigrate";

  private MigrationMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        ValidateMigration.class,
        "ServiceInstance",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        MigrationMethods::validate);
    table.add(
        CheckMigrate_Task.class,
        CHECKER,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        (call, m) ->
            check(
                call,
                move(call, m.vm(), m.host(), m.pool(), null),
                "CheckMigrate_Task",
                "checkMigrate"));
    table.add(
        CheckRelocate_Task.class,
        CHECKER,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        (call, m) ->
            check(call, move(call, m.vm(), m.spec()), "CheckRelocate_Task", "checkRelocate"));
    table.add(
        MigrateVM_Task.class,
        MACHINE,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        MigrationMethods::migrate);
    table.add(RelocateVM_Task.class, MACHINE, ApiRelease.V2_5, COLD, MigrationMethods::relocate);
  }

  private static Move move(
      Call call,
      ManagedObjectReference vm,
      @Nullable ManagedObjectReference host,
      @Nullable ManagedObjectReference pool,
      @Nullable ManagedObjectReference datastore) {
    if (!call.host().product().isVcenter()) {
      throw Faults.notSupported();
    }
    VirtualMachine machine = call.require(vm, VirtualMachine.class, "vm");
    HostSystem to = host == null ? null : call.require(host, HostSystem.class, "host");
    ResourcePool into = pool == null ? null : call.require(pool, ResourcePool.class, "pool");
    Datastore on = datastore == null ? null : call.require(datastore, Datastore.class, "datastore");
    return call.host().state().read(() -> Move.of(machine, to, into, on));
  }

  /** What moves single disks, or changes what they are, is no part of this host. */
  private static Move move(Call call, ManagedObjectReference vm, VirtualMachineRelocateSpec spec) {
    if (!spec.disk().isEmpty() || !spec.deviceChange().isEmpty() || spec.service() != null) {
      throw Faults.notSupported();
    }
    return move(call, vm, spec.host(), spec.pool(), spec.datastore());
  }

  private static void requirePrivileges(Call call, Move move) {
    VirtualMachine vm = move.vm();
    boolean hot = vm.power() == PowerState.ON && move.changesHost();
    call.requirePrivilege(hot ? HOT : COLD, vm.ref());
    if (move.changesPool()) {
      call.requirePrivilege("Resource.AssignVMToPool", move.pool().ref());
    }
    if (move.datastore() != null) {
      call.requirePrivilege("Datastore.AllocateSpace", move.datastore().ref());
    }
  }

  private static ManagedObjectReference migrate(Call call, MigrateVM_Task method) {
    Move move = move(call, method.self(), method.host(), method.pool(), null);
    requirePrivileges(call, move);
    return start(call, move, method.state(), "MigrateVM_Task", "VirtualMachine.migrate");
  }

  private static ManagedObjectReference relocate(Call call, RelocateVM_Task method) {
    Move move = move(call, method.self(), method.spec());
    requirePrivileges(call, move);
    return start(call, move, null, "RelocateVM_Task", "VirtualMachine.relocate");
  }

  private static ManagedObjectReference start(
      Call call,
      Move move,
      @Nullable VirtualMachinePowerState required,
      String method,
      String descriptionId) {
    VirtualMachine vm = move.vm();
    MachineWork work =
        new MachineWork(vm) {
          @Override
          public void begin(Task task) {
            super.begin(task);
            requireState(vm, required);
            MoveObjection.requireNone(move);
            if (move.changesHost()) {
              boolean hot = vm.power() == PowerState.ON;
              call.log(
                  hot ? "VmBeingHotMigratedEvent" : "VmBeingMigratedEvent",
                  vm,
                  Map.of("destHost", argument("HostEventArgument", "host", move.host(), call)));
            }
          }

          @Override
          public @Nullable Object finish(Instant now) {
            ObjectOf source = argument("HostEventArgument", "host", vm.place().host(), call);
            boolean moved = move.changesHost();
            MachineMoves.carryOut(move, now);
            call.log(
                moved ? "VmMigratedEvent" : "VmRelocatedEvent", vm, Map.of("sourceHost", source));
            return null;
          }
        };
    return call.startCancelable(method, descriptionId, vm, work);
  }

  private static void requireState(VirtualMachine vm, @Nullable VirtualMachinePowerState required) {
    if (required != null && !required.equals(vm.wirePower())) {
      throw Faults.invalidPowerState(required, vm.wirePower());
    }
  }

  private static ManagedObjectReference check(
      Call call, Move move, String method, String descriptionId) {
    return call.startCancelable(
        method,
        "vm.check.ProvisioningChecker." + descriptionId,
        move.vm(),
        now -> {
          List<MoveObjection> objections = MoveObjection.to(move);
          return new ArrayOf(
              "CheckResult",
              List.of(
                  new CheckResult(
                      move.vm().ref(),
                      move.host().ref(),
                      texts(objections, objection -> !objection.prevents()),
                      texts(objections, MoveObjection::prevents))));
        });
  }

  private static List<LocalizedMethodFault> texts(
      List<MoveObjection> objections, Predicate<MoveObjection> which) {
    return objections.stream()
        .filter(which)
        .map(objection -> Faults.localized(objection.fault()))
        .toList();
  }

  private static List<ObjectOf> validate(Call call, ValidateMigration method) {
    List<ObjectOf> events = new ArrayList<>();
    for (ManagedObjectReference ref : method.vm()) {
      Move move = move(call, ref, method.host(), method.pool(), null);
      call.host()
          .state()
          .read(() -> {
            requireState(move.vm(), method.state());
            return MoveObjection.to(move);
          })
          .forEach(objection -> events.add(event(call, move, objection)));
    }
    return events;
  }

  private static ObjectOf event(Call call, Move move, MoveObjection objection) {
    String kind = objection.prevents() ? "Error" : "Warning";
    VirtualMachine vm = move.vm();
    ObjectBuilder event =
        ObjectBuilder.of("MigrationResource" + kind + "Event", call.api())
            .put("key", -1)
            .put("chainId", -1)
            .put("createdTime", call.host().config().clock().instant())
            .put("userName", call.user())
            .put("vm", argument("VmEventArgument", "vm", vm, call))
            .put("host", argument("HostEventArgument", "host", vm.place().host(), call))
            .put(
                "fullFormattedMessage",
                (objection.prevents() ? "Cannot migrate " : "Warning about the migration of ")
                    + vm.name()
                    + " to "
                    + move.host().name()
                    + " and resource pool "
                    + move.pool().name()
                    + ": "
                    + objection.fault().text())
            .put("fault", Faults.localized(objection.fault()))
            .put(
                "dstPool", argument("ResourcePoolEventArgument", "resourcePool", move.pool(), call))
            .put("dstHost", argument("HostEventArgument", "host", move.host(), call));
    return event.others(false).build();
  }

  private static ObjectOf argument(String type, String role, ManagedEntity entity, Call call) {
    return ObjectBuilder.of(type, call.api())
        .put("name", entity.name())
        .put(role, entity.ref())
        .build();
  }
}
