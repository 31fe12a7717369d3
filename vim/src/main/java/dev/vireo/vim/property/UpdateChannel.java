package dev.vireo.vim.property;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.SessionObjects;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import java.time.Duration;
import java.util.List;

/**
 * The changes of some properties, as they come. For one thread.
 *
 * <p>A channel lives in the session that it was opened in: what it has told and what it still has
 * to tell is known there only. When that session ends, so does the channel; its owner opens another
 * one, whose first answer has the values of then.
 */
public final class UpdateChannel implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(UpdateChannel.class.getName());

  private final VimClient client;
  private final SharedWait shared;
  private final ManagedObjectReference filter;
  private boolean sessionEnded;
  private boolean closed;

  /**
   * @param shared the wait that it has in common with the other channels of its session
   * @param filter what it follows
   */
  UpdateChannel(VimClient client, SharedWait shared, ManagedObjectReference filter) {
    this.client = client;
    this.shared = shared;
    this.filter = filter;
  }

  /** Number of the session that this channel belongs to: see {@link VimClient#renewSession}. */
  public int sessionGeneration() {
    return shared.generation();
  }

  /**
   * Waits for changes ({@code WaitForUpdatesEx}, before API 4.1 {@code WaitForUpdates}): one
   * request, and one more where a server has to be told that nobody waits any longer, which is so
   * before API 4.1 and for less than a second; none while another channel waits. The first answer
   * has the values of now.
   *
   * @param longest how long to wait; positive
   * @return the changes; empty when there were none in this time
   * @throws FaultException {@code NotAuthenticated} when the session has ended, and this channel
   *     with it
   */
  public List<ObjectUpdate> next(Duration longest) {
    try {
      return shared.next(filter, longest);
    } catch (FaultException e) {
      sessionEnded |= e.isNotAuthenticated();
      throw e;
    }
  }

  /**
   * Whether the server has more changes to tell at once than it told in its last answer: so it may
   * do with the values of now, when there are many objects.
   */
  public boolean moreFollows() {
    return shared.moreFollows();
  }

  /**
   * Stops following, also when the thread is interrupted. What cannot be released now is released
   * by the server at the end of the session. A second call does nothing.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    shared.remove(filter);
    if (!sessionEnded
        && !SessionObjects.release(
            client, new DestroyPropertyFilter(filter), shared.generation())) {
      LOG.log(System.Logger.Level.DEBUG, "A property filter was left to the server");
    }
  }
}
