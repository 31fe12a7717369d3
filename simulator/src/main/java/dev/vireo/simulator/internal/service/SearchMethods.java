package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.inventory.Search;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.FindAllByDnsName;
import dev.vireo.vim.methods.FindAllByIp;
import dev.vireo.vim.methods.FindAllByUuid;
import dev.vireo.vim.methods.FindByDatastorePath;
import dev.vireo.vim.methods.FindByDnsName;
import dev.vireo.vim.methods.FindByInventoryPath;
import dev.vireo.vim.methods.FindByIp;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.methods.FindChild;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finding objects. */
final class SearchMethods {

  private static final String INDEX = "SearchIndex";

  private SearchMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        FindByUuid.class,
        INDEX,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) ->
            first(allByUuid(call, m.datacenter(), m.uuid(), m.vmSearch(), m.instanceUuid())));
    table.add(
        FindAllByUuid.class,
        INDEX,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        (call, m) -> allByUuid(call, m.datacenter(), m.uuid(), m.vmSearch(), m.instanceUuid()));
    table.add(
        FindByIp.class,
        INDEX,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          Datacenter scope = scope(call, m.datacenter());
          return first(search(call, s -> s.byIp(scope, m.ip(), m.vmSearch())));
        });
    table.add(
        FindByDnsName.class,
        INDEX,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          Datacenter scope = scope(call, m.datacenter());
          return first(search(call, s -> s.byDnsName(scope, m.dnsName(), m.vmSearch())));
        });
    table.add(
        FindAllByIp.class,
        INDEX,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        (call, m) -> {
          Datacenter scope = scope(call, m.datacenter());
          return search(call, s -> s.byIp(scope, m.ip(), m.vmSearch()));
        });
    table.add(
        FindAllByDnsName.class,
        INDEX,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        (call, m) -> {
          Datacenter scope = scope(call, m.datacenter());
          return search(call, s -> s.byDnsName(scope, m.dnsName(), m.vmSearch()));
        });
    table.add(
        FindByDatastorePath.class,
        INDEX,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> {
          Datacenter scope = call.require(m.datacenter(), Datacenter.class, "datacenter");
          return ref(search(call, s -> s.atDatastorePath(scope, m.path())));
        });
    table.add(
        FindByInventoryPath.class,
        INDEX,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> ref(search(call, s -> s.atPath(m.inventoryPath()))));
    table.add(FindChild.class, INDEX, ApiRelease.V2_5, MethodTable.VIEW, SearchMethods::findChild);
  }

  private static <T extends @Nullable Object> T search(Call call, Function<Search, T> query) {
    return call.host().state().read(() -> query.apply(call.host().search()));
  }

  private static @Nullable Datacenter scope(Call call, @Nullable ManagedObjectReference ref) {
    return ref == null ? null : call.require(ref, Datacenter.class, "datacenter");
  }

  private static List<ManagedObjectReference> allByUuid(
      Call call,
      @Nullable ManagedObjectReference datacenter,
      String uuid,
      boolean vm,
      @Nullable Boolean instance) {
    Datacenter scope = scope(call, datacenter);
    // Hosts of API 2.5 know no instance UUIDs, and no such parameter.
    boolean byInstance =
        Boolean.TRUE.equals(instance) && call.host().product().api().has(ApiRelease.V4_0);
    return search(call, s -> s.byUuid(scope, uuid, vm, byInstance));
  }

  private static @Nullable ManagedObjectReference first(List<ManagedObjectReference> found) {
    return found.isEmpty() ? null : found.getFirst();
  }

  private static @Nullable ManagedObjectReference ref(@Nullable ManagedObject found) {
    return found == null ? null : found.ref();
  }

  private static @Nullable ManagedObjectReference findChild(Call call, FindChild method) {
    ManagedEntity parent = call.require(method.entity(), ManagedEntity.class, "entity");
    return ref(search(call, s -> Search.child(parent, method.name())));
  }
}
