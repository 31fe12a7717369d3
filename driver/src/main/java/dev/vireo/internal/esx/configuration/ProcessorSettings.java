package dev.vireo.internal.esx.configuration;

import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.flag.DomainVcpuFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.ProcessorTable;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The virtual processors of machines: how many, and what share of the host's they get. */
public final class ProcessorSettings implements ProcessorTable {

  private static final Set<DomainVcpuFlag> SUPPORTED =
      Set.of(DomainVcpuFlag.LIVE, DomainVcpuFlag.CONFIG, DomainVcpuFlag.MAXIMUM);

  private static final String RESERVATION = "reservation";
  private static final String LIMIT = "limit";
  private static final String SHARES = "shares";
  private static final Map<String, TypedParameter.Type> PARAMETERS =
      Map.of(
          RESERVATION, TypedParameter.Type.LLONG,
          LIMIT, TypedParameter.Type.LLONG,
          SHARES, TypedParameter.Type.INT);

  /** The least number of shares that stands for a level. */
  private static final long LEAST_SHARES = -3;

  private static final long UNLIMITED = -1;
  private static final String COUNT = "config.hardware.numCPU";
  private static final String CORES = "config.hardware.numCoresPerSocket";
  private static final ApiVersion WITH_CORES = ApiVersion.of("5.0");
  private static final String ALLOCATION = "config.cpuAllocation";

  private final HostContext host;
  private final Reconfigurer reconfigurer;

  /**
   * @param tasks carries out what the host does as a task
   */
  public ProcessorSettings(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.reconfigurer = new Reconfigurer(host, tasks);
  }

  /** Two requests for a machine that is off. */
  @Override
  public int maxVcpus(DomainHandle domain) {
    Attempt attempt = HostContext.reading("virDomainGetMaxVcpus", domain);
    return attempt.get(() -> {
      ObjectProperties machine = read(domain, COUNT);
      Integer most =
          MachineIdentity.state(machine) == DomainState.SHUTOFF ? host.queries().maxVcpus() : null;
      return most == null ? count(machine) : most;
    });
  }

  @Override
  public int vcpus(DomainHandle domain, Set<DomainVcpuFlag> flags) {
    Unsupported.requireOnly(
        flags, SUPPORTED, ErrorDomain.ESX, "virDomainGetVcpusFlags", "esxDomainGetVcpusFlags");
    Attempt attempt = HostContext.reading("virDomainGetVcpusFlags", domain);
    Impact impact = Impact.of(flags).requireOne(attempt);
    return attempt.get(() -> {
      ObjectProperties machine = read(domain, COUNT);
      impact.require(machine, attempt);
      return count(machine);
    });
  }

  @Override
  public void setVcpus(
      DomainHandle domain, int count, Set<DomainVcpuFlag> flags, TaskOptions options) {
    Unsupported.requireOnly(
        flags, SUPPORTED, ErrorDomain.ESX, "virDomainSetVcpus", "esxDomainSetVcpusFlags");
    Purpose purpose =
        new Purpose(
            "virDomainSetVcpus",
            "set the number of virtual CPUs",
            "Could not set number of virtual CPUs to " + count,
            Impact.of(flags).required());
    List<String> paths = new ArrayList<>(HotPlug.paths(host, HotPlug.ADD_CPU, HotPlug.REMOVE_CPU));
    paths.add(COUNT);
    if (host.client().apiVersion().isAtLeast(WITH_CORES)) {
      paths.add(CORES);
    }
    Attempt attempt = purpose.attempt(domain);
    reconfigurer.change(
        purpose,
        domain,
        paths,
        machine -> {
          int before = count(machine);
          if (before == count) {
            return null;
          }
          requirePossible(machine, before, count, attempt);
          return VirtualMachineConfigSpec.builder().numCPUs(count);
        },
        options);
  }

  private void requirePossible(ObjectProperties machine, int before, int count, Attempt attempt) {
    Integer most = count > before ? host.queries().maxVcpus() : null;
    if (most != null && count > most) {
      throw attempt.error(
          ErrorCode.INVALID_ARG,
          "Requested number of virtual CPUs is greater than max allowable number of virtual CPUs"
              + " for the domain: "
              + count
              + " > "
              + most,
          null);
    }
    HotPlug.requireChange(machine, count > before ? HotPlug.ADD_CPU : HotPlug.REMOVE_CPU, attempt);
    Number cores = machine.find(CORES, Number.class);
    if (cores != null && cores.intValue() > 1 && count % cores.intValue() != 0) {
      throw attempt.error(
          ErrorCode.INVALID_ARG,
          "Requested number of virtual CPUs, "
              + count
              + ", is no multiple of the "
              + cores
              + " cores of a virtual socket of the domain",
          null);
    }
  }

  @Override
  public String schedulerType(DomainHandle domain) {
    return "allocation";
  }

  @Override
  public List<TypedParameter> schedulerParameters(
      DomainHandle domain, Set<DomainModificationImpact> flags) {
    Attempt attempt = HostContext.reading("virDomainGetSchedulerParameters", domain);
    Impact impact = Impact.of(flags).requireOne(attempt);
    return attempt.get(() -> {
      ObjectProperties machine = read(domain, ALLOCATION);
      impact.require(machine, attempt);
      return parameters(allocation(machine));
    });
  }

  private static List<TypedParameter> parameters(Allocation allocation) {
    List<TypedParameter> parameters = new ArrayList<>();
    if (allocation.reservation() != null) {
      parameters.add(TypedParameter.ofLong(RESERVATION, allocation.reservation()));
    }
    if (allocation.limit() != null) {
      parameters.add(TypedParameter.ofLong(LIMIT, allocation.limit()));
    }
    Integer shares = allocation.libvirtShares();
    if (shares != null) {
      parameters.add(TypedParameter.ofInt(SHARES, shares));
    }
    return parameters;
  }

  @Override
  public void setSchedulerParameters(
      DomainHandle domain,
      List<TypedParameter> parameters,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    Purpose purpose =
        new Purpose(
            "virDomainSetSchedulerParameters",
            "set scheduler parameters",
            "Could not change scheduler parameters",
            Impact.of(flags).required());
    Attempt attempt = purpose.attempt(domain);
    NamedValues values = NamedValues.of(parameters, PARAMETERS, attempt);
    Long reservation =
        atLeast(
            0,
            values.find(RESERVATION),
            "reservation to %d MHz, expecting positive value",
            attempt);
    Long limit =
        atLeast(
            UNLIMITED,
            values.find(LIMIT),
            "limit to %d MHz, expecting positive value or -1 (unlimited)",
            attempt);
    Long shares =
        atLeast(
            LEAST_SHARES,
            values.find(SHARES),
            "shares to %d, expecting positive value or -1 (low), -2 (normal) or -3 (high)",
            attempt);
    reconfigurer.change(
        purpose,
        domain,
        List.of(ALLOCATION),
        machine ->
            values.isEmpty()
                ? null
                : VirtualMachineConfigSpec.builder()
                    .cpuAllocation(
                        allocation(machine)
                            .withReservation(reservation)
                            .withLimit(limit)
                            .withShares(shares)
                            .requireConsistent("MHz", attempt)
                            .info()),
        options);
  }

  private static @Nullable Long atLeast(
      long least, @Nullable Long value, String complaint, Attempt attempt) {
    if (value != null && value < least) {
      throw attempt.error(
          ErrorCode.INVALID_ARG, "Could not set " + complaint.formatted(value), null);
    }
    return value;
  }

  private ObjectProperties read(DomainHandle domain, String path) {
    return host.queries()
        .machine(HostContext.machine(domain), List.of(MachineIdentity.POWER_STATE, path));
  }

  private static int count(ObjectProperties machine) {
    return machine.get(COUNT, Number.class).intValue();
  }

  private static Allocation allocation(ObjectProperties machine) {
    return Allocation.of(machine.find(ALLOCATION, ResourceAllocationInfo.class));
  }
}
