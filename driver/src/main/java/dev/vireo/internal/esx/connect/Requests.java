package dev.vireo.internal.esx.connect;

import dev.vireo.ConnectOptions;
import dev.vireo.HostRequest;
import dev.vireo.RequestListener;
import dev.vireo.RetryClock;
import dev.vireo.vim.WaitClock;
import dev.vireo.vim.transport.ExchangeListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the VI API's client is told of a caller's options. */
final class Requests {

  private Requests() {}

  /** Who hears of requests; null for nobody. */
  static @Nullable ExchangeListener listener(ConnectOptions options) {
    RequestListener listener = options.requestListener();
    return listener == null
        ? null
        : exchange ->
            listener.answered(
                new HostRequest(
                    exchange.operation(),
                    exchange.bytesOut(),
                    exchange.bytesIn(),
                    exchange.duration(),
                    exchange.status(),
                    exchange.failure()));
  }

  /** The caller's clock. */
  static WaitClock clock(ConnectOptions options) {
    RetryClock clock = options.clock();
    return clock.equals(RetryClock.SYSTEM) ? WaitClock.SYSTEM : new Clock(clock);
  }

  private record Clock(RetryClock clock) implements WaitClock {
    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      clock.sleep(time);
    }
  }
}
