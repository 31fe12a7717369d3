package dev.vireo.internal.esx.storage;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.task.RunningTasks;
import dev.vireo.internal.esx.task.TaskEnd;
import dev.vireo.spi.StorageTable;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.Patience;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.methods.DeleteVirtualDisk_Task;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.DatastorePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Virtual disks on the datastores of a host. */
public final class VirtualDisks implements StorageTable {

  private static final String DELETE = "virStorageVolDelete";
  private static final String DESCRIPTION = "VirtualDiskManager.deleteVirtualDisk";

  /** The host may be about to begin: so often it is looked at, with pauses. */
  private static final int LOOKS = 3;

  private final HostContext host;

  /** On a host. */
  public VirtualDisks(HostContext host) {
    this.host = host;
  }

  @Override
  public void deleteVolume(String path, TaskOptions options) {
    Attempt attempt = Attempt.onHost(DELETE, "Could not delete volume", path);
    DatastorePath disk = DatastorePath.parse(path);
    ManagedObjectReference manager = host.client().serviceContent().virtualDiskManager();
    if (manager == null) {
      throw Unsupported.function(ErrorDomain.STORAGE, DELETE);
    }
    if (disk == null || disk.path().isEmpty()) {
      throw attempt.error(
          ErrorCode.INVALID_ARG,
          "Datastore path '" + path + "' doesn't have expected format '[<datastore>] <path>'",
          null);
    }
    attempt.run(() -> new Deletion(disk, path, attempt).carryOut(manager, options));
  }

  /** One deletion. */
  private final class Deletion {

    private final DatastorePath disk;
    private final String path;
    private final Attempt attempt;
    private final List<ObjectProperties> datacenters;

    Deletion(DatastorePath disk, String path, Attempt attempt) {
      this.disk = disk;
      this.path = path;
      this.attempt = attempt;
      this.datacenters =
          host.scope() instanceof HostScope.Managed
              ? List.of()
              : host.client()
                  .propertyCollector()
                  .retrieve(host.scope().addDatacenter(new PropertyFilter()).build());
    }

    private @Nullable ManagedObjectReference datacenter() {
      ManagedObjectReference known = host.scope().datacenter();
      return known != null
          ? known
          : datacenters.stream()
              .map(ObjectProperties::object)
              .filter(each -> each.type().equals(HostScope.DATACENTER))
              .findFirst()
              .orElse(null);
    }

    void carryOut(ManagedObjectReference manager, TaskOptions options) {
      try {
        await(host.client().call(new DeleteVirtualDisk_Task(manager, path, datacenter())), options);
      } catch (VimException e) {
        if (!e.mayHaveTakenEffect()) {
          throw e;
        }
        requireGone(e, options);
      }
    }

    private void await(ManagedObjectReference task, TaskOptions options) {
      TaskWait wait =
          TaskWait.of("delete")
              .withTimeout(options.timeout())
              .withProgress(options.progress())
              .withCancelled(options.cancelled());
      try {
        host.client().tasks().await(task, wait);
      } catch (TaskAbandonedException e) {
        switch (e.reason()) {
          case TIMED_OUT -> throw TaskEnd.timedOut(e, attempt, options);
          case CANCELLED -> throw TaskEnd.cancelled(e, attempt);
          case QUESTION -> throw unknown(e);
          case LOST -> requireGone(e.getCause() instanceof VimException cause ? cause : e, options);
        }
      }
    }

    /** Looks for the disk, after an answer was lost. */
    private void requireGone(VimException lost, TaskOptions options) {
      Patience patience = new Patience(LOOKS);
      while (!lost.isGivenUp() && patience.spend()) {
        try {
          host.client().pause(patience.pause());
          RunningTasks.awaitAll(
              host.client(), RunningTasks.of(host.client(), DESCRIPTION), options);
          if (new DatastoreFiles(host.client()).status(file()) == null) {
            return;
          }
        } catch (VimException e) {
          lost.addSuppressed(e);
        }
      }
      throw unknown(lost);
    }

    private DatastoreFile file() {
      return new DatastoreFile(
          host.scope().datacenterPath(datacenters), disk.datastore(), disk.path());
    }

    private LibvirtException unknown(VimException lost) {
      return attempt.givenUp(
          ErrorCode.RPC,
          "Whether the volume '"
              + path
              + "' was deleted is unknown: "
              + lost.getMessage()
              + " The host may have done it, or may yet do so",
          false,
          lost);
    }
  }
}
