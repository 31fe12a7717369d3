package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;

/** A network that virtual machines are connected to (VI API {@code Network}). */
public final class Network extends ManagedEntity {

  private static final PropertyTable<Network> PROPERTIES =
      PropertyTable.<Network>of("Network", ManagedEntity.PROPERTIES)
          .with("summary", (network, api) -> network.summary(api))
          .with("host", (network, api) -> network.hosts.array())
          .with("vm", (network, api) -> network.vms.array())
          .build();

  private final References<HostSystem> hosts = new References<>();
  private final References<VirtualMachine> vms = new References<>();

  Network(HostState state, ManagedObjectReference ref, String name) {
    super(state, ref, name);
  }

  void add(HostSystem host) {
    hosts.add(host);
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

  private ObjectOf summary(ApiRelease api) {
    return ObjectBuilder.of("NetworkSummary", api)
        .put("network", ref())
        .put("name", name())
        .put("accessible", true)
        .put("ipPoolName", "")
        .build();
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
