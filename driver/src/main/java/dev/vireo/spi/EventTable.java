package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import java.util.function.Consumer;

/** How a driver tells of what happens. */
public interface EventTable {

  /**
   * Something happened to a domain ({@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}).
   *
   * @param domain the domain
   * @param type libvirt's number of what happened ({@code virDomainEventType})
   * @param detail libvirt's number of how and why, which depends on the type
   */
  record Lifecycle(DomainHandle domain, int type, int detail) {}

  /** Somebody who hears of events until it is closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells of what happens to domains from now on ({@code virConnectDomainEventRegisterAny}). */
  default Registration onLifecycle(Consumer<Lifecycle> listener) {
    throw Unsupported.function(ErrorDomain.DOM, "virConnectDomainEventRegisterAny");
  }
}
