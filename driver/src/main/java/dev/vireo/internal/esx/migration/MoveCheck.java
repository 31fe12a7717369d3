package dev.vireo.internal.esx.migration;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.task.TaskEnd;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CheckMigrate_Task;
import dev.vireo.vim.methods.CheckRelocate_Task;
import dev.vireo.vim.methods.ValidateMigration;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.CheckResult;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the vCenter whether a machine can be moved, before it is: by the one call that libvirt's
 * driver makes, and where that is gone, or does not know of files, by the task that came with VI
 * API 4.0, which takes some requests more.
 */
final class MoveCheck {

  private static final System.Logger LOG = System.getLogger(MoveCheck.class.getName());
  private static final ManagedObjectReference SERVICE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");

  private final VimClient client;
  private final Attempt attempt;
  private final TaskOptions options;

  /**
   * @param client a client of the vCenter
   * @param attempt the migration
   * @param options how to wait for the check
   */
  MoveCheck(VimClient client, Attempt attempt, TaskOptions options) {
    this.client = client;
    this.attempt = attempt;
    this.options = options;
  }

  /**
   * Checks a move.
   *
   * @throws LibvirtException {@link ErrorCode#INTERNAL_ERROR} with all that speaks against it
   */
  void require(ManagedObjectReference machine, MachineMove.Target target) {
    Findings findings = attempt.get(() -> inTime(machine, target));
    for (String warning : findings.warnings()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The domain '" + attempt.object() + "' can be migrated, but: " + warning);
    }
    if (!findings.errors().isEmpty()) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR,
          "Could not migrate domain, validation reported a problem: "
              + String.join("; ", findings.errors()),
          null);
    }
  }

  /** What a check found, each a sentence. */
  private record Findings(Set<String> errors, Set<String> warnings) {}

  private Findings inTime(ManagedObjectReference machine, MachineMove.Target target) {
    try {
      return find(machine, target);
    } catch (TaskAbandonedException e) {
      throw switch (e.reason()) {
        case TIMED_OUT -> TaskEnd.timedOut(e, attempt, options);
        case CANCELLED -> TaskEnd.cancelled(e, attempt);
        case QUESTION, LOST -> e;
      };
    }
  }

  private Findings find(ManagedObjectReference machine, MachineMove.Target target) {
    ManagedObjectReference checker = client.serviceContent().vmProvisioningChecker();
    if (checker == null) {
      return validated(machine, target);
    }
    if (target.datastore() == null) {
      try {
        return validated(machine, target);
      } catch (FaultException e) {
        if (!e.faultName().equals("MethodNotFound")) {
          throw e;
        }
      }
    }
    return checked(call(checker, machine, target));
  }

  private static VimMethod<ManagedObjectReference> call(
      ManagedObjectReference checker, ManagedObjectReference machine, MachineMove.Target target) {
    return target.datastore() == null
        ? new CheckMigrate_Task(checker, machine, target.host(), target.pool(), null, List.of())
        : new CheckRelocate_Task(checker, machine, target.spec(), List.of());
  }

  private Findings checked(VimMethod<ManagedObjectReference> check) {
    TaskWait wait =
        TaskWait.of("check of the migration")
            .withTimeout(options.timeout())
            .withCancelled(options.cancelled());
    Set<String> errors = new LinkedHashSet<>();
    Set<String> warnings = new LinkedHashSet<>();
    for (CheckResult result : results(client.tasks().await(client.call(check), wait))) {
      result.error().forEach(fault -> errors.add(text(fault)));
      result.warning().forEach(fault -> warnings.add(text(fault)));
    }
    return new Findings(errors, warnings);
  }

  private static List<CheckResult> results(@Nullable Object given) {
    List<CheckResult> results = new ArrayList<>();
    for (Object each : given instanceof List<?> list ? list : List.of()) {
      if (each instanceof CheckResult result) {
        results.add(result);
      }
    }
    return results;
  }

  private static String text(LocalizedMethodFault fault) {
    String text = fault.localizedMessage();
    return text == null || text.isEmpty() ? fault.fault().typeName() : text;
  }

  private Findings validated(ManagedObjectReference machine, MachineMove.Target target) {
    Set<String> errors = new LinkedHashSet<>();
    Set<String> warnings = new LinkedHashSet<>();
    List<Event> events =
        client.callOptional(
            new ValidateMigration(
                SERVICE, List.of(machine), null, List.of(), target.pool(), target.host()));
    for (Event event : events == null ? List.<Event>of() : events) {
      String text = event.fullFormattedMessage();
      boolean warns = event.typeName().endsWith("WarningEvent");
      (warns ? warnings : errors).add(text == null || text.isEmpty() ? event.typeName() : text);
    }
    return new Findings(errors, warnings);
  }
}
