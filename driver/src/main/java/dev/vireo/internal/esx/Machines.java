package dev.vireo.internal.esx;

import dev.vireo.DomainInfo;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.DomainEntry;
import dev.vireo.internal.DomainHandle;
import dev.vireo.internal.UuidText;
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
final class Machines {

  private static final long KIB_PER_MIB = 1024;
  private static final String SNAPSHOTS = "snapshot.rootSnapshotList";
  private static final String MEMORY_MIB = "config.hardware.memoryMB";
  private static final String CPUS = "config.hardware.numCPU";
  private static final String MEMORY_LIMIT_MIB = "config.memoryAllocation.limit";

  private final Inventory inventory;
  private final MachineIdentity identity;
  private final AutoStart autoStart;
  private final String host;

  /**
   * @param host name of the host for messages
   */
  Machines(Inventory inventory, MachineIdentity identity, String host) {
    this.inventory = inventory;
    this.identity = identity;
    this.autoStart = new AutoStart(inventory);
    this.host = host;
  }

  /** The object that a handle stands for. */
  static ManagedObjectReference reference(DomainHandle domain) {
    return new ManagedObjectReference(Inventory.MACHINE, domain.reference());
  }

  /** The domains that pass; one that cannot be read may be any, and passes. */
  List<DomainEntry> list(Set<DomainListFlag> flags) {
    List<DomainEntry> entries = read(flags).entries();
    MachineIdentity.warnOfZeroUuids(entries);
    return entries;
  }

  private MachineReadings read(Set<DomainListFlag> flags) {
    DomainFilter filter = new DomainFilter(flags);
    if (filter.excludesAll()) {
      return MachineReadings.none(host);
    }
    Attempt attempt = listing();
    Set<ManagedObjectReference> started =
        filter.asksForAutostart() ? attempt.get(autoStart::machines) : Set.of();
    List<String> paths = new ArrayList<>(identity.paths());
    if (filter.asksForSnapshots()) {
      paths.add(SNAPSHOTS);
    }
    return MachineReadings.of(
        host,
        attempt.get(() -> inventory.machines(paths)),
        machine ->
            filter.admits(
                    MachineIdentity.state(machine),
                    () -> !machine.list(SNAPSHOTS, Object.class).isEmpty(),
                    () -> started.contains(machine.object()))
                ? Optional.of(identity.read(machine))
                : Optional.empty());
  }

  int[] runningIds() {
    return read(Set.of(DomainListFlag.RUNNING))
        .complete("Could not find out which domains run")
        .stream()
        .mapToInt(DomainEntry::id)
        .toArray();
  }

  List<String> definedNames() {
    return read(Set.of()).complete("Could not find out which domains do not run").stream()
        .filter(entry -> entry.state() != DomainState.RUNNING)
        .map(DomainEntry::name)
        .toList();
  }

  DomainEntry byId(int id) {
    return found(
        read(Set.of(DomainListFlag.ACTIVE))
            .find(entry -> entry.id() == id)
            .orElseThrow(() -> noDomain("No domain with ID " + id)));
  }

  DomainEntry byName(String name) {
    MachineReadings all = read(Set.of());
    return found(
        all.find(entry -> entry.name().equals(name))
            .orElseThrow(() -> {
              all.requireAllNames(uncertain("name '" + name + "'"));
              return noDomain("Could not find domain with name '" + name + "'");
            }));
  }

  DomainEntry byUuid(UUID uuid) {
    Optional<ManagedObjectReference> machine =
        Attempt.onHost("domname", "Could not look for the domain with UUID '" + uuid + "'", host)
            .get(() -> find(uuid).or(() -> findByBiosUuid(uuid)));
    return found(machine.isPresent() ? read(machine.get(), uuid) : byUuidInList(uuid));
  }

  private DomainEntry read(ManagedObjectReference machine, UUID uuid) {
    return Attempt.onDomain(
            "domname", "Could not read the domain with UUID '" + uuid + "'", uuid.toString())
        .get(() -> identity.read(inventory.machine(machine, identity.paths())));
  }

  /** A server's index does not tell of machines that the user may not read. */
  private DomainEntry byUuidInList(UUID uuid) {
    if (uuid.equals(UuidText.ZERO)) {
      throw noDomainWith(uuid);
    }
    MachineReadings all = read(Set.of());
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
    ManagedObjectReference index = inventory.client().serviceContent().searchIndex();
    if (index == null || uuid.equals(UuidText.ZERO)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        inventory
            .client()
            .callOptional(
                new FindByUuid(
                    index,
                    inventory.scope().datacenter(),
                    uuid.toString(),
                    true,
                    identity.isInstanceUuid() ? true : null)));
  }

  /**
   * The machine that libvirt before 12.4 calls by this uuid. Unlike an instance uuid it need not be
   * the only one that has it: copies of a machine keep it.
   */
  private Optional<ManagedObjectReference> findByBiosUuid(UUID uuid) {
    ManagedObjectReference index = inventory.client().serviceContent().searchIndex();
    if (index == null || uuid.equals(UuidText.ZERO) || !identity.isInstanceUuid()) {
      return Optional.empty();
    }
    List<ManagedObjectReference> found =
        inventory
            .client()
            .callOptional(
                new FindAllByUuid(
                    index, inventory.scope().datacenter(), uuid.toString(), true, false));
    if (found == null || found.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      throw LibvirtException.builder(
              ErrorCode.OPERATION_FAILED,
              found.size() + " domains have the BIOS UUID '" + uuid + "'")
          .hint("name the domain, or give its instance UUID, which 'domuuid' prints")
          .build();
    }
    return Optional.of(found.get(0));
  }

  DomainState state(DomainHandle domain) {
    return reading("domstate", domain)
        .get(() ->
            MachineIdentity.state(
                inventory.machine(reference(domain), List.of(MachineIdentity.POWER_STATE))));
  }

  DomainInfo info(DomainHandle domain) {
    return reading("dominfo", domain)
        .get(() -> {
          ObjectProperties found =
              inventory.machine(
                  reference(domain),
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
      throw LibvirtException.of(ErrorCode.INTERNAL_ERROR, "Got invalid memory size " + mebibytes);
    }
    return mebibytes * KIB_PER_MIB;
  }

  /** The limit; without one, or below zero, the guest may use all its memory. */
  private static long limitKiB(@Nullable Number limit, long memory) {
    return limit == null || limit.longValue() < 0 ? memory : limit.longValue() * KIB_PER_MIB;
  }

  long maxMemory(DomainHandle domain) {
    return reading("dominfo", domain)
        .get(() -> memoryKiB(inventory.machine(reference(domain), List.of(MEMORY_MIB))));
  }

  boolean autostart(DomainHandle domain) {
    return reading("dominfo", domain).get(() -> autoStart.machines().contains(reference(domain)));
  }

  private Attempt listing() {
    return Attempt.onHost("list", "Could not list the domains of the host '" + host + "'", host);
  }

  private static Attempt reading(String operation, DomainHandle domain) {
    return Attempt.onDomain(
        operation, "Could not read the domain '" + domain.name() + "'", domain.name());
  }

  private static LibvirtException noDomain(String detail) {
    return LibvirtException.builder(ErrorCode.NO_DOMAIN, detail).build();
  }
}
