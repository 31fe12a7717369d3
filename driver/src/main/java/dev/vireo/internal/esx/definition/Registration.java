package dev.vireo.internal.esx.definition;

import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.task.RunningTasks;
import dev.vireo.internal.esx.task.TaskEnd;
import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.RegisterVM_Task;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Optional;

/**
 * Registers a VMX file as a machine. That is asked for once; where the answer is lost, the machines
 * of the host tell what came of it.
 */
final class Registration {

  private static final String VERB = "define";
  private static final String VMX_PATH = "config.files.vmPathName";
  private static final String DESCRIPTION = "Folder.registerVm";

  /** The host may be about to begin: so often it is looked at, with pauses. */
  private static final int LOOKS = 5;

  private final HostContext host;
  private final RegisterVM_Task call;
  private final Attempt attempt;

  /**
   * @param call what to ask for
   * @param attempt the operation that it is part of
   */
  Registration(HostContext host, RegisterVM_Task call, Attempt attempt) {
    this.host = host;
    this.call = call;
    this.attempt = attempt;
  }

  /**
   * Registers it, and waits until that is done.
   *
   * @return the machine
   * @throws LibvirtException when the host refuses, or does not tell
   */
  ManagedObjectReference register(TaskOptions options) {
    VimClient client = host.client();
    ManagedObjectReference task;
    try {
      task = client.call(call);
    } catch (VimException e) {
      if (!e.mayHaveTakenEffect()) {
        throw e;
      }
      return find(e, options);
    }
    return await(task, options);
  }

  private ManagedObjectReference await(ManagedObjectReference task, TaskOptions options) {
    TaskWait wait =
        TaskWait.of(VERB)
            .withTimeout(options.timeout())
            .withProgress(options.progress())
            .withCancelled(options.cancelled());
    try {
      Object result = host.client().tasks().await(task, wait);
      return result instanceof ManagedObjectReference machine
          ? machine
          : registered().orElseThrow(() -> attempt.gone(null));
    } catch (TaskAbandonedException e) {
      return switch (e.reason()) {
        case TIMED_OUT -> throw TaskEnd.timedOut(e, attempt, options);
        case CANCELLED -> throw TaskEnd.cancelled(e, attempt);
        case QUESTION -> throw attempt.unknown(VERB, e, "");
        case LOST -> find(e.getCause() instanceof VimException cause ? cause : e, options);
      };
    }
  }

  /** The machine of the file; none when there is none yet, or none any more. */
  private Optional<ManagedObjectReference> registered() {
    return host.queries().machines(List.of(VMX_PATH)).stream()
        .filter(each -> call.path().equals(each.find(VMX_PATH, String.class)))
        .map(ObjectProperties::object)
        .findFirst();
  }

  private ManagedObjectReference find(VimException lost, TaskOptions options) {
    Patience patience = new Patience(LOOKS);
    boolean absent = false;
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        host.client().pause(patience.pause());
        // First the tasks: what ends in between has left its machine.
        List<ManagedObjectReference> running = RunningTasks.of(host.client(), DESCRIPTION);
        Optional<ManagedObjectReference> machine = registered();
        if (machine.isPresent()) {
          return machine.get();
        }
        absent = running.isEmpty();
        RunningTasks.awaitAll(host.client(), running, options);
      } catch (VimException | LibvirtException e) {
        lost.addSuppressed(e);
        absent = false;
        if (e instanceof VimException failure && failure.isGivenUp()) {
          break;
        }
      }
    }
    // Without its file, which is taken back now, it cannot be registered later either.
    throw absent && !isRepetition(lost) ? attempt.translate(lost) : attempt.unknown(VERB, lost, "");
  }

  /** Whether the host gave the same answer again and again: that of before the call, perhaps. */
  private static boolean isRepetition(VimException lost) {
    return lost instanceof ProtocolException e && e.kind() == ProtocolException.Kind.ENDLESS;
  }
}
