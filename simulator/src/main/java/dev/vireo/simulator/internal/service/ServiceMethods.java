package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.manager.Counters;
import dev.vireo.simulator.internal.manager.FixedObject;
import dev.vireo.simulator.internal.manager.Licences;
import dev.vireo.simulator.internal.manager.Options;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.FindExtension;
import dev.vireo.vim.methods.GetAlarm;
import dev.vireo.vim.methods.GetAlarmState;
import dev.vireo.vim.methods.QueryAssignedLicenses;
import dev.vireo.vim.methods.QueryAvailablePerfMetric;
import dev.vireo.vim.methods.QueryOptions;
import dev.vireo.vim.methods.QueryPerfCounter;
import dev.vireo.vim.methods.QueryPerfProviderSummary;
import dev.vireo.vim.types.DataObject;
import java.util.List;

/** What the objects that a host has one of are asked for. */
final class ServiceMethods {

  private static final String PERFORMANCE = "PerformanceManager";
  private static final String ALARMS = "AlarmManager";

  private ServiceMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        QueryOptions.class,
        "OptionManager",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        ServiceMethods::options);
    table.add(
        QueryAssignedLicenses.class,
        "LicenseAssignmentManager",
        ApiRelease.V4_0,
        MethodTable.VIEW,
        ServiceMethods::licences);
    table.add(
        QueryPerfProviderSummary.class,
        PERFORMANCE,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) ->
            Counters.summary(
                call.require(m.entity(), ManagedObject.class, "entity").ref(), call.api()));
    table.add(
        QueryAvailablePerfMetric.class,
        PERFORMANCE,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          call.require(m.entity(), ManagedObject.class, "entity");
          return List.of();
        });
    table.add(
        QueryPerfCounter.class,
        PERFORMANCE,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> data(Counters.byKey(m.counterId(), call.api())));
    table.add(
        GetAlarm.class,
        ALARMS,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          if (m.entity() != null) {
            call.require(m.entity(), ManagedEntity.class, "entity");
          }
          return List.of();
        });
    table.add(
        GetAlarmState.class,
        ALARMS,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          call.require(m.entity(), ManagedEntity.class, "entity");
          return List.of();
        });
    table.add(
        FindExtension.class,
        "ExtensionManager",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> null);
  }

  private static List<DataObject> data(List<Object> objects) {
    return objects.stream().map(DataObject.class::cast).toList();
  }

  private static List<DataObject> options(Call call, QueryOptions method) {
    FixedObject manager = call.require(method.self(), FixedObject.class, "_this");
    String name = method.name();
    List<DataObject> found = data(Options.query(manager, name, call.api()));
    if (found.isEmpty() && name != null && !name.isEmpty()) {
      throw Faults.invalidName(name);
    }
    return found;
  }

  private static List<DataObject> licences(Call call, QueryAssignedLicenses method) {
    String instance = call.host().product().instanceUuid();
    String server = instance == null ? "ha-host" : instance;
    return data(Licences.assigned(call.host().product(), method.entityId(), server, call.api()));
  }
}
