package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;

/** A datacenter with its four folders (VI API {@code Datacenter}). */
public final class Datacenter extends ManagedEntity {

  private static final PropertyTable<Datacenter> PROPERTIES =
      PropertyTable.<Datacenter>of("Datacenter", ManagedEntity.PROPERTIES)
          .with("vmFolder", (datacenter, api) -> datacenter.vmFolder.ref())
          .with("hostFolder", (datacenter, api) -> datacenter.hostFolder.ref())
          .since(
              ApiRelease.V4_0,
              "datastoreFolder",
              (datacenter, api) -> datacenter.datastoreFolder.ref())
          .since(
              ApiRelease.V4_0, "networkFolder", (datacenter, api) -> datacenter.networkFolder.ref())
          .with("datastore", (datacenter, api) -> datacenter.datastores.array())
          .with("network", (datacenter, api) -> datacenter.networks.array())
          .since(
              ApiRelease.V5_1,
              "configuration",
              (datacenter, api) -> ObjectBuilder.of("DatacenterConfigInfo", api).build())
          .build();

  private final Folder vmFolder;
  private final Folder hostFolder;
  private final Folder datastoreFolder;
  private final Folder networkFolder;
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();

  Datacenter(
      HostState state,
      ManagedObjectReference ref,
      String name,
      Folder vmFolder,
      Folder hostFolder,
      Folder datastoreFolder,
      Folder networkFolder) {
    super(state, ref, name);
    this.vmFolder = vmFolder;
    this.hostFolder = hostFolder;
    this.datastoreFolder = datastoreFolder;
    this.networkFolder = networkFolder;
    for (Folder folder : List.of(vmFolder, hostFolder, datastoreFolder, networkFolder)) {
      folder.setParent(this);
    }
  }

  void add(Datastore datastore) {
    datastores.add(datastore);
    datastoreFolder.add(datastore);
    state.restructured(this);
  }

  void add(Network network) {
    networks.add(network);
    networkFolder.add(network);
    state.restructured(this);
  }

  /** The folder of the virtual machines. */
  public Folder vmFolder() {
    return vmFolder;
  }

  Folder hostFolder() {
    return hostFolder;
  }

  /** The datastores of this datacenter. */
  public List<Datastore> datastores() {
    return datastores.objects();
  }

  @Override
  public List<Folder> children() {
    return List.of(vmFolder, hostFolder, datastoreFolder, networkFolder);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
