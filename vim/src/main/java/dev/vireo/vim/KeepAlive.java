package dev.vireo.vim;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call whenever a client has been idle for the keep-alive interval. It does not keep the
 * client itself: it ends with it.
 */
final class KeepAlive {

  private static final System.Logger LOG = System.getLogger(KeepAlive.class.getName());

  private final WeakReference<VimClient> client;
  private final Duration interval;
  private volatile long lastCall = System.nanoTime();
  private @Nullable Thread thread;
  private boolean stopped;

  KeepAlive(VimClient client) {
    this.client = new WeakReference<>(client);
    this.interval = client.options().keepAlive();
  }

  /** Notes that a call is begun. */
  void noteCall() {
    lastCall = System.nanoTime();
  }

  synchronized void start() {
    if (thread != null || stopped || interval.isZero()) {
      return;
    }
    thread = new Thread(this::run, "vireo-keep-alive");
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void run() {
    while (awaitIdle() && touch()) {
      // the call has been made
    }
  }

  /** Makes the call; false when there is no client any more. */
  private boolean touch() {
    VimClient kept = client.get();
    if (kept == null) {
      return false;
    }
    try {
      kept.touch();
    } catch (VimException e) {
      LOG.log(System.Logger.Level.DEBUG, "A keep-alive call failed.", e);
    }
    return true;
  }

  /** Waits until the client has been idle for the interval; false when it is time to stop. */
  private synchronized boolean awaitIdle() {
    try {
      while (!stopped) {
        long left = interval.toMillis() - (System.nanoTime() - lastCall) / 1_000_000;
        if (left <= 0) {
          return true;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
