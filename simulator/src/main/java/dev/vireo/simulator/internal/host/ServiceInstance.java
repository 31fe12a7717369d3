package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import java.time.InstantSource;

/** Where every client begins (VI API {@code ServiceInstance}). */
final class ServiceInstance extends ManagedObject {

  private static final PropertyTable<ServiceInstance> PROPERTIES =
      PropertyTable.<ServiceInstance>of("ServiceInstance")
          .with("serverClock", (service, api) -> service.clock.instant())
          .with("capability", (service, api) -> service.services.capability(api))
          .with("content", (service, api) -> service.services.content(api))
          .build();

  private final Services services;
  private final InstantSource clock;

  ServiceInstance(Services services, InstantSource clock) {
    super(Services.SERVICE_INSTANCE);
    this.services = services;
    this.clock = clock;
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
