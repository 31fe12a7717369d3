package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.ManagedObjectReference;

/** A network that virtual machines are connected to (VI API {@code Network}). */
public final class Network extends ManagedEntity {

  private static final PropertyTable<Network> PROPERTIES =
      PropertyTable.<Network>of("Network", ManagedEntity.PROPERTIES)
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

  void add(VirtualMachine vm) {
    vms.add(vm);
    state.restructured(this);
  }

  void remove(VirtualMachine vm) {
    vms.remove(vm);
    state.restructured(this);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
