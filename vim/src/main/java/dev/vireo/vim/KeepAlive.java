package dev.vireo.vim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes a call whenever a client has been idle for the keep-alive interval. */
final class KeepAlive {

  private static final System.Logger LOG = System.getLogger(KeepAlive.class.getName());

  private final VimClient client;
  private final Duration interval;
  private @Nullable Thread thread;
  private boolean stopped;

  KeepAlive(VimClient client) {
    this.client = client;
    this.interval = client.options().keepAlive();
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
    while (awaitIdle()) {
      try {
        client.touch();
      } catch (VimException e) {
        LOG.log(System.Logger.Level.DEBUG, "A keep-alive call failed.", e);
      }
    }
  }

  /** Waits until the client has been idle for the interval; false when it is time to stop. */
  private synchronized boolean awaitIdle() {
    try {
      while (!stopped) {
        long left = interval.toMillis() - client.idleNanos() / 1_000_000;
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
