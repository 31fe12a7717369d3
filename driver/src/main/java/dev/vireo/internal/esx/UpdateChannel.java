package dev.vireo.internal.esx;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The changes of some properties, as they come. For one thread. */
final class UpdateChannel implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(UpdateChannel.class.getName());

  /** Time for the way of a request and its answer, on top of the time that the server waits. */
  private static final Duration TRAVEL_TIME = Duration.ofSeconds(30);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final VimClient client;
  private final ManagedObjectReference collector;
  private final ManagedObjectReference filter;
  private final boolean extended;
  private final Consumer<ManagedObjectReference> destroy;
  private final Runnable whenClosed;
  private @Nullable String version;

  /**
   * Creates the filter.
   *
   * @param collector where; nobody else may wait on it
   * @param extended whether the host knows waiting with a limit
   * @param destroy releases the filter on the host
   * @param whenClosed runs at the end, whether that worked or not
   */
  UpdateChannel(
      VimClient client,
      ManagedObjectReference collector,
      PropertyFilterSpec spec,
      boolean extended,
      Consumer<ManagedObjectReference> destroy,
      Runnable whenClosed) {
    this.client = client;
    this.collector = collector;
    this.extended = extended;
    this.destroy = destroy;
    this.whenClosed = whenClosed;
    this.filter = client.call(new CreateFilter(collector, spec, true));
  }

  /**
   * Waits for changes; the first time for the values of now.
   *
   * @param longest how long to wait, in whole seconds and at least one
   * @return the changes; empty when there were none in this time
   */
  List<ObjectUpdate> next(Duration longest) {
    Duration limit = longest.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : longest;
    UpdateSet updates = extended ? waitWithLimit(limit) : waitAndGiveUp(limit);
    if (updates == null) {
      return List.of();
    }
    version = updates.version();
    List<ObjectUpdate> changes = new ArrayList<>();
    for (PropertyFilterUpdate update : updates.filterSet()) {
      if (update.filter().equals(filter)) {
        changes.addAll(update.objectSet());
      }
    }
    return changes;
  }

  private @Nullable UpdateSet waitWithLimit(Duration limit) {
    return client.callOptional(
        new WaitForUpdatesEx(collector, version, new WaitOptions((int) limit.toSeconds(), null)),
        TRAVEL_TIME.plus(limit));
  }

  /** The older method knows no limit; giving up the request is the only one. */
  private @Nullable UpdateSet waitAndGiveUp(Duration limit) {
    try {
      return client.callOptional(
          new WaitForUpdates(collector, version == null ? "" : version), limit);
    } catch (TransportException e) {
      if (e.kind() == TransportException.Kind.TIMED_OUT) {
        return null;
      }
      throw e;
    }
  }

  /** Stops following. What cannot be released now is released by the server with the session. */
  @Override
  public void close() {
    try {
      destroy.accept(filter);
    } catch (VimException e) {
      LOG.log(System.Logger.Level.DEBUG, "A property filter was left to the server", e);
    } finally {
      whenClosed.run();
    }
  }
}
