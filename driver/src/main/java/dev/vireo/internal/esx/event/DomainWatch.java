package dev.vireo.internal.esx.event;

import dev.vireo.DomainState;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.LifecycleDetail;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.VmEventArgument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of all machines of a host; turns its news into events. For one thread.
 *
 * <p>The host's log tells what happened, in order and without gaps, whether or not properties show
 * it: of a machine that was started and stopped since the last answer they show nothing. Properties
 * tell what is. So the log is believed first; where properties still differ from what was told a
 * second later, the log does not have it, and the difference is told.
 */
final class DomainWatch {

  /** After so long the log does not explain any more what properties show. */
  private static final Duration DOUBT = Duration.ofSeconds(1);

  /** So many machines, and events of one, are remembered that properties do not show. */
  private static final int MOST_UNSEEN = 1000;

  /** A map that forgets the oldest. */
  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MOST_UNSEEN;
    }
  }

  private final MachineIdentity identity;
  private final Subscribers subscribers;
  private final WaitClock clock;
  private final LoggedEvents meanings;
  private final Map<String, ObservedDomain> domains = new LinkedHashMap<>();
  private final Map<ObservedDomain, Long> doubtful = new LinkedHashMap<>();

  /** What the log says of machines that properties do not show yet. */
  private final Map<String, List<Event>> unseen = new Bounded<>();

  /** Machines that are gone by the log, and that properties may still show. */
  private final Set<String> gone = Collections.newSetFromMap(new Bounded<>());

  /** Those that the first answer of a channel did not show so far. */
  private final Map<String, ObservedDomain> missing = new HashMap<>();

  private boolean first = true;
  private boolean logged;

  DomainWatch(
      MachineIdentity identity, Subscribers subscribers, WaitClock clock, LoggedEvents meanings) {
    this.identity = identity;
    this.subscribers = subscribers;
    this.clock = clock;
    this.meanings = meanings;
  }

  /**
   * Notes that a channel begins, whose first answer has all machines.
   *
   * @param withLog whether the host's log is followed, too
   */
  void begin(boolean withLog) {
    logged = withLog;
    gone.clear();
    missing.clear();
    missing.putAll(domains);
  }

  /** Notes that the first answer of a channel is complete. */
  void complete() {
    for (ObservedDomain domain : missing.values()) {
      if (domains.containsKey(domain.reference())) {
        domain.there(false);
        doubt(domain);
      }
    }
    missing.clear();
    first = false;
  }

  /** Takes over what properties show. */
  void update(ObjectUpdate update) {
    ManagedObjectReference object = update.obj();
    if (!object.type().equals(HostQueries.MACHINE)) {
      return;
    }
    String reference = object.value();
    missing.remove(reference);
    if (update.kind().equals(ObjectUpdateKind.LEAVE)) {
      leave(reference);
      return;
    }
    ObservedDomain domain = domains.get(reference);
    if (domain == null) {
      if (!update.kind().equals(ObjectUpdateKind.ENTER) || gone.contains(reference)) {
        return;
      }
      domain = enter(update);
    } else {
      domain.there(true);
      domain.show(update, identity);
    }
    doubt(domain);
    showSettings(domain, update);
  }

  private ObservedDomain enter(ObjectUpdate update) {
    ObservedDomain domain = new ObservedDomain(update.obj(), update.obj().toString());
    domain.show(update, identity);
    domains.put(domain.reference(), domain);
    List<Event> story = unseen.remove(domain.reference());
    if (first) {
      domain.believe();
      return domain;
    }
    domain.rename(domain.shownName());
    if (story != null) {
      story.forEach(event -> meanings.apply(event, domain, this));
    }
    return domain;
  }

  private void leave(String reference) {
    gone.remove(reference);
    ObservedDomain domain = domains.get(reference);
    if (domain != null) {
      domain.there(false);
      doubt(domain);
    }
  }

  private void showSettings(ObservedDomain domain, ObjectUpdate update) {
    update
        .changeSet()
        .forEach(change ->
            domain
                .settings()
                .show(change, (id, event) -> subscribers.tell(id, domain.entry(), event)));
  }

  /** Takes over an event of the host's log. */
  void log(Event event) {
    VmEventArgument argument = event.vm();
    if (argument == null) {
      return;
    }
    String reference = argument.vm().value();
    ObservedDomain domain = domains.get(reference);
    if (domain != null) {
      meanings.apply(event, domain, this);
      doubt(domain);
      return;
    }
    if (!gone.contains(reference)) {
      List<Event> story = unseen.computeIfAbsent(reference, key -> new ArrayList<>());
      if (story.size() < MOST_UNSEEN) {
        story.add(event);
      }
      if (LoggedEvents.isEnd(event)) {
        unseen.remove(reference);
        tellUnseen(argument.vm(), story);
      }
    }
  }

  /** Tells of a machine that came and went before properties showed it. */
  private void tellUnseen(ManagedObjectReference machine, List<Event> story) {
    if (story.stream().anyMatch(LoggedEvents::isBeginning)) {
      VmEventArgument argument = story.get(0).vm();
      String name = argument == null ? machine.toString() : argument.name();
      ObservedDomain domain = new ObservedDomain(machine, InventoryName.unescape(name));
      domains.put(domain.reference(), domain);
      story.forEach(event -> meanings.apply(event, domain, this));
    }
  }

  /** Notes whether something about a machine is not explained. */
  private void doubt(ObservedDomain domain) {
    if (!domain.isDoubtful() || !domains.containsKey(domain.reference())) {
      doubtful.remove(domain);
    } else if (logged) {
      doubtful.putIfAbsent(domain, clock.nanoTime());
    } else {
      resolve(domain);
    }
  }

  /** Whether {@link #resolve} may have something to tell in a second. */
  boolean hasDoubts() {
    return !doubtful.isEmpty();
  }

  /** Tells what properties show and the log has not explained in time. */
  void resolve() {
    long now = clock.nanoTime();
    for (Map.Entry<ObservedDomain, Long> doubt : List.copyOf(doubtful.entrySet())) {
      if (now - doubt.getValue() >= DOUBT.toNanos()) {
        doubtful.remove(doubt.getKey());
        resolve(doubt.getKey());
      }
    }
  }

  private void resolve(ObservedDomain domain) {
    if (!domain.isThere()) {
      if (logged && domain.state() == DomainState.RUNNING) {
        domain.expect(Cause.MIGRATION); // nothing else takes a machine away that runs
      }
      remove(domain);
      return;
    }
    if (!domain.isTold() && logged && domain.shownState() == DomainState.RUNNING) {
      domain.expect(Cause.MIGRATION);
    }
    add(domain);
    rename(domain, domain.shownName());
    become(domain, domain.shownState());
  }

  /** Tells that a machine is there, unless that was told. */
  void add(ObservedDomain domain) {
    if (!domain.isTold()) {
      domain.tellOf();
      tell(domain, LifecycleDetail.DEFINED_ADDED);
    }
  }

  /** Tells that a machine is not there any more. */
  void remove(ObservedDomain domain) {
    if (domains.remove(domain.reference()) == null) {
      return;
    }
    doubtful.remove(domain);
    if (domain.isThere()) {
      gone.add(domain.reference());
    }
    if (domain.isTold()) {
      if (domain.state() == DomainState.RUNNING && domain.cause() == Cause.UNKNOWN) {
        domain.expect(Cause.HOST);
      }
      if (domain.state() == DomainState.RUNNING) {
        become(domain, DomainState.SHUTOFF);
      }
      tell(domain, LifecycleDetail.UNDEFINED_REMOVED);
    }
  }

  /** Tells that a machine has another name, unless that was told. */
  void rename(ObservedDomain domain, String name) {
    String before = domain.name();
    if (!name.equals(before)) {
      add(domain);
      domain.rename(name);
      subscribers.tell(
          DomainEventId.LIFECYCLE,
          domain.entry(before),
          it -> new DomainEvent.Lifecycle(it, LifecycleDetail.UNDEFINED_RENAMED));
      tell(domain, LifecycleDetail.DEFINED_RENAMED);
    }
  }

  /** Tells that a machine was started, stopped and so on, unless that was told. */
  void become(ObservedDomain domain, DomainState state) {
    DomainState before = domain.state();
    if (state == before) {
      return;
    }
    add(domain);
    domain.enter(state);
    if (state != DomainState.NOSTATE && before != DomainState.NOSTATE) {
      tell(domain, domain.cause().detail(before, state));
    }
    if (domain.cause() != Cause.SNAPSHOT) {
      domain.expect(Cause.UNKNOWN);
    }
  }

  /** Tells that something about a machine was changed, and before that that it is there. */
  void tell(ObservedDomain domain, LifecycleDetail detail) {
    add(domain);
    subscribers.tell(
        DomainEventId.LIFECYCLE, domain.entry(), it -> new DomainEvent.Lifecycle(it, detail));
  }

  /** Tells that the guest of a machine boots anew. */
  void reboot(ObservedDomain domain) {
    add(domain);
    subscribers.tell(DomainEventId.REBOOT, domain.entry(), DomainEvent.Reboot::new);
  }
}
