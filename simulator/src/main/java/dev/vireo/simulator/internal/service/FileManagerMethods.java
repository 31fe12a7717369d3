package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.datastore.FileMoves;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.methods.CopyDatastoreFile_Task;
import dev.vireo.vim.methods.DeleteDatastoreFile_Task;
import dev.vireo.vim.methods.MakeDirectory;
import dev.vireo.vim.methods.MoveDatastoreFile_Task;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files and directories of datastores: made, moved, copied and deleted. */
final class FileManagerMethods {

  private static final String MANAGER = "FileManager";
  private static final String PRIVILEGE = "Datastore.FileManagement";

  private FileManagerMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        MakeDirectory.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        FileManagerMethods::makeDirectory);
    table.add(
        DeleteDatastoreFile_Task.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        FileManagerMethods::delete);
    table.add(
        MoveDatastoreFile_Task.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        FileManagerMethods::move);
    table.add(
        CopyDatastoreFile_Task.class,
        MANAGER,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        FileManagerMethods::copy);
  }

  /**
   * The place that a path leads to, on which the user may work.
   *
   * @param datacenter where its datastore is; null on a host, which has one
   */
  static FileMoves.Place place(
      Call call, String path, @Nullable ManagedObjectReference datacenter) {
    if (datacenter == null && call.host().product().isVcenter()) {
      throw Faults.invalidArgument("datacenter");
    }
    Datacenter scope =
        datacenter == null
            ? call.host().inventory().datacenters().iterator().next()
            : call.require(datacenter, Datacenter.class, "datacenter");
    List<Datastore> all = scope.datastores();
    DatastorePath parsed =
        DatastorePath.parse(path, () -> all.stream().map(Datastore::name).toList());
    DatastorePath normal = parsed == null ? null : parsed.normalized();
    for (Datastore each : all) {
      if (normal != null && each.name().equals(normal.datastore())) {
        call.requirePrivilege(PRIVILEGE, each.ref());
        return new FileMoves.Place(each, normal);
      }
    }
    throw MachineFaults.invalidPath(path);
  }

  private static @Nullable ManagedObjectReference either(
      @Nullable ManagedObjectReference first, @Nullable ManagedObjectReference second) {
    return first == null ? second : first;
  }

  private static @Nullable Void makeDirectory(Call call, MakeDirectory method) {
    FileMoves.Place place = place(call, method.name(), method.datacenter());
    boolean parents = Boolean.TRUE.equals(method.createParentDirectories());
    call.host().state().write(() -> FileMoves.makeDirectory(place, parents));
    return null;
  }

  private static ManagedObjectReference start(
      Call call, String name, FileMoves.Place place, Consumer<Instant> action) {
    return call.start(
        name + "_Task",
        "FileManager." + Character.toLowerCase(name.charAt(0)) + name.substring(1),
        place.datastore(),
        now -> {
          action.accept(now);
          return null;
        });
  }

  private static ManagedObjectReference delete(Call call, DeleteDatastoreFile_Task method) {
    FileMoves.Place place = place(call, method.name(), method.datacenter());
    return start(call, "DeleteDatastoreFile", place, now -> FileMoves.delete(place));
  }

  private static ManagedObjectReference move(Call call, MoveDatastoreFile_Task method) {
    FileMoves.Place from = place(call, method.sourceName(), method.sourceDatacenter());
    FileMoves.Place to =
        place(
            call,
            method.destinationName(),
            either(method.destinationDatacenter(), method.sourceDatacenter()));
    boolean force = Boolean.TRUE.equals(method.force());
    return start(call, "MoveDatastoreFile", from, now -> FileMoves.move(from, to, force));
  }

  private static ManagedObjectReference copy(Call call, CopyDatastoreFile_Task method) {
    FileMoves.Place from = place(call, method.sourceName(), method.sourceDatacenter());
    FileMoves.Place to =
        place(
            call,
            method.destinationName(),
            either(method.destinationDatacenter(), method.sourceDatacenter()));
    boolean force = Boolean.TRUE.equals(method.force());
    return start(
        call,
        "CopyDatastoreFile",
        from,
        now -> FileMoves.copy(from, to, force, call.host().uploadSpace(), now));
  }
}
