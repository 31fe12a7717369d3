package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.HostAutoStartManagerConfig;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which machines start with their host (VI API {@code HostAutoStartManager}). */
public final class AutoStart extends ManagedObject {

  private static final PropertyTable<AutoStart> PROPERTIES =
      PropertyTable.<AutoStart>of("HostAutoStartManager")
          .with("config", (autoStart, api) -> autoStart.config())
          .build();

  private static final Set<String> START_ACTIONS = Set.of("poweron", "none");
  private static final Set<String> STOP_ACTIONS =
      Set.of("none", "systemdefault", "poweroff", "guestshutdown", "suspend");

  private final HostState state;
  private final List<AutoStartPowerInfo> entries = new ArrayList<>();
  private AutoStartDefaults defaults = new AutoStartDefaults(false, 120, 120, false, "powerOff");

  AutoStart(HostState state, ManagedObjectReference ref) {
    super(ref);
    this.state = state;
  }

  /**
   * Changes what the host does by itself. What a change does not name stays. Under write.
   *
   * @throws dev.vireo.simulator.internal.object.RaisedFault {@code InvalidArgument} for a machine
   *     of another host, and for values that mean nothing; nothing has changed then
   */
  public void reconfigure(HostAutoStartManagerConfig change, Set<ManagedObjectReference> machines) {
    List<AutoStartPowerInfo> next = new ArrayList<>(entries);
    for (AutoStartPowerInfo entry : change.powerInfo()) {
      check(entry, machines);
      next.removeIf(each -> each.key().equals(entry.key()));
      next.add(entry);
    }
    AutoStartDefaults wanted = change.defaults();
    if (wanted != null) {
      defaults = merged(defaults, wanted);
    }
    entries.clear();
    entries.addAll(next);
    state.changed(this);
  }

  private static void check(AutoStartPowerInfo entry, Set<ManagedObjectReference> machines) {
    if (!machines.contains(entry.key())) {
      throw Faults.invalidArgument("spec.powerInfo.key");
    }
    if (!START_ACTIONS.contains(entry.startAction().toLowerCase(Locale.ROOT))) {
      throw Faults.invalidArgument("spec.powerInfo.startAction");
    }
    if (!STOP_ACTIONS.contains(entry.stopAction().toLowerCase(Locale.ROOT))) {
      throw Faults.invalidArgument("spec.powerInfo.stopAction");
    }
    if (entry.startOrder() == 0 || entry.startOrder() < -1) {
      throw Faults.invalidArgument("spec.powerInfo.startOrder");
    }
  }

  private static AutoStartDefaults merged(AutoStartDefaults before, AutoStartDefaults change) {
    return new AutoStartDefaults(
        given(change.enabled(), before.enabled()),
        given(change.startDelay(), before.startDelay()),
        given(change.stopDelay(), before.stopDelay()),
        given(change.waitForHeartbeat(), before.waitForHeartbeat()),
        given(change.stopAction(), before.stopAction()));
  }

  private static <T> @Nullable T given(@Nullable T value, @Nullable T otherwise) {
    return value == null ? otherwise : value;
  }

  void add(AutoStartPowerInfo entry) {
    entries.add(entry);
    defaults = merged(defaults, new AutoStartDefaults(true, null, null, null, null));
    state.changed(this);
  }

  /** Forgets a machine. Under write. */
  public void remove(VirtualMachine vm) {
    if (entries.removeIf(entry -> entry.key().equals(vm.ref()))) {
      state.changed(this);
    }
  }

  int size() {
    return entries.size();
  }

  /** What clients see of it. */
  public HostAutoStartManagerConfig config() {
    return new HostAutoStartManagerConfig(defaults, entries);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
