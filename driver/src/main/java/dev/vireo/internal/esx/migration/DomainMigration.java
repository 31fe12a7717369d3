package dev.vireo.internal.esx.migration;

import dev.vireo.ConnectFeature;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainMigrateFlag;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.VCenter;
import dev.vireo.internal.esx.domain.DomainLookup;
import dev.vireo.internal.esx.migration.MachineMove.How;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.internal.esx.task.Questions;
import dev.vireo.internal.esx.task.RequiredState;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.MigrationTable;
import dev.vireo.spi.UndoLog;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.FaultException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves virtual machines between hosts of a vCenter, which checks and does it. */
public final class DomainMigration implements MigrationTable {

  static final String PERFORM = "virDomainMigratePerform";

  private static final System.Logger LOG = System.getLogger(DomainMigration.class.getName());
  private static final String PREPARE = "virDomainMigratePrepare";
  private static final String FINISH = "virDomainMigrateFinish";

  private static final Set<DomainMigrateFlag> SUPPORTED =
      EnumSet.of(
          DomainMigrateFlag.LIVE,
          DomainMigrateFlag.PERSIST_DEST,
          DomainMigrateFlag.UNDEFINE_SOURCE,
          DomainMigrateFlag.PAUSED,
          DomainMigrateFlag.NON_SHARED_DISK,
          DomainMigrateFlag.OFFLINE);

  private final HostContext host;
  private final @Nullable VCenter vCenter;
  private final Questions questions;

  /**
   * @param host the host, as the server of the URI knows it
   * @param vCenter the vCenter of the connection; null for none
   * @param questions what to do about questions
   */
  public DomainMigration(HostContext host, @Nullable VCenter vCenter, Questions questions) {
    this.host = host;
    this.vCenter = vCenter;
    this.questions = questions;
  }

  @Override
  public boolean supportsFeature(ConnectFeature feature) {
    return switch (feature) {
      case MIGRATION_V1, MIGRATION_DIRECT, MIGRATION_OFFLINE ->
          vCenter != null && place("virConnectSupportsFeature", vCenter).vMotion();
      case MIGRATION_V2, MIGRATION_P2P, MIGRATION_V3, MIGRATE_CHANGE_PROTECTION, MIGRATION_PARAMS ->
          false;
    };
  }

  private VCenter.Place place(String function, VCenter through) {
    return host.attempt(
            function, "Could not find out how the host '" + host.name() + "' is managed")
        .get(through::place);
  }

  @Override
  public String prepare(MigrationParameters parameters, Set<DomainMigrateFlag> flags) {
    requireFlags(flags, PREPARE, "esxDomainMigratePrepare");
    String uri = parameters.uri();
    if (uri != null) {
      return uri;
    }
    VCenter through = requireVCenter(PREPARE);
    VCenter.Place place = place(PREPARE, through);
    return new MigrationUri(
            through.address(), place.pool().value(), place.host().value(), null, through.uuid())
        .toString();
  }

  private VCenter requireVCenter(String function) {
    VCenter through = vCenter;
    if (through == null) {
      throw EsxError.builder(ErrorCode.INVALID_ARG, "Migration not possible without a vCenter")
          .operation(function)
          .hint("add ?vcenter=* to the URI, or use a vpx:// one")
          .build();
    }
    return through;
  }

  private static void requireFlags(
      Set<DomainMigrateFlag> flags, String function, String driverFunction) {
    Unsupported.requireOnly(flags, SUPPORTED, ErrorDomain.ESX, function, driverFunction);
  }

  @Override
  public void perform(
      DomainHandle domain,
      String uri,
      MigrationParameters parameters,
      Set<DomainMigrateFlag> flags,
      TaskOptions options) {
    requireFlags(flags, PERFORM, "esxDomainMigratePerform");
    VCenter through = requireVCenter(PERFORM);
    MigrationUri where = MigrationUri.parse(uri);
    where.requireFrom(through.address(), through.uuid());
    if (parameters.bandwidth() > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The bandwidth of the migration is the vCenter's to choose: a limit has no effect");
    }
    Attempt attempt = Attempt.onDomain(PERFORM, "Could not migrate domain", domain.name());
    DomainHandle machine = machine(domain, through);
    MachineMove.Target target =
        new Destination(through.host(), attempt)
            .target(where, flags.contains(DomainMigrateFlag.NON_SHARED_DISK));
    new MoveCheck(through.host().client(), attempt, options)
        .require(HostContext.machine(machine), target);
    Move move = new Move(through, machine, target, requiredState(flags), options);
    String name = parameters.destinationName();
    if (name == null || name.equals(domain.name())) {
      move.run();
    } else {
      move.run(name);
    }
  }

  private static RequiredState requiredState(Set<DomainMigrateFlag> flags) {
    return flags.contains(DomainMigrateFlag.OFFLINE) ? RequiredState.OFF : RequiredState.ANY;
  }

  /** The machine as the vCenter knows it. */
  private DomainHandle machine(DomainHandle domain, VCenter through) {
    return host.client().equals(through.host().client())
        ? domain
        : new DomainLookup(through.host()).byUuid(domain.uuid()).handle();
  }

  /** A move that has been checked. */
  private final class Move {

    private final MachineTasks tasks;
    private final DomainHandle machine;
    private final MachineMove.Target target;
    private final RequiredState required;
    private final TaskOptions options;

    Move(
        VCenter through,
        DomainHandle machine,
        MachineMove.Target target,
        RequiredState required,
        TaskOptions options) {
      this.tasks = new MachineTasks(through.host().client(), questions);
      this.machine = machine;
      this.target = target;
      this.required = required;
      this.options = options;
    }

    /** Only the newer of the two calls moves files, and a vCenter may have it alone. */
    void run() {
      if (target.datastore() == null) {
        try {
          run(How.MIGRATE);
          return;
        } catch (LibvirtException e) {
          if (!(e.getCause() instanceof FaultException fault)
              || !fault.faultName().equals("MethodNotFound")) {
            throw e;
          }
        }
      }
      run(How.RELOCATE);
    }

    private void run(How how) {
      tasks.run(new MachineMove(target, how, required), machine, options);
    }

    /** Under another name, which it gets first: whether that can be had shows before it goes. */
    void run(String name) {
      tasks.run(new NameChange(name), machine, options);
      UndoLog undo = new UndoLog(UndoLog.LIBVIRT);
      undo.add(
          "the name '" + name + "'",
          () -> tasks.run(new NameChange(machine.name()), machine, TaskOptions.DEFAULT));
      try {
        run();
      } catch (LibvirtException e) {
        throw undo.run(e);
      }
    }
  }

  /** Reads once more when it fails: the domain is there by now, whatever became of an answer. */
  @Override
  public DomainEntry finish(DomainHandle domain, String name) {
    try {
      return find(domain, name);
    } catch (LibvirtException e) {
      if (e.code() == ErrorCode.OPERATION_ABORTED || e.code() == ErrorCode.INVALID_CONN) {
        throw e;
      }
      try {
        return find(domain, name);
      } catch (LibvirtException second) {
        second.addSuppressed(e);
        throw second;
      }
    }
  }

  private DomainEntry find(DomainHandle domain, String name) {
    List<DomainEntry> all = new DomainLookup(host).list(Set.of());
    boolean known = UuidText.identifies(domain.uuid());
    return all.stream()
        .filter(entry -> known && entry.uuid().equals(domain.uuid()))
        .findFirst()
        .or(() -> all.stream().filter(entry -> entry.name().equals(name)).findFirst())
        .orElseThrow(() ->
            EsxError.builder(ErrorCode.NO_DOMAIN, "Could not find domain with name '" + name + "'")
                .operation(FINISH)
                .object(name)
                .build());
  }
}
