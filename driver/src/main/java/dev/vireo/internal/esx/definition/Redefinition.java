package dev.vireo.internal.esx.definition;

import dev.vireo.DefinitionChange;
import dev.vireo.DefinitionPlan;
import dev.vireo.ErrorCode;
import dev.vireo.PlannedRequest;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.spi.DefinitionOutcome;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.UndoLog;
import dev.vireo.vim.Patience;
import dev.vireo.vim.VimException;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.methods.ReconfigVM_Task;
import dev.vireo.vim.methods.Reload;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A domain that a host has, and that is to become another one: by a reconfiguration, and by an edit
 * of its VMX file with a reload. It is never registered anew, so that its id and all that nobody
 * here knows of stay.
 */
final class Redefinition {

  /** A reload may be asked for again. */
  private static final int RELOADS = 3;

  private final HostContext host;
  private final MachineTasks tasks;
  private final DomainPlace place;
  private final DomainEntry known;
  private final WantedDomain wanted;
  private final Attempt attempt;
  private final CurrentDomain current;
  private final Difference difference;

  /** Finds out what differs. */
  Redefinition(
      HostContext host,
      MachineTasks tasks,
      DomainPlace place,
      DomainEntry known,
      WantedDomain wanted) {
    this.host = host;
    this.tasks = tasks;
    this.place = place;
    this.known = known;
    this.wanted = wanted;
    this.attempt =
        Attempt.onDomain(DefinedDomains.FUNCTION, "Could not define domain", known.name());
    this.current =
        attempt.get(
            () -> CurrentDomain.read(host, HostContext.machine(known.handle()), place, attempt));
    this.difference =
        Difference.between(current, wanted, options(), host.client().apiVersion(), attempt);
  }

  private ReadOptions options() {
    HostFileNames names =
        new HostFileNames(
            current.vmx(), place::datastores, new DiskSearch(host.client(), place::datastores));
    return ReadOptions.of(names).withLegacyUuid(!host.identity().isInstanceUuid());
  }

  /** What it takes. */
  DefinitionPlan plan() {
    List<PlannedRequest> requests = new ArrayList<>();
    difference
        .edited()
        .ifPresent(edited -> {
          requests.add(RequestText.upload(file(), edited));
          requests.add(RequestText.of(new Reload(current.machine())));
        });
    difference
        .spec()
        .ifPresent(
            spec -> requests.add(RequestText.of(new ReconfigVM_Task(current.machine(), spec))));
    return new DefinitionPlan(
        known.name(),
        false,
        current.vmx().toString(),
        difference.changes(),
        requests,
        difference.warnings());
  }

  /** What of the wanted domain the file does not hold. */
  List<String> leftOut() {
    return difference.warnings();
  }

  private DatastoreFile file() {
    return NewFilePlace.file(place.datacenterPath(), current.vmx());
  }

  /** Changes it; where that fails it is as it was. */
  DefinitionOutcome carryOut(TaskOptions options) {
    requireSomething();
    UndoLog undo = new UndoLog(UndoLog.LIBVIRT);
    try {
      difference.edited().ifPresent(edited -> edit(edited, undo));
      difference
          .spec()
          .ifPresent(spec -> tasks.run(new ReconfigureTask(spec), known.handle(), options));
    } catch (RuntimeException e) {
      throw undo.run(e);
    }
    return new DefinitionOutcome(renamed(), plan());
  }

  /** Refuses what would change nothing now. */
  private void requireSomething() {
    List<DefinitionChange> changes = difference.changes();
    boolean allWait = !changes.isEmpty() && changes.stream().allMatch(DefinitionChange::waits);
    if (allWait) {
      throw EsxError.builder(ErrorCode.OPERATION_INVALID, "Domain is not powered off")
          .operation(attempt.function())
          .object(known.name())
          .hint(
              "power it off and define it again: while it runs nothing can change of "
                  + changes.stream().map(DefinitionChange::key).collect(Collectors.joining(", ")))
          .build();
    }
  }

  private void edit(VmxDocument edited, UndoLog undo) {
    attempt.run(() -> {
      try {
        write(edited.toBytes());
      } catch (VimException e) {
        if (e.mayHaveTakenEffect()) {
          addUndo(undo);
        }
        throw e;
      }
      addUndo(undo);
      reload();
    });
  }

  private void addUndo(UndoLog undo) {
    undo.add(
        "the edited file '" + current.vmx() + "'",
        () ->
            attempt.run(() ->
                Persistently.run(
                    host.client(),
                    () -> {
                      write(current.file());
                      reload();
                    })));
  }

  private void write(byte[] bytes) {
    try {
      new DatastoreFiles(host.client()).write(file(), TransferBody.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  /**
   * Has the host read the file. It may do so twice, so where its answer is lost it is asked anew.
   */
  private void reload() {
    Patience patience = new Patience(RELOADS);
    boolean done = false;
    while (!done) {
      try {
        host.client().run(new Reload(current.machine()));
        done = true;
      } catch (VimException e) {
        if (!e.mayHaveTakenEffect() || e.isGivenUp() || !patience.spend()) {
          throw e;
        }
        host.client().pause(patience.pause());
      }
    }
  }

  private DomainEntry renamed() {
    DomainHandle handle = known.handle();
    return new DomainEntry(
        new DomainHandle(wanted.name(), handle.uuid(), handle.id(), handle.reference()),
        known.state());
  }
}
