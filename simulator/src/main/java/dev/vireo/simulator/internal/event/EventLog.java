package dev.vireo.simulator.internal.event;

import dev.vireo.simulator.internal.description.EventDescriptions;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a host, the last thousand events (VI API {@code EventManager}). Guarded by
 * {@link HostState}.
 */
public final class EventLog extends ManagedObject {

  private static final int MAX_COLLECTORS = 1000;
  private static final int MAX_EVENTS = 1000;

  private static final PropertyTable<EventLog> PROPERTIES =
      PropertyTable.<EventLog>of("EventManager")
          .with("description", (log, api) -> EventDescriptions.of(api))
          .with(
              "latestEvent",
              (log, api) -> log.events.isEmpty() ? null : log.events.getLast().shown(api))
          .with("maxCollector", (log, api) -> MAX_COLLECTORS)
          .build();

  private final HostState state;
  private final InstantSource clock;
  private final ManagedObjectReference root;
  private final ArrayDeque<LoggedEvent> events = new ArrayDeque<>();
  private final Set<ManagedObject> watchers = ConcurrentHashMap.newKeySet();
  private int numbers;

  /**
   * @param root the root folder
   */
  public EventLog(
      HostState state,
      ManagedObjectReference ref,
      ManagedObjectReference root,
      InstantSource clock) {
    super(ref);
    this.state = state;
    this.clock = clock;
    this.root = root;
  }

  /**
   * Notes an event. Under {@link HostState#write}.
   *
   * @param type its VI type
   * @param user who caused it; empty for the host itself
   * @param entity what it is about; null for nothing in the inventory
   * @param details what its type tells beyond all events, by member
   */
  public void add(
      String type, String user, @Nullable ManagedEntity entity, Map<String, Object> details) {
    int number = ++numbers;
    events.add(
        new LoggedEvent(
            number,
            number,
            clock.instant(),
            user,
            type,
            EventPlace.of(entity, root),
            Map.copyOf(details)));
    if (events.size() > MAX_EVENTS) {
      events.removeFirst();
    }
    state.changed(this);
    watchers.forEach(state::changed);
  }

  /** The events, oldest first; under {@link HostState#read}. */
  public List<LoggedEvent> events() {
    return List.copyOf(events);
  }

  /** Lets an object that shows events change with them. */
  public void watch(ManagedObject watcher) {
    watchers.add(watcher);
  }

  /** Ends {@link #watch}. */
  public void unwatch(ManagedObject watcher) {
    watchers.remove(watcher);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
