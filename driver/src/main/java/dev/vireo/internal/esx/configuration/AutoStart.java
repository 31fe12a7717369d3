package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.ReconfigureAutostart;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.AutoStartWaitHeartbeatSetting;
import dev.vireo.vim.types.HostAutoStartManagerConfig;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which virtual machines start together with their host. */
public final class AutoStart {

  private static final String MANAGER = "configManager.autoStartManager";
  private static final String DEFAULTS = "config.defaults";
  private static final String POWER_INFO = "config.powerInfo";
  private static final String POWER_ON = "powerOn";
  private static final String NOTHING = "none";

  /** For orders and delays: as the host has it. */
  private static final int DEFAULT = -1;

  /** The host may be about to begin: so often it is looked at, with pauses. */
  private static final int LOOKS = 3;

  private final HostContext host;

  /** On a host. */
  public AutoStart(HostContext host) {
    this.host = host;
  }

  /**
   * What the host does by itself.
   *
   * @param enabled whether it does anything
   * @param machines what it does with each machine
   */
  private record Plan(boolean enabled, List<AutoStartPowerInfo> machines) {

    static final Plan NOTHING_PLANNED = new Plan(false, List.of());

    /** Whether a machine starts with the host, or would not even if the host did that. */
    boolean isSo(ManagedObjectReference machine, boolean starts) {
      AutoStartPowerInfo entry = entry(machine);
      boolean listed = entry != null && starts(entry);
      return starts ? enabled && listed : !listed;
    }

    @Nullable AutoStartPowerInfo entry(ManagedObjectReference machine) {
      for (AutoStartPowerInfo entry : machines) {
        if (entry.key().equals(machine)) {
          return entry;
        }
      }
      return null;
    }

    static boolean starts(AutoStartPowerInfo entry) {
      return entry.startAction().equalsIgnoreCase(POWER_ON);
    }

    static boolean doesNothing(AutoStartPowerInfo entry) {
      return entry.startAction().equalsIgnoreCase(NOTHING)
          && entry.stopAction().equalsIgnoreCase(NOTHING);
    }
  }

  /** The virtual machines that start together with their host: two requests. */
  public Set<ManagedObjectReference> machines() {
    ManagedObjectReference manager = manager();
    Plan plan = manager == null ? Plan.NOTHING_PLANNED : plan(manager);
    return !plan.enabled()
        ? Set.of()
        : plan.machines().stream()
            .filter(Plan::starts)
            .map(AutoStartPowerInfo::key)
            .collect(Collectors.toSet());
  }

  private @Nullable ManagedObjectReference manager() {
    return host.queries().host(MANAGER).find(MANAGER, ManagedObjectReference.class);
  }

  private Plan plan(ManagedObjectReference manager) {
    try {
      ObjectProperties config =
          host.client().propertyCollector().retrieve(manager, DEFAULTS, POWER_INFO);
      AutoStartDefaults defaults = config.find(DEFAULTS, AutoStartDefaults.class);
      return new Plan(
          defaults != null && Boolean.TRUE.equals(defaults.enabled()),
          config.list(POWER_INFO, AutoStartPowerInfo.class));
    } catch (FaultException e) {
      if (e.fault() instanceof ManagedObjectNotFound) {
        return Plan.NOTHING_PLANNED; // the host names a manager that it does not have
      }
      throw e;
    }
  }

  /**
   * Lets a machine start together with its host, or not: three requests, and two where it is so
   * already. Other machines keep what is planned for them. A host that does nothing by itself so
   * far is only made to where that is without effect on others.
   */
  void set(ManagedObjectReference machine, boolean wanted, Attempt attempt) {
    ManagedObjectReference manager = manager();
    if (manager == null) {
      throw attempt.error(
          ErrorCode.OPERATION_UNSUPPORTED,
          attempt.complaint() + ": the host starts no domains by itself",
          null);
    }
    Plan plan = plan(manager);
    if (plan.isSo(machine, wanted)) {
      return;
    }
    boolean enables = wanted && !plan.enabled();
    if (enables) {
      requireNoOther(plan, machine, attempt);
    }
    change(
        new ReconfigureAutostart(
            manager,
            new HostAutoStartManagerConfig(
                enables ? new AutoStartDefaults(true, null, null, null, null) : null,
                List.of(changed(machine, plan.entry(machine), wanted)))),
        machine,
        wanted,
        attempt);
  }

  private static void requireNoOther(Plan plan, ManagedObjectReference machine, Attempt attempt) {
    List<String> others =
        plan.machines().stream()
            .filter(entry -> !entry.key().equals(machine) && !Plan.doesNothing(entry))
            .map(entry -> entry.key().value())
            .toList();
    if (!others.isEmpty()) {
      throw attempt
          .error(
              ErrorCode.OPERATION_INVALID,
              "Cannot enable general autostart option without affecting other domains",
              null)
          .withHints(
              List.of(
                  "the host would also start or stop these virtual machines by itself: "
                      + String.join(", ", others)));
    }
  }

  /** What is set of a machine beside its start stays; where nothing is, libvirt's driver knows. */
  private static AutoStartPowerInfo changed(
      ManagedObjectReference machine, @Nullable AutoStartPowerInfo before, boolean wanted) {
    String action = wanted ? POWER_ON : NOTHING;
    return before == null
        ? new AutoStartPowerInfo(
            machine,
            DEFAULT,
            DEFAULT,
            AutoStartWaitHeartbeatSetting.SYSTEM_DEFAULT,
            action,
            DEFAULT,
            NOTHING)
        : new AutoStartPowerInfo(
            machine,
            wanted ? before.startOrder() : DEFAULT,
            before.startDelay(),
            before.waitForHeartbeat(),
            action,
            before.stopDelay(),
            before.stopAction());
  }

  /** Asks once, whatever becomes of the answer; the plan tells then. */
  private void change(
      ReconfigureAutostart call, ManagedObjectReference machine, boolean wanted, Attempt attempt) {
    try {
      host.client().run(call);
    } catch (VimException e) {
      if (!e.mayHaveTakenEffect()) {
        throw e;
      }
      if (!isDone(call.self(), machine, wanted, e)) {
        throw attempt.unknown("set autostart", e, "");
      }
    }
  }

  private boolean isDone(
      ManagedObjectReference manager,
      ManagedObjectReference machine,
      boolean wanted,
      VimException lost) {
    Patience patience = new Patience(LOOKS);
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        host.client().pause(patience.pause());
        if (plan(manager).isSo(machine, wanted)) {
          return true;
        }
      } catch (VimException e) {
        lost.addSuppressed(e);
        if (e.isGivenUp()) {
          return false;
        }
      }
    }
    return false;
  }
}
