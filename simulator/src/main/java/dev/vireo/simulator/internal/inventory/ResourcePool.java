package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource pool of a host or cluster, its root pool or one in that (VI API {@code ResourcePool}).
 */
public final class ResourcePool extends ManagedEntity {

  private static final PropertyTable<ResourcePool> PROPERTIES =
      PropertyTable.<ResourcePool>of("ResourcePool", ManagedEntity.PROPERTIES)
          .with("summary", (pool, api) -> pool.summary(api))
          .with("runtime", (pool, api) -> pool.capacity().runtime(pool.configStatus(), api))
          .with("config", (pool, api) -> pool.capacity().allocation(pool, api))
          .with("owner", (pool, api) -> pool.owner == null ? null : pool.owner.ref())
          .with("resourcePool", (pool, api) -> pool.pools.array())
          .with("vm", (pool, api) -> pool.vms.array())
          .build();

  private @Nullable ComputeResource owner;
  private final References<ResourcePool> pools = new References<>();
  private final References<VirtualMachine> vms = new References<>();

  /** A root pool. */
  ResourcePool(HostState state, ManagedObjectReference ref) {
    this(state, ref, "Resources");
  }

  /** A pool in another one. */
  ResourcePool(HostState state, ManagedObjectReference ref, String name) {
    super(state, ref, name);
  }

  /** The cluster or host that it divides; null for none. */
  public @Nullable ComputeResource owner() {
    return owner;
  }

  void setOwner(ComputeResource newOwner) {
    this.owner = newOwner;
    setParent(newOwner);
  }

  void add(ResourcePool pool, ComputeResource poolOwner) {
    pool.owner = poolOwner;
    pool.setParent(this);
    pools.add(pool);
    state.restructured(this);
  }

  public void add(VirtualMachine vm) {
    vms.add(vm);
    state.restructured(this);
  }

  public void remove(VirtualMachine vm) {
    vms.remove(vm);
    state.restructured(this);
  }

  private Capacity capacity() {
    return Capacity.of(owner == null ? List.of() : owner.hosts());
  }

  private ObjectOf summary(ApiRelease api) {
    Capacity capacity = capacity();
    return ObjectBuilder.of("ResourcePoolSummary", api)
        .put("name", name())
        .put("config", capacity.allocation(this, api))
        .put("runtime", capacity.runtime(configStatus(), api))
        .build();
  }

  @Override
  public List<ManagedEntity> children() {
    List<ManagedEntity> children = new ArrayList<>(pools.objects());
    children.addAll(vms.objects());
    return children;
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
