package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.datastore.DatastoreBrowser;
import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.HostConfigSummary;
import dev.vireo.vim.types.HostDnsConfig;
import dev.vireo.vim.types.HostListSummary;
import dev.vireo.vim.types.HostListSummaryQuickStats;
import dev.vireo.vim.types.HostRuntimeInfo;
import dev.vireo.vim.types.HostSystemConnectionState;
import dev.vireo.vim.types.HostSystemPowerState;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.FileNameResolver;
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
          .with("capability", (host, api) -> host.hardware.capability(host.supportsVmotion(), api))
          .since(
              ApiRelease.V5_0, "licensableResource", (host, api) -> host.hardware.licensable(api))
          .with("configManager", (host, api) -> host.configManager(api))
          .with("datastoreBrowser", (host, api) -> host.browser.ref())
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
      @Nullable String managementServer) {

    Identity withAddress(String newAddress) {
      return new Identity(uuid, hostName, domainName, newAddress, managementServer);
    }

    Identity withManagementServer(String server) {
      return new Identity(uuid, hostName, domainName, address, server);
    }
  }

  private final Product product;
  private final MachineHardware hardware;
  private Identity identity;
  private final Instant bootTime;
  private final AutoStart autoStart;
  private final DatastoreBrowser browser;
  private final References<VirtualMachine> vms = new References<>();
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();
  private int runningMemory;
  private boolean connected = true;
  private boolean maintenance;
  private @Nullable Boolean vmotion;

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
    this.browser = DatastoreBrowser.of(this, datastores::objects);
  }

  public void add(VirtualMachine vm) {
    vms.add(vm);
    state.restructured(this);
  }

  public void remove(VirtualMachine vm) {
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
  public void useMemory(int change) {
    runningMemory += change;
    state.changed(this);
  }

  public AutoStart autoStart() {
    return autoStart;
  }

  /** What looks for files on its datastores. */
  DatastoreBrowser browser() {
    return browser;
  }

  /** Most virtual processors of one machine. */
  public int maxVcpus() {
    return hardware.maxVcpus();
  }

  /** The machine that it runs on. */
  MachineHardware hardware() {
    return hardware;
  }

  /** What says what machines could be made of here. */
  public @Nullable ManagedObjectReference environmentBrowser() {
    return parent() instanceof ComputeResource compute ? compute.browser().ref() : null;
  }

  /** The product that runs on it. */
  public Product product() {
    return product;
  }

  /** References of its datastores. */
  public ArrayOf datastoreArray() {
    return datastores.array();
  }

  private List<ObjectOf> fileSystems(ApiRelease api) {
    return datastores.objects().stream()
        .map(datastore ->
            ObjectBuilder.of("HostFileSystemMountInfo", api)
                .put("mountInfo", datastore.mount(api))
                .put("volume", datastore.volume(api))
                .build())
        .toList();
  }

  Datastore datastore() {
    return datastores.objects().getFirst();
  }

  /** Its datastores. */
  public List<Datastore> datastores() {
    return datastores.objects();
  }

  /** The datastore of this name; null for none. */
  public @Nullable Datastore datastore(String name) {
    for (Datastore datastore : datastores.objects()) {
      if (datastore.name().equals(name)) {
        return datastore;
      }
    }
    return null;
  }

  /**
   * What names of files mean here.
   *
   * @param vmx the VMX file that they stand in
   */
  public FileNameResolver names(DatastorePath vmx) {
    return new DatastoreResolver(
        datastores.objects().stream()
            .map(each -> new DatastoreResolver.Datastore(each.name(), each.mountPath()))
            .toList(),
        vmx);
  }

  /** A datastore path, with the names of its datastores known; null for what is none. */
  public @Nullable DatastorePath path(String path) {
    DatastorePath parsed =
        DatastorePath.parse(
            path, () -> datastores.objects().stream().map(Datastore::name).toList());
    return parsed == null ? null : parsed.normalized();
  }

  /** What the text part of a disk says; null when there is no such disk here. */
  public @Nullable DiskDescriptor disk(String path) {
    DatastorePath file = path(path);
    Datastore datastore = file == null ? null : datastore(file.datastore());
    FileContent content =
        file == null || datastore == null ? null : datastore.files().get(file.path());
    return content == null ? null : DiskDescriptor.of(content);
  }

  public List<Network> networks() {
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

  /** Sets the address that it is reached at. Under write. */
  public void setAddress(String address) {
    identity = identity.withAddress(address);
    state.changed(this);
  }

  /** Sets the address of the vCenter that manages it. Under write. */
  public void setManagementServer(String server) {
    identity = identity.withManagementServer(server);
    state.changed(this);
  }

  /** Whether the vCenter reaches it. */
  public boolean isConnected() {
    return connected;
  }

  /** Lets the vCenter reach it, or not. Under write. */
  public void setConnected(boolean reached) {
    connected = reached;
    state.changed(this);
  }

  /** Whether it takes no machines, since it is being looked after. */
  public boolean inMaintenance() {
    return maintenance;
  }

  /** Begins or ends the time in which it takes no machines. Under write. */
  public void setMaintenance(boolean begun) {
    maintenance = begun;
    state.changed(this);
  }

  /**
   * Whether machines can be moved while they run: where a vCenter manages it, if nothing else is
   * said.
   */
  public boolean supportsVmotion() {
    Boolean said = vmotion;
    return said == null ? managed() : said;
  }

  /** Sets up a network for moving machines while they run, or takes it away. Under write. */
  public void setVmotion(boolean set) {
    vmotion = set;
    state.changed(this);
  }

  /** Memory that is not in use, in bytes. */
  public long freeMemory() {
    return Math.max(0, hardware.memory() - ((long) usedMemory() << 20));
  }

  /** Whether a vCenter manages it. */
  boolean managed() {
    return identity.managementServer() != null;
  }

  private HostRuntimeInfo runtime() {
    return new HostRuntimeInfo(
        connected ? HostSystemConnectionState.CONNECTED : HostSystemConnectionState.NOT_RESPONDING,
        HostSystemPowerState.POWERED_ON,
        maintenance,
        bootTime);
  }

  /** Memory in use, in MiB. A running machine takes about three quarters of its own. */
  int usedMemory() {
    return BASE_MEMORY + runningMemory / 4 * 3;
  }

  private HostListSummary summary(ApiRelease api) {
    return new HostListSummary(
        ref(),
        hardware.summary(identity.uuid()),
        runtime(),
        new HostConfigSummary(name(), 443, null, product.about(api), managed()),
        HostListSummaryQuickStats.builder()
            .overallCpuUsage(430)
            .overallMemoryUsage(usedMemory())
            .uptime(api.since(ApiRelease.V4_1, 864_000))
            .build(),
        configStatus(),
        false,
        identity.managementServer());
  }

  /** Its name, domain and name servers. */
  public HostDnsConfig dns() {
    return new HostDnsConfig.Plain(
        false,
        null,
        null,
        identity.hostName(),
        identity.domainName(),
        List.of("192.0.2.53"),
        identity.domainName().isEmpty() ? List.of() : List.of(identity.domainName()));
  }

  /** How it is connected, as the API shows it. */
  public ObjectOf networkInfo(ApiRelease api) {
    List<String> names = networks.objects().stream().map(Network::name).toList();
    int number = Math.floorMod(identity.uuid().hashCode(), 256);
    return new HostNetworks(dns(), names, number, api).info();
  }

  private ObjectOf config(ApiRelease api) {
    return ObjectBuilder.of("HostConfigInfo", api)
        .put("host", ref())
        .put("product", product.about(api))
        .later("fileSystemVolume", () -> volumes(api))
        .later("network", () -> networkInfo(api))
        .put(
            "virtualNicManagerInfo",
            api.has(ApiRelease.V4_0)
                ? ObjectBuilder.of("HostVirtualNicManagerInfo", api).build()
                : null)
        .put("autoStart", autoStart.config())
        .build();
  }

  /** The file systems of its datastores, as the API shows them. */
  public ObjectOf volumes(ApiRelease api) {
    return ObjectBuilder.of("HostFileSystemVolumeInfo", api)
        .put("volumeTypeList", List.of("VMFS", "NFS", "OTHER"))
        .put("mountInfo", fileSystems(api))
        .build();
  }

  private ObjectOf configManager(ApiRelease api) {
    ObjectBuilder services = ObjectBuilder.of("HostConfigManager", api);
    services.put("autoStartManager", autoStart.ref());
    for (RunningService service : RunningService.values()) {
      if (product.api().has(service.since())) {
        services.put(service.member(), service.of(this));
      }
    }
    return services.build();
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
