package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.UpdateSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Watches filters for one session (VI API {@code PropertyCollector}). Versions are numbers: a
 * client that comes back with the last one has confirmed it; one that comes back with the one
 * before did not get the last answer and is sent it again; any other is refused.
 */
public final class CollectorObject extends ManagedObject {

  private static final PropertyTable<CollectorObject> PROPERTIES =
      PropertyTable.<CollectorObject>of("PropertyCollector")
          .with("filter", (collector, api) -> collector.filterArray())
          .build();

  private final HostState state;
  private final ReentrantLock lock = new ReentrantLock();
  // Read without the lock, because that is held while waiting for the host's state.
  private final List<FilterObject> filters = new CopyOnWriteArrayList<>();
  private long confirmedVersion;
  private long sentVersion;
  private long lastVersion;
  private final AtomicLong cancellations = new AtomicLong();
  private volatile boolean destroyed;

  /**
   * @param state the host's state
   * @param ref the collector's reference
   */
  public CollectorObject(HostState state, ManagedObjectReference ref) {
    super(ref);
    this.state = state;
  }

  /**
   * Adds a filter; its objects enter with the next update.
   *
   * @throws RaisedFault when the specification is wrong, or a start object does not exist
   */
  public FilterObject createFilter(PropertyFilterSpec spec, boolean partialUpdates, Viewer viewer) {
    FilterPlan plan = new FilterPlan(spec);
    state.read(() -> check(plan, viewer));
    ManagedObjectReference ref =
        new ManagedObjectReference("PropertyFilter", "session[" + UUID.randomUUID() + "]filter");
    FilterObject filter = new FilterObject(state, ref, plan, partialUpdates);
    filters.add(filter);
    state.wake();
    return filter;
  }

  private static boolean check(FilterPlan plan, Viewer viewer) {
    Selection.Found found = plan.selection().find(viewer);
    if (!plan.reportsMissingObjects() && !found.missing().isEmpty()) {
      throw Faults.objectNotFound(found.missing().getFirst());
    }
    for (ManagedObject object : found.objects()) {
      plan.content(object, viewer);
    }
    return true;
  }

  /** Removes a filter; false when this collector does not have it. */
  public boolean destroyFilter(ManagedObjectReference ref) {
    return filters.removeIf(filter -> filter.ref().equals(ref));
  }

  /** Removes all filters, and ends all waits, for good. */
  public List<FilterObject> destroy() {
    destroyed = true;
    state.wake();
    List<FilterObject> all = List.copyOf(filters);
    filters.clear();
    return all;
  }

  /** Ends the waits under way with {@code RequestCanceled}. */
  public void cancelWaits() {
    cancellations.incrementAndGet();
    state.wake();
  }

  /**
   * Waits for changes of what the filters select.
   *
   * @param version the version that the client knows; empty for none
   * @param nanos longest wait; zero or less to look only
   * @param maxObjects most object updates in one answer
   * @return the changes; null when there were none in time
   * @throws RaisedFault when the version is wrong, or the wait or the session ended
   */
  public @Nullable UpdateSet await(String version, long nanos, int maxObjects, Viewer viewer)
      throws InterruptedException {
    long cancellationsBefore = cancellations.get();
    accept(version);
    long left = nanos;
    while (true) {
      long seen = state.version();
      UpdateSet updates = collect(maxObjects, viewer);
      if (updates != null || left <= 0) {
        return updates;
      }
      left = state.awaitBeyond(seen, left);
      RaisedFault refusal = viewer.refusal(this, "filter");
      if (refusal != null) {
        throw refusal;
      }
      if (cancellations.get() != cancellationsBefore || destroyed) {
        throw Faults.requestCanceled();
      }
    }
  }

  private void accept(String version) {
    lock.lock();
    try {
      if (version.isEmpty()) {
        filters.forEach(FilterObject::forget);
        confirmedVersion = 0;
        sentVersion = 0;
      } else if (version.equals(Long.toString(sentVersion)) && sentVersion > 0) {
        filters.forEach(FilterObject::confirm);
        confirmedVersion = sentVersion;
      } else if (version.equals(Long.toString(confirmedVersion)) && confirmedVersion > 0) {
        filters.forEach(FilterObject::retract);
      } else {
        throw Faults.invalidCollectorVersion();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable UpdateSet collect(int maxObjects, Viewer viewer) {
    lock.lock();
    try {
      return state.read(() -> collectLocked(maxObjects, viewer));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable UpdateSet collectLocked(int maxObjects, Viewer viewer) {
    List<PropertyFilterUpdate> updates = new ArrayList<>();
    int left = maxObjects;
    boolean truncated = false;
    for (FilterObject filter : filters) {
      PropertyFilterUpdate update = filter.update(viewer, left);
      truncated |= filter.truncated();
      if (update != null) {
        updates.add(update);
        left -= update.objectSet().size();
      }
    }
    if (updates.isEmpty()) {
      return null;
    }
    sentVersion = ++lastVersion;
    return new UpdateSet(Long.toString(sentVersion), updates, truncated ? Boolean.TRUE : null);
  }

  /** Number of its filters. */
  public int filterCount() {
    return filters.size();
  }

  private ArrayOf filterArray() {
    return ArrayOf.references(filters.stream().map(FilterObject::ref).toList());
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
