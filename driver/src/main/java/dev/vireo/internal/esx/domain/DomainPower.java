package dev.vireo.internal.esx.domain;

import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainDestroyFlag;
import dev.vireo.flag.DomainRebootFlag;
import dev.vireo.flag.DomainShutdownFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.LifecycleTable;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.List;
import java.util.Set;

/** Drives virtual machines: powers them on and off, suspends them, asks their guests. */
public final class DomainPower implements LifecycleTable {

  private final HostContext host;
  private final MachineTasks tasks;

  /**
   * @param tasks carries out what the host does as a task
   */
  public DomainPower(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
  }

  @Override
  public void create(DomainHandle domain, Set<DomainCreateFlag> flags, TaskOptions options) {
    Unsupported.requireOnly(
        flags, Set.of(), ErrorDomain.ESX, "virDomainCreateWithFlags", "esxDomainCreateWithFlags");
    tasks.run(PowerOperation.CREATE, domain, options);
  }

  @Override
  public void suspend(DomainHandle domain, TaskOptions options) {
    tasks.run(PowerOperation.SUSPEND, domain, options);
  }

  @Override
  public void resume(DomainHandle domain, TaskOptions options) {
    tasks.run(PowerOperation.RESUME, domain, options);
  }

  @Override
  public void shutdown(DomainHandle domain, Set<DomainShutdownFlag> flags) {
    Unsupported.requireOnly(
        flags, Set.of(), ErrorDomain.ESX, "virDomainShutdownFlags", "esxDomainShutdownFlags");
    ask(GuestRequest.SHUTDOWN, domain);
  }

  @Override
  public void reboot(DomainHandle domain, Set<DomainRebootFlag> flags) {
    Unsupported.requireOnly(flags, Set.of(), ErrorDomain.ESX, "virDomainReboot", "esxDomainReboot");
    ask(GuestRequest.REBOOT, domain);
  }

  @Override
  public void destroy(DomainHandle domain, Set<DomainDestroyFlag> flags, TaskOptions options) {
    Unsupported.requireOnly(
        flags, Set.of(), ErrorDomain.ESX, "virDomainDestroyFlags", "esxDomainDestroyFlags");
    tasks.run(PowerOperation.DESTROY, domain, options);
  }

  /** Asks the guest for something; does not wait until it is done. */
  private void ask(GuestRequest request, DomainHandle domain) {
    Attempt attempt =
        Attempt.onDomain(
            request.function(),
            "Could not " + request.verb() + " domain '" + domain.name() + "'",
            domain.name());
    ManagedObjectReference machine = HostContext.machine(domain);
    attempt.run(() -> {
      ObjectProperties state =
          host.queries().machine(machine, List.of(MachineIdentity.POWER_STATE));
      RequiredState.ON.require(
          state.get(MachineIdentity.POWER_STATE, VirtualMachinePowerState.class), attempt);
      ask(request, machine, attempt);
    });
  }

  private void ask(GuestRequest request, ManagedObjectReference machine, Attempt attempt) {
    try {
      host.client().run(request.method(machine));
    } catch (VimException e) {
      throw e.mayHaveTakenEffect() ? attempt.unknown(request.text(), e, "") : e;
    }
  }
}
