package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.transport.HttpCall.End;
import dev.vireo.vim.transport.HttpCall.Phase;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much time a request has, and how it is ended from outside. */
@Timeout(60)
class HttpCallTest {

  private static final Duration AT_ONCE = Duration.ofNanos(1);
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration LATE = Duration.ofHours(1);
  private static final Duration LATEST = Duration.ofDays(1);

  private static HttpCall call(Duration timeout, Duration connectTimeout) {
    return HttpCall.of(TestRequests.post("<a/>", timeout), connectTimeout);
  }

  private static HttpCall transfer(Duration timeout, Duration connectTimeout) {
    return HttpCall.of(TransferRequest.of(Verb.GET, "/x", timeout), connectTimeout);
  }

  /** Lets the clock go on. */
  private static void tick() {
    long now = System.nanoTime();
    while (System.nanoTime() == now) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aConnectionHasTheShorterOfBothTimes() {
    assertThat(call(LATE, SOON).connectLimit()).isEqualTo(SOON);
    assertThat(call(SOON, LATE).connectLimit()).isEqualTo(SOON);
  }

  @Test
  void onlyConnectingHasTheTimeOfAConnection() throws Exception {
    long before = System.nanoTime();
    HttpCall call = call(LATEST, LATE);
    call.enter(Phase.CONNECTING);
    assertThat(call.deadline() - before).isBetween(LATE.toNanos(), LATEST.toNanos() - 1);
    call.enter(Phase.HANDSHAKE);
    assertThat(call.deadline() - before).isGreaterThanOrEqualTo(LATEST.toNanos());
    Deadlines.forget(call);
  }

  @Test
  void aConnectionHasNoMoreTimeThanItsRequest() throws Exception {
    HttpCall call = call(LATE, LATEST);
    long end = call.deadline();
    call.enter(Phase.CONNECTING);
    assertThat(call.deadline()).isEqualTo(end);
    Deadlines.forget(call);
  }

  @Test
  void theTimeOfACallIsForAllOfIt() throws Exception {
    HttpCall call = call(LATE, LATE);
    long end = call.deadline();
    for (Phase phase : new Phase[] {Phase.SENDING, Phase.WAITING, Phase.READING}) {
      tick();
      call.enter(phase);
      call.await();
      call.pause();
      assertThat(call.deadline()).isEqualTo(end);
      assertThat(call.phase()).isEqualTo(phase);
    }
    assertThat(call.isTransfer()).isFalse();
  }

  @Test
  void theTimeOfATransferBeginsAnewWhenSomethingMoves() throws Exception {
    HttpCall call = transfer(LATE, LATE);
    long first = call.deadline();
    tick();
    call.enter(Phase.WAITING);
    long second = call.deadline();
    assertThat(second).isGreaterThan(first);
    tick();
    call.await();
    assertThat(call.deadline()).isGreaterThan(second);
    assertThat(call.isTransfer()).isTrue();
  }

  @Test
  void whatIsLeftIsNeverNothing() {
    HttpCall late = call(LATE, LATE);
    assertThat(late.nanosLeft()).isBetween(1L, LATE.toNanos());
    HttpCall over = call(AT_ONCE, LATE);
    tick();
    assertThat(over.nanosLeft()).isEqualTo(1);
  }

  @Test
  void timeWithoutEndIsFarAwayAndNotInThePast() {
    HttpCall call = call(Duration.ofSeconds(Long.MAX_VALUE), LATE);
    assertThat(call.nanosLeft()).isGreaterThan(LATEST.toNanos());
  }

  @Test
  void theTurnOfTheCallerEndsNoTransfer() {
    HttpCall transfer = transfer(AT_ONCE, LATE);
    transfer.pause();
    tick();
    transfer.expire();
    Deadlines.forget(transfer);
    assertThat(transfer.ended()).isNull();

    HttpCall call = call(AT_ONCE, LATE);
    call.pause();
    tick();
    call.expire();
    assertThat(call.ended()).isEqualTo(End.EXPIRED);
  }

  @Test
  void whatHasComeFurtherMeanwhileHasNotExpired() {
    HttpCall call = call(LATE, LATE);
    call.expire();
    Deadlines.forget(call);
    assertThat(call.ended()).isNull();
  }

  /** Waits for a call to be ended by nobody but the clock. */
  private static void assertExpires(HttpCall call, CompletableFuture<String> waitedFor) {
    assertThatThrownBy(waitedFor::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(SocketException.class);
    assertThat(call.ended()).isEqualTo(End.EXPIRED);
    assertThat(call.isOver()).isTrue();
  }

  @Test
  void aTransferIsStillWatchedAfterTheTurnOfItsCaller() throws Exception {
    HttpCall call = transfer(SOON, LATE);
    CompletableFuture<String> waitedFor = new CompletableFuture<>();
    call.use(waitedFor);
    call.pause();
    call.expire();
    call.await();
    assertExpires(call, waitedFor);
  }

  @Test
  void connectingIsWatchedThoughItsRequestHasMoreTime() throws Exception {
    try (DeadlinesTest.Asleep watcher = DeadlinesTest.Asleep.until(Duration.ofMinutes(30))) {
      HttpCall call = call(LATE, SOON);
      Deadlines.watch(call);
      CompletableFuture<String> waitedFor = new CompletableFuture<>();
      call.use(waitedFor);
      call.enter(Phase.CONNECTING);
      assertExpires(call, waitedFor);
      assertThat(watcher.expired()).isZero();
    }
  }

  @Test
  void whatHasEndedEndsOnceAndGoesOnWithNothing() throws Exception {
    HttpCall call = call(LATE, LATE);
    assertThat(call.isOver()).isFalse();
    call.end(End.CLOSED);
    call.end(End.EXPIRED);
    assertThat(call.ended()).isEqualTo(End.CLOSED);
    assertThat(call.isOver()).isTrue();
    assertThatThrownBy(() -> call.enter(Phase.SENDING)).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> call.use(new CompletableFuture<>()))
        .isInstanceOf(SocketException.class);
    try (SocketChannel channel = SocketChannel.open()) {
      assertThatThrownBy(() -> call.use(channel)).isInstanceOf(SocketException.class);
      assertThat(channel.isOpen()).isFalse();
    }
  }

  /** Somebody may have left the answer of a transfer open, and closed the transport. */
  @Test
  void whatHasEndedIsWatchedNoMore() {
    HttpCall call = transfer(AT_ONCE, LATE);
    call.pause();
    call.end(End.CLOSED);
    long deadline = call.deadline();
    tick();
    call.expire();
    Deadlines.forget(call);
    assertThat(call.deadline()).isEqualTo(deadline);
    assertThat(call.ended()).isEqualTo(End.CLOSED);
  }

  @Test
  void anInterruptedCallIsOver() {
    HttpCall call = call(LATE, LATE);
    Thread.currentThread().interrupt();
    assertThat(call.isOver()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(call.isOver()).isFalse();
  }

  @Test
  void theEndClosesWhatIsHeldAndNothingThatIsNot() throws IOException {
    HttpCall call = call(LATE, LATE);
    try (SocketChannel held = SocketChannel.open();
        SocketChannel left = SocketChannel.open()) {
      HttpCall other = call(LATE, LATE);
      other.use(left);
      other.finish();
      other.end(End.CLOSED);
      assertThat(left.isOpen()).isTrue();
      call.use(held);
      call.end(End.CLOSED);
      assertThat(held.isOpen()).isFalse();
    }
  }
}
