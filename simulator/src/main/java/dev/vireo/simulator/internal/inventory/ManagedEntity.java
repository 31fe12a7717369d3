package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.References;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of the inventory tree (VI API {@code ManagedEntity}): it has a name and a parent. */
public abstract class ManagedEntity extends ManagedObject {

  public static final PropertyTable<ManagedEntity> PROPERTIES =
      PropertyTable.<ManagedEntity>of(
              "ManagedEntity", PropertyTable.<ManagedEntity>of("ExtensibleManagedObject").build())
          .with("parent", (entity, api) -> entity.parent == null ? null : entity.parent.ref())
          .with("customValue", (entity, api) -> new ArrayOf("CustomFieldValue", List.of()))
          .with("overallStatus", (entity, api) -> entity.configStatus)
          .with("configStatus", (entity, api) -> entity.configStatus)
          .with("configIssue", (entity, api) -> new ArrayOf("Event", List.of()))
          .with("effectiveRole", (entity, api) -> new ArrayOf("int", List.of(-1)))
          .with("permission", (entity, api) -> new ArrayOf("Permission", entity.permissions))
          .with("name", (entity, api) -> entity.name)
          .with("disabledMethod", (entity, api) -> new ArrayOf("string", List.of()))
          .with("recentTask", (entity, api) -> entity.recentTasks.array())
          .with("declaredAlarmState", (entity, api) -> new ArrayOf("AlarmState", List.of()))
          .since(
              ApiRelease.V4_0,
              "triggeredAlarmState",
              (entity, api) -> new ArrayOf("AlarmState", List.of()))
          .since(ApiRelease.V4_0, "alarmActionsEnabled", (entity, api) -> true)
          .since(ApiRelease.V4_0, "tag", (entity, api) -> new ArrayOf("Tag", List.of()))
          .build();

  /** Tasks that {@code recentTask} shows at most. */
  private static final int MAX_RECENT_TASKS = 5;

  public final HostState state;
  private String name;
  private @Nullable ManagedEntity parent;
  private List<Permission> permissions = List.of();
  private ManagedEntityStatus configStatus = ManagedEntityStatus.GREEN;
  private final References<Task> recentTasks = new References<>();

  public ManagedEntity(HostState state, ManagedObjectReference ref, String name) {
    super(ref);
    this.state = state;
    this.name = name;
  }

  /**
   * The name as the VI API shows it, with slash, backslash and percent sign written as {@code %2f},
   * {@code %5c} and {@code %25}.
   */
  public final String name() {
    return name;
  }

  /** Shows the permissions that are given on it. Under {@link HostState#write}. */
  public final void showPermissions(List<Permission> given) {
    permissions = List.copyOf(given);
    state.changed(this);
  }

  /** Gives it another name, with the escapes of the VI API. Under {@link HostState#write}. */
  protected final void rename(String newName) {
    this.name = newName;
  }

  /** The entity that this one lies in; null for the root and what is not there any more. */
  public final @Nullable ManagedEntity parent() {
    return parent;
  }

  final void setParent(@Nullable ManagedEntity newParent) {
    this.parent = newParent;
  }

  /** What lies directly below this entity for inventory paths, searches and container views. */
  public List<? extends ManagedEntity> children() {
    return List.of();
  }

  /** Sets {@code configStatus} and {@code overallStatus}. */
  public final void setConfigStatus(ManagedEntityStatus status) {
    this.configStatus = status;
    state.changed(this);
  }

  public final ManagedEntityStatus configStatus() {
    return configStatus;
  }

  public final void addRecentTask(Task task) {
    recentTasks.add(task);
    if (recentTasks.objects().size() > MAX_RECENT_TASKS) {
      recentTasks.remove(recentTasks.objects().getFirst());
    }
    state.restructured(this);
  }

  public final void removeRecentTask(Task task) {
    if (recentTasks.remove(task)) {
      state.restructured(this);
    }
  }

  /** The datacenter that this entity lies in or is; null above datacenters. */
  public final @Nullable Datacenter datacenter() {
    for (ManagedEntity entity = this; entity != null; entity = entity.parent) {
      if (entity instanceof Datacenter datacenter) {
        return datacenter;
      }
    }
    return null;
  }
}
