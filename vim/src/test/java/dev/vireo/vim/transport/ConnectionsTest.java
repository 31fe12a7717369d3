package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.serve;
import static dev.vireo.vim.transport.TestRequests.text;
import static dev.vireo.vim.transport.TestRequests.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.ScriptedServer.Received;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections a transport makes, keeps, and gives up. */
@Timeout(60)
class ConnectionsTest {

  private static final int THREADS = 40;

  @ParameterizedTest
  @EnumSource
  void asManyConnectionsAreKeptAsWereInUseAtOnce(Scheme scheme) throws Exception {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  while (true) {
                    Received request = c.read();
                    try {
                      together.await(); // nobody is answered before all have asked
                    } catch (java.util.concurrent.BrokenBarrierException e) {
                      throw new IllegalStateException(e);
                    }
                    c.answer(200, request.body());
                  }
                });
        HttpTransport transport = connect(scheme, server);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 3; round++) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          String body = "<n>" + i + "</n>";
          answers.add(executor.submit(() -> text(transport.send(post(body)))));
        }
        for (int i = 0; i < THREADS; i++) {
          assertThat(answers.get(i).get()).isEqualTo("<n>" + i + "</n>");
        }
      }
      assertThat(server.connections()).isEqualTo(THREADS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsIdleConnections(Scheme scheme) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
        serve(
            scheme,
            c -> {
              c.read();
              c.answer(200, "x");
              try {
                c.awaitHangUp();
              } finally {
                hungUp.countDown();
              }
            })) {
      HttpTransport transport = connect(scheme, server);
      transport.send(post("<a/>"));
      transport.close();
      hungUp.await();
    }
  }

  /** The server hangs up over the second request of a connection, which it did not answer. */
  private static ScriptedServer.Script oneAnswerEach() {
    return c -> {
      c.read();
      c.answer(200, "x");
      c.read();
    };
  }

  @ParameterizedTest
  @EnumSource
  void aPostOnAKeptConnectionThatEndsUnderItIsSentOnceAndMayHaveTakenEffect(Scheme scheme)
      throws Exception {
    try (ScriptedServer server = serve(scheme, oneAnswerEach());
        HttpTransport transport = connect(scheme, server)) {
      transport.send(post("<a/>"));
      TransportException failure = failure(transport, post("<PowerOnVM_Task/>"));
      assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(failure.mayHaveTakenEffect()).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGetOnAKeptConnectionThatEndsUnderItIsSentAnew(Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, oneAnswerEach());
        HttpTransport transport = connect(scheme, server)) {
      transport.send(post("<a/>"));
      assertThat(text(transport.send(get("/folder/x")))).isEqualTo("x");
      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aGetIsSentTwiceAtMost() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              if (c.number() == 1) {
                c.answer(200, "x");
                c.read();
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.send(post("<a/>"));
      assertThat(failure(transport, get("/folder/x")).kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aGetWhoseAnswerHasBegunIsNotSentAnew() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(200, "x");
              c.read();
              c.write("H");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.send(post("<a/>"));
      assertThat(failure(transport, get("/folder/x")).kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\n\r\nof another",
      })
  void aConnectionThatCannotGoOnIsNotKept(String answer) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write(answer);
              c.awaitHangUp();
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("x");
      assertThat(text(transport.send(post("<b/>")))).isEqualTo("x");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static InetAddress loopback(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  @ParameterizedTest
  @EnumSource
  void eachAddressOfAHostIsTried(Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, c -> c.answerAll("hello"));
        HttpTransport transport =
            new HttpTransport(
                named(scheme, server.port()),
                host -> new InetAddress[] {loopback(2), loopback(3), loopback(1)})) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
    }
  }

  @Test
  void anAddressThatDoesNotAnswerLeavesTimeForTheNext() throws Exception {
    try (ServerSocket full = FullBacklog.listen();
        HttpTransport transport =
            new HttpTransport(
                named(Scheme.HTTP, full.getLocalPort()).withConnectTimeout(Duration.ofMillis(600)),
                host -> new InetAddress[] {loopback(1), loopback(2)})) {
      TransportException failure = failure(transport, post("<a/>"));
      // the last of them refused, so it was asked
      assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_REFUSED);
      assertThat(failure).hasMessageEndingWith("connection refused (2 addresses tried)");
    }
  }

  @Test
  void theErrorTellsHowManyAddressesWereTried() throws Exception {
    try (Socket nobody = ConnectFailureTest.bound();
        HttpTransport transport =
            new HttpTransport(
                named(Scheme.HTTP, nobody.getLocalPort()),
                host -> new InetAddress[] {loopback(1), loopback(2), loopback(3)})) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_REFUSED);
      assertThat(failure).hasMessageEndingWith("connection refused (3 addresses tried)");
    }
  }

  @Test
  void theErrorOfTheLastAddressTellsThatOfTheOneBefore() throws Exception {
    try (Socket nobody = ConnectFailureTest.bound();
        HttpTransport transport =
            new HttpTransport(
                named(Scheme.HTTP, nobody.getLocalPort()),
                host -> new InetAddress[] {loopback(1), loopback(2)})) {
      Throwable last = Objects.requireNonNull(failure(transport, post("<a/>")).getCause());
      assertThat(last.getSuppressed()).hasSize(1);
    }
  }

  @Test
  void aHostWithoutAnyAddressIsNotConnectedTo() {
    try (HttpTransport transport =
        new HttpTransport(named(Scheme.HTTP, 80), host -> new InetAddress[0])) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.CONNECT_FAILED);
    }
  }

  @Test
  void smallRequestsAreNotHeldBack() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.Connection::hold)) {
      Connector connector =
          new Connector(to(Scheme.HTTP, server), new Resolver(InetAddress::getAllByName));
      try (SocketChannel channel =
          connector.connect(HttpCall.of(post("<a/>"), TestRequests.LONG))) {
        assertThat(channel.socket().getTcpNoDelay()).isTrue();
      }
    }
  }

  @Test
  void aConnectionThatIsNoneAfterTheHandshakeIsClosed() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.write("220 mail.test ESMTP ready\r\n");
              try {
                c.drain(100_000);
              } finally {
                hungUp.countDown();
              }
            });
        HttpTransport transport = connect(Scheme.HTTPS, server)) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.TLS_FAILED);
      hungUp.await();
    }
  }

  private static HttpOptions named(Scheme scheme, int port) {
    HttpOptions options =
        scheme == Scheme.HTTP
            ? HttpOptions.http("many.test", port)
            : HttpOptions.https("many.test", port);
    return options.withTls(TlsPolicy.noVerify());
  }

  /** A look-up that never ends, as that of a name server that is not there. */
  private static final class Stuck implements Resolver.Names, AutoCloseable {
    final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
      asked.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new UnknownHostException(host);
    }

    @Override
    public void close() {
      end.countDown();
    }
  }

  @Test
  void aNameThatIsNotFoundInTimeIsNoConnection() {
    try (Stuck names = new Stuck();
        HttpTransport transport =
            new HttpTransport(
                named(Scheme.HTTP, 80).withConnectTimeout(Duration.ofMillis(100)), names)) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.CONNECT_FAILED);
      assertThat(failure).hasMessageEndingWith("no connection within 0.1 s");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lookingUpANameEndsWithAnInterruptOrTheTransport(boolean interrupt) throws Exception {
    try (Stuck names = new Stuck()) {
      HttpTransport transport = new HttpTransport(named(Scheme.HTTP, 80), names);
      FutureTask<TransportException> call =
          new FutureTask<>(() -> failure(transport, post("<a/>")));
      Thread thread = Thread.ofPlatform().start(call);
      names.asked.await();
      if (interrupt) {
        thread.interrupt();
      } else {
        transport.close();
      }
      assertThat(call.get().kind()).isEqualTo(interrupt ? Kind.INTERRUPTED : Kind.CLOSED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\r\nX: y", "b\u00fccher.test", "a/b", "u@h"})
  void aHostNameThatIsNoneHasNoAddress(String host) {
    try (HttpTransport transport = new HttpTransport(HttpOptions.http(host, 80))) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.UNRESOLVED_HOST);
    }
    for (ProxySpec.Type type : ProxySpec.Type.values()) {
      HttpOptions options =
          HttpOptions.https(host, 443).withProxy(new ProxySpec(type, "127.0.0.1", 9));
      try (HttpTransport transport = new HttpTransport(options)) {
        assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.UNRESOLVED_HOST);
      }
    }
  }

  @Test
  void whatWouldAddAHeaderIsNotSent() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("x"))) {
      try (HttpTransport transport = connect(Scheme.HTTP, server)) {
        for (String path : List.of("/a b", "/a\r\nX: y", "/a\0", "/\u00fc")) {
          TransportException failure = failure(transport, get(path));
          assertThat(failure.mayHaveTakenEffect()).isFalse();
          assertThat(failure).hasMessageContaining("the path of the request has a character");
        }
        WireRequest request =
            new WireRequest(
                WireRequest.Verb.GET,
                "/",
                java.util.Map.of("X", "a\r\nY: b"),
                new byte[0],
                "GET /",
                true,
                TestRequests.LONG);
        assertThat(failure(transport, request)).hasMessageContaining("the header X");
      }
      try (HttpTransport transport =
          new HttpTransport(to(Scheme.HTTP, server).withUserAgent("a\nb"))) {
        assertThat(failure(transport, get("/"))).hasMessageContaining("the header User-Agent");
      }
      assertThat(server.connections()).isZero();
    }
  }
}
