package dev.vireo.internal.esx.definition;

import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.task.TaskEnd;
import dev.vireo.vim.Patience;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.RegisterVM_Task;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.task.TaskWait;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskInfoState;
import java.util.List;

/**
 * Registers a VMX file as a machine. That is asked for once; where the answer is lost, the machines
 * of the host tell what came of it.
 */
final class Registration {

  private static final String VERB = "define";
  private static final String VMX_PATH = "config.files.vmPathName";
  private static final String TASK_STATE = "info.state";
  private static final String TASK_DESCRIPTION = "info.descriptionId";
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
      return find(e);
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
      return result instanceof ManagedObjectReference machine ? machine : registered();
    } catch (TaskAbandonedException e) {
      return switch (e.reason()) {
        case TIMED_OUT -> throw TaskEnd.timedOut(e, attempt, options);
        case CANCELLED -> throw TaskEnd.cancelled(e, attempt);
        case QUESTION -> throw attempt.unknown(VERB, e, "");
        case LOST -> find(e.getCause() instanceof VimException cause ? cause : e);
      };
    }
  }

  /** The machine that is there now, whatever the server said. */
  private ManagedObjectReference registered() {
    return Looked.at(host, call).machines().stream()
        .findFirst()
        .orElseThrow(() -> attempt.gone(null));
  }

  private ManagedObjectReference find(VimException lost) {
    Patience patience = new Patience(LOOKS);
    boolean absent = false;
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        host.client().pause(patience.pause());
        Looked looked = Looked.at(host, call);
        if (!looked.machines().isEmpty()) {
          return looked.machines().getFirst();
        }
        absent = !looked.busy();
      } catch (VimException e) {
        lost.addSuppressed(e);
        absent = false;
        if (e.isGivenUp()) {
          break;
        }
      }
    }
    // Without its file, which is taken back now, it cannot be registered later either.
    throw absent ? attempt.translate(lost) : attempt.unknown(VERB, lost, "");
  }

  /**
   * What the host shows.
   *
   * @param machines those of the file; one at most
   * @param busy whether something is being registered
   */
  private record Looked(List<ManagedObjectReference> machines, boolean busy) {

    static Looked at(HostContext host, RegisterVM_Task call) {
      List<ObjectProperties> found =
          host.client()
              .propertyCollector()
              .retrieve(
                  host.scope()
                      .addMachines(
                          new PropertyFilter()
                              .select(HostQueries.MACHINE, VMX_PATH)
                              .select("Task", TASK_STATE, TASK_DESCRIPTION))
                      .from(
                          call.self(),
                          PropertyFilter.traversal("task", "ManagedEntity", "recentTask"))
                      .build());
      List<ManagedObjectReference> machines =
          found.stream()
              .filter(each -> each.object().type().equals(HostQueries.MACHINE))
              .filter(each -> call.path().equals(each.find(VMX_PATH, String.class)))
              .map(ObjectProperties::object)
              .toList();
      boolean busy =
          found.stream()
              .filter(each -> each.object().type().equals("Task"))
              .filter(each -> DESCRIPTION.equals(each.find(TASK_DESCRIPTION, String.class)))
              .map(each -> each.find(TASK_STATE, TaskInfoState.class))
              .anyMatch(state ->
                  TaskInfoState.QUEUED.equals(state) || TaskInfoState.RUNNING.equals(state));
      return new Looked(machines, busy);
    }
  }
}
