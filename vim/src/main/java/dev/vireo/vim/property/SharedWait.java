package dev.vireo.vim.property;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.UpdateSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one wait of a session, for all its filters. Of the threads that want changes one asks the
 * server, and gives the others what it gets for them; when it leaves, for whatever reason, the next
 * one asks. So each thread keeps to its own time, needs no other thread, and costs no wait of its
 * own.
 */
final class SharedWait {

  /** An answer that comes sooner was not waited for. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** So many answers in a row may come at once before they are slowed down. */
  private static final int BURST = 50;

  private static final Duration BETWEEN_BURSTS = Duration.ofMillis(200);

  private final VimClient client;
  private final WaitClock clock;
  private final CollectorWait collector;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ManagedObjectReference, List<ObjectUpdate>> news = new HashMap<>();
  private final Map<ManagedObjectReference, List<ObjectUpdate>> early = new HashMap<>();
  private int beingOpened;
  private int burst;
  private boolean asking;
  private boolean interrupting;
  private boolean sessionEnded;
  private boolean truncated;

  SharedWait(VimClient client, CollectorWait collector) {
    this.client = client;
    this.clock = client.options().clock();
    this.collector = collector;
  }

  /** Number of the session. */
  int generation() {
    return collector.generation();
  }

  /** Notes that a filter is about to be made: its changes may come before its name is known. */
  void opening() {
    lock.lock();
    try {
      beingOpened++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends {@link #opening}.
   *
   * @param filter the filter that was made; null for none
   * @throws VimException when the server cannot be told to look at it; it is not followed then
   */
  void opened(@Nullable ManagedObjectReference filter) {
    boolean interrupt = false;
    lock.lock();
    try {
      List<ObjectUpdate> first = filter == null ? null : early.remove(filter);
      if (--beingOpened == 0) {
        early.clear();
      }
      if (filter != null) {
        news.put(filter, first == null ? new ArrayList<>() : first);
        // A wait under way may know the filters of its beginning only.
        interrupt = asking && first == null;
        interrupting |= interrupt;
      }
    } finally {
      lock.unlock();
    }
    if (interrupt && filter != null) {
      interruptFor(filter);
    }
  }

  private void interruptFor(ManagedObjectReference filter) {
    boolean done = false;
    try {
      collector.cancel();
      done = true;
    } finally {
      if (!done) {
        remove(filter);
      }
    }
  }

  /** Forgets a filter. */
  void remove(ManagedObjectReference filter) {
    lock.lock();
    try {
      news.remove(filter);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link UpdateChannel#moreFollows}. */
  boolean moreFollows() {
    lock.lock();
    try {
      return truncated;
    } finally {
      lock.unlock();
    }
  }

  /** As {@link UpdateChannel#next}, for a filter. */
  List<ObjectUpdate> next(ManagedObjectReference filter, Duration longest) {
    long start = clock.nanoTime();
    lock.lock();
    try {
      while (true) {
        List<ObjectUpdate> mine = news.get(filter);
        if (mine != null && !mine.isEmpty()) {
          news.put(filter, new ArrayList<>());
          return mine;
        }
        if (sessionEnded) {
          throw ended(filter);
        }
        Duration left = longest.minusNanos(clock.nanoTime() - start);
        if (!left.isPositive()) {
          return List.of();
        }
        if (asking) {
          changed.awaitNanos(TimeUnit.NANOSECONDS.convert(left));
        } else if (!ask(left)) {
          return List.of();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          TransportException.Kind.INTERRUPTED, "interrupted while waiting for the server", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks the server, without the lock.
   *
   * @return whether there was anything for anybody, or reason to ask again
   */
  private boolean ask(Duration longest) {
    asking = true;
    boolean slow = burst > BURST;
    lock.unlock();
    UpdateSet answer = null;
    RuntimeException failure = null;
    long asked = clock.nanoTime();
    try {
      if (slow) {
        client.pause(BETWEEN_BURSTS);
        asked = clock.nanoTime();
      }
      answer = collector.await(longest);
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      lock.lock();
      asking = false;
      changed.signalAll();
    }
    boolean interrupted = interrupting;
    interrupting = false;
    if (failure != null) {
      return goesOn(failure, interrupted);
    }
    truncated = answer != null && Boolean.TRUE.equals(answer.truncated());
    burst = clock.nanoTime() - asked < AT_ONCE.toNanos() ? burst + 1 : 0;
    boolean delivered = answer != null && deliver(answer);
    return interrupted || delivered;
  }

  /** Whether to ask again after a failure: when it is what a new filter made of the wait. */
  private boolean goesOn(RuntimeException failure, boolean interrupted) {
    if (failure instanceof FaultException fault) {
      if (interrupted && fault.faultName().equals("RequestCanceled")) {
        return true;
      }
      sessionEnded |= fault.isNotAuthenticated();
    }
    throw failure;
  }

  /** Whether anybody follows what has changed, which may be a filter of before. */
  private boolean deliver(UpdateSet answer) {
    boolean any = false;
    for (PropertyFilterUpdate update : answer.filterSet()) {
      List<ObjectUpdate> known = news.get(update.filter());
      if (known != null) {
        known.addAll(update.objectSet());
        any = true;
      } else if (beingOpened > 0) {
        early
            .computeIfAbsent(update.filter(), filter -> new ArrayList<>())
            .addAll(update.objectSet());
        any = true;
      }
    }
    return any;
  }

  private static FaultException ended(ManagedObjectReference filter) {
    return new FaultException(
        "WaitForUpdatesEx",
        "NotAuthenticated",
        new NotAuthenticated(filter, "System.View"),
        "The session of this object has ended.");
  }
}
