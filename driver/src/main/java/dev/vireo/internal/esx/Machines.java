package dev.vireo.internal.esx;

import dev.vireo.DomainInfo;
import dev.vireo.DomainListFlag;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.DomainEntry;
import dev.vireo.internal.DomainHandle;
import dev.vireo.internal.UuidText;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.FindAllByUuid;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds and reads the virtual machines of the host. */
final class Machines {

  private static final System.Logger LOG = System.getLogger(Machines.class.getName());
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

  List<DomainEntry> list(Set<DomainListFlag> flags) {
    DomainFilter filter = new DomainFilter(flags);
    if (filter.excludesAll()) {
      return List.of();
    }
    Attempt attempt = listing();
    Set<ManagedObjectReference> started =
        filter.asksForAutostart() ? attempt.get(autoStart::machines) : Set.of();
    List<String> paths = new ArrayList<>(identity.paths());
    if (filter.asksForSnapshots()) {
      paths.add(SNAPSHOTS);
    }
    return readable(
        attempt.get(() -> inventory.machines(paths)),
        machine ->
            filter.admits(
                    MachineIdentity.state(machine),
                    () -> !machine.list(SNAPSHOTS, Object.class).isEmpty(),
                    () -> started.contains(machine.object()))
                ? identity.read(machine)
                : null);
  }

  int[] runningIds() {
    return list(Set.of(DomainListFlag.RUNNING)).stream().mapToInt(DomainEntry::id).toArray();
  }

  List<String> definedNames() {
    return list(Set.of()).stream()
        .filter(entry -> entry.state() != DomainState.RUNNING)
        .map(DomainEntry::name)
        .toList();
  }

  DomainEntry byId(int id) {
    return list(Set.of(DomainListFlag.ACTIVE)).stream()
        .filter(entry -> entry.id() == id)
        .findFirst()
        .orElseThrow(() -> noDomain("No domain with ID " + id));
  }

  DomainEntry byName(String name) {
    return list(Set.of()).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noDomain("Could not find domain with name '" + name + "'"));
  }

  DomainEntry byUuid(UUID uuid) {
    return Attempt.onHost("domname", "Could not look for the domain with UUID '" + uuid + "'", host)
        .get(() ->
            find(uuid)
                .or(() -> findByBiosUuid(uuid))
                .map(machine -> inventory.machine(machine, identity.paths())))
        .map(identity::read)
        .orElseThrow(() -> noDomain("Could not find domain with UUID '" + uuid + "'"));
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

  private LibvirtException noDomain(String detail) {
    return LibvirtException.builder(ErrorCode.NO_DOMAIN, detail).build();
  }

  /** Reads each machine; one that cannot be read must not hide the others. */
  private static List<DomainEntry> readable(
      List<ObjectProperties> machines, Function<ObjectProperties, @Nullable DomainEntry> read) {
    List<DomainEntry> entries = new ArrayList<>(machines.size());
    for (ObjectProperties machine : machines) {
      try {
        DomainEntry entry = read.apply(machine);
        if (entry != null) {
          entries.add(entry);
        }
      } catch (VimException | LibvirtException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            () -> "Leaving out " + machine.object() + ": " + e.getMessage());
      }
    }
    return entries;
  }
}
