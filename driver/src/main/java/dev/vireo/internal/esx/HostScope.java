package dev.vireo.internal.esx;

import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the one host of a connection stands in the inventory: this is the difference between a host
 * that is connected to directly and one behind a vCenter.
 */
sealed interface HostScope {

  /** Adds the host to a filter, without its virtual machines. */
  PropertyFilter addHost(PropertyFilter filter);

  /** Adds the host and its virtual machines to a filter. */
  PropertyFilter addMachines(PropertyFilter filter);

  /** The datacenter to search in by uuid; null for the whole inventory. */
  @Nullable ManagedObjectReference datacenter();

  /**
   * The only host of a server, found on the way down from the root folder.
   *
   * @param rootFolder top of the inventory
   */
  record Standalone(ManagedObjectReference rootFolder) implements HostScope {

    @Override
    public PropertyFilter addHost(PropertyFilter filter) {
      return filter.from(
          rootFolder,
          PropertyFilter.traversal(
              "folder", "Folder", "childEntity", "folder", "datacenter", "host"),
          PropertyFilter.traversal("datacenter", "Datacenter", "hostFolder", "folder"),
          PropertyFilter.traversal("host", "ComputeResource", "host"));
    }

    @Override
    public PropertyFilter addMachines(PropertyFilter filter) {
      return filter.from(
          rootFolder,
          PropertyFilter.traversal(
              "folder", "Folder", "childEntity", "folder", "datacenter", "host"),
          PropertyFilter.traversal("datacenter", "Datacenter", "hostFolder", "folder"),
          PropertyFilter.traversal("host", "ComputeResource", "host", "machine"),
          PropertyFilter.traversal("machine", "HostSystem", "vm"));
    }

    @Override
    public @Nullable ManagedObjectReference datacenter() {
      return null;
    }
  }

  /**
   * A host behind a vCenter.
   *
   * @param host the host
   * @param datacenter the datacenter that it belongs to
   */
  record Managed(ManagedObjectReference host, ManagedObjectReference datacenter)
      implements HostScope {

    @Override
    public PropertyFilter addHost(PropertyFilter filter) {
      return filter.from(host);
    }

    @Override
    public PropertyFilter addMachines(PropertyFilter filter) {
      return filter.from(host, PropertyFilter.traversal("machine", "HostSystem", "vm"));
    }
  }
}
