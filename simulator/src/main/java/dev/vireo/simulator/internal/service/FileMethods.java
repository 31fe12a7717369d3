package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.datastore.DatastoreBrowser;
import dev.vireo.simulator.internal.datastore.DatastoreBrowser.Depth;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.SearchDatastoreSubFolders_Task;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking for files on datastores. */
final class FileMethods {

  private static final HostDatastoreBrowserSearchSpec ALL =
      new HostDatastoreBrowserSearchSpec(List.of(), null, null, List.of(), null);

  private FileMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        SearchDatastore_Task.class,
        "HostDatastoreBrowser",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> search(call, m.self(), m.datastorePath(), m.searchSpec(), Depth.FOLDER));
    table.add(
        SearchDatastoreSubFolders_Task.class,
        "HostDatastoreBrowser",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> search(call, m.self(), m.datastorePath(), m.searchSpec(), Depth.SUB_FOLDERS));
  }

  private static ManagedObjectReference search(
      Call call,
      ManagedObjectReference self,
      String path,
      @Nullable HostDatastoreBrowserSearchSpec asked,
      Depth depth) {
    DatastoreBrowser browser = call.require(self, DatastoreBrowser.class, "self");
    Datastore datastore = browser.datastore(path);
    call.requirePrivilege("Datastore.Browse", datastore == null ? self : datastore.ref());
    return call.host()
        .state()
        .write(() ->
            browser
                .search(
                    call.host(),
                    path,
                    asked == null ? ALL : asked,
                    depth,
                    call.taskReason(self),
                    call.taskFault())
                .ref());
  }
}
