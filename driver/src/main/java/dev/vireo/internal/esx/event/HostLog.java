package dev.vireo.internal.esx.event;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.event.EventWindow;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.EventFilterSpecByEntity;
import dev.vireo.vim.types.EventFilterSpecByTime;
import dev.vireo.vim.types.EventFilterSpecRecursionOption;
import dev.vireo.vim.types.ManagedObjectReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's own log of events, each of which is given once, in order, whatever becomes of
 * sessions: the window of the next session begins where that of the one before ended. For one
 * thread.
 */
final class HostLog {

  private static final System.Logger LOG = System.getLogger(HostLog.class.getName());

  private static final ManagedObjectReference SERVICE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");

  /** How servers say that they keep no log, or not for this user. */
  private static final Set<String> NO_LOG =
      Set.of("NotSupported", "NoPermission", "NotImplemented", "MethodNotFound", "InvalidRequest");

  private final VimClient client;
  private final @Nullable ManagedObjectReference entity;
  private final Queue<Event> ahead = new ArrayDeque<>();
  private @Nullable EventWindow window;

  /** When the newest event was that was given, by the host's clock; null before the first. */
  private @Nullable Instant since;

  /** Key of the newest event that was given. */
  private int given;

  private boolean begun;

  /** Key of the newest event that was read from this window. */
  private int read;

  /**
   * @param entity the host, where the server has several; null for all that the server tells
   */
  HostLog(VimClient client, @Nullable ManagedObjectReference entity) {
    this.client = client;
    this.entity = entity;
  }

  /**
   * Opens a window in a session: three requests the first time, and two later.
   *
   * @return what changes with the log; null when the server keeps none, or not for this user
   */
  @Nullable ManagedObjectReference openIn(int generation) {
    close();
    ahead.clear();
    read = Integer.MIN_VALUE;
    try {
      if (since == null) {
        since = client.call(new CurrentTime(SERVICE));
      }
      window = EventWindow.openIn(client, filter(since), generation);
      return window.reference();
    } catch (FaultException e) {
      if (!NO_LOG.contains(e.faultName())) {
        throw e;
      }
      LOG.log(
          System.Logger.Level.INFO,
          "The host does not show its log of events, so events tell less of their reasons",
          e);
      return null;
    }
  }

  /** Whether an object is the open window. */
  boolean is(ManagedObjectReference object) {
    return window != null && window.reference().equals(object);
  }

  private EventFilterSpec filter(Instant begin) {
    EventFilterSpec.Builder filter =
        EventFilterSpec.builder()
            // Times of the wire are rounded; what is read twice is known by its key.
            .time(new EventFilterSpecByTime(begin.minusSeconds(1), null))
            .disableFullMessage(true);
    return entity == null
        ? filter.build()
        : filter
            .entity(new EventFilterSpecByEntity(entity, EventFilterSpecRecursionOption.ALL))
            .build();
  }

  /**
   * The events that are new, up to one of them: one request for each 500. The first time there are
   * none, since what was before does not count.
   *
   * @param key key of the newest event that counts by now
   */
  List<Event> upTo(int key) {
    if (!begun) {
      begun = true;
      given = key;
      return List.of();
    }
    readUpTo(key);
    requireRead(key);
    List<Event> now = new ArrayList<>();
    while (!ahead.isEmpty() && ahead.element().key() <= key) {
      Event event = ahead.remove();
      given = event.key();
      since = since == null || event.createdTime().isAfter(since) ? event.createdTime() : since;
      now.add(event);
    }
    return now;
  }

  private void readUpTo(int key) {
    while (read < key && window != null) {
      List<Event> page = window.next();
      if (page.isEmpty()) {
        return;
      }
      int before = read;
      for (Event event : page) {
        read = Math.max(read, event.key());
        if (isNew(event)) {
          ahead.add(event);
        }
      }
      if (read == before) {
        throw new ProtocolException(
            ProtocolException.Kind.ENDLESS, "The server gives the same events again.", null);
      }
    }
  }

  /** An answer that got lost took its events with it; the next window has them. */
  private void requireRead(int key) {
    if (key > given && ahead.stream().noneMatch(event -> event.key() == key)) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "The server has event " + key + " and does not give it.",
          null);
    }
  }

  /** A host that was started anew counts from the beginning again. */
  private boolean isNew(Event event) {
    return event.key() > given || (since != null && event.createdTime().isAfter(since));
  }

  /** Forgets the window, whose session has ended. */
  void forget() {
    window = null;
  }

  /** Releases the window. */
  void close() {
    if (window != null) {
      window.close();
      window = null;
    }
  }
}
