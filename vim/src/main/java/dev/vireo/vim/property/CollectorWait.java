package dev.vireo.vim.property;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waiting on a property collector, with what is new since the answer before. One thread at a time
 * waits; any may cancel.
 */
final class CollectorWait {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final VimClient client;
  private final ManagedObjectReference collector;
  private final int generation;
  private final boolean extended;
  private volatile @Nullable String version;
  private volatile boolean left;

  /**
   * @param collector the collector; nobody else waits on it
   * @param generation number of the session that it belongs to
   * @param extended whether the server knows waiting with a limit
   */
  CollectorWait(
      VimClient client, ManagedObjectReference collector, int generation, boolean extended) {
    this.client = client;
    this.collector = collector;
    this.generation = generation;
    this.extended = extended;
  }

  /** Number of the session. */
  int generation() {
    return generation;
  }

  /**
   * Waits. After a failure the same changes are asked for again.
   *
   * @param longest how long; positive
   * @return null when nothing changed
   */
  @Nullable UpdateSet await(Duration longest) {
    if (left) {
      cancel();
      left = false;
    }
    try {
      UpdateSet updates = ask(longest);
      if (updates != null) {
        version = updates.version();
      }
      return updates;
    } catch (TransportException e) {
      // A server that does not know that nobody waits any longer would hand on the next change.
      left = e.isGivenUp() || e.kind() == TransportException.Kind.TIMED_OUT;
      throw e;
    }
  }

  private @Nullable UpdateSet ask(Duration longest) {
    boolean limited = extended && longest.compareTo(SHORTEST_WAIT) >= 0;
    VimMethod<UpdateSet> method =
        extended
            ? new WaitForUpdatesEx(
                collector, version, new WaitOptions((int) Math.max(longest.toSeconds(), 1), null))
            : new WaitForUpdates(collector, version == null ? "" : version);
    Duration limit = limited ? longest.plus(client.options().callTimeout()) : longest;
    try {
      return client.callInSession(method, limit, generation);
    } catch (TransportException e) {
      if (limited || e.kind() != TransportException.Kind.TIMED_OUT) {
        throw e;
      }
      // Giving up the request is the only limit here.
      cancel();
      return null;
    }
  }

  /**
   * Ends a wait under way, which then fails with {@code RequestCanceled}.
   *
   * @throws VimException when the server cannot be told
   */
  void cancel() {
    client.callInSession(
        new CancelWaitForUpdates(collector), client.options().callTimeout(), generation);
  }
}
