package dev.vireo.vim.task;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;

/** Waits for tasks. Thread-safe; one for each client. */
public final class Tasks {

  private final VimClient client;

  /**
   * @param client the client to make calls with
   */
  public Tasks(VimClient client) {
    this.client = client;
  }

  /**
   * Waits until a task has succeeded: one request to begin, one for each change of its state (three
   * at most when nobody listens to the progress), one at the end. A session that ends meanwhile is
   * renewed unnoticed.
   *
   * @param task the task
   * @param wait how to wait
   * @throws TaskFailedException when it has failed
   * @throws TaskAbandonedException when the time is over, the caller wants to stop, or a question
   *     is not answered
   */
  public void await(ManagedObjectReference task, TaskWait wait) {
    TaskFollower follower = new TaskFollower(client, task, wait);
    while (true) {
      int generation = client.sessionGeneration();
      try (UpdateChannel channel = client.updateChannels().open(follower.filter())) {
        generation = channel.sessionGeneration();
        follower.follow(channel);
        return;
      } catch (FaultException e) {
        // A new session has none of the old one's filters: the task is looked at anew.
        boolean sessionEnded =
            e.fault() instanceof NotAuthenticated || client.sessionGeneration() != generation;
        if (!sessionEnded || !client.renewSession(generation)) {
          throw e;
        }
      }
    }
  }
}
