package dev.vireo.internal.esx.domain;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.FaultCodes;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.spi.DomainEntry;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.ObjectProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the host told of its virtual machines, and of which it did not tell all: such a machine is
 * there, so nobody may be told that there is none like it.
 */
final class MachineReadings {

  /**
   * A machine.
   *
   * @param named whether its name could be read
   */
  private record Reading(DomainEntry entry, boolean named) {

    /** Whether it is there, but not all of it could be read. */
    boolean isDoubtful() {
      return entry.unreadable() != null && !isGone();
    }

    /** Whether it was removed while the host was asked. */
    boolean isGone() {
      LibvirtException reason = entry.unreadable();
      return reason != null && reason.code() == ErrorCode.NO_DOMAIN;
    }
  }

  private final HostContext host;
  private final String function;
  private final int total;
  private final List<Reading> readings;

  private MachineReadings(HostContext host, String function, int total, List<Reading> readings) {
    this.host = host;
    this.function = function;
    this.total = total;
    this.readings = readings;
  }

  /** Of no machines, where none can be wanted. */
  static MachineReadings none(HostContext host, String function) {
    return new MachineReadings(host, function, 0, List.of());
  }

  /**
   * Reads each machine.
   *
   * @param function the libvirt function that wants to know
   * @param read gives the domain, or empty for one that is not wanted; its failure is kept
   */
  static MachineReadings of(
      HostContext host,
      String function,
      List<ObjectProperties> machines,
      Function<ObjectProperties, Optional<DomainEntry>> read) {
    List<Reading> readings = new ArrayList<>(machines.size());
    for (ObjectProperties machine : machines) {
      try {
        read.apply(machine).ifPresent(entry -> readings.add(new Reading(entry, true)));
      } catch (VimException e) {
        readings.add(unread(function, machine, e));
      } catch (LibvirtException e) {
        readings.add(unread(machine, e));
      }
    }
    return new MachineReadings(host, function, machines.size(), readings);
  }

  private static Reading unread(String function, ObjectProperties machine, VimException failure) {
    boolean denied =
        failure instanceof FaultException fault
            && FaultCodes.of(fault.faultName()) == ErrorCode.OPERATION_DENIED;
    String name = MachineIdentity.nameOrReference(machine);
    String complaint = (denied ? "Not permitted" : "Not able") + " to read the domain '" + name;
    return unread(machine, Attempt.onDomain(function, complaint + "'", name).translate(failure));
  }

  private static Reading unread(ObjectProperties machine, LibvirtException reason) {
    String reference = machine.object().value();
    String name = MachineIdentity.nameOrReference(machine);
    return new Reading(
        DomainEntry.unread(name, MachineIdentity.idOrNone(reference), reference, reason),
        !name.equals(machine.object().toString()));
  }

  /**
   * All domains, in the order of the host.
   *
   * @throws LibvirtException when the host has machines and tells not even one name
   */
  List<DomainEntry> entries() {
    List<Reading> doubtful = doubtful(reading -> !reading.named());
    if (!doubtful.isEmpty() && doubtful.size() == total) {
      throw doubt("Could not list the domains of the host '" + host.name() + "'", doubtful);
    }
    return readings.stream().map(Reading::entry).toList();
  }

  /**
   * All domains that are there.
   *
   * @param question what cannot be answered otherwise
   * @throws LibvirtException when one cannot be read
   */
  List<DomainEntry> complete(String question) {
    requireCertainty(question, reading -> true);
    return readings.stream().filter(reading -> !reading.isGone()).map(Reading::entry).toList();
  }

  /**
   * The first domain of a kind.
   *
   * @param kind tells whether a domain is meant, from what is known of each machine in any case
   * @throws LibvirtException when not all of it can be read
   */
  Optional<DomainEntry> find(Predicate<DomainEntry> kind) {
    DomainEntry doubtful = null;
    for (Reading reading : readings) {
      DomainEntry entry = reading.entry();
      if (reading.isGone() || !kind.test(entry)) {
        continue;
      }
      if (entry.unreadable() == null) {
        return Optional.of(entry);
      }
      doubtful = doubtful == null ? entry : doubtful;
    }
    if (doubtful != null) {
      throw Objects.requireNonNull(doubtful.unreadable());
    }
    return Optional.empty();
  }

  /** Fails when the name of a machine that is there is not known. */
  void requireAllNames(String question) {
    requireCertainty(question, reading -> !reading.named());
  }

  /** Fails when not all of a machine that is there could be read. */
  void requireAll(String question) {
    requireCertainty(question, reading -> true);
  }

  private void requireCertainty(String question, Predicate<Reading> matters) {
    List<Reading> doubtful = doubtful(matters);
    if (!doubtful.isEmpty()) {
      throw doubt(question, doubtful);
    }
  }

  private List<Reading> doubtful(Predicate<Reading> matters) {
    return readings.stream().filter(Reading::isDoubtful).filter(matters).toList();
  }

  private LibvirtException doubt(String question, List<Reading> doubtful) {
    LibvirtException first = Objects.requireNonNull(doubtful.get(0).entry().unreadable());
    int count = doubtful.size();
    String how = count + " of the " + total + " domains cannot be read; the first: ";
    return EsxError.builder(first.code(), question + ": " + how + first.detail())
        .operation(function)
        .object(host.name())
        .cause(first)
        .hints(first.hints())
        .build();
  }
}
