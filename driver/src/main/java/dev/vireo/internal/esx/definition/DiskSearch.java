package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.FileInfo;
import dev.vireo.vim.types.HostDatastoreBrowserSearchResults;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VmDiskFileInfo;
import dev.vireo.vim.types.VmDiskFileQuery;
import dev.vireo.vim.types.VmDiskFileQueryFlags;
import dev.vireo.vmx.DatastorePath;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which SCSI controller a disk was made for, by a search on its datastore ({@code
 * esxAutodetectSCSIControllerModel}).
 */
final class DiskSearch implements Function<String, @Nullable String> {

  private static final VmDiskFileQueryFlags CONTROLLER_ONLY =
      new VmDiskFileQueryFlags(false, false, false, true, null, null, null);

  private final VimClient client;
  private final Supplier<HostDatastores> datastores;

  DiskSearch(VimClient client, Supplier<HostDatastores> datastores) {
    this.client = client;
    this.datastores = datastores;
  }

  /**
   * The model in libvirt's words.
   *
   * @param path the disk, {@code [datastore] dir/disk.vmdk}
   * @return null for a file outside of datastores
   * @throws LibvirtException {@link ErrorCode#NO_STORAGE_VOL} when there is no such disk, {@link
   *     ErrorCode#INTERNAL_ERROR} when it was made for another kind of controller
   */
  @Override
  public @Nullable String apply(String path) {
    DatastorePath disk = DatastorePath.parse(path, () -> datastores.get().names());
    if (disk == null) {
      return null;
    }
    ManagedObjectReference browser = datastores.get().browsers().get(disk.datastore());
    if (browser == null) {
      throw EsxError.of(
          ErrorCode.INTERNAL_ERROR,
          "Could not find datastore with name '" + disk.datastore() + "'");
    }
    String controller = search(browser, disk);
    if (controller == null) {
      throw EsxError.of(
          ErrorCode.NO_STORAGE_VOL, "No storage volume with key or path '" + path + "'");
    }
    return switch (controller) {
      case "VirtualBusLogicController" -> "buslogic";
      case "VirtualLsiLogicController" -> "lsilogic";
      case "VirtualLsiLogicSASController" -> "lsisas1068";
      case "ParaVirtualSCSIController" -> "vmpvscsi";
      default ->
          throw EsxError.of(
              ErrorCode.INTERNAL_ERROR,
              "Found unexpected controller model '" + controller + "' for disk '" + path + "'");
    };
  }

  /** The VI name of the controller's type; null when there is no such disk. */
  private @Nullable String search(ManagedObjectReference browser, DatastorePath disk) {
    HostDatastoreBrowserSearchSpec spec =
        new HostDatastoreBrowserSearchSpec(
            List.of(new VmDiskFileQuery(null, CONTROLLER_ONLY)),
            null,
            null,
            List.of(disk.fileName()),
            null);
    String folder = new DatastorePath(disk.datastore(), disk.directory()).toString();
    ManagedObjectReference task = client.call(new SearchDatastore_Task(browser, folder, spec));
    HostDatastoreBrowserSearchResults results = results(task);
    for (FileInfo file : results == null ? List.<FileInfo>of() : results.file()) {
      if (file instanceof VmDiskFileInfo found && found.path().equals(disk.fileName())) {
        String controller = found.controllerType();
        return controller == null ? "unknown" : controller;
      }
    }
    return null;
  }

  /** What a search found; null when there is no such folder. */
  private @Nullable HostDatastoreBrowserSearchResults results(ManagedObjectReference task) {
    try {
      Object result = client.tasks().await(task, TaskWait.of("SearchDatastore_Task"));
      if (result instanceof HostDatastoreBrowserSearchResults found) {
        return found;
      }
      throw EsxError.of(
          ErrorCode.INTERNAL_ERROR, "The search of a datastore ended without a result");
    } catch (TaskFailedException e) {
      if (e.faultName().equals("FileNotFound")) {
        return null;
      }
      throw e;
    }
  }
}
