package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.serve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Time-outs, interruption and closing, in each phase of a call that does not end by itself. */
@Timeout(30)
class WaitingTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  /** Where a server stops to answer. */
  enum Stall {
    BEFORE_THE_HEADERS(""),
    IN_THE_HEADERS("HTTP/1.1 200 OK\r\nContent-"),
    IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nabc"),
    IN_A_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nabc");

    private final String start;

    Stall(String start) {
      this.start = start;
    }

    ScriptedServer.Script script(CountDownLatch reached) {
      return c -> {
        c.read();
        c.write(start);
        reached.countDown();
        c.hold();
      };
    }
  }

  static Stream<Arguments> stalls() {
    return Stream.of(Scheme.values())
        .flatMap(scheme -> Stream.of(Stall.values()).map(stall -> Arguments.of(scheme, stall)));
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void anAnswerThatStopsTimesOut(Scheme scheme, Stall stall) throws Exception {
    try (ScriptedServer server = serve(scheme, stall.script(new CountDownLatch(1)));
        HttpTransport transport = connect(scheme, server)) {
      TransportException failure = failure(transport, post("<a/>", SHORT));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure)
          .hasMessageEndingWith(
              switch (stall) {
                case BEFORE_THE_HEADERS, IN_THE_HEADERS -> "failed: no answer within 0.2 s";
                case IN_THE_BODY, IN_A_CHUNK -> "failed: the answer did not end within 0.2 s";
              });
    }
  }

  /** The first answer keeps its connection, the second does not come. */
  private static ScriptedServer.Script oneAnswer(CountDownLatch reached) {
    return c -> {
      c.read();
      c.answer(200, "x");
      c.read();
      reached.countDown();
      c.hold();
    };
  }

  @ParameterizedTest
  @EnumSource
  void aKeptConnectionThatFallsSilentTimesOut(Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, oneAnswer(new CountDownLatch(1)));
        HttpTransport transport = connect(scheme, server)) {
      transport.send(post("<a/>"));
      TransportException failure = failure(transport, post("<b/>", SHORT));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageEndingWith("failed: no answer within 0.2 s");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsACallOnAKeptConnection(Scheme scheme) throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    try (ScriptedServer server = serve(scheme, oneAnswer(reached))) {
      HttpTransport transport = connect(scheme, server);
      transport.send(post("<a/>"));
      FutureTask<TransportException> call =
          new FutureTask<>(() -> failure(transport, post("<b/>")));
      Thread.ofPlatform().start(call);
      reached.await();
      transport.close();
      assertThat(call.get().kind()).isEqualTo(Kind.CLOSED);
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void anAnswerThatTricklesTimesOut(Scheme scheme, Stall stall) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write(stall == Stall.BEFORE_THE_HEADERS ? "HTTP/1.1 200 " : stall.start);
                  c.trickle();
                });
        HttpTransport transport = connect(scheme, server)) {
      // a trickled chunk would end after 97 more bytes of 5 ms each
      assertThat(failure(transport, post("<a/>", SHORT)).kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  @Test
  void aServerThatDoesNotBeginWithTlsTimesOut() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.Connection::hold);
        HttpTransport transport = connect(Scheme.HTTPS, server)) {
      TransportException failure = failure(transport, post("<a/>", SHORT));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageContaining("no TLS session within 0.2 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDoesNotTakeTheRequestTimesOut(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  if (scheme == Scheme.HTTPS) {
                    c.in().read(); // the handshake takes place on reading
                  }
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      WireRequest request = post("x".repeat(20_000_000), SHORT);
      TransportException failure = failure(transport, request);
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageContaining("did not take the request");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatDoesNotStandInTimeIsNoTimeOutOfTheAnswer(Scheme scheme) throws Exception {
    try (ServerSocket full = FullBacklog.listen()) {
      HttpOptions options =
          scheme == Scheme.HTTP
              ? HttpOptions.http("127.0.0.1", full.getLocalPort())
              : HttpOptions.https("127.0.0.1", full.getLocalPort());
      try (HttpTransport transport = new HttpTransport(options.withConnectTimeout(SHORT))) {
        TransportException failure = failure(transport, post("<a/>"));
        assertThat(failure.kind()).isEqualTo(Kind.CONNECT_FAILED);
        assertThat(failure).hasMessageEndingWith("no connection within 0.2 s");
      }
      try (HttpTransport transport = new HttpTransport(options)) {
        TransportException failure = failure(transport, post("<a/>", SHORT));
        assertThat(failure.kind()).isEqualTo(Kind.CONNECT_FAILED);
        assertThat(failure).hasMessageEndingWith("no connection within 0.2 s");
      }
    }
  }

  static Stream<Arguments> stallsAndThreads() {
    return stalls()
        .flatMap(stall ->
            Stream.of(false, true)
                .map(virtual -> Arguments.of(stall.get()[0], stall.get()[1], virtual)));
  }

  @ParameterizedTest
  @MethodSource("stallsAndThreads")
  void anInterruptEndsTheCallAndStaysSet(Scheme scheme, Stall stall, boolean virtual)
      throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    try (ScriptedServer server = serve(scheme, stall.script(reached));
        HttpTransport transport = connect(scheme, server)) {
      FutureTask<Boolean> call =
          new FutureTask<>(() -> {
            TransportException failure = failure(transport, post("<a/>"));
            return failure.kind() == Kind.INTERRUPTED && Thread.currentThread().isInterrupted();
          });
      Thread thread = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(call);
      reached.await();
      thread.interrupt();
      assertThat(call.get()).isTrue();
    }
  }

  @Test
  void anInterruptedThreadSendsNothing() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("x"));
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      Thread.currentThread().interrupt();
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void closingEndsCallsUnderWay(Scheme scheme, Stall stall) throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    try (ScriptedServer server = serve(scheme, stall.script(reached))) {
      HttpTransport transport = connect(scheme, server);
      FutureTask<TransportException> call =
          new FutureTask<>(() -> failure(transport, post("<a/>")));
      Thread.ofPlatform().start(call);
      reached.await();
      transport.close();
      assertThat(call.get().kind()).isEqualTo(Kind.CLOSED);
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.CLOSED);
    }
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void aCallThatNobodyWaitsForHangsUp(Scheme scheme, Stall stall) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  try { // a slow machine may run out of time, and hang up, before it has sent all
                    c.read();
                    c.write(stall.start);
                    c.awaitHangUp();
                  } finally {
                    hungUp.countDown();
                  }
                });
        HttpTransport transport = connect(scheme, server)) {
      failure(transport, post("<a/>", SHORT));
      hungUp.await();
    }
  }

  @Test
  void aTimeOutDoesNotHarmOtherCalls() throws Exception {
    try (ScriptedServer server =
            serve(
                Scheme.HTTPS,
                c -> {
                  if (c.read().body().equals("<stall/>")) {
                    c.hold();
                  }
                  c.answer(200, "x");
                  c.answerAll("y");
                });
        HttpTransport transport = connect(Scheme.HTTPS, server)) {
      failure(transport, post("<stall/>", SHORT));
      assertThat(TestRequests.text(transport.send(post("<a/>")))).isEqualTo("x");
      assertThat(TestRequests.text(transport.send(post("<a/>")))).isEqualTo("y");
      assertThat(server.connections()).isEqualTo(2);
    }
  }
}
