package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.files.DiskDescriptorText;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the files of a machine, and what they take of their datastores. */
final class VmFiles {

  private static final String VMDK = ".vmdk";

  /**
   * A file of a machine.
   *
   * @param path where it is
   * @param type what the API calls it
   * @param content what it holds; null when it is gone
   * @param allocated what it takes of its datastore in bytes
   * @param disk key of the disk that it belongs to; -1 for none
   */
  private record VmFile(
      DatastorePath path, String type, @Nullable FileContent content, long allocated, int disk) {

    long size() {
      return content == null ? 0 : content.size();
    }
  }

  private VmFiles() {}

  private static List<VmFile> all(VirtualMachine vm) {
    List<VmFile> files = new ArrayList<>();
    add(files, vm, vm.definition().vmx(), "config", -1);
    String nvram = vm.definition().extra().get("nvram");
    if (nvram != null && !nvram.startsWith("/")) {
      addPresent(files, vm, vm.definition().vmx().sibling(nvram), "nvram");
    }
    addSnapshots(files, vm);
    Set<String> disks = new HashSet<>();
    addDisks(files, vm, vm.definition(), disks);
    vm.definition().snapshots().all().forEach(each -> addDisks(files, vm, each.state(), disks));
    return files;
  }

  /** The files of snapshots beside the disks. */
  private static void addSnapshots(List<VmFile> files, VirtualMachine vm) {
    addPresent(files, vm, SnapshotFiles.list(vm.definition()), "snapshotList");
    for (Snapshot each : vm.definition().snapshots().all()) {
      addPresent(files, vm, SnapshotFiles.data(vm.definition(), each), "snapshotData");
      DatastorePath memory = SnapshotFiles.memory(vm, each);
      if (memory != null) {
        addPresent(files, vm, memory, "snapshotMemory");
      }
    }
  }

  /** The disks of a machine, down to those that are whole. */
  private static void addDisks(
      List<VmFile> files, VirtualMachine vm, MachineDefinition machine, Set<String> known) {
    for (HardwareDevice disk : machine.devices("VirtualDisk")) {
      String name = disk.fileName();
      if (name == null) {
        continue;
      }
      for (String each : DiskChain.of(vm, name)) {
        DatastorePath path = vm.path(each);
        if (path != null && known.add(each)) {
          add(files, vm, path, "diskDescriptor", disk.key());
          if (path.path().endsWith(VMDK)) {
            add(files, vm, data(vm, path), "diskExtent", disk.key());
          }
        }
      }
    }
  }

  /** The file with the data of a disk. */
  private static DatastorePath data(VirtualMachine vm, DatastorePath disk) {
    DatastorePath delta =
        new DatastorePath(disk.datastore(), DiskDescriptorText.deltaExtent(disk.path()));
    Datastore datastore = vm.datastoreOf(disk.toString());
    return datastore != null && datastore.files().get(delta.path()) != null
        ? delta
        : new DatastorePath(disk.datastore(), DiskDescriptorText.extent(disk.path()));
  }

  /** Where all files are. */
  static List<DatastorePath> paths(VirtualMachine vm) {
    return all(vm).stream().map(VmFile::path).toList();
  }

  private static void addPresent(
      List<VmFile> into, VirtualMachine vm, DatastorePath path, String type) {
    Datastore datastore = vm.datastoreOf(path.toString());
    if (datastore != null && datastore.files().get(path.path()) != null) {
      add(into, vm, path, type, -1);
    }
  }

  private static void add(
      List<VmFile> into, VirtualMachine vm, DatastorePath path, String type, int disk) {
    Datastore datastore = vm.datastoreOf(path.toString());
    FileContent content = datastore == null ? null : datastore.files().get(path.path());
    long allocated = datastore == null ? 0 : datastore.files().allocated(path.path());
    into.add(new VmFile(path, type, content, allocated, disk));
  }

  /** The files by name only. */
  static ObjectOf layout(VirtualMachine vm, ApiRelease api) {
    List<ObjectOf> disks =
        vm.definition().devices("VirtualDisk").stream()
            .filter(disk -> disk.fileName() != null)
            .map(disk ->
                ObjectBuilder.of("VirtualMachineFileLayoutDiskLayout", api)
                    .put("key", disk.key())
                    .put("diskFile", bottomUp(vm, disk))
                    .build())
            .toList();
    return ObjectBuilder.of("VirtualMachineFileLayout", api)
        .put("configFile", List.of(vm.definition().vmx().fileName()))
        .put("disk", disks)
        .put("snapshot", snapshotLayout(vm, api))
        .build();
  }

  /** The disks that one is on top of and it itself, the whole one first. */
  private static List<String> bottomUp(VirtualMachine vm, HardwareDevice disk) {
    return DiskChain.of(vm, String.valueOf(disk.fileName())).reversed();
  }

  private static List<ObjectOf> snapshotLayout(VirtualMachine vm, ApiRelease api) {
    return vm.definition().snapshots().all().stream()
        .map(each -> {
          List<String> names =
              new ArrayList<>(List.of(SnapshotFiles.data(vm.definition(), each).fileName()));
          DatastorePath memory = SnapshotFiles.memory(vm, each);
          if (memory != null) {
            names.add(memory.fileName());
          }
          return ObjectBuilder.of("VirtualMachineFileLayoutSnapshotLayout", api)
              .put("key", VmSnapshots.ref(vm, each.id()))
              .put("snapshotFile", names)
              .build();
        })
        .toList();
  }

  /** The files with their sizes. */
  static ObjectOf layoutEx(VirtualMachine vm, ApiRelease api) {
    List<VmFile> files = all(vm);
    Map<String, Integer> keys = new LinkedHashMap<>();
    List<ObjectOf> shown = new ArrayList<>();
    for (int key = 0; key < files.size(); key++) {
      VmFile file = files.get(key);
      keys.put(file.path().toString(), key);
      shown.add(
          ObjectBuilder.of("VirtualMachineFileLayoutExFileInfo", api)
              .put("key", key)
              .put("name", file.path().toString())
              .put("type", file.type())
              .put("size", file.size())
              .put("uniqueSize", file.allocated())
              .put("accessible", true)
              .build());
    }
    return ObjectBuilder.of("VirtualMachineFileLayoutEx", api)
        .put("file", shown)
        .put("disk", diskLayout(vm, vm.definition(), keys, api))
        .put("snapshot", snapshotLayoutEx(vm, keys, api))
        .put("timestamp", vm.modified())
        .build();
  }

  private static List<ObjectOf> diskLayout(
      VirtualMachine vm, MachineDefinition machine, Map<String, Integer> keys, ApiRelease api) {
    return machine.devices("VirtualDisk").stream()
        .filter(disk -> disk.fileName() != null)
        .map(disk ->
            ObjectBuilder.of("VirtualMachineFileLayoutExDiskLayout", api)
                .put("key", disk.key())
                .put(
                    "chain",
                    bottomUp(vm, disk).stream().map(each -> unit(vm, each, keys, api)).toList())
                .build())
        .toList();
  }

  private static ObjectOf unit(
      VirtualMachine vm, String disk, Map<String, Integer> keys, ApiRelease api) {
    List<Integer> files = new ArrayList<>();
    DatastorePath path = vm.path(disk);
    for (String each : path == null ? List.of(disk) : List.of(disk, data(vm, path).toString())) {
      Integer key = keys.get(each);
      if (key != null) {
        files.add(key);
      }
    }
    return ObjectBuilder.of("VirtualMachineFileLayoutExDiskUnit", api)
        .put("fileKey", files)
        .build();
  }

  private static List<ObjectOf> snapshotLayoutEx(
      VirtualMachine vm, Map<String, Integer> keys, ApiRelease api) {
    return vm.definition().snapshots().all().stream()
        .map(each -> {
          DatastorePath memory = SnapshotFiles.memory(vm, each);
          String data = SnapshotFiles.data(vm.definition(), each).toString();
          return ObjectBuilder.of("VirtualMachineFileLayoutExSnapshotLayout", api)
              .put("key", VmSnapshots.ref(vm, each.id()))
              .put("dataKey", keys.getOrDefault(data, -1))
              .put("memoryKey", memory == null ? -1 : keys.getOrDefault(memory.toString(), -1))
              .put("disk", diskLayout(vm, each.state(), keys, api))
              .build();
        })
        .toList();
  }

  /**
   * What files take.
   *
   * @param committed bytes that they take now
   * @param uncommitted bytes that they may still come to take
   */
  record Usage(long committed, long uncommitted) {}

  /** What the machine takes of all datastores. */
  static Usage usage(VirtualMachine vm) {
    return usage(all(vm));
  }

  private static Usage usage(List<VmFile> files) {
    long committed = files.stream().mapToLong(VmFile::allocated).sum();
    long uncommitted =
        files.stream()
            .filter(file -> file.type().equals("diskExtent"))
            .mapToLong(file -> Math.max(0, file.size() - file.allocated()))
            .sum();
    return new Usage(committed, uncommitted);
  }

  /** What the machine takes of each datastore. */
  static ObjectOf storage(VirtualMachine vm, ApiRelease api) {
    List<VmFile> files = all(vm);
    List<ObjectOf> usages =
        vm.datastores().stream()
            .map(datastore -> {
              Usage usage =
                  usage(
                      files.stream()
                          .filter(file -> file.path().datastore().equals(datastore.name()))
                          .toList());
              return ObjectBuilder.of("VirtualMachineUsageOnDatastore", api)
                  .put("datastore", datastore.ref())
                  .put("committed", usage.committed())
                  .put("uncommitted", usage.uncommitted())
                  .put("unshared", usage.committed())
                  .build();
            })
            .toList();
    return ObjectBuilder.of("VirtualMachineStorageInfo", api)
        .put("perDatastoreUsage", usages)
        .put("timestamp", vm.modified())
        .build();
  }
}
