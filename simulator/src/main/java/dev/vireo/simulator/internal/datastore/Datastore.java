package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.DatastoreHostMount;
import dev.vireo.vim.types.DatastoreSummary;
import dev.vireo.vim.types.HostMountInfo;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectOf;
import java.util.List;

/** A datastore and the files on it (VI API {@code Datastore}). */
public final class Datastore extends ManagedEntity {

  private static final PropertyTable<Datastore> PROPERTIES =
      PropertyTable.<Datastore>of("Datastore", ManagedEntity.PROPERTIES)
          .with("info", (datastore, api) -> datastore.info(api))
          .with("capability", (datastore, api) -> datastore.capability(api))
          .with("summary", (datastore, api) -> datastore.summary(api))
          .with("host", (datastore, api) -> datastore.mounts(api))
          .with("vm", (datastore, api) -> datastore.vms.array())
          .with("browser", (datastore, api) -> datastore.browser.ref())
          .build();

  private static final long MAX_FILE = 69_201_586_814_976L;

  private final String mountPath;
  private final String fileSystem;
  private final DatastoreBrowser browser;
  private final FileStore files;
  private final References<HostSystem> hosts = new References<>();
  private final References<VirtualMachine> vms = new References<>();

  public Datastore(
      HostState state,
      ManagedObjectReference ref,
      String name,
      String mountPath,
      String fileSystem,
      UploadSpace space,
      long capacity) {
    super(state, ref, name);
    this.mountPath = mountPath;
    this.fileSystem = fileSystem;
    this.files = new FileStore(space, capacity, () -> state.write(() -> state.changed(this)));
    this.browser = DatastoreBrowser.of(this, () -> List.of(this));
  }

  /** What looks for files on it. */
  public DatastoreBrowser browser() {
    return browser;
  }

  /** The files on it. */
  public FileStore files() {
    return files;
  }

  public void add(HostSystem host) {
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

  public String mountPath() {
    return mountPath;
  }

  private boolean isVmfs() {
    return fileSystem.equals("VMFS");
  }

  private String url() {
    return "ds://" + mountPath + "/";
  }

  /** The file system that it is on one of its hosts. */
  public ObjectOf volume(ApiRelease api) {
    ObjectBuilder volume =
        ObjectBuilder.of(isVmfs() ? "HostVmfsVolume" : "HostLocalFileSystemVolume", api)
            .put("type", fileSystem)
            .put("name", name())
            .put("capacity", files.capacity());
    if (!isVmfs()) {
      return volume.put("device", mountPath).build();
    }
    int major = api.has(ApiRelease.V6_5) ? 6 : api.has(ApiRelease.V5_0) ? 5 : 3;
    ObjectOf extent =
        ObjectBuilder.of("HostScsiDiskPartition", api)
            .put("diskName", "mpx.vmhba0:C0:T0:L0")
            .put("partition", 3)
            .build();
    return volume
        .put("blockSizeMb", 1)
        .put("maxBlocks", 63_963_136)
        .put("majorVersion", major)
        .put("version", major + (major == 6 ? ".82" : major == 5 ? ".54" : ".46"))
        .put("uuid", mountPath.substring(mountPath.lastIndexOf('/') + 1))
        .put("extent", List.of(extent))
        .put("vmfsUpgradable", false)
        .put("ssd", true)
        .put("local", hosts.objects().size() <= 1)
        .build();
  }

  /** Where it is on its hosts. */
  public HostMountInfo mount(ApiRelease api) {
    return HostMountInfo.builder()
        .path(mountPath)
        .accessMode("readWrite")
        .mounted(api.since(ApiRelease.V5_0, true))
        .accessible(true)
        .build();
  }

  private ObjectOf info(ApiRelease api) {
    ObjectBuilder info =
        ObjectBuilder.of(isVmfs() ? "VmfsDatastoreInfo" : "LocalDatastoreInfo", api)
            .put("name", name())
            .put("url", url())
            .put("freeSpace", files.free())
            .put("maxFileSize", MAX_FILE)
            .put("maxVirtualDiskCapacity", MAX_FILE)
            .put("maxMemoryFileSize", MAX_FILE);
    return isVmfs()
        ? info.put("maxPhysicalRDMFileSize", MAX_FILE)
            .put("maxVirtualRDMFileSize", MAX_FILE)
            .put("vmfs", volume(api))
            .build()
        : info.put("path", mountPath).build();
  }

  private ObjectOf capability(ApiRelease api) {
    return ObjectBuilder.of("DatastoreCapability", api)
        .put("directoryHierarchySupported", true)
        .put("rawDiskMappingsSupported", isVmfs())
        .put("perFileThinProvisioningSupported", true)
        .put("topLevelDirectoryCreateSupported", true)
        .others(false)
        .build();
  }

  private DatastoreSummary summary(ApiRelease api) {
    return new DatastoreSummary(
        ref(),
        name(),
        url(),
        files.capacity(),
        files.free(),
        api.since(ApiRelease.V4_0, 0L),
        true,
        hosts.objects().size() > 1,
        fileSystem,
        api.since(ApiRelease.V5_0, "normal"));
  }

  private ArrayOf mounts(ApiRelease api) {
    HostMountInfo info = mount(api);
    List<DatastoreHostMount> mounts =
        hosts.objects().stream().map(host -> new DatastoreHostMount(host.ref(), info)).toList();
    return new ArrayOf("DatastoreHostMount", mounts);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
