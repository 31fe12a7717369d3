package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.DatastoreHostMount;
import dev.vireo.vim.types.DatastoreSummary;
import dev.vireo.vim.types.HostMountInfo;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** A datastore and the files on it (VI API {@code Datastore}). */
public final class Datastore extends ManagedEntity {

  private static final PropertyTable<Datastore> PROPERTIES =
      PropertyTable.<Datastore>of("Datastore", ManagedEntity.PROPERTIES)
          .with("summary", (datastore, api) -> datastore.summary(api))
          .with("host", (datastore, api) -> datastore.mounts())
          .with("vm", (datastore, api) -> datastore.vms.array())
          .with("browser", (datastore, api) -> datastore.browser.ref())
          .build();

  private static final long CAPACITY = 2L << 40;
  private static final long FREE = 1_288_490_188_800L;

  private final String mountPath;
  private final String fileSystem;
  private final DatastoreBrowser browser;
  private final FileStore files = new FileStore();
  private final References<HostSystem> hosts = new References<>();
  private final References<VirtualMachine> vms = new References<>();

  Datastore(
      HostState state,
      ManagedObjectReference ref,
      String name,
      String mountPath,
      String fileSystem) {
    super(state, ref, name);
    this.mountPath = mountPath;
    this.fileSystem = fileSystem;
    this.browser = new DatastoreBrowser(this);
  }

  /** What looks for files on it. */
  DatastoreBrowser browser() {
    return browser;
  }

  /** The files on it. */
  public FileStore files() {
    return files;
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

  private DatastoreSummary summary(ApiVersion api) {
    return new DatastoreSummary(
        ref(),
        name(),
        "ds://" + mountPath + "/",
        CAPACITY,
        FREE,
        api.since(ApiVersion.V4_0, 0L),
        true,
        hosts.objects().size() > 1,
        fileSystem,
        api.since(ApiVersion.V5_0, "normal"));
  }

  private ArrayOf mounts() {
    HostMountInfo info = new HostMountInfo(mountPath, "readWrite", true, true);
    List<DatastoreHostMount> mounts =
        hosts.objects().stream().map(host -> new DatastoreHostMount(host.ref(), info)).toList();
    return new ArrayOf("DatastoreHostMount", mounts);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
