package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the host of a connection and its virtual machines, each with one request. */
public final class HostQueries {

  /** VI name of hosts. */
  public static final String HOST = "HostSystem";

  /** VI name of virtual machines. */
  public static final String MACHINE = "VirtualMachine";

  /** VI name of datastores. */
  public static final String DATASTORE = "Datastore";

  private static final String MAX_VCPUS = "capability.maxSupportedVcpus";

  private final VimClient client;
  private final HostScope scope;

  public HostQueries(VimClient client, HostScope scope) {
    this.client = client;
    this.scope = scope;
  }

  /** Properties of the host. */
  public ObjectProperties host(String... paths) {
    PropertyFilterSpec filter = scope.addHost(new PropertyFilter().select(HOST, paths)).build();
    return hostsOf(retrieve(filter)).get(0);
  }

  /** Most virtual processors of a machine; null when the host does not say. */
  public @Nullable Integer maxVcpus() {
    Number most = host(MAX_VCPUS).find(MAX_VCPUS, Number.class);
    return most == null || most.intValue() <= 0 ? null : most.intValue();
  }

  /** Properties of all virtual machines of the host, in the host's order. */
  public List<ObjectProperties> machines(List<String> paths) {
    PropertyFilterSpec filter =
        scope.addMachines(new PropertyFilter().select(HOST, "name").select(MACHINE, paths)).build();
    return retrieve(filter).stream()
        .filter(found -> found.object().type().equals(MACHINE))
        .toList();
  }

  /** Properties of one virtual machine. */
  public ObjectProperties machine(ManagedObjectReference machine, List<String> paths) {
    return client.propertyCollector().retrieve(machine, paths.toArray(String[]::new));
  }

  /**
   * Properties of one virtual machine, and what {@link HostScope#datacenterPath} needs.
   *
   * @return all objects found
   */
  public List<ObjectProperties> machineInDatacenter(
      ManagedObjectReference machine, List<String> paths) {
    PropertyFilterSpec filter =
        scope.addDatacenter(new PropertyFilter().select(MACHINE, paths).from(machine)).build();
    int generation = client.sessionGeneration();
    List<ObjectProperties> found = client.propertyCollector().retrieve(filter);
    boolean there = found.stream().anyMatch(each -> each.object().equals(machine));
    return there || !client.renewSession(generation)
        ? found
        : client.propertyCollector().retrieve(filter);
  }

  /**
   * Properties of the host and of the compute resource that it belongs to.
   *
   * @return all objects found, the host among them
   */
  public List<ObjectProperties> computeResource(List<String> hostPaths, List<String> paths) {
    return retrieve(
        scope
            .addComputeResource(
                new PropertyFilter().select(HOST, hostPaths).select("ComputeResource", paths))
            .build());
  }

  /**
   * Properties of the host and of its datastores.
   *
   * @return all objects found, the host among them
   */
  public List<ObjectProperties> datastores(List<String> hostPaths, List<String> datastorePaths) {
    return retrieve(
        scope
            .addDatastores(
                new PropertyFilter().select(HOST, hostPaths).select(DATASTORE, datastorePaths))
            .build());
  }

  /**
   * Properties of all that a new virtual machine has to fit in; see {@link
   * HostScope#addSurroundings}.
   *
   * @return all objects found, the host among them
   */
  public List<ObjectProperties> surroundings(
      List<String> hostPaths, List<String> datastorePaths, List<String> machinePaths) {
    return retrieve(
        scope
            .addSurroundings(
                new PropertyFilter()
                    .select(HOST, hostPaths)
                    .select(DATASTORE, datastorePaths)
                    .select(MACHINE, machinePaths))
            .build());
  }

  /**
   * Reads a filter that includes the host. A server that has lost the session may answer with
   * nothing at all; since the host is always there, an answer without it is never taken for truth.
   */
  private List<ObjectProperties> retrieve(PropertyFilterSpec filter) {
    int generation = client.sessionGeneration();
    List<ObjectProperties> found = client.propertyCollector().retrieve(filter);
    if (hostsOf(found).isEmpty() && client.renewSession(generation)) {
      found = client.propertyCollector().retrieve(filter);
    }
    if (hostsOf(found).isEmpty()) {
      throw EsxError.builder(ErrorCode.INTERNAL_ERROR, "Could not retrieve the HostSystem object")
          .hint("the user may not be allowed to see it")
          .build();
    }
    return found;
  }

  private static List<ObjectProperties> hostsOf(List<ObjectProperties> found) {
    return found.stream().filter(each -> each.object().type().equals(HOST)).toList();
  }
}
