package dev.vireo.internal.esx.definition;

import dev.vireo.DefinitionPlan;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.spi.DefinitionOutcome;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a host have domains as their definitions say: new ones, and others than they were. */
final class DefinedDomains {

  /** The libvirt function, for errors. */
  static final String FUNCTION = "virDomainDefineXML";

  private static final Set<DomainDefineFlag> SUPPORTED = Set.of(DomainDefineFlag.VALIDATE);

  private final HostContext host;
  private final MachineTasks tasks;

  /** On a host. */
  DefinedDomains(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
  }

  /** What a definition comes to: a domain that is new, or one that is there. */
  private interface Work {

    DefinitionPlan plan();

    List<String> leftOut();

    DefinitionOutcome carryOut(TaskOptions options);
  }

  /** See {@link dev.vireo.spi.DefinitionTable#define}. */
  DefinitionOutcome define(String xml, Set<DomainDefineFlag> flags, TaskOptions options) {
    return prepare(xml, flags).carryOut(options);
  }

  /** See {@link dev.vireo.spi.DefinitionTable#plan}. */
  DefinitionPlan plan(String xml, Set<DomainDefineFlag> flags) {
    return prepare(xml, flags).plan();
  }

  private Work prepare(String xml, Set<DomainDefineFlag> flags) {
    Unsupported.requireOnly(
        flags, SUPPORTED, ErrorDomain.ESX, FUNCTION + "Flags", "esxDomainDefineXMLFlags");
    WantedDomain wanted = WantedDomain.parse(FUNCTION, xml);
    Attempt attempt = Attempt.onDomain(FUNCTION, "Could not define domain", wanted.name());
    DomainPlace place = attempt.get(() -> DomainPlace.read(host));
    Optional<DomainEntry> known =
        new KnownDomains(FUNCTION, host, place.machines()).meantBy(wanted);
    Work work = known.isPresent() ? change(known.get(), wanted, place) : make(wanted, place);
    if (flags.contains(DomainDefineFlag.VALIDATE)) {
      requireComplete(work.leftOut());
    }
    return work;
  }

  private Work make(WantedDomain wanted, DomainPlace place) {
    NewDomain domain = new NewDomain(host, place, VmxTargets.of(host, place::datastores), wanted);
    return new Work() {
      @Override
      public DefinitionPlan plan() {
        return domain.plan();
      }

      @Override
      public List<String> leftOut() {
        return domain.leftOut();
      }

      @Override
      public DefinitionOutcome carryOut(TaskOptions options) {
        return domain.define(options);
      }
    };
  }

  private Work change(DomainEntry known, WantedDomain wanted, DomainPlace place) {
    Redefinition domain = new Redefinition(host, tasks, place, known, wanted);
    return new Work() {
      @Override
      public DefinitionPlan plan() {
        return domain.plan();
      }

      @Override
      public List<String> leftOut() {
        return domain.leftOut();
      }

      @Override
      public DefinitionOutcome carryOut(TaskOptions options) {
        return domain.carryOut(options);
      }
    };
  }

  private static void requireComplete(List<String> warnings) {
    if (!warnings.isEmpty()) {
      throw EsxError.builder(ErrorCode.XML_INVALID_SCHEMA, String.join("; ", warnings))
          .operation(FUNCTION)
          .build();
    }
  }
}
