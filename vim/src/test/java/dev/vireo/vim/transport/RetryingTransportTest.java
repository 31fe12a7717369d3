package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes something is sent once. */
class RetryingTransportTest {

  private static final Duration TIME = Duration.ofMinutes(1);

  private final Deque<TransportException> failures = new ArrayDeque<>();
  private final Deque<WireRequest> requests = new ArrayDeque<>();
  private int sent;
  private boolean closed;
  private final VimTransport wire =
      new VimTransport() {
        @Override
        public WireResponse send(WireRequest request) {
          sent++;
          requests.add(request);
          if (!failures.isEmpty()) {
            throw failures.remove();
          }
          return new WireResponse(200, Map.of(), new byte[0]);
        }

        @Override
        public Transfers transfers() {
          return transfers;
        }

        @Override
        public void close() {
          closed = true;
        }
      };
  private final Transfers transfers =
      request -> {
        throw new UnsupportedOperationException("nobody opens it");
      };

  private void fail(Kind kind) {
    failures.add(new TransportException(kind, kind + "", null));
  }

  private WireResponse send(boolean repeatable) {
    return send(repeatable, TIME);
  }

  private WireResponse send(boolean repeatable, Duration timeout) {
    return new RetryingTransport(wire)
        .send(
            new WireRequest(
                WireRequest.Verb.POST, "/sdk", Map.of(), new byte[0], "X", repeatable, timeout));
  }

  @Test
  void aReadIsSentAgainAfterACutConnection() {
    fail(Kind.CUT_OFF);
    assertThat(send(true).status()).isEqualTo(200);
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void theSecondTimeIsTheSameRequestWithWhatIsLeftOfItsTime() {
    fail(Kind.CUT_OFF);
    send(true);
    WireRequest again = requests.getLast();
    assertThat(again)
        .usingRecursiveComparison()
        .ignoringFields("repeatable", "timeout")
        .isEqualTo(requests.getFirst());
    assertThat(again.timeout()).isPositive().isLessThan(TIME);
  }

  @Test
  void aReadWhoseTimeIsUsedUpIsNotSentAgain() {
    fail(Kind.CUT_OFF);
    assertThatThrownBy(() -> send(true, Duration.ofNanos(1)))
        .isInstanceOf(TransportException.class);
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void aReadIsSentTwiceAtMostAndTellsOfBothTimes() {
    fail(Kind.CUT_OFF);
    fail(Kind.CUT_OFF);
    TransportException first = failures.getFirst();
    TransportException second = failures.getLast();
    assertThatThrownBy(() -> send(true)).isSameAs(second).hasSuppressedException(first);
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void transfersAndTheEndAreThoseOfTheTransport() {
    VimTransport transport = new RetryingTransport(wire);
    assertThat(transport.transfers()).isSameAs(transfers);
    transport.close();
    assertThat(closed).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesSomethingIsSentOnce(Kind kind) {
    fail(kind);
    assertThatThrownBy(() -> send(false)).isInstanceOf(TransportException.class);
    assertThat(sent).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "CUT_OFF", mode = EnumSource.Mode.EXCLUDE)
  void otherTroubleIsNotRepeated(Kind kind) {
    fail(kind);
    assertThatThrownBy(() -> send(true)).isInstanceOf(TransportException.class);
    assertThat(sent).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatDidNotReachTheServerHasNoEffectForCertain(Kind kind) {
    boolean mayHave =
        switch (kind) {
          case TIMED_OUT, CUT_OFF, TOO_LARGE, INTERRUPTED, CLOSED -> true;
          default -> false;
        };
    assertThat(new TransportException(kind, "x", null).mayHaveTakenEffect()).isEqualTo(mayHave);
  }
}
