package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.serve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that stream, over HTTP and HTTPS. */
@Timeout(60)
class TransferTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int LARGE = 20_000_000;

  @TempDir private Path folder;

  private static TransferRequest request(Verb verb) {
    return TransferRequest.of(verb, "/folder/a.iso?dsName=secret", LONG);
  }

  private static TransferRequest idle(TransferRequest request, Duration timeout) {
    return new TransferRequest(
        request.verb(),
        request.path(),
        request.headers(),
        request.body(),
        request.operation(),
        timeout);
  }

  private static TransferRequest put(TransferBody body) {
    return request(Verb.PUT).with(body);
  }

  private static TransferBody bytes(String text) {
    return TransferBody.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TransferBody chunked(String text) {
    return TransferBody.of(
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        TransferBody.UNKNOWN);
  }

  private static TransferBody once(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TransferBody.once(new ByteArrayInputStream(bytes), bytes.length);
  }

  private static String text(TransferAnswer answer) throws IOException {
    try (answer) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static TransportException failure(ThrowingCallable call) {
    return catchThrowableOfType(TransportException.class, call);
  }

  /** Makes a connection, so that its handshake takes none of a short time. */
  private static HttpTransport warm(Scheme scheme, ScriptedServer server) {
    HttpTransport transport = connect(scheme, server);
    transport.send(get("/warm"));
    return transport;
  }

  /** The head of the next request behind those of {@link #warm}. */
  private static void readHead(ScriptedServer.Connection c) throws IOException {
    while (c.readHead().line().startsWith("GET /warm")) {
      c.answer(200, "");
    }
  }

  private static void read(InputStream body, int count) throws IOException {
    assertThat(body.readNBytes(count)).hasSize(count);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerIsReadAsItComes(Scheme scheme) throws Exception {
    CountDownLatch firstIsRead = new CountDownLatch(1);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 6\r\n\r\nabc");
                  firstIsRead.await();
                  c.write("def");
                  c.answerAll("next");
                });
        HttpTransport transport = connect(scheme, server);
        TransferAnswer answer = transport.transfers().open(request(Verb.GET))) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.length()).isEqualTo(6);
      assertThat(answer.header("etag")).isEqualTo("\"1\"");
      assertThat(new String(answer.body().readNBytes(3), StandardCharsets.UTF_8)).isEqualTo("abc");
      firstIsRead.countDown();
      assertThat(text(answer)).isEqualTo("def");
      transport.send(get("/"));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** What is left may be gigabytes. */
  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsClosedEarlyEndsItsConnection(Scheme scheme) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  if (c.number() > 1) {
                    c.answer(200, "next");
                    return;
                  }
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nabc");
                  try {
                    c.awaitHangUp();
                  } finally {
                    hungUp.countDown();
                  }
                });
        HttpTransport transport = connect(scheme, server)) {
      TransferAnswer answer = transport.transfers().open(request(Verb.GET));
      read(answer.body(), 3);
      answer.close();
      hungUp.await();
      assertThatThrownBy(() -> answer.body().read()).isInstanceOf(IOException.class);
      transport.send(get("/"));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerInChunksIsPutTogether(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                  c.write("3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      TransferAnswer answer = transport.transfers().open(request(Verb.GET));
      assertThat(answer.length()).isEqualTo(-1);
      assertThat(text(answer)).isEqualTo("abcdef");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerToHeadHasALengthAndNoBody(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n");
                  c.answerAll("next");
                });
        HttpTransport transport = connect(scheme, server)) {
      TransferAnswer answer = transport.transfers().open(request(Verb.HEAD));
      assertThat(answer.length()).isEqualTo(5_000_000_000L);
      answer.close(); // there is nothing to read, so the connection goes on
      transport.send(get("/"));
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests().getFirst().line()).startsWith("HEAD /folder/a.iso?");
      assertThat(server.requests().getFirst().headers()).doesNotContainKey("Content-Length");
    }
  }

  @Test
  void aDeleteHasNoBody() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write("HTTP/1.1 204 No Content\r\n\r\n");
              c.hold();
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      TransferAnswer answer = transport.transfers().open(request(Verb.DELETE));
      assertThat(answer.status()).isEqualTo(204);
      assertThat(text(answer)).isEmpty();
      assertThat(server.requests().getFirst().headers())
          .doesNotContainKeys("Content-Length", "Transfer-Encoding", "Expect");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfKnownLengthIsSentAsItIs(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.answer(201, "");
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(transport.transfers().open(put(bytes("hello"))).status()).isEqualTo(201);
      assertThat(server.requests().getFirst().body()).isEqualTo("hello");
      assertThat(server.requests().getFirst().headers())
          .containsEntry("Content-Length", "5")
          .doesNotContainKey("Expect");
    }
  }

  @Test
  void anEmptyFileIsSentAsOne() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(201, "");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(transport.transfers().open(put(TransferBody.none())).status()).isEqualTo(201);
      assertThat(server.requests().getFirst().headers()).containsEntry("Content-Length", "0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfUnknownLengthGoesInChunks(Scheme scheme) throws Exception {
    String text = "0123456789".repeat(10_000);
    StringBuilder came = new StringBuilder();
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 100 Continue\r\n\r\n");
                  came.append(new String(chunks(c.in()), StandardCharsets.UTF_8));
                  c.answer(201, "");
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(transport.transfers().open(put(chunked(text))).status()).isEqualTo(201);
      assertThat(came).hasToString(text);
      assertThat(server.requests().getFirst().headers())
          .containsEntry("Transfer-Encoding", "chunked")
          .doesNotContainKey("Content-Length");
    }
  }

  /** Reads chunks as their grammar says, and nothing else. */
  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        line.append((char) b);
      }
      int size = Integer.parseInt(line.toString().strip(), 16);
      body.write(in.readNBytes(size));
      if (!new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("\r\n")) {
        throw new IOException("a chunk does not end where it says");
      }
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  static Stream<TransferBody> worthAsking() {
    return Stream.of(chunked("abc"), once("abc"), bytes("x".repeat((1 << 20) + 1)));
  }

  /** The session may have ended: nothing of what can be read once only is lost by that. */
  @ParameterizedTest
  @MethodSource("worthAsking")
  void aServerThatRefusesIsNotSentTheBody(TransferBody body) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.readHead();
              c.answer(401, "");
              c.awaitHangUp();
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      TransferAnswer answer = transport.transfers().open(put(body));
      assertThat(answer.status()).isEqualTo(401);
      answer.close();
      assertThat(body.isRepeatable()).isTrue();
      assertThat(server.requests().getFirst().headers()).containsEntry("Expect", "100-continue");
    }
  }

  /** ESX of old does not answer the question. */
  @ParameterizedTest
  @EnumSource
  void aServerThatDoesNotAnswerTheQuestionIsSentTheBody(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.answer(201, "");
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(transport.transfers().open(put(once("hello"))).status()).isEqualTo(201);
      assertThat(server.requests().getFirst().body()).isEqualTo("hello");
    }
  }

  @Test
  void aServerThatRefusesTheQuestionIsNotAskedAgain() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              if (c.number() == 1) {
                c.readHead();
                c.answer(417, "");
              } else {
                c.read();
                c.answer(201, "");
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(transport.transfers().open(put(once("hello"))).status()).isEqualTo(201);
      assertThat(server.requests().getLast().body()).isEqualTo("hello");
      assertThat(server.requests().getLast().headers()).doesNotContainKey("Expect");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalWhileTheBodyIsSentIsTheAnswer(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.readHead();
                  c.write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.in().readNBytes(1000);
                  c.answer(507, "full", "Connection: close");
                  c.socket().shutdownOutput();
                  c.drain(1_000_000);
                });
        HttpTransport transport = connect(scheme, server)) {
      TransferBody body = TransferBody.of(new byte[LARGE]);
      assertThat(transport.transfers().open(put(body)).status()).isEqualTo(507);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, true", "399, false", "200, false"})
  void onlyARefusalIsAnAnswerToABodyThatWasNotTaken(int status, boolean taken) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.readHead();
              c.write("HTTP/1.1 100 Continue\r\n\r\n");
              c.in().readNBytes(1000);
              c.answer(status, "");
              c.socket().shutdownOutput();
              c.drain(1_000_000);
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      TransferRequest request = put(TransferBody.of(new byte[LARGE]));
      if (taken) {
        assertThat(transport.transfers().open(request).status()).isEqualTo(status);
      } else {
        assertThat(failure(() -> transport.transfers().open(request)).kind())
            .isEqualTo(Kind.CUT_OFF);
      }
    }
  }

  @Test
  void theAnswerToAQuestionThatWasRefusedIsClosed() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              if (c.number() == 1) {
                c.readHead();
                c.answer(417, "no");
                try {
                  c.awaitHangUp();
                } finally {
                  hungUp.countDown();
                }
              } else {
                c.read();
                c.answer(201, "");
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(transport.transfers().open(put(once("hello"))).status()).isEqualTo(201);
      hungUp.await();
    }
  }

  @Test
  void aServerThatWasNotAskedAndDoesNotLikeTheQuestionHasAnswered() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(417, "no");
              c.hold();
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      TransferAnswer answer = transport.transfers().open(put(bytes("hello")));
      assertThat(answer.status()).isEqualTo(417);
      assertThat(text(answer)).isEqualTo("no");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void cookiesOfTransfersAndCallsAreTheSame() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(200, "", "Set-Cookie: a=1; Path=/");
              c.answerAll("x");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.transfers().open(request(Verb.GET)).close();
      transport.send(get("/"));
      transport.transfers().open(request(Verb.GET)).close();
      assertThat(server.requests())
          .extracting(request -> request.headers().get("Cookie"))
          .containsExactly(null, "a=1", "a=1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingTheTransportEndsWhatWaitsForAnAnswerOnAKeptConnection(Scheme scheme)
      throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    try (ScriptedServer server =
        serve(
            scheme,
            c -> {
              readHead(c);
              reached.countDown();
              c.hold();
            })) {
      HttpTransport transport = warm(scheme, server);
      FutureTask<TransportException> task =
          new FutureTask<>(() -> failure(() -> transport.transfers().open(request(Verb.GET))));
      Thread.ofPlatform().start(task);
      reached.await();
      transport.close();
      assertThat(task.get().kind()).isEqualTo(Kind.CLOSED);
      assertThat(failure(() -> transport.transfers().open(request(Verb.GET))).kind())
          .isEqualTo(Kind.CLOSED);
    }
  }

  @Test
  void anInterruptedThreadOpensNothing() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("x"));
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      Thread.currentThread().interrupt();
      TransportException failure = failure(() -> transport.transfers().open(request(Verb.GET)));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsCutIsToldFromASourceThatFails(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.readHead();
                  c.write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.in().readNBytes(1000);
                  c.reset();
                });
        HttpTransport transport = connect(scheme, server)) {
      TransferBody body = TransferBody.of(new byte[LARGE]);
      TransportException failure = failure(() -> transport.transfers().open(put(body)));
      assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(failure.mayHaveTakenEffect()).isTrue();
      assertThat(failure).hasMessageStartingWith("PUT /folder/a.iso on 127.0.0.1:");
    }
  }

  static Stream<TransferBody> broken() {
    IOException gone = new IOException("the stick is gone");
    return Stream.of(
        TransferBody.once(
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw gone;
              }
            },
            7),
        TransferBody.once(new ByteArrayInputStream(new byte[3]), 7),
        TransferBody.once(new ByteArrayInputStream(new byte[9]), 7));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aSourceThatFailsFailsAsItDoes(TransferBody body) throws Exception {
    List<Exchange> heard = new ArrayList<>();
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.readHead();
              c.write("HTTP/1.1 100 Continue\r\n\r\n");
              c.drain(100);
              hungUp.countDown();
            });
        VimTransport transport =
            TransportPipeline.over(connect(Scheme.HTTP, server), heard::add, key -> false)) {
      assertThatThrownBy(() -> transport.transfers().open(put(body)))
          .isExactlyInstanceOf(IOException.class)
          .message()
          .containsAnyOf("the stick is gone", "ends after 3 of 7", "longer than the 7");
      hungUp.await();
      assertThat(heard).hasSize(1);
      assertThat(heard.getFirst().failure()).isEqualTo("SOURCE_FAILED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatStandsStillTimesOut(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  readHead(c);
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
                  c.hold();
                });
        HttpTransport transport = warm(scheme, server);
        TransferAnswer answer = transport.transfers().open(idle(request(Verb.GET), SHORT))) {
      read(answer.body(), 3);
      TransportException failure = failure(() -> answer.body().read());
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageEndingWith("the server has sent nothing for 1 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotAnsweredTimesOut(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  readHead(c);
                  c.hold();
                });
        HttpTransport transport = warm(scheme, server)) {
      TransferRequest request = idle(request(Verb.GET), SHORT);
      TransportException failure = failure(() -> transport.transfers().open(request));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageEndingWith("no answer within 1 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMovesDoesNotTimeOut(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  readHead(c);
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  c.trickle();
                });
        HttpTransport transport = warm(scheme, server);
        TransferAnswer answer = transport.transfers().open(idle(request(Verb.GET), SHORT))) {
      long start = System.nanoTime();
      while (Duration.ofNanos(System.nanoTime() - start).compareTo(SHORT.multipliedBy(2)) < 0) {
        assertThat(answer.body().read()).isEqualTo('x');
      }
    }
  }

  /** Whoever writes to a slow disk has not been left waiting by the server. */
  @ParameterizedTest
  @EnumSource
  void theTimeOfTheReaderDoesNotCount(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  readHead(c);
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  c.trickle();
                });
        HttpTransport transport = warm(scheme, server);
        TransferAnswer slow = transport.transfers().open(idle(request(Verb.GET), SHORT));
        TransferAnswer busy = transport.transfers().open(request(Verb.GET))) {
      read(slow.body(), 1);
      long start = System.nanoTime();
      while (Duration.ofNanos(System.nanoTime() - start).compareTo(SHORT.multipliedBy(2)) < 0) {
        read(busy.body(), 1);
      }
      read(slow.body(), 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatTakesNothingTimesOut(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  readHead(c);
                  c.write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.hold();
                });
        HttpTransport transport = warm(scheme, server)) {
      TransferRequest request = idle(put(TransferBody.of(new byte[LARGE])), SHORT);
      TransportException failure = failure(() -> transport.transfers().open(request));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageEndingWith("the server has taken nothing for 1 s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsAReader(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      CountDownLatch reading = new CountDownLatch(1);
      FutureTask<TransportException> task =
          new FutureTask<>(() -> {
            try (TransferAnswer answer = transport.transfers().open(request(Verb.GET))) {
              read(answer.body(), 3);
              reading.countDown();
              TransportException failure = failure(() -> answer.body().read());
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return failure;
            }
          });
      Thread thread = Thread.ofPlatform().start(task);
      reading.await();
      thread.interrupt();
      assertThat(task.get().kind()).isEqualTo(Kind.INTERRUPTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsAWriter(Scheme scheme) throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.readHead();
                  c.write("HTTP/1.1 100 Continue\r\n\r\n");
                  c.in().readNBytes(1000);
                  writing.countDown();
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server)) {
      FutureTask<TransportException> task =
          new FutureTask<>(() ->
              failure(() -> transport.transfers().open(put(TransferBody.of(new byte[LARGE])))));
      Thread thread = Thread.ofPlatform().start(task);
      writing.await();
      thread.interrupt();
      assertThat(task.get().kind()).isEqualTo(Kind.INTERRUPTED);
    }
  }

  /** Who may close: the reader's own answer, from another thread, and the whole transport. */
  enum Closer {
    ANSWER,
    TRANSPORT
  }

  static Stream<Arguments> closers() {
    return Stream.of(Scheme.values())
        .flatMap(scheme -> Stream.of(Closer.values()).map(c -> Arguments.of(scheme, c)));
  }

  @ParameterizedTest
  @MethodSource("closers")
  void closingEndsAReader(Scheme scheme, Closer closer) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
                  c.hold();
                });
        HttpTransport transport = connect(scheme, server);
        TransferAnswer answer = transport.transfers().open(request(Verb.GET))) {
      CountDownLatch reading = new CountDownLatch(1);
      FutureTask<Object> task =
          new FutureTask<>(() -> {
            read(answer.body(), 3);
            reading.countDown();
            try {
              return answer.body().read();
            } catch (TransportException e) {
              return e.kind();
            } catch (IOException e) {
              return "closed before it was read";
            }
          });
      Thread.ofPlatform().start(task);
      reading.await();
      Runnable close = closer == Closer.ANSWER ? answer::close : transport::close;
      close.run();
      assertThat(task.get()).isIn(Kind.CLOSED, "closed before it was read");
    }
  }

  @Test
  void aFileIsReadForEachAttempt() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "hello");
    TransferBody body = TransferBody.of(file);
    AtomicInteger cuts = new AtomicInteger();
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              if (cuts.getAndIncrement() > 0) {
                c.answer(201, "");
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(failure(() -> transport.transfers().open(put(body))).kind())
          .isEqualTo(Kind.CUT_OFF);
      assertThat(body.isRepeatable()).isTrue();
      assertThat(transport.transfers().open(put(body)).status()).isEqualTo(201);
      assertThat(server.requests().getLast().body()).isEqualTo("hello");
    }
  }

  /** It was closed while nobody used it: nothing has been read of what can be read once only. */
  @ParameterizedTest
  @EnumSource(
      value = Verb.class,
      names = {"GET", "HEAD", "PUT"})
  void aKeptConnectionThatIsDeadCostsNothing(Verb verb) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(200, "");
              if (c.number() == 1) {
                c.readHead(); // the connection ends with the second request
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.send(get("/"));
      TransferRequest request = verb == Verb.PUT ? put(once("hello")) : request(verb);
      assertThat(transport.transfers().open(request).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aDeleteIsNotSentTwice() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              if (c.number() == 1) {
                c.answer(200, "");
                c.readHead();
              } else {
                c.answer(200, "");
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.send(get("/"));
      TransportException failure = failure(() -> transport.transfers().open(request(Verb.DELETE)));
      assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(failure.mayHaveTakenEffect()).isTrue();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void progressIsToldInBytes() throws Exception {
    List<String> told = new ArrayList<>();
    TransferProgress progress = (bytes, total) -> told.add(bytes + "/" + total);
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(200, "");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.transfers().open(put(progress.on(bytes("hello")))).close();
    }
    InputStream in = progress.on(new ByteArrayInputStream(new byte[7]), 9);
    in.readNBytes(4);
    in.readAllBytes();
    assertThat(told).containsExactly("0/5", "5/5", "4/9", "7/9");
  }

  @Test
  void aListenerHearsOfATransferOnceItHasEnded() throws Exception {
    List<Exchange> heard = new ArrayList<>();
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              String verb = c.read().line();
              if (verb.startsWith("PUT")) {
                c.answer(507, "full");
              } else {
                c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
              }
            });
        VimTransport transport =
            TransportPipeline.over(connect(Scheme.HTTP, server), heard::add, key -> false)) {
      Transfers transfers = transport.transfers();
      try (TransferAnswer answer = transfers.open(request(Verb.GET))) {
        read(answer.body(), 5);
        assertThat(heard).isEmpty();
        failure(() -> answer.body().read());
      }
      transfers.open(put(bytes("abc"))).close();
      TransferAnswer left = transfers.open(request(Verb.GET));
      read(left.body(), 2);
      left.close();

      assertThat(heard)
          .extracting(
              Exchange::operation,
              Exchange::bytesOut,
              Exchange::bytesIn,
              Exchange::status,
              Exchange::failure)
          .containsExactly(
              tuple("GET /folder/a.iso", 0L, 5L, 200, "CUT_OFF"),
              tuple("PUT /folder/a.iso", 3L, 0L, 507, "HTTP 507"),
              tuple("GET /folder/a.iso", 0L, 2L, 200, null));
    }
  }
}
