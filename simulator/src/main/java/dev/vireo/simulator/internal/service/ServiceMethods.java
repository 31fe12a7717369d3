package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.manager.Counters;
import dev.vireo.simulator.internal.manager.FixedObject;
import dev.vireo.simulator.internal.manager.Licences;
import dev.vireo.simulator.internal.manager.Options;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.methods.FindExtension;
import dev.vireo.vim.methods.GetAlarm;
import dev.vireo.vim.methods.GetAlarmState;
import dev.vireo.vim.methods.QueryAssignedLicenses;
import dev.vireo.vim.methods.QueryAvailablePerfMetric;
import dev.vireo.vim.methods.QueryOptions;
import dev.vireo.vim.methods.QueryPerfCounter;
import dev.vireo.vim.methods.QueryPerfProviderSummary;
import dev.vireo.vim.methods.RetrieveAllPermissions;
import dev.vireo.vim.methods.RetrieveEntityPermissions;
import dev.vireo.vim.methods.RetrieveRolePermissions;
import dev.vireo.vim.types.DataObject;
import java.util.List;

/** What the objects that a host has one of are asked for. */
final class ServiceMethods {

  private static final String PERFORMANCE = "PerformanceManager";
  private static final String AUTHORIZATION = "AuthorizationManager";
  private static final String ALARMS = "AlarmManager";
  private static final int ADMINISTRATOR = -1;

  private ServiceMethods() {}

  static void addTo(MethodTable table) {
    table.add(QueryOptions.class, "OptionManager", ApiVersion.V2_5, ServiceMethods::options);
    table.add(
        QueryAssignedLicenses.class,
        "LicenseAssignmentManager",
        ApiVersion.V4_0,
        ServiceMethods::licences);
    table.add(
        QueryPerfProviderSummary.class,
        PERFORMANCE,
        ApiVersion.V2_5,
        (call, m) ->
            Counters.summary(
                call.require(m.entity(), ManagedObject.class, "entity").ref(), call.api()));
    table.add(
        QueryAvailablePerfMetric.class,
        PERFORMANCE,
        ApiVersion.V2_5,
        (call, m) -> {
          call.require(m.entity(), ManagedObject.class, "entity");
          return List.of();
        });
    table.add(
        QueryPerfCounter.class,
        PERFORMANCE,
        ApiVersion.V2_5,
        (call, m) -> data(Counters.byKey(m.counterId(), call.api())));
    table.add(
        RetrieveAllPermissions.class,
        AUTHORIZATION,
        ApiVersion.V2_5,
        (call, m) -> List.of(permission(call)));
    table.add(
        RetrieveRolePermissions.class,
        AUTHORIZATION,
        ApiVersion.V2_5,
        (call, m) -> m.roleId() == ADMINISTRATOR ? List.of(permission(call)) : List.of());
    table.add(
        RetrieveEntityPermissions.class,
        AUTHORIZATION,
        ApiVersion.V2_5,
        ServiceMethods::permissions);
    table.add(
        GetAlarm.class,
        ALARMS,
        ApiVersion.V2_5,
        (call, m) -> {
          if (m.entity() != null) {
            call.require(m.entity(), ManagedEntity.class, "entity");
          }
          return List.of();
        });
    table.add(
        GetAlarmState.class,
        ALARMS,
        ApiVersion.V2_5,
        (call, m) -> {
          call.require(m.entity(), ManagedEntity.class, "entity");
          return List.of();
        });
    table.add(FindExtension.class, "ExtensionManager", ApiVersion.V2_5, (call, m) -> null);
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

  /** The one user of the host may do everything. */
  private static DataObject permission(Call call) {
    return ObjectBuilder.of("Permission", call.api())
        .put("entity", call.host().inventory().root().ref())
        .put("principal", call.host().config().userName())
        .put("group", false)
        .put("roleId", ADMINISTRATOR)
        .put("propagate", true)
        .build();
  }

  private static List<DataObject> permissions(Call call, RetrieveEntityPermissions method) {
    ManagedEntity entity = call.require(method.entity(), ManagedEntity.class, "entity");
    boolean own = entity.equals(call.host().inventory().root());
    return own || method.inherited() ? List.of(permission(call)) : List.of();
  }
}
