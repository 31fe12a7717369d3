package dev.vireo.vim.task;

import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.property.UpdateChannel;
import dev.vireo.vim.types.ManagedObjectReference;
import org.jspecify.annotations.Nullable;

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
   * renewed unnoticed, and a task whose news gets lost is followed anew, as long as there is hope.
   *
   * @param task the task
   * @param wait how to wait
   * @return what the task gives ({@code info.result}), such as what a search found; null when it
   *     gives nothing
   * @throws TaskFailedException when it has failed
   * @throws TaskAbandonedException when the time is over, the caller wants to stop, a question is
   *     not answered, or the server does not tell any more how the task is doing
   */
  public @Nullable Object await(ManagedObjectReference task, TaskWait wait) {
    TaskFollower follower = new TaskFollower(client, task, wait);
    int generation = client.sessionGeneration();
    @Nullable VimException trouble = null;
    while (true) {
      try {
        if (trouble != null && follower.recovered(trouble, generation)) {
          return follower.result();
        }
        generation = client.sessionGeneration();
        // A new channel begins with the values of now, so nothing of an old one is missed.
        try (UpdateChannel channel =
            client.updateChannels().openIn(follower.filter(), generation)) {
          follower.follow(channel);
          return follower.result();
        }
      } catch (TaskFailedException | TaskAbandonedException e) {
        throw e;
      } catch (VimException e) {
        trouble = e;
      }
    }
  }
}
