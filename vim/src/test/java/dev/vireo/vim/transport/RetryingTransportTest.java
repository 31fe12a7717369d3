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

  private final Deque<TransportException> failures = new ArrayDeque<>();
  private int sent;
  private final VimTransport wire =
      new VimTransport() {
        @Override
        public WireResponse send(WireRequest request) {
          sent++;
          if (!failures.isEmpty()) {
            throw failures.remove();
          }
          return new WireResponse(200, Map.of(), new byte[0]);
        }

        @Override
        public void close() {}
      };

  private void fail(Kind kind) {
    failures.add(new TransportException(kind, kind + "", null));
  }

  private WireResponse send(boolean repeatable) {
    return new RetryingTransport(wire)
        .send(
            new WireRequest(
                WireRequest.Verb.POST,
                "/sdk",
                Map.of(),
                new byte[0],
                "X",
                repeatable,
                Duration.ofMinutes(1)));
  }

  @Test
  void aReadIsSentAgainAfterACutConnection() {
    fail(Kind.CUT_OFF);
    assertThat(send(true).status()).isEqualTo(200);
    assertThat(sent).isEqualTo(2);
  }

  @Test
  void aReadIsSentTwiceAtMost() {
    fail(Kind.CUT_OFF);
    fail(Kind.CUT_OFF);
    assertThatThrownBy(() -> send(true)).isInstanceOf(TransportException.class);
    assertThat(sent).isEqualTo(2);
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
