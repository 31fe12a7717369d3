package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.datastore.DatastoreBrowser;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.ArrayList;
import java.util.List;

/**
 * Where virtual machines get processors and memory from: a single host (VI API {@code
 * ComputeResource}) or a cluster ({@code ClusterComputeResource}).
 */
public final class ComputeResource extends ManagedEntity {

  private static final String CLUSTER = "ClusterComputeResource";

  private static final PropertyTable<ComputeResource> PROPERTIES =
      PropertyTable.<ComputeResource>of("ComputeResource", ManagedEntity.PROPERTIES)
          .with("resourcePool", (compute, api) -> compute.pool.ref())
          .with("host", (compute, api) -> compute.hosts.array())
          .with("datastore", (compute, api) -> compute.datastores.array())
          .with("network", (compute, api) -> compute.networks.array())
          .with("summary", (compute, api) -> compute.summary(api))
          .with("environmentBrowser", (compute, api) -> compute.browser.ref())
          .with("configurationEx", (compute, api) -> compute.configuration(api))
          .build();

  private static final PropertyTable<ComputeResource> CLUSTER_PROPERTIES =
      PropertyTable.<ComputeResource>of(CLUSTER, PROPERTIES)
          .with("configuration", (cluster, api) -> Clusters.configuration(api))
          .since(ApiRelease.V7_0_2, "summaryEx", (cluster, api) -> cluster.summary(api))
          .build();

  private final ResourcePool pool;
  private final References<HostSystem> hosts = new References<>();
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();
  private final DatastoreBrowser datastoreBrowser;
  private final EnvironmentBrowser browser;

  ComputeResource(HostState state, ManagedObjectReference ref, String name, ResourcePool pool) {
    super(state, ref, name);
    this.pool = pool;
    this.datastoreBrowser = DatastoreBrowser.of(this, datastores::objects);
    this.browser =
        new EnvironmentBrowser(
            new ManagedObjectReference("EnvironmentBrowser", "envbrowser-" + ref.value()),
            datastoreBrowser);
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

  /** The hosts that it consists of. */
  public List<HostSystem> hosts() {
    return hosts.objects();
  }

  /** What says what machines could be made of here. */
  EnvironmentBrowser browser() {
    return browser;
  }

  /** What looks for files on the datastores. */
  DatastoreBrowser datastoreBrowser() {
    return datastoreBrowser;
  }

  private boolean isCluster() {
    return ref().type().equals(CLUSTER);
  }

  private ObjectOf summary(ApiRelease api) {
    ObjectBuilder summary =
        isCluster() ? Clusters.summary(api) : ObjectBuilder.of("ComputeResourceSummary", api);
    return Capacity.of(hosts.objects()).describe(summary, configStatus()).build();
  }

  private ObjectOf configuration(ApiRelease api) {
    return isCluster()
        ? Clusters.configurationEx(api)
        : ObjectBuilder.of("ComputeResourceConfigInfo", api)
            .put("vmSwapPlacement", "vmDirectory")
            .build();
  }

  public ResourcePool pool() {
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
    return isCluster() ? CLUSTER_PROPERTIES : PROPERTIES;
  }
}
