package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.access.AccessControl.Grant;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.vim.methods.FetchUserPrivilegeOnEntities;
import dev.vireo.vim.methods.HasPrivilegeOnEntities;
import dev.vireo.vim.methods.HasPrivilegeOnEntity;
import dev.vireo.vim.methods.HasUserPrivilegeOnEntities;
import dev.vireo.vim.methods.RetrieveAllPermissions;
import dev.vireo.vim.methods.RetrieveEntityPermissions;
import dev.vireo.vim.methods.RetrieveRolePermissions;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asking who may do what. */
final class AccessMethods {

  private static final String MANAGER = "AuthorizationManager";

  private AccessMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        RetrieveAllPermissions.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> permissions(call.host().access().grants()));
    table.add(
        RetrieveRolePermissions.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        AccessMethods::ofRole);
    table.add(
        RetrieveEntityPermissions.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        AccessMethods::ofEntity);
    table.add(
        HasPrivilegeOnEntity.class,
        MANAGER,
        ApiRelease.V5_0,
        MethodTable.VIEW,
        AccessMethods::onEntity);
    table.add(
        HasPrivilegeOnEntities.class,
        MANAGER,
        ApiRelease.V5_5,
        MethodTable.VIEW,
        (call, m) -> available(call, userOf(call, m.sessionId()), m.entity(), m.privId()));
    table.add(
        HasUserPrivilegeOnEntities.class,
        MANAGER,
        ApiRelease.V6_5,
        MethodTable.VIEW,
        (call, m) -> available(call, m.userName(), m.entities(), m.privId()));
    table.add(
        FetchUserPrivilegeOnEntities.class,
        MANAGER,
        ApiRelease.V6_5,
        MethodTable.VIEW,
        AccessMethods::fetch);
  }

  private static List<DataObject> permissions(List<Grant> grants) {
    return grants.stream().<DataObject>map(Grant::permission).toList();
  }

  private static List<DataObject> ofRole(Call call, RetrieveRolePermissions method) {
    return permissions(
        call.host().access().grants().stream()
            .filter(grant -> grant.role().id() == method.roleId())
            .toList());
  }

  private static List<DataObject> ofEntity(Call call, RetrieveEntityPermissions method) {
    ManagedEntity entity = call.require(method.entity(), ManagedEntity.class, "entity");
    SimulatedHost host = call.host();
    return permissions(host.state().read(() -> host.access().on(entity, method.inherited())));
  }

  /** The user of the session with a key. */
  private static String userOf(Call call, String key) {
    return call.sessions().open().stream()
        .map(Session::identity)
        .filter(session -> session.key().equals(key))
        .map(Session.Identity::userName)
        .findFirst()
        .orElseThrow(() -> Faults.invalidArgument("sessionId"));
  }

  /** An object outside of the tree counts as its root. */
  private static @Nullable ManagedEntity entity(Call call, ManagedObjectReference ref) {
    ManagedObject object = call.find(ref);
    if (object == null) {
      throw Faults.objectNotFound(ref);
    }
    return object instanceof ManagedEntity entity ? entity : null;
  }

  private static List<Boolean> onEntity(Call call, HasPrivilegeOnEntity method) {
    String user = userOf(call, method.sessionId());
    ManagedEntity entity = entity(call, method.entity());
    SimulatedHost host = call.host();
    return host.state()
        .read(() ->
            method.privId().stream()
                .map(privilege -> host.access().holds(user, entity, privilege))
                .toList());
  }

  private static List<DataObject> available(
      Call call, String user, List<ManagedObjectReference> entities, List<String> privileges) {
    SimulatedHost host = call.host();
    return host.state()
        .read(() ->
            entities.stream()
                .map(ref -> {
                  ManagedEntity entity = entity(call, ref);
                  List<? extends DataObject> each =
                      privileges.stream()
                          .map(privilege ->
                              ObjectBuilder.of("PrivilegeAvailability", call.api())
                                  .put("privId", privilege)
                                  .put("isGranted", host.access().holds(user, entity, privilege))
                                  .build())
                          .toList();
                  return (DataObject)
                      ObjectBuilder.of("EntityPrivilege", call.api())
                          .put("entity", ref)
                          .put("privAvailability", each)
                          .build();
                })
                .toList());
  }

  private static List<DataObject> fetch(Call call, FetchUserPrivilegeOnEntities method) {
    SimulatedHost host = call.host();
    return host.state()
        .read(() ->
            method.entities().stream()
                .map(ref ->
                    (DataObject)
                        ObjectBuilder.of("UserPrivilegeResult", call.api())
                            .put("entity", ref)
                            .put(
                                "privileges",
                                List.copyOf(
                                    host.access().privileges(method.userName(), entity(call, ref))))
                            .build())
                .toList());
  }
}
