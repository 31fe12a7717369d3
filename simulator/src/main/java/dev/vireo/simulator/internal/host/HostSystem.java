package dev.vireo.simulator.internal.host;

import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.HostConfigInfo;
import dev.vireo.vim.types.HostConfigManager;
import dev.vireo.vim.types.HostConfigSummary;
import dev.vireo.vim.types.HostDnsConfig;
import dev.vireo.vim.types.HostListSummary;
import dev.vireo.vim.types.HostListSummaryQuickStats;
import dev.vireo.vim.types.HostNetworkInfo;
import dev.vireo.vim.types.HostRuntimeInfo;
import dev.vireo.vim.types.HostSystemConnectionState;
import dev.vireo.vim.types.HostSystemPowerState;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that runs virtual machines (VI API {@code HostSystem}). */
public final class HostSystem extends ManagedEntity {

  private static final PropertyTable<HostSystem> PROPERTIES =
      PropertyTable.<HostSystem>of("HostSystem", ManagedEntity.PROPERTIES)
          .with("runtime", (host, api) -> host.runtime())
          .with("summary", (host, api) -> host.summary(api))
          .with("hardware", (host, api) -> host.hardware.info(host.identity.uuid()))
          .with("capability", (host, api) -> host.hardware.capability(host.vmotion(), api))
          .with("configManager", (host, api) -> host.configManager())
          .with("config", (host, api) -> host.config(api))
          .with("vm", (host, api) -> host.vms.array())
          .with("datastore", (host, api) -> host.datastores.array())
          .with("network", (host, api) -> host.networks.array())
          .build();

  /** Memory in MiB that the host takes for itself. */
  private static final int BASE_MEMORY = 1536;

  /**
   * What makes one host another than its neighbours.
   *
   * @param uuid UUID of the machine's firmware
   * @param hostName name without domain
   * @param domainName domain; possibly empty
   * @param address the address that it is reached at
   * @param managementServer address of the vCenter that manages it; null for none
   */
  record Identity(
      String uuid,
      String hostName,
      String domainName,
      String address,
      @Nullable String managementServer) {}

  private final Product product;
  private final MachineHardware hardware;
  private final Identity identity;
  private final Instant bootTime;
  private final AutoStart autoStart;
  private final References<VirtualMachine> vms = new References<>();
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();
  private int runningMemory;

  HostSystem(
      HostState state,
      ManagedObjectReference ref,
      String name,
      Product product,
      MachineHardware hardware,
      Identity identity,
      Instant bootTime,
      ManagedObjectReference autoStartRef) {
    super(state, ref, name);
    this.product = product;
    this.hardware = hardware;
    this.identity = identity;
    this.bootTime = bootTime;
    this.autoStart = new AutoStart(state, autoStartRef);
  }

  void add(VirtualMachine vm) {
    vms.add(vm);
    state.restructured(this);
  }

  void remove(VirtualMachine vm) {
    vms.remove(vm);
    state.restructured(this);
  }

  void add(Datastore datastore) {
    datastores.add(datastore);
    datastore.add(this);
    state.restructured(this);
  }

  void add(Network network) {
    networks.add(network);
    network.add(this);
    state.restructured(this);
  }

  /** Notes that a machine takes more or less of the memory, in MiB. */
  void useMemory(int change) {
    runningMemory += change;
    state.changed(this);
  }

  AutoStart autoStart() {
    return autoStart;
  }

  Datastore datastore() {
    return datastores.objects().getFirst();
  }

  List<Network> networks() {
    return networks.objects();
  }

  Identity identity() {
    return identity;
  }

  /** The machines on this host. */
  public List<VirtualMachine> vms() {
    return vms.objects();
  }

  @Override
  public List<VirtualMachine> children() {
    return vms.objects();
  }

  /** Lets the machine start with the host. */
  void startWithHost(VirtualMachine vm) {
    autoStart.add(
        new AutoStartPowerInfo(
            vm.ref(),
            autoStart.size() + 1,
            -1,
            dev.vireo.vim.types.AutoStartWaitHeartbeatSetting.SYSTEM_DEFAULT,
            "powerOn",
            -1,
            "systemDefault"));
  }

  private boolean vmotion() {
    return identity.managementServer() != null;
  }

  private HostRuntimeInfo runtime() {
    return new HostRuntimeInfo(
        HostSystemConnectionState.CONNECTED, HostSystemPowerState.POWERED_ON, false, bootTime);
  }

  private HostListSummary summary(ApiVersion api) {
    // A running machine takes about three quarters of its memory.
    int memory = BASE_MEMORY + runningMemory / 4 * 3;
    return new HostListSummary(
        ref(),
        hardware.summary(identity.uuid()),
        runtime(),
        new HostConfigSummary(name(), 443, null, product.about(api), vmotion()),
        new HostListSummaryQuickStats(430, memory, 864_000),
        configStatus(),
        false,
        identity.managementServer());
  }

  private HostConfigInfo config(ApiVersion api) {
    HostDnsConfig dns =
        new HostDnsConfig(
            false,
            null,
            identity.hostName(),
            identity.domainName(),
            List.of("192.0.2.53"),
            identity.domainName().isEmpty() ? List.of() : List.of(identity.domainName()));
    return new HostConfigInfo(ref(), product.about(api), new HostNetworkInfo(dns));
  }

  private HostConfigManager configManager() {
    return new HostConfigManager(null, null, null, autoStart.ref());
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
