package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.Task.Order;
import dev.vireo.simulator.internal.task.TaskWork;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vim.types.TaskReason;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for files on one or several datastores (VI API {@code HostDatastoreBrowser}). */
public final class DatastoreBrowser extends ManagedObject {

  private static final PropertyTable<DatastoreBrowser> PROPERTIES =
      PropertyTable.<DatastoreBrowser>of("HostDatastoreBrowser")
          .with(
              "datastore",
              (browser, api) ->
                  ArrayOf.references(
                      browser.datastores.get().stream().map(ManagedObject::ref).toList()))
          .build();

  private static final String RESULTS = "HostDatastoreBrowserSearchResults";

  /** How far a search goes. */
  public enum Depth {
    FOLDER("SearchDatastore_Task", "DatastoreBrowser.searchDatastore"),
    SUB_FOLDERS("SearchDatastoreSubFolders_Task", "DatastoreBrowser.searchDatastoreSubFolders");

    private final String method;
    private final String descriptionId;

    Depth(String method, String descriptionId) {
      this.method = method;
      this.descriptionId = descriptionId;
    }
  }

  private final Supplier<List<Datastore>> datastores;

  private DatastoreBrowser(ManagedObjectReference ref, Supplier<List<Datastore>> datastores) {
    super(ref);
    this.datastores = datastores;
  }

  /** A browser that belongs to an object. */
  public static DatastoreBrowser of(ManagedObject owner, Supplier<List<Datastore>> datastores) {
    return new DatastoreBrowser(
        new ManagedObjectReference(
            "HostDatastoreBrowser", "datastoreBrowser-" + owner.ref().value()),
        datastores);
  }

  /** The datastore that a path is on; null when it is none of these. */
  public @Nullable Datastore datastore(String path) {
    List<Datastore> all = datastores.get();
    DatastorePath parsed =
        DatastorePath.parse(path, () -> all.stream().map(Datastore::name).toList());
    return all.stream()
        .filter(each -> parsed != null && each.name().equals(parsed.datastore()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Queues a search. Under {@link HostState#write}.
   *
   * @param path datastore path of the folder
   * @param spec what to look for
   * @throws RaisedFault {@code InvalidArgument} when the path is not one of these datastores
   */
  public Task search(
      SimulatedHost host,
      String path,
      HostDatastoreBrowserSearchSpec spec,
      Depth depth,
      TaskReason reason,
      @Nullable RaisedFault destiny) {
    List<Datastore> all = datastores.get();
    DatastorePath parsed =
        DatastorePath.parse(path, () -> all.stream().map(Datastore::name).toList());
    DatastorePath folder = parsed == null ? null : parsed.normalized();
    if (folder == null) {
      throw Faults.invalidArgument("datastorePath");
    }
    Datastore datastore =
        all.stream()
            .filter(each -> each.name().equals(folder.datastore()))
            .findFirst()
            .orElseThrow(() -> Faults.invalidArgument("datastorePath"));
    ApiRelease api = host.product().api();
    FileSearch search = new FileSearch(spec, api);
    Order order = new Order(depth.method, depth.descriptionId, datastore, reason, true);
    TaskWork work =
        new TaskWork() {
          @Override
          public void begin(Task task) {
            if (!datastore.files().isDirectory(folder.path())) {
              throw Faults.fileNotFound(path);
            }
          }

          @Override
          public Object finish(Instant now) {
            if (depth == Depth.FOLDER) {
              return results(datastore, folder, search, api);
            }
            List<ObjectOf> all = new ArrayList<>();
            collect(datastore, folder, search, api, all);
            return new ArrayOf(RESULTS, all);
          }
        };
    return host.tasks().start(order, work, destiny);
  }

  private static ObjectOf results(
      Datastore datastore, DatastorePath folder, FileSearch search, ApiRelease api) {
    return ObjectBuilder.of(RESULTS, api)
        .put("datastore", datastore.ref())
        .put("folderPath", folder.toString())
        .put("file", search.in(datastore.files(), folder.path()))
        .build();
  }

  private static void collect(
      Datastore datastore,
      DatastorePath folder,
      FileSearch search,
      ApiRelease api,
      List<ObjectOf> into) {
    into.add(results(datastore, folder, search, api));
    FileStore files = datastore.files();
    for (String name : files.list(folder.path())) {
      if (name.endsWith("/")) {
        collect(datastore, folder.below(name.substring(0, name.length() - 1)), search, api, into);
      }
    }
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
