package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root resource pool of a host or cluster (VI API {@code ResourcePool}). */
public final class ResourcePool extends ManagedEntity {

  private static final PropertyTable<ResourcePool> PROPERTIES =
      PropertyTable.<ResourcePool>of("ResourcePool", ManagedEntity.PROPERTIES)
          .with("owner", (pool, api) -> pool.owner == null ? null : pool.owner.ref())
          .with("resourcePool", (pool, api) -> pool.pools.array())
          .with("vm", (pool, api) -> pool.vms.array())
          .build();

  private @Nullable ComputeResource owner;
  private final References<ResourcePool> pools = new References<>();
  private final References<VirtualMachine> vms = new References<>();

  ResourcePool(HostState state, ManagedObjectReference ref) {
    super(state, ref, "Resources");
  }

  void setOwner(ComputeResource newOwner) {
    this.owner = newOwner;
    setParent(newOwner);
  }

  void add(VirtualMachine vm) {
    vms.add(vm);
    state.restructured(this);
  }

  void remove(VirtualMachine vm) {
    vms.remove(vm);
    state.restructured(this);
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
