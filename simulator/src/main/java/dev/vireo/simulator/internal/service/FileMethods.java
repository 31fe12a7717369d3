package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.host.ApiVersion;
import dev.vireo.simulator.internal.host.DatastoreBrowser;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** Looking for files on datastores. */
final class FileMethods {

  private static final HostDatastoreBrowserSearchSpec ALL =
      new HostDatastoreBrowserSearchSpec(List.of(), null, null, List.of(), null);

  private FileMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        SearchDatastore_Task.class, "HostDatastoreBrowser", ApiVersion.V2_5, FileMethods::search);
  }

  private static ManagedObjectReference search(Call call, SearchDatastore_Task method) {
    DatastoreBrowser browser = call.require(method.self(), DatastoreBrowser.class, "self");
    HostDatastoreBrowserSearchSpec asked = method.searchSpec();
    return call.host()
        .state()
        .write(() ->
            browser
                .search(
                    call.host(),
                    method.datastorePath(),
                    asked == null ? ALL : asked,
                    call.taskReason(method.self()),
                    call.taskFault())
                .ref());
  }
}
