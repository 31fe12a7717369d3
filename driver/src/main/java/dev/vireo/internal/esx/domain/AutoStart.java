package dev.vireo.internal.esx.domain;

import dev.vireo.internal.esx.HostContext;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Set;
import java.util.stream.Collectors;

/** Which virtual machines start together with their host. */
final class AutoStart {

  private static final String MANAGER = "configManager.autoStartManager";
  private static final String DEFAULTS = "config.defaults";
  private static final String POWER_INFO = "config.powerInfo";

  private final HostContext host;

  AutoStart(HostContext host) {
    this.host = host;
  }

  /** The virtual machines that start together with their host: two requests. */
  Set<ManagedObjectReference> machines() {
    ManagedObjectReference manager =
        host.queries().host(MANAGER).find(MANAGER, ManagedObjectReference.class);
    if (manager == null) {
      return Set.of();
    }
    ObjectProperties config;
    try {
      config = host.client().propertyCollector().retrieve(manager, DEFAULTS, POWER_INFO);
    } catch (FaultException e) {
      if (e.fault() instanceof ManagedObjectNotFound) {
        return Set.of(); // the host names a manager that it does not have: nothing can be in it
      }
      throw e;
    }
    AutoStartDefaults defaults = config.find(DEFAULTS, AutoStartDefaults.class);
    if (defaults == null || !Boolean.TRUE.equals(defaults.enabled())) {
      return Set.of();
    }
    return config.list(POWER_INFO, AutoStartPowerInfo.class).stream()
        .filter(info -> info.startAction().equalsIgnoreCase("powerOn"))
        .map(AutoStartPowerInfo::key)
        .collect(Collectors.toSet());
  }
}
