package dev.vireo.internal.esx.configuration;

import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.Patience;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the configuration of machines. What is made from the configuration that there was is only
 * taken by the host while that is still the one: when somebody else was faster, it is made anew.
 */
final class Reconfigurer {

  /** So often somebody else may be faster. */
  private static final int ROUNDS = 3;

  private static final String VERSION = "config.changeVersion";

  private final HostContext host;
  private final MachineTasks tasks;

  Reconfigurer(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
  }

  /** Changes a machine whatever it is like. */
  void change(
      Purpose purpose,
      DomainHandle domain,
      VirtualMachineConfigSpec.Builder spec,
      TaskOptions options) {
    tasks.run(new Reconfiguration(purpose, spec.build()), domain, options);
  }

  /**
   * Changes a machine from what it is like.
   *
   * @param paths what of it has to be known, beside its power state
   * @param change gives what to change; null for nothing
   */
  void change(
      Purpose purpose,
      DomainHandle domain,
      List<String> paths,
      Function<ObjectProperties, VirtualMachineConfigSpec.@Nullable Builder> change,
      TaskOptions options) {
    List<String> read = new ArrayList<>(paths);
    read.add(MachineIdentity.POWER_STATE);
    read.add(VERSION);
    Attempt attempt = purpose.attempt(domain);
    Patience patience = new Patience(ROUNDS);
    boolean done = false;
    while (!done) {
      ObjectProperties machine =
          attempt.get(() -> host.queries().machine(HostContext.machine(domain), read));
      attempt.run(() ->
          purpose
              .required()
              .require(
                  machine.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class),
                  attempt));
      VirtualMachineConfigSpec.@Nullable Builder spec =
          attempt.<VirtualMachineConfigSpec.@Nullable Builder>get(() -> change.apply(machine));
      done = spec == null || isTaken(purpose, domain, spec, version(machine), options, patience);
      if (!done) {
        attempt.run(() -> host.client().pause(patience.pause()));
      }
    }
  }

  private static @Nullable String version(ObjectProperties machine) {
    return machine.find(VERSION, String.class);
  }

  private boolean isTaken(
      Purpose purpose,
      DomainHandle domain,
      VirtualMachineConfigSpec.Builder spec,
      @Nullable String version,
      TaskOptions options,
      Patience patience) {
    try {
      change(purpose, domain, spec.changeVersion(version), options);
      return true;
    } catch (LibvirtException e) {
      if (wasOvertaken(e) && patience.spend()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean wasOvertaken(LibvirtException failure) {
    String fault =
        switch (failure.getCause()) {
          case TaskFailedException e -> e.faultName();
          case FaultException e -> e.faultName();
          case null, default -> "";
        };
    return fault.equals("ConcurrentAccess");
  }
}
