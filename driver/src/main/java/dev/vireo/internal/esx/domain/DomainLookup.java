package dev.vireo.internal.esx.domain;

import dev.vireo.DomainInfo;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.configuration.AutoStart;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.DomainTable;
import dev.vireo.vim.methods.FindAllByUuid;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds and reads the virtual machines of the host. */
public final class DomainLookup implements DomainTable {

  private static final String BY_UUID = "virDomainLookupByUUID";
  private static final long KIB_PER_MIB = 1024;
  private static final String SNAPSHOTS = "snapshot.rootSnapshotList";
  private static final String MEMORY_MIB = "config.hardware.memoryMB";
  private static final String CPUS = "config.hardware.numCPU";
  private static final String MEMORY_LIMIT_MIB = "config.memoryAllocation.limit";

  private final HostContext host;
  private final HostQueries queries;
  private final MachineIdentity identity;
  private final AutoStart autoStart;

  /** On a host. */
  public DomainLookup(HostContext host) {
    this.host = host;
    this.queries = host.queries();
    this.identity = host.identity();
    this.autoStart = new AutoStart(host);
  }

  @Override
  public List<DomainEntry> list(Set<DomainListFlag> flags) {
    List<DomainEntry> entries = read("virConnectListAllDomains", flags).entries();
    MachineIdentity.warnOfZeroUuids(entries);
    return entries;
  }

  private MachineReadings read(String function, Set<DomainListFlag> flags) {
    DomainFilter filter = new DomainFilter(flags);
    if (filter.excludesAll()) {
      return MachineReadings.none(host, function);
    }
    Attempt attempt =
        host.attempt(function, "Could not list the domains of the host '" + host.name() + "'");
    Set<ManagedObjectReference> started =
        filter.asksForAutostart() ? attempt.get(autoStart::machines) : Set.of();
    List<String> paths = new ArrayList<>(identity.paths());
    if (filter.asksForSnapshots()) {
      paths.add(SNAPSHOTS);
    }
    return MachineReadings.of(
        host,
        function,
        attempt.get(() -> queries.machines(paths)),
        machine ->
            filter.admits(
                    MachineIdentity.state(machine),
                    () -> !machine.list(SNAPSHOTS, Object.class).isEmpty(),
                    () -> started.contains(machine.object()))
                ? Optional.of(identity.read(machine))
                : Optional.empty());
  }

  @Override
  public int[] runningIds() {
    return read("virConnectListDomains", Set.of(DomainListFlag.RUNNING))
        .complete("Could not find out which domains run")
        .stream()
        .mapToInt(DomainEntry::id)
        .toArray();
  }

  @Override
  public List<String> definedNames() {
    return read("virConnectListDefinedDomains", Set.of())
        .complete("Could not find out which domains do not run")
        .stream()
        .filter(entry -> entry.state() != DomainState.RUNNING)
        .map(DomainEntry::name)
        .toList();
  }

  @Override
  public DomainEntry byId(int id) {
    return found(
        read("virDomainLookupByID", Set.of(DomainListFlag.ACTIVE))
            .find(entry -> entry.id() == id)
            .orElseThrow(() -> noDomain("No domain with ID " + id)));
  }

  @Override
  public DomainEntry byName(String name) {
    MachineReadings all = read("virDomainLookupByName", Set.of());
    return found(
        all.find(entry -> entry.name().equals(name))
            .orElseThrow(() -> {
              all.requireAllNames(uncertain("name '" + name + "'"));
              return noDomain("Could not find domain with name '" + name + "'");
            }));
  }

  @Override
  public DomainEntry byUuid(UUID uuid) {
    Optional<ManagedObjectReference> machine =
        host.attempt(BY_UUID, "Could not look for the domain with UUID '" + uuid + "'")
            .get(() -> find(uuid).or(() -> findByBiosUuid(uuid)));
    return found(machine.isPresent() ? read(machine.get(), uuid) : byUuidInList(uuid));
  }

  private DomainEntry read(ManagedObjectReference machine, UUID uuid) {
    return Attempt.onDomain(
            BY_UUID, "Could not read the domain with UUID '" + uuid + "'", uuid.toString())
        .get(() -> identity.read(queries.machine(machine, identity.paths())));
  }

  /** A server's index does not tell of machines that the user may not read. */
  private DomainEntry byUuidInList(UUID uuid) {
    if (uuid.equals(UuidText.ZERO)) {
      throw noDomainWith(uuid);
    }
    MachineReadings all = read(BY_UUID, Set.of());
    return all.find(entry -> entry.uuid().equals(uuid))
        .orElseThrow(() -> {
          all.requireAll(uncertain("UUID '" + uuid + "'"));
          return noDomainWith(uuid);
        });
  }

  private static LibvirtException noDomainWith(UUID uuid) {
    return noDomain("Could not find domain with UUID '" + uuid + "'");
  }

  private static String uncertain(String kind) {
    return "Could not find out whether there is a domain with " + kind;
  }

  private static DomainEntry found(DomainEntry entry) {
    MachineIdentity.warnOfZeroUuids(List.of(entry));
    return entry;
  }

  private Optional<ManagedObjectReference> find(UUID uuid) {
    ManagedObjectReference index = host.client().serviceContent().searchIndex();
    if (index == null || uuid.equals(UuidText.ZERO)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        host.client()
            .callOptional(
                new FindByUuid(
                    index,
                    host.scope().datacenter(),
                    uuid.toString(),
                    true,
                    identity.isInstanceUuid() ? true : null)));
  }

  /**
   * The machine that libvirt before 12.4 calls by this uuid. Unlike an instance uuid it need not be
   * the only one that has it: copies of a machine keep it.
   */
  private Optional<ManagedObjectReference> findByBiosUuid(UUID uuid) {
    ManagedObjectReference index = host.client().serviceContent().searchIndex();
    if (index == null || uuid.equals(UuidText.ZERO) || !identity.isInstanceUuid()) {
      return Optional.empty();
    }
    List<ManagedObjectReference> found =
        host.client()
            .callOptional(
                new FindAllByUuid(index, host.scope().datacenter(), uuid.toString(), true, false));
    if (found == null || found.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      throw EsxError.builder(
              ErrorCode.OPERATION_FAILED,
              found.size() + " domains have the BIOS UUID '" + uuid + "'")
          .hint("name the domain, or give its instance UUID, which 'domuuid' prints")
          .build();
    }
    return Optional.of(found.get(0));
  }

  @Override
  public String osType(DomainHandle domain) {
    return "hvm";
  }

  @Override
  public DomainState state(DomainHandle domain) {
    return state("virDomainGetState", domain);
  }

  @Override
  public boolean isActive(DomainHandle domain) {
    return state("virDomainIsActive", domain) != DomainState.SHUTOFF;
  }

  @Override
  public boolean isPersistent(DomainHandle domain) {
    state("virDomainIsPersistent", domain); // fails when it does not exist any more
    return true;
  }

  @Override
  public boolean isUpdated(DomainHandle domain) {
    state("virDomainIsUpdated", domain);
    return false;
  }

  @Override
  public boolean hasManagedSaveImage(DomainHandle domain) {
    state("virDomainHasManagedSaveImage", domain);
    return false;
  }

  private DomainState state(String function, DomainHandle domain) {
    return HostContext.reading(function, domain)
        .get(() ->
            MachineIdentity.state(
                queries.machine(
                    HostContext.machine(domain), List.of(MachineIdentity.POWER_STATE))));
  }

  @Override
  public DomainInfo info(DomainHandle domain) {
    return HostContext.reading("virDomainGetInfo", domain)
        .get(() -> {
          ObjectProperties found =
              queries.machine(
                  HostContext.machine(domain),
                  List.of(MachineIdentity.POWER_STATE, MEMORY_MIB, CPUS, MEMORY_LIMIT_MIB));
          long memory = memoryKiB(found);
          return new DomainInfo(
              MachineIdentity.state(found),
              memory,
              limitKiB(found.find(MEMORY_LIMIT_MIB, Number.class), memory),
              found.get(CPUS, Number.class).intValue(),
              0);
        });
  }

  private static long memoryKiB(ObjectProperties machine) {
    int mebibytes = machine.get(MEMORY_MIB, Number.class).intValue();
    if (mebibytes < 0) {
      throw EsxError.of(ErrorCode.INTERNAL_ERROR, "Got invalid memory size " + mebibytes);
    }
    return mebibytes * KIB_PER_MIB;
  }

  /** The limit; without one, or below zero, the guest may use all its memory. */
  private static long limitKiB(@Nullable Number limit, long memory) {
    return limit == null || limit.longValue() < 0 ? memory : limit.longValue() * KIB_PER_MIB;
  }

  @Override
  public long maxMemory(DomainHandle domain) {
    return HostContext.reading("virDomainGetMaxMemory", domain)
        .get(() -> memoryKiB(queries.machine(HostContext.machine(domain), List.of(MEMORY_MIB))));
  }

  @Override
  public boolean autostart(DomainHandle domain) {
    return HostContext.reading("virDomainGetAutostart", domain)
        .get(() -> autoStart.machines().contains(HostContext.machine(domain)));
  }

  private static LibvirtException noDomain(String detail) {
    return EsxError.builder(ErrorCode.NO_DOMAIN, detail).build();
  }
}
