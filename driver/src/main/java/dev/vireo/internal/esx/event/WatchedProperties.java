package dev.vireo.internal.esx.event;

import dev.vireo.event.DomainEventId;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.event.EventWindow;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which properties of machines are followed: no more than what somebody wants to hear of. */
final class WatchedProperties {

  static final String DEVICES = "config.hardware.device";
  static final String DESCRIPTION = "config.annotation";
  static final String ENTRIES = "config.extraConfig";
  static final String CLEAN_POWER_OFF = "runtime.cleanPowerOff";
  static final String TOOLS_RUNNING = "guest.toolsRunningStatus";
  static final String TOOLS = "guest.toolsStatus";

  /** The kinds that need more than the identity of a machine, and the log. */
  private static final Set<DomainEventId> COSTLY =
      Set.of(
          DomainEventId.DEVICE_ADDED,
          DomainEventId.DEVICE_REMOVED,
          DomainEventId.METADATA_CHANGE,
          DomainEventId.AGENT_LIFECYCLE);

  private WatchedProperties() {}

  /**
   * What to follow: all machines, the host itself, which is there in any case, and the log.
   *
   * @param wanted the kinds of events that somebody wants
   * @param log what changes with the host's log; null without one
   */
  static PropertyFilterSpec of(
      HostScope scope,
      MachineIdentity identity,
      ApiVersion api,
      Set<DomainEventId> wanted,
      @Nullable ManagedObjectReference log) {
    PropertyFilter filter = new PropertyFilter();
    if (log != null) {
      filter.select(log.type(), EventWindow.LATEST).from(log);
    }
    filter
        .select(HostQueries.HOST, "name")
        .select(HostQueries.MACHINE, paths(identity, api, wanted, log == null));
    return scope.addMachines(filter).build();
  }

  private static List<String> paths(
      MachineIdentity identity, ApiVersion api, Set<DomainEventId> wanted, boolean withoutLog) {
    boolean old = !api.isAtLeast(ApiVersion.V4_0);
    List<String> paths = new ArrayList<>(identity.paths());
    if (withoutLog && !old) {
      paths.add(CLEAN_POWER_OFF);
    }
    if (wanted.contains(DomainEventId.DEVICE_ADDED)
        || wanted.contains(DomainEventId.DEVICE_REMOVED)) {
      paths.add(DEVICES);
    }
    if (wanted.contains(DomainEventId.METADATA_CHANGE)) {
      paths.add(DESCRIPTION);
      paths.add(ENTRIES);
    }
    if (wanted.contains(DomainEventId.AGENT_LIFECYCLE)) {
      paths.add(old ? TOOLS : TOOLS_RUNNING);
    }
    return paths;
  }

  /** Whether what some kinds of events need is followed already, because of others. */
  static boolean cover(Set<DomainEventId> followed, Set<DomainEventId> wanted) {
    return COSTLY.stream().filter(wanted::contains).allMatch(followed::contains);
  }
}
