package dev.vireo.internal.esx.event;

import dev.vireo.DomainState;
import dev.vireo.event.LifecycleDetail;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.HostEventArgument;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskEvent;
import dev.vireo.vim.types.VmClonedEvent;
import dev.vireo.vim.types.VmCreatedEvent;
import dev.vireo.vim.types.VmDasBeingResetEvent;
import dev.vireo.vim.types.VmDeployedEvent;
import dev.vireo.vim.types.VmDiscoveredEvent;
import dev.vireo.vim.types.VmEventArgument;
import dev.vireo.vim.types.VmGuestOSCrashedEvent;
import dev.vireo.vim.types.VmGuestRebootEvent;
import dev.vireo.vim.types.VmGuestShutdownEvent;
import dev.vireo.vim.types.VmMigratedEvent;
import dev.vireo.vim.types.VmPoweredOffEvent;
import dev.vireo.vim.types.VmPoweredOnEvent;
import dev.vireo.vim.types.VmReconfiguredEvent;
import dev.vireo.vim.types.VmRegisteredEvent;
import dev.vireo.vim.types.VmReloadFromPathEvent;
import dev.vireo.vim.types.VmRemovedEvent;
import dev.vireo.vim.types.VmRenamedEvent;
import dev.vireo.vim.types.VmResettingEvent;
import dev.vireo.vim.types.VmResumingEvent;
import dev.vireo.vim.types.VmStartingEvent;
import dev.vireo.vim.types.VmStoppingEvent;
import dev.vireo.vim.types.VmSuspendedEvent;
import dev.vireo.vim.types.VmSuspendingEvent;
import dev.vireo.vim.types.VmUpgradeCompleteEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the events of VMware's log mean for libvirt. Reboots stand nowhere else: neither a reset nor
 * a guest that boots anew changes {@code runtime.bootTime}, which is when the machine was powered
 * on.
 */
final class LoggedEvents {

  private final @Nullable ManagedObjectReference host;

  /**
   * @param host the host of the connection, where the server has several; else null
   */
  LoggedEvents(@Nullable ManagedObjectReference host) {
    this.host = host;
  }

  /** Whether a machine is there from this event on. */
  static boolean isBeginning(Event event) {
    return event instanceof VmRegisteredEvent
        || event instanceof VmCreatedEvent
        || event instanceof VmClonedEvent
        || event instanceof VmDeployedEvent
        || event instanceof VmDiscoveredEvent;
  }

  /** Whether a machine is there no more after this event. */
  static boolean isEnd(Event event) {
    return event instanceof VmRemovedEvent;
  }

  /** Tells what an event means for a machine. */
  void apply(Event event, ObservedDomain domain, DomainWatch watch) {
    if (isBeginning(event)) {
      begin(event, domain, watch);
      return;
    }
    switch (event) {
      case VmRemovedEvent e -> watch.remove(domain);
      case VmPoweredOnEvent e -> watch.become(domain, DomainState.RUNNING);
      case VmPoweredOffEvent e -> watch.become(domain, DomainState.SHUTOFF);
      case VmSuspendedEvent e -> watch.become(domain, DomainState.PAUSED);
      case VmRenamedEvent e -> watch.rename(domain, InventoryName.unescape(e.newName()));
      case VmMigratedEvent e -> migrate(e, domain, watch);
      case VmGuestRebootEvent e -> watch.reboot(domain);
      case VmResettingEvent e -> watch.reboot(domain);
      case VmDasBeingResetEvent e -> watch.reboot(domain);
      case VmReconfiguredEvent e -> watch.tell(domain, LifecycleDetail.DEFINED_UPDATED);
      case VmReloadFromPathEvent e -> watch.tell(domain, LifecycleDetail.DEFINED_UPDATED);
      case VmUpgradeCompleteEvent e -> watch.tell(domain, LifecycleDetail.DEFINED_UPDATED);
      case VmGuestOSCrashedEvent e -> watch.tell(domain, LifecycleDetail.CRASHED_PANICKED);
      default -> expect(event, domain);
    }
  }

  /** Takes the name that it had then; whatever it is called now comes later in the log. */
  private static void begin(Event event, ObservedDomain domain, DomainWatch watch) {
    VmEventArgument argument = event.vm();
    if (!domain.isTold() && argument != null) {
      domain.rename(InventoryName.unescape(argument.name()));
    }
    watch.add(domain);
  }

  /** Notes why the power of a machine is about to change. */
  private static void expect(Event event, ObservedDomain domain) {
    switch (event) {
      case VmStoppingEvent e -> domain.expect(Cause.HOST);
      case VmGuestShutdownEvent e -> domain.expect(Cause.GUEST);
      case VmStartingEvent e -> domain.expect(Cause.UNKNOWN);
      case VmResumingEvent e -> domain.expect(Cause.UNKNOWN);
      case VmSuspendingEvent e -> domain.expect(Cause.UNKNOWN);
      case TaskEvent e -> expect(e, domain);
      default -> {} // says nothing of the power
    }
  }

  /** No event is there for the return to a snapshot, save that its task begins. */
  private static void expect(TaskEvent event, ObservedDomain domain) {
    if (event.info().descriptionId().toLowerCase(Locale.ROOT).contains("revert")) {
      domain.expect(Cause.SNAPSHOT);
    } else if (domain.cause() == Cause.SNAPSHOT) {
      domain.expect(Cause.UNKNOWN);
    }
  }

  private void migrate(VmMigratedEvent event, ObservedDomain domain, DomainWatch watch) {
    HostEventArgument target = event.host();
    if (host == null || target == null) {
      return;
    }
    domain.expect(Cause.MIGRATION);
    if (target.host().equals(host)) {
      watch.add(domain);
      watch.become(domain, domain.shownState());
    } else {
      watch.remove(domain);
    }
  }
}
