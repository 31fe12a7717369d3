package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.definition.Surroundings;
import dev.vireo.simulator.internal.definition.VmxFile;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.inventory.Network;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A virtual machine (VI API {@code VirtualMachine}). What it shows is made by {@link VmView}. */
public final class VirtualMachine extends ManagedEntity {

  private static final int LARGEST_VMX = 4 << 20;

  private static final PropertyTable<VirtualMachine> PROPERTIES =
      PropertyTable.<VirtualMachine>of("VirtualMachine", ManagedEntity.PROPERTIES)
          .with("capability", (vm, api) -> VmConfig.capability(api))
          .with("config", VmConfig::of)
          .with("layout", VmFiles::layout)
          .since(ApiRelease.V4_0, "layoutEx", VmFiles::layoutEx)
          .since(ApiRelease.V4_0, "storage", VmFiles::storage)
          .with("environmentBrowser", (vm, api) -> vm.place.host().environmentBrowser())
          .with("resourceConfig", VmConfig::resources)
          .with("runtime", VmView::runtime)
          .with("guest", VmView::guest)
          .with("summary", VmView::summary)
          .with("guestHeartbeatStatus", (vm, api) -> VmView.heartbeat(vm))
          .with("resourcePool", (vm, api) -> vm.place.pool().ref())
          .with("datastore", (vm, api) -> vm.datastores.array())
          .with("network", (vm, api) -> vm.networks.array())
          .since(ApiRelease.V4_1, "parentVApp", (vm, api) -> null)
          .with("snapshot", (vm, api) -> VmSnapshots.info(vm, api))
          .since(ApiRelease.V4_1, "rootSnapshot", (vm, api) -> VmSnapshots.roots(vm))
          .build();

  /**
   * Where a machine runs.
   *
   * @param host the host
   * @param pool the resource pool
   */
  public record Place(HostSystem host, ResourcePool pool) {}

  /**
   * A question that waits for its answer.
   *
   * @param id identifier for {@code AnswerVM}
   * @param question the question
   */
  record Pending(String id, GuestQuestion question) {}

  private MachineDefinition definition;
  private Place place;
  private final References<Datastore> datastores = new References<>();
  private final References<Network> networks = new References<>();
  private final ApiRelease hostApi;
  private final Instant created;
  private Instant modified;

  /** The file that it was read from, with what has become of it; null for one that was made. */
  private @Nullable VmxDocument document;

  private PowerState power = PowerState.OFF;
  private ToolsState tools = ToolsState.RUNNING;
  private @Nullable Instant bootTime;
  private @Nullable Instant suspendTime;
  private final List<String> answers = new ArrayList<>();
  private @Nullable Pending pending;
  private @Nullable GuestQuestion armed;
  private @Nullable Task activeTask;

  public VirtualMachine(
      HostState state,
      ManagedObjectReference ref,
      MachineDefinition definition,
      Place place,
      ApiRelease hostApi,
      Instant created) {
    super(state, ref, definition.escapedName());
    this.definition = definition;
    this.place = place;
    this.hostApi = hostApi;
    this.created = created;
    this.modified = created;
  }

  /** The name as users write it, without the API's escapes. */
  public String userName() {
    return definition.name();
  }

  /** The UUID that the guest sees. */
  public UUID biosUuid() {
    return definition.biosUuid();
  }

  /** The UUID that tells the machine from others; null on hosts before API 4.0. */
  public @Nullable UUID instanceUuid() {
    return hostApi.since(ApiRelease.V4_0, definition.instanceUuid());
  }

  /** What it is made of. */
  public MachineDefinition definition() {
    return definition;
  }

  public Place place() {
    return place;
  }

  public Instant created() {
    return created;
  }

  /** Number of its IP address among the machines, from the digits of its reference. */
  int number() {
    String value = ref().value();
    return Integer.parseInt(value.substring(value.indexOf('-') + 1));
  }

  /** Whether it runs. */
  public PowerState power() {
    return power;
  }

  /** The power state as the VI API names it. */
  public VirtualMachinePowerState wirePower() {
    return wirePower(power);
  }

  static VirtualMachinePowerState wirePower(PowerState power) {
    return switch (power) {
      case ON -> VirtualMachinePowerState.POWERED_ON;
      case OFF -> VirtualMachinePowerState.POWERED_OFF;
      case SUSPENDED -> VirtualMachinePowerState.SUSPENDED;
    };
  }

  /** Sets the power state at once, without task or precondition. */
  public void setPower(PowerState newPower, Instant now) {
    int memory = definition.memoryMb();
    place.host().useMemory((newPower == PowerState.ON ? memory : 0) - memoryInUse());
    if (newPower == PowerState.OFF) {
      bootTime = null;
    } else if (power == PowerState.OFF) {
      bootTime = now; // and that it stays, whatever suspends, resets or reboots it
    }
    power = newPower;
    suspendTime = newPower == PowerState.SUSPENDED ? now : null;
    state.changed(this);
  }

  public int memoryInUse() {
    return power == PowerState.ON ? definition.memoryMb() : 0;
  }

  /**
   * Goes to another host and pool, and becomes another machine there, which writes its file. Under
   * write.
   *
   * @throws RaisedFault when the file cannot say what it becomes
   */
  void move(Place next, MachineDefinition machine, Instant now) {
    Place before = place;
    if (!before.host().equals(next.host())) {
      before.host().autoStart().remove(this);
      before.host().useMemory(-memoryInUse());
      before.host().remove(this);
      next.host().add(this);
      next.host().useMemory(memoryInUse());
    }
    if (!before.pool().equals(next.pool())) {
      before.pool().remove(this);
      next.pool().add(this);
    }
    place = next;
    become(machine, now);
  }

  @Nullable Instant bootTime() {
    return bootTime;
  }

  @Nullable Instant suspendTime() {
    return suspendTime;
  }

  /** State of VMware Tools. */
  public ToolsState tools() {
    return tools;
  }

  /** Changes the state of VMware Tools. */
  public void setTools(ToolsState newTools) {
    tools = newTools;
    state.changed(this);
  }

  /** Whether VMware Tools can do something right now. */
  public boolean toolsRun() {
    return power == PowerState.ON && tools == ToolsState.RUNNING;
  }

  /** The question that waits for an answer; null for none. */
  @Nullable Pending pending() {
    return pending;
  }

  /** The text of the question that waits for an answer; null for none. */
  public @Nullable String pendingText() {
    return pending == null ? null : pending.question().text();
  }

  /** Asks at once. A task that starts now waits for the answer, too. */
  public void ask(GuestQuestion question) {
    pending = new Pending(UUID.randomUUID().toString(), question);
    state.changed(this);
  }

  /** Lets the next power task ask. */
  public void arm(GuestQuestion question) {
    armed = question;
  }

  /** Asks what was armed, if anything; gives whether a question waits now. */
  boolean asks() {
    GuestQuestion question = armed;
    if (question != null && pending == null) {
      armed = null;
      ask(question);
    }
    return pending != null;
  }

  /** Notes the answer to the question that waits, which is over then. */
  void answered(String key) {
    answers.add(key);
    clearQuestion();
  }

  /** Keys of the answers to its questions, oldest first. */
  public List<String> answers() {
    return List.copyOf(answers);
  }

  void clearQuestion() {
    if (pending != null) {
      pending = null;
      state.changed(this);
    }
  }

  /** The task that changes this machine now; null for none. */
  @Nullable Task activeTask() {
    return activeTask;
  }

  void setActiveTask(@Nullable Task task) {
    activeTask = task;
  }

  /** When its configuration was last changed. */
  Instant modified() {
    return modified;
  }

  /** Tells versions of its configuration apart. */
  public String changeVersion() {
    return modified.toString();
  }

  /** The datastores of its files. */
  public List<Datastore> datastores() {
    return datastores.objects();
  }

  /** A datastore path, with the names of the host's datastores known; null for what is none. */
  public @Nullable DatastorePath path(String path) {
    return place.host().path(path);
  }

  /** The datastore that a path is on; null when the host has none such. */
  public @Nullable Datastore datastoreOf(String path) {
    DatastorePath parsed = path(path);
    return parsed == null ? null : place.host().datastore(parsed.datastore());
  }

  /** The network of this name; null when the host has none such. */
  @Nullable Network network(String name) {
    for (Network network : place.host().networks()) {
      if (network.name().equals(name)) {
        return network;
      }
    }
    return null;
  }

  /** The datastore of the VMX file. */
  Datastore home() {
    Datastore home = place.host().datastore(definition.vmx().datastore());
    if (home == null) {
      throw new IllegalStateException(this + " lies on no datastore of its host");
    }
    return home;
  }

  /** What names of files in its VMX file mean. */
  public FileNameResolver names() {
    return place.host().names(definition.vmx());
  }

  /** Whether the memory of snapshots has files of its own. */
  boolean keepsMemoryApart() {
    return hostApi.has(ApiRelease.V6_0);
  }

  /** Its files, with those of snapshots and of all disks that its own are on top of. */
  public List<DatastorePath> files() {
    return VmFiles.paths(this);
  }

  private boolean writesInstanceUuid() {
    return hostApi.has(ApiRelease.V4_0);
  }

  /** Content of the VMX file that the product would have written. */
  public String vmxText() {
    VmxDocument known = document;
    return known == null ? VmxFile.text(definition, names(), writesInstanceUuid()) : known.text();
  }

  /** Joins the datastores and networks that its definition names. Under write. */
  public void join() {
    Set<Datastore> wanted = new LinkedHashSet<>(List.of(home()));
    Set<Network> connected = new LinkedHashSet<>();
    for (HardwareDevice device : definition.devices()) {
      String file = device.fileName();
      Datastore datastore = file == null ? null : datastoreOf(file);
      if (datastore != null) {
        wanted.add(datastore);
      }
      String name = device.isA("VirtualEthernetCard") ? device.backingText("deviceName") : null;
      Network network = name == null ? null : network(name);
      if (network != null) {
        connected.add(network);
      }
    }
    belongTo(wanted, connected);
  }

  /** Leaves all datastores and networks. Under write. */
  public void leaveAll() {
    belongTo(Set.of(), Set.of());
  }

  private void belongTo(Set<Datastore> files, Set<Network> connections) {
    exchange(datastores, files, each -> each.add(this), each -> each.remove(this));
    exchange(networks, connections, each -> each.add(this), each -> each.remove(this));
  }

  private static <T extends ManagedObject> void exchange(
      References<T> joined, Set<T> wanted, Consumer<T> join, Consumer<T> leave) {
    for (T each : List.copyOf(joined.objects())) {
      if (!wanted.contains(each)) {
        joined.remove(each);
        leave.accept(each);
      }
    }
    for (T each : wanted) {
      if (!joined.contains(each)) {
        joined.add(each);
        join.accept(each);
      }
    }
  }

  /**
   * Becomes another machine, and writes its file. Under write.
   *
   * @throws RaisedFault when the file cannot say it
   */
  public void become(MachineDefinition next, Instant now) {
    VmxDocument known = document;
    if (known != null) {
      try {
        document = VmxFile.updated(known, definition, next, names(), writesInstanceUuid());
      } catch (IllegalArgumentException e) {
        throw MachineFaults.invalidFormat();
      }
    }
    take(next, now);
    writeFile(now);
  }

  private void take(MachineDefinition next, Instant now) {
    int before = memoryInUse();
    definition = next;
    modified = now;
    place.host().useMemory(memoryInUse() - before);
    rename(next.escapedName());
    join();
    state.restructured(this);
  }

  /** Writes its file as it is to be. Under write. */
  public void writeFile(Instant now) {
    VmxDocument known = document;
    home()
        .files()
        .put(
            definition.vmx().path(),
            known == null
                ? new FileContent.Generated(() -> vmxText().getBytes(StandardCharsets.UTF_8), now)
                : new FileContent.Stored(known.toBytes(), now));
  }

  /**
   * Reads its file again, as after an upload of another one. What it does not say of identities and
   * snapshots stays. Under write.
   *
   * @throws RaisedFault when there is no such file, or it cannot be read
   */
  public void reload(Instant now, Supplier<String> macs) {
    MachineDefinition old = definition;
    FileContent content = home().files().get(old.vmx().path());
    if (content == null) {
      throw Faults.fileNotFound(old.vmx().toString());
    }
    VmxDocument file = parse(content);
    MachineDefinition read = VmxFile.read(file, old.vmx(), surroundings(place.host(), old, macs));
    document = VmxFile.completed(file, read, names(), writesInstanceUuid());
    take(read.with(edit -> edit.snapshots(old.snapshots())), now);
    writeFile(now);
  }

  /** Notes the file that it was read from. Under write. */
  public void wasReadFrom(VmxDocument file) {
    document = VmxFile.completed(file, definition, names(), writesInstanceUuid());
  }

  /**
   * Reads a file as a VMX file.
   *
   * @throws RaisedFault {@code InvalidFormat} when it is none
   */
  public static VmxDocument parse(FileContent content) {
    try {
      return VmxDocument.parse(content.head(LARGEST_VMX));
    } catch (VmxSyntaxException e) {
      throw MachineFaults.invalidFormat();
    }
  }

  private static Surroundings surroundings(
      HostSystem host, MachineDefinition old, Supplier<String> macs) {
    return new Surroundings(
        host.names(old.vmx()), host::disk, old::biosUuid, old::instanceUuid, macs);
  }

  /**
   * The VMX file as it is now, which clients may have changed, up to a size that no VMX file has;
   * empty when it is gone.
   */
  public byte[] vmxFile() {
    FileContent content = home().files().get(definition.vmx().path());
    return content == null ? new byte[0] : content.head(LARGEST_VMX);
  }

  /** Replaces the VMX file, as an upload does; what the machine is does not change. */
  public void setVmxFile(byte[] bytes, Instant now) {
    home().files().put(definition.vmx().path(), new FileContent.Stored(bytes, now));
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
