package dev.vireo.simulator.internal.machine;

import dev.vireo.simulator.GuestQuestion;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.ToolsState;
import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.inventory.Network;
import dev.vireo.simulator.internal.inventory.ResourcePool;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiVersion;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A virtual machine (VI API {@code VirtualMachine}). What it shows is made by {@link VmView}. */
public final class VirtualMachine extends ManagedEntity {

  private static final int LARGEST_VMX = 4 << 20;

  private static final PropertyTable<VirtualMachine> PROPERTIES =
      PropertyTable.<VirtualMachine>of("VirtualMachine", ManagedEntity.PROPERTIES)
          .with("capability", (vm, api) -> VmConfig.capability(api))
          .with("config", VmConfig::of)
          .with("layout", VmFiles::layout)
          .since(ApiVersion.V4_0, "layoutEx", VmFiles::layoutEx)
          .since(ApiVersion.V4_0, "storage", VmFiles::storage)
          .with("environmentBrowser", (vm, api) -> vm.place.host().environmentBrowser())
          .with("resourceConfig", VmConfig::resources)
          .with("runtime", VmView::runtime)
          .with("guest", VmView::guest)
          .with("summary", VmView::summary)
          .with("guestHeartbeatStatus", (vm, api) -> VmView.heartbeat(vm))
          .with("resourcePool", (vm, api) -> vm.place.pool().ref())
          .with("datastore", (vm, api) -> ArrayOf.references(List.of(vm.place.datastore().ref())))
          .with("network", (vm, api) -> ArrayOf.references(List.of(vm.place.network().ref())))
          .since(ApiVersion.V4_1, "parentVApp", (vm, api) -> null)
          .with("snapshot", (vm, api) -> null)
          .since(ApiVersion.V4_1, "rootSnapshot", (vm, api) -> ArrayOf.references(List.of()))
          .build();

  /**
   * Where a machine runs and keeps its files.
   *
   * @param host the host
   * @param pool the resource pool
   * @param datastore the datastore of its files
   * @param network the network of its card
   */
  public record Place(HostSystem host, ResourcePool pool, Datastore datastore, Network network) {}

  /**
   * A question that waits for its answer.
   *
   * @param id identifier for {@code AnswerVM}
   * @param question the question
   */
  record Pending(String id, GuestQuestion question) {}

  private final VmDefinition definition;
  private final Place place;
  private final ApiVersion hostApi;
  private final Instant created;
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
      VmDefinition definition,
      Place place,
      ApiVersion hostApi,
      Instant created) {
    super(state, ref, definition.escapedName());
    this.definition = definition;
    this.place = place;
    this.hostApi = hostApi;
    this.created = created;
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
    return hostApi.since(ApiVersion.V4_0, definition.instanceUuid());
  }

  public VmDefinition definition() {
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
  VirtualMachinePowerState wirePower() {
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
    power = newPower;
    if (newPower == PowerState.ON) {
      bootTime = now;
    } else {
      bootTime = null;
    }
    suspendTime = newPower == PowerState.SUSPENDED ? now : null;
    state.changed(this);
  }

  public int memoryInUse() {
    return power == PowerState.ON ? definition.memoryMb() : 0;
  }

  /** Notes that the guest starts anew. */
  void rebooted(Instant now) {
    bootTime = now;
    state.changed(this);
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

  /** Content of the VMX file that the product would have written. */
  public String vmxText() {
    return definition.vmxText(hostApi);
  }

  /**
   * The VMX file as it is now, which clients may have changed, up to a size that no VMX file has;
   * empty when it is gone.
   */
  public byte[] vmxFile() {
    FileContent content = place.datastore().files().get(definition.vmx().path());
    return content == null ? new byte[0] : content.head(LARGEST_VMX);
  }

  /** Replaces the VMX file, as an upload does; what the machine is does not change. */
  public void setVmxFile(byte[] bytes, Instant now) {
    place.datastore().files().put(definition.vmx().path(), new FileContent.Stored(bytes, now));
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
