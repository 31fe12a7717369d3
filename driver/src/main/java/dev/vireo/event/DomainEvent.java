package dev.vireo.event;

import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import org.jspecify.annotations.Nullable;

/** Something that happened to a domain. Events of one domain are told in the order they had. */
public sealed interface DomainEvent {

  /** The domain, as it was called and whether it ran after this. */
  Domain domain();

  /** The kind of event. */
  DomainEventId id();

  /**
   * It was defined, started, stopped and so on ({@code VIR_DOMAIN_EVENT_ID_LIFECYCLE}).
   *
   * @param detail what happened, and why
   */
  record Lifecycle(Domain domain, LifecycleDetail detail) implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.LIFECYCLE;
    }

    /** What happened. */
    public LifecycleType type() {
      return detail.type();
    }
  }

  /**
   * Its guest boots anew without being stopped ({@code VIR_DOMAIN_EVENT_ID_REBOOT}): it was asked
   * to reboot, or was reset.
   */
  record Reboot(Domain domain) implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.REBOOT;
    }
  }

  /**
   * A device was put in ({@code VIR_DOMAIN_EVENT_ID_DEVICE_ADDED}).
   *
   * @param alias what VMX files call it, such as {@code scsi0:1} or {@code ethernet0}; its label
   *     where they have no name for it
   */
  record DeviceAdded(Domain domain, String alias) implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.DEVICE_ADDED;
    }
  }

  /**
   * A device was taken out ({@code VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED}).
   *
   * @param alias as in {@link DeviceAdded}
   */
  record DeviceRemoved(Domain domain, String alias) implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.DEVICE_REMOVED;
    }
  }

  /**
   * Description, title or metadata were changed ({@code VIR_DOMAIN_EVENT_ID_METADATA_CHANGE}).
   *
   * @param type which
   * @param uri the namespace of the element; null where it is none
   */
  record MetadataChange(Domain domain, DomainMetadataType type, @Nullable String uri)
      implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.METADATA_CHANGE;
    }
  }

  /**
   * VMware Tools came or went ({@code VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE}).
   *
   * @param state whether they run
   * @param reason why
   */
  record AgentLifecycle(Domain domain, AgentState state, AgentReason reason)
      implements DomainEvent {
    @Override
    public DomainEventId id() {
      return DomainEventId.AGENT_LIFECYCLE;
    }
  }
}
