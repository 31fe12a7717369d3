package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Where virtual machines get processors and memory from: a single host (VI API {@code
 * ComputeResource}) or a cluster ({@code ClusterComputeResource}).
 */
public final class ComputeResource extends ManagedEntity {

  private static final PropertyTable<ComputeResource> PROPERTIES =
      PropertyTable.<ComputeResource>of("ComputeResource", ManagedEntity.PROPERTIES)
          .with("resourcePool", (compute, api) -> compute.pool.ref())
          .with("host", (compute, api) -> compute.hosts.array())
          .with("datastore", (compute, api) -> compute.datastores.array())
          .with("network", (compute, api) -> compute.networks.array())
          .build();

  private static final PropertyTable<ComputeResource> CLUSTER_PROPERTIES =
      PropertyTable.<ComputeResource>of("ClusterComputeResource", PROPERTIES).build();

  private final ResourcePool pool;
  private final References<HostSystem> hosts = new References<>();
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();

  ComputeResource(HostState state, ManagedObjectReference ref, String name, ResourcePool pool) {
    super(state, ref, name);
    this.pool = pool;
    pool.setOwner(this);
  }

  void add(HostSystem host) {
    hosts.add(host);
    host.setParent(this);
    state.restructured(this);
  }

  void add(Datastore datastore) {
    datastores.add(datastore);
    state.restructured(this);
  }

  void add(Network network) {
    networks.add(network);
    state.restructured(this);
  }

  ResourcePool pool() {
    return pool;
  }

  @Override
  public List<ManagedEntity> children() {
    List<ManagedEntity> children = new ArrayList<>(hosts.objects());
    children.add(pool);
    return children;
  }

  @Override
  protected PropertyTable<?> table() {
    return ref().type().equals("ClusterComputeResource") ? CLUSTER_PROPERTIES : PROPERTIES;
  }
}
