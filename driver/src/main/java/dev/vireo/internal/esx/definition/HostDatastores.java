package dev.vireo.internal.esx.definition;

import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.DatastoreHostMount;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The datastores of the host and its version, as they were at one moment.
 *
 * @param hostVersion version of the host's product, such as {@code 8.0.3}; behind a vCenter it may
 *     be older than the vCenter's
 * @param datastores names and mount paths
 * @param browsers what searches a datastore, by its name
 */
record HostDatastores(
    @Nullable String hostVersion,
    List<Datastore> datastores,
    Map<String, ManagedObjectReference> browsers) {

  private static final String VERSION = "config.product.version";
  private static final String NAME = "name";
  private static final String MOUNTS = "host";
  private static final String BROWSER = "browser";

  /** What is read of the host. */
  static final List<String> HOST_PATHS = List.of(VERSION);

  /** What is read of each datastore. */
  static final List<String> PATHS = List.of(NAME, MOUNTS, BROWSER);

  private static final char SEPARATOR = '/';

  /** Reads them: one request, whatever their number. */
  static HostDatastores read(HostQueries queries) {
    return of(queries.datastores(HOST_PATHS, PATHS));
  }

  /** Those among what was found, and the host among them. */
  static HostDatastores of(List<ObjectProperties> found) {
    ObjectProperties host =
        found.stream()
            .filter(each -> each.object().type().equals(HostQueries.HOST))
            .findFirst()
            .orElseThrow();
    List<Datastore> datastores = new ArrayList<>();
    Map<String, ManagedObjectReference> browsers = new LinkedHashMap<>();
    for (ObjectProperties each : found) {
      if (!each.object().type().equals(HostQueries.DATASTORE)) {
        continue;
      }
      String name = InventoryName.unescape(each.get(NAME, String.class));
      datastores.add(new Datastore(name, mountPath(each, host.object())));
      ManagedObjectReference browser = each.find(BROWSER, ManagedObjectReference.class);
      if (browser != null) {
        browsers.put(name, browser);
      }
    }
    return new HostDatastores(host.find(VERSION, String.class), datastores, browsers);
  }

  /** The names of all datastores. */
  List<String> names() {
    return datastores.stream().map(Datastore::name).toList();
  }

  /** Where the host has mounted a datastore; null when it has not, or does not say. */
  private static @Nullable String mountPath(
      ObjectProperties datastore, ManagedObjectReference host) {
    for (DatastoreHostMount mount : datastore.list(MOUNTS, DatastoreHostMount.class)) {
      if (mount.key().equals(host)) {
        String path = mount.mountInfo().path();
        return path == null || path.length() < 2 ? path : withoutLastSeparator(path);
      }
    }
    return null;
  }

  private static String withoutLastSeparator(String path) {
    int last = path.length() - 1;
    return path.charAt(last) == SEPARATOR ? path.substring(0, last) : path;
  }
}
