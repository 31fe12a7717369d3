package dev.vireo.vim.event;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.SessionObjects;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.CreateCollectorForEvents;
import dev.vireo.vim.methods.DestroyCollector;
import dev.vireo.vim.methods.ReadNextEvents;
import dev.vireo.vim.methods.SetCollectorPageSize;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyChange;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The events of a server, read from the oldest to the newest ({@code EventHistoryCollector}). For
 * one thread.
 *
 * <p>Whoever follows {@link #LATEST} of the {@link #reference} hears when there is something to
 * read; that property holds the newest event only, so that news cost little. A window lives in the
 * session that it was opened in, and ends with it.
 */
public final class EventWindow implements AutoCloseable {

  /** Path of the property that changes with each event. */
  public static final String LATEST = "latestPage";

  private static final System.Logger LOG = System.getLogger(EventWindow.class.getName());

  /** So many events come in one answer. */
  private static final int PAGE = 500;

  private final VimClient client;
  private final ManagedObjectReference self;
  private final int generation;
  private boolean sessionEnded;
  private boolean closed;

  private EventWindow(VimClient client, ManagedObjectReference self, int generation) {
    this.client = client;
    this.self = self;
    this.generation = generation;
  }

  /**
   * Opens a window: two requests.
   *
   * @param filter which events
   * @param generation the {@link VimClient#sessionGeneration()} of the session
   * @throws FaultException {@code NotSupported} when the server keeps no events, {@code
   *     NotAuthenticated} when that session has ended
   * @throws VimException when the server refuses; nothing is left on it then
   */
  public static EventWindow openIn(VimClient client, EventFilterSpec filter, int generation) {
    ManagedObjectReference manager = client.serviceContent().eventManager();
    if (manager == null) {
      throw new FaultException("CreateCollectorForEvents", "NotSupported", null, "");
    }
    ManagedObjectReference self =
        SessionObjects.create(
            client,
            new CreateCollectorForEvents(manager, filter),
            DestroyCollector::new,
            generation);
    EventWindow window = new EventWindow(client, self, generation);
    try {
      window.call(new SetCollectorPageSize(self, 1));
      return window;
    } catch (VimException e) {
      window.close();
      throw e;
    }
  }

  /** The object whose property {@link #LATEST} changes with each event. */
  public ManagedObjectReference reference() {
    return self;
  }

  /**
   * The key of the newest event that an update of {@link #LATEST} tells of; empty for none. The
   * keys of a server's events grow.
   */
  public static OptionalInt newest(ObjectUpdate update) {
    OptionalInt newest = OptionalInt.empty();
    for (PropertyChange change : update.changeSet()) {
      List<?> events = change.val() instanceof List<?> page ? page : listOf(change.val());
      for (Object each : events) {
        if (each instanceof Event event) {
          newest = OptionalInt.of(Math.max(newest.orElse(event.key()), event.key()));
        }
      }
    }
    return newest;
  }

  private static List<?> listOf(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  /**
   * Reads the next events, oldest first: one request.
   *
   * @return empty when there are no more for now
   * @throws FaultException {@code NotAuthenticated} when the session has ended, and this window
   *     with it
   */
  public List<Event> next() {
    List<Event> page = call(new ReadNextEvents(self, PAGE));
    return page == null ? List.of() : page;
  }

  private <R> @Nullable R call(VimMethod<R> method) {
    try {
      return client.callInSession(method, client.options().callTimeout(), generation);
    } catch (FaultException e) {
      sessionEnded |= e.isNotAuthenticated();
      throw e;
    }
  }

  /**
   * Releases the window, also when the thread is interrupted. What cannot be released now is
   * released by the server at the end of the session. A second call does nothing.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!sessionEnded && !SessionObjects.release(client, new DestroyCollector(self), generation)) {
      LOG.log(System.Logger.Level.DEBUG, "A window on the events was left to the server");
    }
  }
}
