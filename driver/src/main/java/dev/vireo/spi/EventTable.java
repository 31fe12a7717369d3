package dev.vireo.spi;

import dev.vireo.Domain;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.event.CloseReason;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.EventRegistration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a driver tells of what happens. Those who listen return at once and throw nothing; a driver
 * calls them one after the other, in the order in which things happened to a domain.
 */
public interface EventTable {

  /**
   * Something happened to a domain.
   *
   * @param id the kind
   * @param domain the domain after this
   * @param event makes the event, of the domain as callers know it
   */
  record Happening(
      DomainEventId id, DomainEntry domain, Function<Domain, ? extends DomainEvent> event) {}

  /**
   * Nothing is told any more.
   *
   * @param reason why
   * @param cause what went wrong; null when the connection was closed at this end
   */
  record Closing(CloseReason reason, @Nullable LibvirtException cause) {}

  /**
   * Tells of what happens to domains from now on ({@code virConnectDomainEventRegisterAny}).
   *
   * @param ids the kinds of events
   * @param domain the only domain that matters; null for all
   */
  default EventRegistration register(
      Set<DomainEventId> ids, @Nullable DomainHandle domain, Consumer<Happening> listener) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectDomainEventRegisterAny");
  }

  /** Tells, once, of the end of the connection ({@code virConnectRegisterCloseCallback}). */
  default EventRegistration onClose(Consumer<Closing> listener) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectRegisterCloseCallback");
  }
}
