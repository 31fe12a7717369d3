package dev.vireo.vim.property;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of some properties, as they come. For one thread.
 *
 * <p>A channel lives in the session that it was opened in: what it has told and what it still has
 * to tell is known there only. When that session ends, so does the channel; its owner opens another
 * one, whose first answer has the values of then.
 */
public final class UpdateChannel implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(UpdateChannel.class.getName());
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /**
   * What a channel is made of on the server.
   *
   * @param collector where its filter is; nobody else waits on it
   * @param filter what it follows
   * @param generation number of the session that both belong to
   * @param extended whether the server knows waiting with a limit
   */
  record Place(
      ManagedObjectReference collector,
      ManagedObjectReference filter,
      int generation,
      boolean extended) {}

  private final VimClient client;
  private final Place place;
  private final VimMethod<Void> release;
  private final Runnable whenClosed;
  private @Nullable String version;
  private boolean sessionEnded;
  private boolean closed;

  /**
   * @param release releases the filter on the server
   * @param whenClosed runs at the end, whether that worked or not
   */
  UpdateChannel(VimClient client, Place place, VimMethod<Void> release, Runnable whenClosed) {
    this.client = client;
    this.place = place;
    this.release = release;
    this.whenClosed = whenClosed;
  }

  /** Number of the session that this channel belongs to: see {@link VimClient#renewSession}. */
  public int sessionGeneration() {
    return place.generation();
  }

  /**
   * Waits for changes ({@code WaitForUpdatesEx}, before API 4.1 {@code WaitForUpdates}): one
   * request, and one more where an old server has to be told that nobody waits any longer. The
   * first answer has the values of now.
   *
   * @param longest how long to wait; counted in whole seconds, and one at least
   * @return the changes; empty when there were none in this time
   * @throws FaultException {@code NotAuthenticated} when the session has ended, and this channel
   *     with it
   */
  public List<ObjectUpdate> next(Duration longest) {
    Duration limit = longest.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : longest;
    UpdateSet updates = await(limit);
    if (updates == null) {
      return List.of();
    }
    version = updates.version();
    List<ObjectUpdate> changes = new ArrayList<>();
    for (PropertyFilterUpdate update : updates.filterSet()) {
      if (update.filter().equals(place.filter())) {
        changes.addAll(update.objectSet());
      }
    }
    return changes;
  }

  private @Nullable UpdateSet await(Duration limit) {
    try {
      return place.extended() ? waitWithLimit(limit) : waitAndGiveUp(limit);
    } catch (FaultException e) {
      sessionEnded |= e.isNotAuthenticated();
      throw e;
    }
  }

  private @Nullable UpdateSet waitWithLimit(Duration limit) {
    WaitOptions options = new WaitOptions((int) limit.toSeconds(), null);
    return client.callInSession(
        new WaitForUpdatesEx(place.collector(), version, options),
        limit.plus(client.options().callTimeout()),
        place.generation());
  }

  /** The older method knows no limit; giving up the request is the only one. */
  private @Nullable UpdateSet waitAndGiveUp(Duration limit) {
    try {
      return client.callInSession(
          new WaitForUpdates(place.collector(), version == null ? "" : version),
          limit,
          place.generation());
    } catch (TransportException e) {
      if (e.kind() != TransportException.Kind.TIMED_OUT) {
        throw e;
      }
      // Else the server would go on waiting, and hand the next change to nobody.
      callHere(new CancelWaitForUpdates(place.collector()));
      return null;
    }
  }

  private void callHere(VimMethod<Void> method) {
    client.callInSession(method, client.options().callTimeout(), place.generation());
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
    try {
      if (!sessionEnded) {
        release();
      }
    } finally {
      whenClosed.run();
    }
  }

  private void release() {
    if (!Release.of(client, release, place.generation())) {
      LOG.log(System.Logger.Level.DEBUG, "A property filter was left to the server");
    }
  }
}
