package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.HostAutoStartManagerConfig;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;

/** Which machines start with their host (VI API {@code HostAutoStartManager}). */
public final class AutoStart extends ManagedObject {

  private static final PropertyTable<AutoStart> PROPERTIES =
      PropertyTable.<AutoStart>of("HostAutoStartManager")
          .with("config", (autoStart, api) -> autoStart.config())
          .build();

  private final HostState state;
  private final List<AutoStartPowerInfo> entries = new ArrayList<>();

  AutoStart(HostState state, ManagedObjectReference ref) {
    super(ref);
    this.state = state;
  }

  void add(AutoStartPowerInfo entry) {
    entries.add(entry);
    state.changed(this);
  }

  public void remove(VirtualMachine vm) {
    if (entries.removeIf(entry -> entry.key().equals(vm.ref()))) {
      state.changed(this);
    }
  }

  int size() {
    return entries.size();
  }

  HostAutoStartManagerConfig config() {
    AutoStartDefaults defaults =
        new AutoStartDefaults(!entries.isEmpty(), 120, 120, false, "powerOff");
    return new HostAutoStartManagerConfig(defaults, entries);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
