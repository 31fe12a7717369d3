package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.files.DiskDescriptorText;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    for (HardwareDevice disk : vm.definition().devices("VirtualDisk")) {
      String name = disk.fileName();
      DatastorePath path = name == null ? null : vm.path(name);
      if (path != null) {
        add(files, vm, path, "diskDescriptor", disk.key());
        if (path.path().endsWith(VMDK)) {
          DatastorePath extent =
              new DatastorePath(path.datastore(), DiskDescriptorText.extent(path.path()));
          add(files, vm, extent, "diskExtent", disk.key());
        }
      }
    }
    return files;
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
                    .put("diskFile", List.of(String.valueOf(disk.fileName())))
                    .build())
            .toList();
    return ObjectBuilder.of("VirtualMachineFileLayout", api)
        .put("configFile", List.of(vm.definition().vmx().fileName()))
        .put("disk", disks)
        .build();
  }

  /** The files with their sizes. */
  static ObjectOf layoutEx(VirtualMachine vm, ApiRelease api) {
    List<VmFile> files = all(vm);
    List<ObjectOf> shown = new ArrayList<>();
    Map<Integer, List<Integer>> disks = new LinkedHashMap<>();
    for (int key = 0; key < files.size(); key++) {
      VmFile file = files.get(key);
      shown.add(
          ObjectBuilder.of("VirtualMachineFileLayoutExFileInfo", api)
              .put("key", key)
              .put("name", file.path().toString())
              .put("type", file.type())
              .put("size", file.size())
              .put("uniqueSize", file.allocated())
              .put("accessible", true)
              .build());
      if (file.disk() >= 0) {
        disks.computeIfAbsent(file.disk(), disk -> new ArrayList<>()).add(key);
      }
    }
    return ObjectBuilder.of("VirtualMachineFileLayoutEx", api)
        .put("file", shown)
        .put(
            "disk",
            disks.entrySet().stream()
                .map(disk -> chain(disk.getKey(), disk.getValue(), api))
                .toList())
        .put("timestamp", vm.modified())
        .build();
  }

  private static ObjectOf chain(int disk, List<Integer> files, ApiRelease api) {
    ObjectOf unit =
        ObjectBuilder.of("VirtualMachineFileLayoutExDiskUnit", api).put("fileKey", files).build();
    return ObjectBuilder.of("VirtualMachineFileLayoutExDiskLayout", api)
        .put("key", disk)
        .put("chain", List.of(unit))
        .build();
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
