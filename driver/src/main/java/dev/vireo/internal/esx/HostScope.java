package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the one host of a connection stands in the inventory: this is the difference between a host
 * that is connected to directly and one behind a vCenter.
 */
public sealed interface HostScope {

  /** VI name of datacenters. */
  String DATACENTER = "Datacenter";

  /** VI name of what has resource pools: hosts of their own, and clusters. */
  String COMPUTE_RESOURCE = "ComputeResource";

  /** Property of a datacenter: the folder of its virtual machines. */
  String MACHINE_FOLDER = "vmFolder";

  /** Property of a compute resource: its resource pool. */
  String POOL = "resourcePool";

  /** Adds the host to a filter, without its virtual machines. */
  PropertyFilter addHost(PropertyFilter filter);

  /** Adds the host and its virtual machines to a filter. */
  PropertyFilter addMachines(PropertyFilter filter);

  /** Adds the host and its datastores to a filter. */
  PropertyFilter addDatastores(PropertyFilter filter);

  /**
   * Adds all that a new virtual machine has to fit in to a filter: the host with its datastores and
   * machines, {@link #POOL} of its compute resource, {@link #MACHINE_FOLDER} of its datacenter, and
   * what {@link #datacenterPath} needs.
   */
  PropertyFilter addSurroundings(PropertyFilter filter);

  /** Adds the host and the compute resource that it belongs to to a filter. */
  PropertyFilter addComputeResource(PropertyFilter filter);

  /** Adds what {@link #datacenterPath} needs to a filter. */
  PropertyFilter addDatacenter(PropertyFilter filter);

  /**
   * Path of the host's datacenter in the inventory, as it stands there, such as {@code
   * ha-datacenter} or {@code Folder/Datacenter}.
   *
   * @param found what a filter with {@link #addDatacenter} gave
   */
  String datacenterPath(List<ObjectProperties> found);

  /** The host, where the server has several; else null. */
  @Nullable ManagedObjectReference managedHost();

  /** The datacenter to search in by uuid; null for the whole inventory. */
  @Nullable ManagedObjectReference datacenter();

  /**
   * The only host of a server, found on the way down from the root folder.
   *
   * @param rootFolder top of the inventory
   */
  public record Standalone(ManagedObjectReference rootFolder) implements HostScope {

    @Override
    public PropertyFilter addHost(PropertyFilter filter) {
      return filter.from(rootFolder, HostTraversal.from());
    }

    @Override
    public PropertyFilter addMachines(PropertyFilter filter) {
      return filter.from(
          rootFolder, HostTraversal.from(PropertyFilter.traversal("machine", "HostSystem", "vm")));
    }

    @Override
    public PropertyFilter addDatastores(PropertyFilter filter) {
      return filter.from(
          rootFolder,
          HostTraversal.from(PropertyFilter.traversal("datastore", "HostSystem", "datastore")));
    }

    @Override
    public PropertyFilter addSurroundings(PropertyFilter filter) {
      return filter
          .select(DATACENTER, "name", MACHINE_FOLDER)
          .select(COMPUTE_RESOURCE, POOL)
          .from(
              rootFolder,
              HostTraversal.from(
                  PropertyFilter.traversal("datastore", "HostSystem", "datastore"),
                  PropertyFilter.traversal("machine", "HostSystem", "vm")));
    }

    @Override
    public PropertyFilter addComputeResource(PropertyFilter filter) {
      return addHost(filter);
    }

    @Override
    public PropertyFilter addDatacenter(PropertyFilter filter) {
      return filter
          .select(DATACENTER, "name")
          .from(rootFolder, PropertyFilter.traversal("folder", "Folder", "childEntity"));
    }

    @Override
    public String datacenterPath(List<ObjectProperties> found) {
      return found.stream()
          .filter(each -> each.object().type().equals(DATACENTER))
          .map(each -> each.get("name", String.class))
          .findFirst()
          .orElseThrow(HostScope::noDatacenter);
    }

    @Override
    public @Nullable ManagedObjectReference managedHost() {
      return null;
    }

    @Override
    public @Nullable ManagedObjectReference datacenter() {
      return null;
    }
  }

  /** One of the hosts of a vCenter, known by its reference. */
  sealed interface OfVcenter extends HostScope {

    /** Property of everything in the inventory: what it stands in. */
    String PARENT = "parent";

    /** The host. */
    ManagedObjectReference host();

    @Override
    default ManagedObjectReference managedHost() {
      return host();
    }

    @Override
    default PropertyFilter addHost(PropertyFilter filter) {
      return filter.from(host());
    }

    @Override
    default PropertyFilter addMachines(PropertyFilter filter) {
      return filter.from(host(), PropertyFilter.traversal("machine", "HostSystem", "vm"));
    }

    @Override
    default PropertyFilter addDatastores(PropertyFilter filter) {
      return filter.from(host(), PropertyFilter.traversal("datastore", "HostSystem", "datastore"));
    }

    @Override
    default PropertyFilter addSurroundings(PropertyFilter filter) {
      return filter
          .select(DATACENTER, "name", PARENT, MACHINE_FOLDER)
          .select("Folder", "name", PARENT)
          .select(COMPUTE_RESOURCE, POOL)
          .from(
              host(),
              PropertyFilter.traversal("datastore", "HostSystem", "datastore"),
              PropertyFilter.traversal("machine", "HostSystem", "vm"),
              PropertyFilter.traversal("ancestors", "HostSystem", PARENT, PARENT),
              PropertyFilter.traversal(PARENT, "ManagedEntity", PARENT, PARENT));
    }

    @Override
    default PropertyFilter addComputeResource(PropertyFilter filter) {
      return filter.from(host(), PropertyFilter.traversal("owner", "HostSystem", "parent"));
    }
  }

  /**
   * A host behind a vCenter.
   *
   * @param host the host
   * @param datacenter the datacenter that it belongs to
   * @param datacenterPath inventory path of the datacenter
   */
  public record Managed(
      ManagedObjectReference host, ManagedObjectReference datacenter, String datacenterPath)
      implements OfVcenter {

    @Override
    public PropertyFilter addDatacenter(PropertyFilter filter) {
      return filter;
    }

    @Override
    public String datacenterPath(List<ObjectProperties> found) {
      return datacenterPath;
    }
  }

  /**
   * A host of a vCenter of which nobody has said where it stands.
   *
   * @param host the host
   */
  record Located(ManagedObjectReference host) implements OfVcenter {

    @Override
    public PropertyFilter addDatacenter(PropertyFilter filter) {
      return filter
          .select(DATACENTER, "name", PARENT)
          .select("Folder", "name", PARENT)
          .from(host, PropertyFilter.traversal(PARENT, "ManagedEntity", PARENT, PARENT));
    }

    @Override
    public String datacenterPath(List<ObjectProperties> found) {
      Map<ManagedObjectReference, ObjectProperties> entities = new HashMap<>();
      found.forEach(each -> entities.put(each.object(), each));
      ObjectProperties next =
          found.stream()
              .filter(each -> each.object().type().equals(DATACENTER))
              .findFirst()
              .orElseThrow(HostScope::noDatacenter);
      Deque<String> path = new ArrayDeque<>();
      while (next != null) {
        ManagedObjectReference parent = next.find(PARENT, ManagedObjectReference.class);
        if (parent == null) {
          break; // the root folder is no part of the path
        }
        path.addFirst(next.get("name", String.class));
        next = entities.get(parent);
      }
      return String.join("/", path);
    }

    @Override
    public @Nullable ManagedObjectReference datacenter() {
      return null;
    }
  }

  /** The error of a host whose compute resource the server does not show. */
  static LibvirtException noComputeResource() {
    return EsxError.builder(
            ErrorCode.INTERNAL_ERROR, "Could not retrieve the compute resource of the host")
        .hint("the user may not be allowed to see it")
        .build();
  }

  private static LibvirtException noDatacenter() {
    return EsxError.builder(ErrorCode.INTERNAL_ERROR, "Could not retrieve the Datacenter object")
        .hint("the user may not be allowed to see it")
        .build();
  }
}
