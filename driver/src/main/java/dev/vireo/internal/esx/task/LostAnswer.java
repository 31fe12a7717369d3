package dev.vireo.internal.esx.task;

import dev.vireo.vim.Patience;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Optional;

/**
 * Finds out what became of an operation whose answer was lost: by what the machine shows, never by
 * asking for it a second time. Somebody else who asked for the same at the same moment cannot be
 * told apart, and need not: the machine is then as it was wanted all the same.
 */
final class LostAnswer {

  /** The host may be about to begin: so often it is looked at, with pauses. */
  private static final int LOOKS = 3;

  private final VimClient client;
  private final MachineTask operation;
  private final ManagedObjectReference machine;
  private final MachineState before;

  /**
   * @param before the machine before the operation was asked for
   */
  LostAnswer(
      VimClient client,
      MachineTask operation,
      ManagedObjectReference machine,
      MachineState before) {
    this.client = client;
    this.operation = operation;
    this.machine = machine;
    this.before = before;
  }

  /** What the machine shows. */
  sealed interface Finding {

    /**
     * The operation is a task by now.
     *
     * @param task the task
     */
    record Begun(ManagedObjectReference task) implements Finding {}

    /** The machine is as the operation leaves it. */
    record Done() implements Finding {}

    /**
     * Nothing tells.
     *
     * @param seen what could be seen, for messages: starts with a blank, or is empty
     */
    record Unknown(String seen) implements Finding {}
  }

  /** Looks for the task or its result. */
  Finding find(VimException lost) {
    Patience patience = new Patience(LOOKS);
    String seen = "";
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        client.pause(patience.pause());
        Optional<MachineState> now = MachineState.read(client, machine, operation.paths());
        if (now.isEmpty()) {
          return new Finding.Unknown(" it does not exist any more;");
        }
        Optional<ManagedObjectReference> task = now.get().newTask(operation, before);
        if (task.isPresent()) {
          return new Finding.Begun(task.get());
        }
        if (operation.isResult(now.get())) {
          return new Finding.Done();
        }
        seen = " so far it shows no task of it;";
      } catch (VimException e) {
        lost.addSuppressed(e);
        if (e.isGivenUp()) {
          return new Finding.Unknown(seen);
        }
      }
    }
    return new Finding.Unknown(seen);
  }

  /** Whether the machine is as the operation leaves it, after its task could not be followed. */
  boolean isDone(VimException lost) {
    Patience patience = new Patience(LOOKS);
    while (!lost.isGivenUp() && patience.spend()) {
      try {
        client.pause(patience.pause());
        return MachineState.read(client, machine, operation.paths())
            .filter(operation::isResult)
            .isPresent();
      } catch (VimException e) {
        lost.addSuppressed(e);
        if (e.isGivenUp()) {
          return false;
        }
      }
    }
    return false;
  }
}
