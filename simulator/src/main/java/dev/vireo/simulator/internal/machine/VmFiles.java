package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vmx.DatastorePath;
import java.util.List;

/** Shows the files of a machine, and what they take of their datastore. */
final class VmFiles {

  private static final int CONFIG_KEY = 0;
  private static final int DESCRIPTOR_KEY = 1;
  private static final int EXTENT_KEY = 2;
  private static final long GIB = 1L << 30;

  private VmFiles() {}

  private static String sibling(VirtualMachine vm, String suffix) {
    VmDefinition definition = vm.definition();
    return new DatastorePath(definition.vmx().datastore(), definition.sibling(suffix)).toString();
  }

  /** The files by name only. */
  static ObjectOf layout(VirtualMachine vm, ApiVersion api) {
    String vmx = vm.definition().vmx().path();
    return ObjectBuilder.of("VirtualMachineFileLayout", api)
        .put("configFile", List.of(vmx.substring(vmx.lastIndexOf('/') + 1)))
        .put(
            "disk",
            List.of(
                ObjectBuilder.of("VirtualMachineFileLayoutDiskLayout", api)
                    .put("key", VmDevices.DISK)
                    .put("diskFile", List.of(sibling(vm, ".vmdk")))
                    .build()))
        .build();
  }

  /** The files with their sizes. */
  static ObjectOf layoutEx(VirtualMachine vm, ApiVersion api) {
    ObjectOf unit =
        ObjectBuilder.of("VirtualMachineFileLayoutExDiskUnit", api)
            .put("fileKey", List.of(DESCRIPTOR_KEY, EXTENT_KEY))
            .build();
    return ObjectBuilder.of("VirtualMachineFileLayoutEx", api)
        .put(
            "file",
            List.of(
                file(api, CONFIG_KEY, vm.definition().vmx().toString(), "config", size(vm, ".vmx")),
                file(
                    api, DESCRIPTOR_KEY, sibling(vm, ".vmdk"), "diskDescriptor", size(vm, ".vmdk")),
                file(api, EXTENT_KEY, sibling(vm, "-flat.vmdk"), "diskExtent", allocated(vm))))
        .put(
            "disk",
            List.of(
                ObjectBuilder.of("VirtualMachineFileLayoutExDiskLayout", api)
                    .put("key", VmDevices.DISK)
                    .put("chain", List.of(unit))
                    .build()))
        .put("timestamp", vm.created())
        .build();
  }

  private static ObjectOf file(ApiVersion api, int key, String name, String type, long size) {
    return ObjectBuilder.of("VirtualMachineFileLayoutExFileInfo", api)
        .put("key", key)
        .put("name", name)
        .put("type", type)
        .put("size", size)
        .put("uniqueSize", size)
        .put("accessible", true)
        .build();
  }

  private static long size(VirtualMachine vm, String suffix) {
    var content = vm.place().datastore().files().get(vm.definition().sibling(suffix));
    return content == null ? 0 : content.size();
  }

  /** What the disk takes of its datastore; half of it has been written. */
  static long allocated(VirtualMachine vm) {
    return vm.definition().diskGb() * GIB / 2;
  }

  /** What the machine takes of its datastore. */
  static ObjectOf storage(VirtualMachine vm, ApiVersion api) {
    return ObjectBuilder.of("VirtualMachineStorageInfo", api)
        .put(
            "perDatastoreUsage",
            List.of(
                ObjectBuilder.of("VirtualMachineUsageOnDatastore", api)
                    .put("datastore", vm.place().datastore().ref())
                    .put("committed", allocated(vm))
                    .put("uncommitted", allocated(vm))
                    .put("unshared", allocated(vm))
                    .build()))
        .put("timestamp", vm.created())
        .build();
  }
}
