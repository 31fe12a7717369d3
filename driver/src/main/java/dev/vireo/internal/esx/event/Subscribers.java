package dev.vireo.internal.esx.event;

import dev.vireo.Domain;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.EventTable.Happening;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those who hear of events. Thread-safe. */
final class Subscribers {

  /** One of them. */
  static final class Subscriber {
    private final Set<DomainEventId> ids;
    private final @Nullable String reference;
    private final Consumer<Happening> listener;

    /**
     * @param domain the only domain that matters; null for all
     */
    Subscriber(
        Set<DomainEventId> ids, @Nullable DomainHandle domain, Consumer<Happening> listener) {
      this.ids = Set.copyOf(ids);
      this.reference = domain == null ? null : domain.reference();
      this.listener = listener;
    }

    private boolean wants(Happening happening) {
      return ids.contains(happening.id())
          && (reference == null || reference.equals(happening.domain().handle().reference()));
    }
  }

  private final List<Subscriber> all = new CopyOnWriteArrayList<>();

  void add(Subscriber subscriber) {
    all.add(subscriber);
  }

  void remove(Subscriber subscriber) {
    all.remove(subscriber);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The kinds of events that any of them wants. */
  Set<DomainEventId> wanted() {
    Set<DomainEventId> wanted = EnumSet.noneOf(DomainEventId.class);
    all.forEach(subscriber -> wanted.addAll(subscriber.ids));
    return wanted;
  }

  /** Tells those who want to know. */
  void tell(DomainEventId id, DomainEntry domain, Function<Domain, ? extends DomainEvent> event) {
    Happening happening = new Happening(id, domain, event);
    for (Subscriber subscriber : all) {
      if (subscriber.wants(happening)) {
        subscriber.listener.accept(happening);
      }
    }
  }
}
