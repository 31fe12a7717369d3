package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.description.Descriptions;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ElementDescription;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The standard roles and privileges (VI API {@code AuthorizationManager}). */
final class Roles {

  private Roles() {}

  static FixedObject manager(ManagedObjectReference ref) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("AuthorizationManager")
            .with("privilegeList", (manager, api) -> privilegeList(api))
            .with("roleList", (manager, api) -> roleList(api))
            .with("description", (manager, api) -> description(api))
            .build());
  }

  /** Identifiers of all privileges and what they are called. */
  private static Map<String, String> privileges() {
    Map<String, String> privileges = new LinkedHashMap<>();
    Descriptions.table("privileges.txt").forEach(row -> privileges.put(row.get(0), row.get(1)));
    return privileges;
  }

  private static String group(String privilege) {
    return privilege.substring(0, privilege.lastIndexOf('.'));
  }

  private static ArrayOf privilegeList(ApiVersion api) {
    List<ObjectOf> list =
        privileges().keySet().stream()
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

  private static ArrayOf roleList(ApiVersion api) {
    List<String> all = List.copyOf(privileges().keySet());
    List<ObjectOf> roles =
        Descriptions.table("roles.txt").stream()
            .map(row -> role(row, all.stream().filter(pattern(row.get(4))).toList(), api))
            .toList();
    return new ArrayOf("AuthorizationRole", roles);
  }

  /** Which privileges a role has: those that begin with one of several words, or all. */
  private static Predicate<String> pattern(String words) {
    List<String> beginnings = List.of(words.split(" "));
    return privilege ->
        beginnings.contains("*")
            || beginnings.contains(privilege)
            || beginnings.stream()
                .anyMatch(word -> word.endsWith(".") && privilege.startsWith(word));
  }

  private static ObjectOf role(List<String> row, List<String> privileges, ApiVersion api) {
    int id = Integer.parseInt(row.get(0));
    return ObjectBuilder.of("AuthorizationRole", api)
        .put("roleId", id)
        .put("system", id < 0)
        .put("name", row.get(1))
        .put(
            "info",
            ObjectBuilder.of("Description", api)
                .put("label", row.get(2))
                .put("summary", row.get(3))
                .build())
        .put("privilege", privileges)
        .build();
  }

  private static ObjectOf description(ApiVersion api) {
    Map<String, String> privileges = privileges();
    List<ElementDescription> groups =
        privileges.keySet().stream()
            .map(Roles::group)
            .distinct()
            .map(group -> Descriptions.element(group, group))
            .toList();
    List<ElementDescription> texts =
        privileges.entrySet().stream()
            .map(entry -> Descriptions.element(entry.getKey(), entry.getValue()))
            .toList();
    return ObjectBuilder.of("AuthorizationDescription", api)
        .put("privilege", texts)
        .put("privilegeGroup", groups)
        .build();
  }
}
