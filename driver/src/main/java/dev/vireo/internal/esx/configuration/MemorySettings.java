package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.TaskOptions;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainMemoryFlag;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.MemoryTable;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The memory of machines: its size, the limit of what the host gives, and what it promises. */
public final class MemorySettings implements MemoryTable {

  private static final String MIN_GUARANTEE = "min_guarantee";
  private static final Map<String, TypedParameter.Type> PARAMETERS =
      Map.of(MIN_GUARANTEE, TypedParameter.Type.ULLONG);

  private static final String SIZE = "config.hardware.memoryMB";
  private static final String ALLOCATION = "config.memoryAllocation";
  private static final long KIB_PER_MIB = 1024;

  /** VMware takes memory in steps of so many MiB. */
  private static final long STEP_MIB = 4;

  private final HostContext host;
  private final Reconfigurer reconfigurer;

  /**
   * @param tasks carries out what the host does as a task
   */
  public MemorySettings(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.reconfigurer = new Reconfigurer(host, tasks);
  }

  @Override
  public void setMaxMemory(DomainHandle domain, long kib, TaskOptions options) {
    setSize("virDomainSetMaxMemory", domain, kib, RequiredState.ANY, options);
  }

  @Override
  public void setMemory(
      DomainHandle domain, long kib, Set<DomainMemoryFlag> flags, TaskOptions options) {
    String function = "virDomainSetMemory";
    RequiredState required = Impact.of(flags).required();
    if (flags.contains(DomainMemoryFlag.MAXIMUM)) {
      setSize(function, domain, kib, required, options);
    } else {
      setLimit(function, domain, kib, required, options);
    }
  }

  private void setSize(
      String function, DomainHandle domain, long kib, RequiredState required, TaskOptions options) {
    Purpose purpose =
        new Purpose(
            function,
            "set the maximum memory",
            "Could not set max-memory to " + kib + " kilobytes",
            required);
    Attempt attempt = purpose.attempt(domain);
    List<String> paths = new ArrayList<>(HotPlug.paths(host, HotPlug.ADD_MEMORY));
    paths.add(SIZE);
    long mebibytes = Math.ceilDiv(kib, KIB_PER_MIB * STEP_MIB) * STEP_MIB;
    reconfigurer.change(
        purpose,
        domain,
        paths,
        machine -> {
          long before = size(machine);
          if (before == mebibytes) {
            return null;
          }
          HotPlug.requireChange(machine, mebibytes > before ? HotPlug.ADD_MEMORY : null, attempt);
          return VirtualMachineConfigSpec.builder().memoryMB(mebibytes);
        },
        options);
  }

  private void setLimit(
      String function, DomainHandle domain, long kib, RequiredState required, TaskOptions options) {
    Purpose purpose =
        new Purpose(
            function, "set the memory", "Could not set memory to " + kib + " kilobytes", required);
    Attempt attempt = purpose.attempt(domain);
    long limit = Math.ceilDiv(kib, KIB_PER_MIB);
    reconfigurer.change(
        purpose,
        domain,
        List.of(SIZE, ALLOCATION),
        machine -> {
          if (limit > size(machine)) {
            throw attempt.error(
                ErrorCode.INVALID_ARG, "cannot set memory higher than max memory", null);
          }
          return allocation(allocation(machine).withLimit(limit), attempt);
        },
        options);
  }

  @Override
  public List<TypedParameter> memoryParameters(
      DomainHandle domain, Set<DomainModificationImpact> flags) {
    Attempt attempt = HostContext.reading("virDomainGetMemoryParameters", domain);
    Impact impact = Impact.of(flags).requireOne(attempt);
    return attempt.get(() -> {
      ObjectProperties machine =
          host.queries()
              .machine(
                  HostContext.machine(domain), List.of(MachineIdentity.POWER_STATE, ALLOCATION));
      impact.require(machine, attempt);
      Long reservation = allocation(machine).reservation();
      return reservation == null
          ? List.of()
          : List.of(TypedParameter.ofUnsignedLong(MIN_GUARANTEE, reservation * KIB_PER_MIB));
    });
  }

  @Override
  public void setMemoryParameters(
      DomainHandle domain,
      List<TypedParameter> parameters,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    Purpose purpose =
        new Purpose(
            "virDomainSetMemoryParameters",
            "set memory parameters",
            "Could not change memory parameters",
            Impact.of(flags).required());
    Attempt attempt = purpose.attempt(domain);
    Long kib = NamedValues.of(parameters, PARAMETERS, attempt).find(MIN_GUARANTEE);
    Long reservation = kib == null ? null : Math.ceilDiv(kib, KIB_PER_MIB);
    reconfigurer.change(
        purpose,
        domain,
        List.of(ALLOCATION),
        machine ->
            reservation == null
                ? null
                : allocation(allocation(machine).withReservation(reservation), attempt),
        options);
  }

  private static VirtualMachineConfigSpec.Builder allocation(Allocation wanted, Attempt attempt) {
    return VirtualMachineConfigSpec.builder()
        .memoryAllocation(wanted.requireConsistent("MiB", attempt).info());
  }

  private static Allocation allocation(ObjectProperties machine) {
    return Allocation.of(machine.find(ALLOCATION, ResourceAllocationInfo.class));
  }

  private static long size(ObjectProperties machine) {
    return machine.get(SIZE, Number.class).longValue();
  }
}
