package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MissingObject;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyChangeOp;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertyFilterUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client watches (VI API {@code PropertyFilter}). It remembers what the client has confirmed
 * to know of each object, and what was sent but not yet confirmed; an update is the difference
 * between the first and the present. Guarded by its collector.
 */
public final class FilterObject extends ManagedObject {

  private static final PropertyTable<FilterObject> PROPERTIES =
      PropertyTable.<FilterObject>of("PropertyFilter")
          .with("spec", (filter, api) -> filter.plan.spec())
          .with("partialUpdates", (filter, api) -> filter.partialUpdates)
          .build();

  /** What a client knows of one object: its values in the order of the plan's paths. */
  private record Known(long version, List<@Nullable Object> values) {}

  private final HostState state;
  private final FilterPlan plan;
  private final boolean partialUpdates;
  private final Map<ManagedObject, Known> confirmed = new LinkedHashMap<>();
  private final Map<ManagedObject, @Nullable Known> sent = new LinkedHashMap<>();
  private Selection.@Nullable Found found;
  private long foundAt = -1;
  private boolean missingReported;
  private boolean truncated;

  FilterObject(
      HostState state, ManagedObjectReference ref, FilterPlan plan, boolean partialUpdates) {
    super(ref);
    this.state = state;
    this.plan = plan;
    this.partialUpdates = partialUpdates;
  }

  /** The specification. */
  public PropertyFilterSpec spec() {
    return plan.spec();
  }

  /** The client knows what was sent last. */
  void confirm() {
    sent.forEach((object, known) -> {
      if (known == null) {
        confirmed.remove(object);
      } else {
        confirmed.put(object, known);
      }
    });
    sent.clear();
  }

  /** The client did not get what was sent last, and is to be sent it again. */
  void retract() {
    sent.clear();
  }

  /** The client knows nothing. */
  void forget() {
    confirmed.clear();
    sent.clear();
    missingReported = false;
  }

  /**
   * What changed since what the client has confirmed; null for nothing.
   *
   * @param limit most objects to report; the rest follows next time
   */
  @Nullable PropertyFilterUpdate update(Viewer viewer, int limit) {
    Selection.Found now = select(viewer);
    List<ObjectUpdate> updates = new ArrayList<>();
    Set<ManagedObject> present = new HashSet<>();
    truncated = false;
    for (ManagedObject object : now.objects()) {
      present.add(object);
      ObjectUpdate update = updateOf(object, viewer);
      if (update == null) {
        continue;
      }
      if (updates.size() >= limit) {
        sent.remove(object);
        truncated = true;
        return result(updates, now.missing());
      }
      updates.add(update);
    }
    addLeavers(present, updates, limit);
    return result(updates, now.missing());
  }

  private void addLeavers(Set<ManagedObject> present, List<ObjectUpdate> updates, int limit) {
    for (ManagedObject object : List.copyOf(confirmed.keySet())) {
      if (present.contains(object)) {
        continue;
      }
      if (updates.size() >= limit) {
        truncated = true;
        return;
      }
      sent.put(object, null);
      updates.add(new ObjectUpdate(ObjectUpdateKind.LEAVE, object.ref(), List.of(), List.of()));
    }
  }

  /** Whether the last update left something out because of its limit. */
  boolean truncated() {
    return truncated;
  }

  /** Finds the objects again when references have changed since the last time. */
  private Selection.Found select(Viewer viewer) {
    Selection.Found known = found;
    // An object may also be deleted without anything that refers to it being read here.
    if (known == null || foundAt < state.structureVersion()) {
      foundAt = state.version();
      known = plan.selection().find(viewer);
      found = known;
    }
    return known;
  }

  private @Nullable ObjectUpdate updateOf(ManagedObject object, Viewer viewer) {
    Known before = confirmed.get(object);
    if (before != null && before.version() == object.version()) {
      return null;
    }
    List<PropertyPath> paths = plan.pathsFor(object, viewer.api());
    if (paths == null) {
      return null;
    }
    List<MissingProperty> missing = new ArrayList<>(0);
    List<@Nullable Object> values = new ArrayList<>(paths.size());
    List<PropertyChange> changes = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      PropertyPath path = paths.get(i);
      RaisedFault refusal = viewer.refusal(object, path.property());
      Object value = refusal == null ? path.read(object, viewer.api()) : null;
      values.add(value);
      if (refusal != null && before == null) {
        missing.add(new MissingProperty(path.text(), Faults.localized(refusal)));
      }
      boolean changed =
          before == null ? value != null : !Objects.equals(value, before.values().get(i));
      if (changed) {
        // A value that is unset now is an assignment of nothing.
        changes.add(new PropertyChange(path.text(), PropertyChangeOp.ASSIGN, value));
      }
    }
    Known after = new Known(object.version(), values);
    if (before != null && changes.isEmpty()) {
      // Nothing that the client watches: no need to look again until the next change.
      confirmed.put(object, after);
      return null;
    }
    sent.put(object, after);
    ObjectUpdateKind kind = before == null ? ObjectUpdateKind.ENTER : ObjectUpdateKind.MODIFY;
    return new ObjectUpdate(kind, object.ref(), changes, missing);
  }

  private @Nullable PropertyFilterUpdate result(
      List<ObjectUpdate> updates, Collection<ManagedObjectReference> missing) {
    List<MissingObject> missingObjects = new ArrayList<>(0);
    if (!missingReported && plan.reportsMissingObjects()) {
      for (ManagedObjectReference ref : missing) {
        missingObjects.add(new MissingObject(ref, Faults.localized(Faults.objectNotFound(ref))));
      }
    }
    missingReported = true;
    return updates.isEmpty() && missingObjects.isEmpty()
        ? null
        : new PropertyFilterUpdate(ref(), updates, missingObjects);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
