package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.datastore.DiskFiles;
import dev.vireo.simulator.internal.datastore.FileMoves;
import dev.vireo.simulator.internal.definition.FileOrder;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.DeleteVirtualDisk_Task;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** Virtual disks that belong to no machine. */
final class VirtualDiskMethods {

  private VirtualDiskMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        DeleteVirtualDisk_Task.class,
        "VirtualDiskManager",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        VirtualDiskMethods::delete);
  }

  private static ManagedObjectReference delete(Call call, DeleteVirtualDisk_Task method) {
    FileMoves.Place place = FileManagerMethods.place(call, method.name(), method.datacenter());
    return call.start(
        "DeleteVirtualDisk_Task",
        "VirtualDiskManager.deleteVirtualDisk",
        place.datastore(),
        now -> {
          if (place.datastore().files().get(place.path().path()) == null) {
            throw Faults.fileNotFound(place.toString());
          }
          new DiskFiles(path -> place.path(), name -> place.datastore())
              .carryOut(List.of(new FileOrder.Destroy(place.toString())), now);
          return null;
        });
  }
}
