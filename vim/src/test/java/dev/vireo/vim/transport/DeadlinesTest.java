package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes too long is ended by one thread for all. */
@Timeout(60)
class DeadlinesTest {

  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration LATE = Duration.ofMinutes(30);

  /** Something whose end is waited for. */
  static class Watched implements Deadlines.Timed, AutoCloseable {
    private final CountDownLatch expired = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private volatile long deadline;
    private volatile long expiredAt;
    private volatile @Nullable Thread by;

    Watched(Duration from) {
      deadline = System.nanoTime() + from.toNanos();
    }

    static Watched in(Duration time) {
      Watched watched = new Watched(time);
      Deadlines.watch(watched);
      return watched;
    }

    @Override
    public long deadline() {
      return deadline;
    }

    @Override
    public void expire() {
      expiredAt = System.nanoTime();
      by = Thread.currentThread();
      times.incrementAndGet();
      expired.countDown();
    }

    int expired() {
      return times.get();
    }

    @Override
    public void close() {
      Deadlines.forget(this);
    }
  }

  /** Something far away, up to which the thread sleeps as soon as it is made. */
  static final class Asleep extends Watched {
    private final Thread maker = Thread.currentThread();
    private final CountDownLatch looked = new CountDownLatch(1);

    private Asleep(Duration until) {
      super(until);
    }

    static Asleep until(Duration until) throws InterruptedException {
      Asleep asleep = new Asleep(until);
      Deadlines.watch(asleep);
      asleep.looked.await();
      return asleep;
    }

    @Override
    public long deadline() {
      if (looked != null && Thread.currentThread() != maker) {
        looked.countDown();
      }
      return super.deadline();
    }
  }

  @Test
  void theEndComesAfterTheDeadlineAndOnce() throws Exception {
    try (Watched first = Watched.in(SOON)) {
      first.expired.await();
      assertThat(first.expiredAt - first.deadline).isGreaterThanOrEqualTo(0);
      try (Watched second = Watched.in(SOON)) {
        second.expired.await();
      }
      assertThat(first.expired()).isEqualTo(1);
    }
  }

  @Test
  void whatIsSoonerIsNotKeptWaitingByWhatIsLater() throws Exception {
    try (Asleep later = Asleep.until(LATE);
        Watched sooner = Watched.in(SOON)) {
      sooner.expired.await();
      assertThat(later.expired()).isZero();
    }
  }

  @Test
  void allThatIsLateEnds() throws Exception {
    try (Watched first = Watched.in(SOON);
        Watched second = Watched.in(SOON);
        Watched third = Watched.in(Duration.ofNanos(-1))) {
      first.expired.await();
      second.expired.await();
      third.expired.await();
    }
  }

  @Test
  void whatIsForgottenDoesNotEnd() throws Exception {
    Watched forgotten = Watched.in(LATE);
    Deadlines.forget(forgotten);
    forgotten.deadline = System.nanoTime();
    try (Watched other = Watched.in(SOON)) {
      other.expired.await();
    }
    assertThat(forgotten.expired()).isZero();
  }

  @Test
  void whatHasMovedToLaterDoesNotEnd() throws Exception {
    try (Asleep asleep = Asleep.until(LATE);
        Watched moved = new Watched(Duration.ofMinutes(1))) {
      Deadlines.watch(moved);
      long later = moved.deadline + LATE.toNanos();
      moved.deadline = later;
      try (Watched other = Watched.in(SOON)) {
        other.expired.await();
      }
      assertThat(moved.expired()).isZero();
      assertThat(asleep.expired()).isZero();
    }
  }

  @Test
  void theThreadKeepsNeitherTheProgramNorItsClassesAlive() throws Exception {
    try (Watched watched = Watched.in(SOON)) {
      watched.expired.await();
      Thread by = watched.by;
      assertThat(by).isNotNull();
      assertThat(by.isDaemon()).isTrue();
      assertThat(by.getName()).isEqualTo("vireo-deadlines");
      assertThat(by.getContextClassLoader()).isNull();
    }
  }
}
