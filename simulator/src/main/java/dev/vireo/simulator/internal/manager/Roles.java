package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.access.AccessControl;
import dev.vireo.simulator.internal.access.StandardRoles;
import dev.vireo.simulator.internal.access.StandardRoles.Role;
import dev.vireo.simulator.internal.description.Descriptions;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/** The roles and privileges (VI API {@code AuthorizationManager}). */
final class Roles {

  private Roles() {}

  static FixedObject manager(ManagedObjectReference ref, AccessControl access) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("AuthorizationManager")
            .with("privilegeList", (manager, api) -> privilegeList(api))
            .with("roleList", (manager, api) -> roleList(access, api))
            .with("description", (manager, api) -> description(api))
            .build());
  }

  private static String group(String privilege) {
    return privilege.substring(0, privilege.lastIndexOf('.'));
  }

  private static ArrayOf privilegeList(ApiRelease api) {
    List<ObjectOf> list =
        StandardRoles.privileges().stream()
            .map(id ->
                ObjectBuilder.of("AuthorizationPrivilege", api)
                    .put("privId", id)
                    .put("onParent", false)
                    .put("name", id.substring(id.lastIndexOf('.') + 1))
                    .put("privGroupName", group(id))
                    .build())
            .toList();
    return new ArrayOf("AuthorizationPrivilege", list);
  }

  private static ArrayOf roleList(AccessControl access, ApiRelease api) {
    return new ArrayOf(
        "AuthorizationRole", access.roles().stream().map(role -> role(role, api)).toList());
  }

  private static ObjectOf role(Role role, ApiRelease api) {
    return ObjectBuilder.of("AuthorizationRole", api)
        .put("roleId", role.id())
        .put("system", role.id() < 0)
        .put("name", role.name())
        .put(
            "info",
            ObjectBuilder.of("Description", api)
                .put("label", role.label())
                .put("summary", role.summary())
                .build())
        .put("privilege", List.copyOf(role.privileges()))
        .build();
  }

  private static ObjectOf description(ApiRelease api) {
    List<ElementDescription> groups =
        StandardRoles.privileges().stream()
            .map(Roles::group)
            .distinct()
            .map(group -> Descriptions.element(group, group))
            .toList();
    List<ElementDescription> texts =
        StandardRoles.privileges().stream()
            .map(id -> Descriptions.element(id, StandardRoles.label(id)))
            .toList();
    return ObjectBuilder.of("AuthorizationDescription", api)
        .put("privilege", texts)
        .put("privilegeGroup", groups)
        .build();
  }
}
