package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.vmx.DatastorePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a disk down to the one that is whole, as its files say. */
final class DiskChain {

  private DiskChain() {}

  /**
   * A disk and those below it.
   *
   * @param path datastore path
   * @return datastore paths; the one alone where nothing is known of it
   */
  static List<String> of(VirtualMachine vm, String path) {
    List<String> chain = new ArrayList<>();
    DatastorePath next = vm.path(path);
    while (next != null && !chain.contains(next.toString())) {
      chain.add(next.toString());
      next = below(vm, next);
    }
    return chain.isEmpty() ? List.of(path) : chain;
  }

  /** The disk below another one; null when that is whole. */
  private static @Nullable DatastorePath below(VirtualMachine vm, DatastorePath disk) {
    DiskDescriptor descriptor = vm.place().host().disk(disk.toString());
    String parent = descriptor == null ? null : descriptor.parent();
    if (parent == null) {
      return null;
    }
    return parent.startsWith("[") ? vm.path(parent) : disk.sibling(parent);
  }
}
