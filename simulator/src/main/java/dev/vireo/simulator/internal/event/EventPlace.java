package dev.vireo.simulator.internal.event;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.inventory.ComputeResource;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an event happened: the entities as they were then, since machines come and go.
 *
 * @param entities entities by what the API calls their role, such as {@code vm}
 * @param around the entity that the event is about, the one that it lies in second, and all others
 *     that it lies in or runs on
 */
record EventPlace(List<Named> entities, List<ManagedObjectReference> around) {

  /**
   * An entity in an event.
   *
   * @param role the member that names it
   * @param type VI type of the value of that member
   * @param name its name
   * @param ref its reference
   */
  record Named(String role, String type, String name, ManagedObjectReference ref) {}

  /**
   * The place of an event.
   *
   * @param entity what it is about; null for nothing in the inventory
   * @param root the root folder, where such an event counts
   */
  static EventPlace of(@Nullable ManagedEntity entity, ManagedObjectReference root) {
    if (entity == null) {
      return new EventPlace(List.of(), List.of(root));
    }
    List<Named> entities = new ArrayList<>();
    Set<ManagedObjectReference> around = new LinkedHashSet<>();
    climb(entity, around);
    @Nullable HostSystem host =
        switch (entity) {
          case VirtualMachine vm -> vm.place().host();
          case HostSystem itself -> itself;
          default -> null;
        };
    if (entity instanceof VirtualMachine vm) {
      entities.add(new Named("vm", "VmEventArgument", vm.name(), vm.ref()));
    }
    if (host != null) {
      climb(host, around);
      entities.add(new Named("host", "HostEventArgument", host.name(), host.ref()));
    }
    add(
        entities,
        "computeResource",
        "ComputeResourceEventArgument",
        host == null ? entity : host.parent());
    add(entities, "datacenter", "DatacenterEventArgument", entity.datacenter());
    add(entities, "ds", "DatastoreEventArgument", entity);
    return new EventPlace(List.copyOf(entities), List.copyOf(around));
  }

  private static void climb(ManagedEntity entity, Set<ManagedObjectReference> into) {
    for (ManagedEntity each = entity; each != null; each = each.parent()) {
      into.add(each.ref());
    }
  }

  private static void add(
      List<Named> into, String role, String type, @Nullable ManagedEntity entity) {
    boolean fits =
        switch (role) {
          case "computeResource" -> entity instanceof ComputeResource;
          case "ds" -> entity instanceof Datastore;
          default -> entity != null;
        };
    if (entity != null && fits) {
      into.add(new Named(role, type, entity.name(), entity.ref()));
    }
  }

  /** What stands in texts for the entities, such as {@code vm.name}. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    entities.forEach(entity -> names.put(entity.role() + ".name", entity.name()));
    return names;
  }

  /** Sets the members that name the entities. */
  void describe(ObjectBuilder event, ApiRelease api) {
    for (Named entity : entities) {
      event.put(entity.role(), argument(entity, api));
    }
  }

  private static ObjectOf argument(Named entity, ApiRelease api) {
    String member = entity.role().equals("ds") ? "datastore" : entity.role();
    return ObjectBuilder.of(entity.type(), api)
        .put("name", entity.name())
        .put(member, entity.ref())
        .build();
  }
}
