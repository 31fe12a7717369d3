package dev.vireo.internal.esx.migration;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a migration URI leads to.
 *
 * @param through a host of the vCenter
 * @param attempt the migration
 */
record Destination(HostContext through, Attempt attempt) {

  private static final String NAME = "summary.name";
  private static final String ACCESSIBLE = "summary.accessible";
  private static final String FREE = "summary.freeSpace";

  /**
   * The target: no request where the files stay, else one.
   *
   * @param withFiles whether the files move, even if no datastore is named
   * @throws LibvirtException {@link ErrorCode#NO_STORAGE_POOL} when the host does not have the
   *     datastore
   */
  MachineMove.Target target(MigrationUri uri, boolean withFiles) {
    ManagedObjectReference host = new ManagedObjectReference(HostQueries.HOST, uri.host());
    return new MachineMove.Target(
        host,
        new ManagedObjectReference("ResourcePool", uri.pool()),
        uri.datastore() == null && !withFiles ? null : datastore(host, uri.datastore()));
  }

  private ManagedObjectReference datastore(ManagedObjectReference host, @Nullable String name) {
    HostQueries queries = new HostQueries(through.client(), new HostScope.Located(host));
    List<ObjectProperties> found =
        attempt
            .get(() -> queries.datastores(List.of("name"), List.of(NAME, ACCESSIBLE, FREE)))
            .stream()
            .filter(each -> each.object().type().equals(HostQueries.DATASTORE))
            .filter(each -> each.get(ACCESSIBLE, Boolean.class))
            .toList();
    return found.stream()
        .filter(each -> name == null || InventoryName.matches(nameOf(each), name))
        .max(Comparator.comparingLong(each -> each.get(FREE, Number.class).longValue()))
        .orElseThrow(() -> noDatastore(name, found))
        .object();
  }

  private static String nameOf(ObjectProperties datastore) {
    return datastore.get(NAME, String.class);
  }

  private static LibvirtException noDatastore(@Nullable String name, List<ObjectProperties> found) {
    String there =
        found.stream()
            .map(each -> "'" + InventoryName.unescape(nameOf(each)) + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    return EsxError.builder(
            ErrorCode.NO_STORAGE_POOL,
            name == null
                ? "The destination has no datastore that can be used"
                : "The destination has no datastore '" + name + "' that can be used")
        .operation(DomainMigration.PERFORM)
        .hint(there.isEmpty() ? "the user may not be allowed to see any" : "it has " + there)
        .build();
  }
}
