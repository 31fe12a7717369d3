package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.simulator.internal.wire.UriHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may take of a served host. No limit ends by itself here: all others are far. */
@Timeout(120)
class ServeLimitsTest extends HostTestBase {

  private static final Duration FAR = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final ServeLimits WIDE =
      ServeLimits.DEFAULT.withHeadTime(FAR).withIdleTime(FAR).withTransfer(FAR, 1 << 30);
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String STORE = "?dcPath=ha-datacenter&dsName=datastore1";
  private static final String BASIC =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("root:vireo".getBytes(StandardCharsets.UTF_8))
          + "\r\n";

  private SimulatorServer serve(ServeLimits limits) {
    return start().serve(ServeOptions.http().withLimits(limits));
  }

  private SimulatorServer serveTls(ServeLimits limits) {
    return start().serve(ServeOptions.https().withLimits(limits));
  }

  private RawClient connect(SimulatorServer server) throws IOException {
    return closing(RawClient.connect(server));
  }

  private void stillServes(SimulatorServer server) throws IOException {
    assertThat(connect(server).send(GET).answer()).startsWith("HTTP/1.1 200 ");
  }

  private static String put(String headers) {
    return "PUT /folder/a.txt" + STORE + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
  }

  @Test
  void moreConnectionsThanAllowedAreRefusedUntilOneEnds() throws Exception {
    SimulatorServer server = serve(WIDE.withConnections(2, 9));
    RawClient first = connect(server);
    RawClient second = connect(server);
    assertThat(first.send(GET).answer()).startsWith("HTTP/1.1 200 ");
    assertThat(second.send(GET).answer()).startsWith("HTTP/1.1 200 ");

    assertThat(connect(server).all()).startsWith("HTTP/1.1 503 ").contains("too many connections");

    first.close();
    String answer = "HTTP/1.1 503 ";
    while (answer.startsWith("HTTP/1.1 503 ") || answer.isEmpty()) { // the server learns of it soon
      answer = eventually(connect(server));
    }
    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  /** The answer, or nothing when the server had closed the connection before the request came. */
  private static String eventually(RawClient client) {
    try {
      return client.send(GET).answer();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void oneAddressLeavesRoomForOthers() throws Exception {
    SimulatorServer server =
        start()
            .serve(
                ServeOptions.http()
                    .withBindAddress(InetAddress.getByAddress(new byte[4]))
                    .withLimits(WIDE.withConnections(3, 1)));
    RawClient first = from("127.0.0.1", server);
    assertThat(first.send(GET).answer()).startsWith("HTTP/1.1 200 ");

    assertThat(from("127.0.0.1", server).all()).startsWith("HTTP/1.1 503 ");

    assertThat(from("127.0.0.2", server).send(GET).answer()).startsWith("HTTP/1.1 200 ");
  }

  @SuppressWarnings("AddressSelection") // literals
  private RawClient from(String address, SimulatorServer server) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(address, 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    return closing(RawClient.of(socket));
  }

  @Test
  void aTlsClientBeyondTheLimitIsCutOffAtOnce() throws Exception {
    SimulatorServer server = serveTls(WIDE.withConnections(1, 1));
    SSLSocket first = handshaken(server);
    assertThat(closing(RawClient.of(first)).send(GET).answer()).startsWith("HTTP/1.1 200 ");

    assertThat(connect(server).all()).isEmpty();
  }

  @Test
  void aConnectionWithoutARequestEnds() throws Exception {
    SimulatorServer server = serve(WIDE.withIdleTime(SOON));

    assertThat(connect(server).all()).isEmpty();

    RawClient kept = connect(server);
    assertThat(kept.send(GET).answer()).startsWith("HTTP/1.1 200 ");
    assertThat(kept.all()).isEmpty();
    stillServes(server);
  }

  @Test
  void aTlsConnectionWithoutAHandshakeEnds() throws Exception {
    assertThat(connect(serveTls(WIDE.withIdleTime(SOON))).all()).isEmpty();
  }

  @Test
  void aHandshakeThatStopsEnds() throws Exception {
    RawClient client = connect(serveTls(WIDE.withHeadTime(SOON)));

    assertThat(client.send(new byte[] {0x16, 3, 1}).all()).isEmpty();
  }

  @Test
  void aHandshakeThatDripsEnds() throws Exception {
    RawClient client = connect(serveTls(WIDE.withHeadTime(SOON)));

    // a record whose length is never reached at this pace
    client.send(new byte[] {0x16, 3, 1, 0x3f, (byte) 0xff, 1, 0, 0x3f, 0}).dripUntilClosed();
  }

  @Test
  void headersThatStopEnd() throws Exception {
    SimulatorServer server = serve(WIDE.withHeadTime(SOON));

    assertThat(connect(server).send("GET / HTTP/1.1\r\nHost").all()).isEmpty();
    stillServes(server);
  }

  @Test
  void headersThatDripEnd() throws Exception {
    RawClient client = connect(serve(WIDE.withHeadTime(SOON)));

    client.send("GET / HTTP/1.1\r\nHost: ").dripUntilClosed();
  }

  @Test
  void headersThatDripEndWithTlsToo() throws Exception {
    RawClient client =
        closing(RawClient.of(handshaken(serveTls(WIDE.withHeadTime(Duration.ofSeconds(2))))));

    client.send("GET / HTTP/1.1\r\nHost: ").dripUntilClosed();
  }

  @Test
  void aBodyThatStopsEnds() throws Exception {
    SimulatorServer server = serve(WIDE.withTransfer(SOON, 1 << 30));

    assertThat(connect(server).send(put(BASIC + "Content-Length: 10\r\n") + "12345").all())
        .isEmpty();
    stillServes(server);
  }

  @Test
  void aBodyThatNeverComesEnds() throws Exception {
    SimulatorServer server = serve(WIDE.withTransfer(SOON, 1 << 30));

    assertThat(connect(server).send(put(BASIC + "Content-Length: 10\r\n")).all()).isEmpty();
    stillServes(server);
  }

  @Test
  void aBodyThatDripsEnds() throws Exception {
    RawClient client = connect(serve(WIDE.withTransfer(SOON, 1 << 30)));

    client.send(put(BASIC + "Content-Length: 30000000\r\n")).dripUntilClosed();
  }

  @Test
  void aBodyInChunksThatDripsEnds() throws Exception {
    RawClient client = connect(serve(WIDE.withTransfer(SOON, 1 << 30)));

    client.send(put(BASIC + "Transfer-Encoding: chunked\r\n") + "1000000\r\n").dripUntilClosed();
  }

  @Test
  void aBodyMayComeAtTheSlowestRateThatIsAllowed() throws Exception {
    // a second for each byte: those that come first allow for the others
    RawClient client = connect(serve(WIDE.withTransfer(SOON, 1)));
    client.send(put(BASIC + "Content-Length: 260\r\n") + "x".repeat(60));

    assertThat(client.drip(200).answer()).startsWith("HTTP/1.1 201 ");
  }

  @Test
  void anAnswerThatNobodyTakesEnds() throws Exception {
    Simulator host =
        start(quick(SimulatorConfig.esx80()).toBuilder().maxUploadBytes(64 << 20).build());
    SimulatorServer server =
        host.serve(ServeOptions.http().withLimits(WIDE.withTransfer(SOON, 1 << 30)));
    SimulatorServer patient = host.serve(ServeOptions.http());
    byte[] file = new byte[32 << 20];
    assertThat(
            connect(patient)
                .send(put(BASIC + "Content-Length: " + file.length + "\r\n"))
                .send(file)
                .answer())
        .startsWith("HTTP/1.1 201 ");

    RawClient client = connect(server);
    client.send("GET /folder/a.txt" + STORE + " HTTP/1.1\r\nHost: a\r\n" + BASIC + "\r\n");
    // While it does not read, it asks again until the server has given it up.
    client.dripUntilClosed();

    assertThat(client.all().length()).isLessThan(file.length);
  }

  @Test
  void largeHeadersAreRefused() throws Exception {
    SimulatorServer server = serve(WIDE.withHeadBytes(1000));

    assertThat(connect(server).send("GET /" + "a".repeat(1000)).all()).startsWith("HTTP/1.1 414 ");
    assertThat(
            connect(server)
                .send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(1000) + "\r\n\r\n")
                .all())
        .startsWith("HTTP/1.1 431 ");
    assertThat(connect(server).send("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(200)).all())
        .startsWith("HTTP/1.1 431 ");
    stillServes(server);
  }

  @Test
  void aTrailerBehindChunksIsBounded() throws Exception {
    RawClient client = connect(serve(WIDE.withHeadBytes(1000)));

    String request =
        put(BASIC + "Transfer-Encoding: chunked\r\n") + "0\r\n" + "A: b\r\n".repeat(200);

    assertThat(client.send(request).all()).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void theLengthOfAChunkIsBounded() throws Exception {
    RawClient client = connect(serve(WIDE));

    String request =
        put(BASIC + "Transfer-Encoding: chunked\r\n") + "1;" + "x".repeat(10_000) + "\r\n";

    assertThat(client.send(request).all()).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cookie: vmware_soap_session=\"no\"\r\n"})
  void strangersSendNoLargeCalls(String cookie) throws Exception {
    SimulatorServer server = serve(WIDE);
    String head = "POST /sdk HTTP/1.1\r\nHost: a\r\n" + cookie;

    // Nothing of the body is sent: the headers alone are answered.
    assertThat(connect(server).send(head + "Content-Length: 1000000\r\n\r\n").answer())
        .startsWith("HTTP/1.1 500 ")
        .contains("NotAuthenticated");
    assertThat(connect(server).send(head + "Content-Length: 99999999999\r\n\r\n").answer())
        .startsWith("HTTP/1.1 413 ");
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    assertThat(
            connect(server)
                .send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "1\r\n")
                .answer())
        .startsWith("HTTP/1.1 413 ");
    stillServes(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / ",
        "POST /nosuch ",
        "GET /folder/a ",
        "DELETE /folder/a ",
        "POST /folder/a "
      })
  void elsewhereNoLargeBodyIsTaken(String request) throws Exception {
    SimulatorServer server = serve(WIDE);

    String head = request + "HTTP/1.1\r\nHost: a\r\n" + BASIC;

    assertThat(connect(server).send(head + "Content-Length: 100000\r\n\r\n").answer())
        .startsWith("HTTP/1.1 413 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 50000000", "Transfer-Encoding: chunked"})
  void anUploadOfAStrangerIsRefusedByItsHeaders(String framing) throws Exception {
    Simulator host = start();
    SimulatorServer server = host.serve(ServeOptions.http().withLimits(WIDE));

    assertThat(connect(server).send(put(framing + "\r\n")).answer()).startsWith("HTTP/1.1 401 ");
    assertThat(connect(server).send(put("Expect: 100-continue\r\n" + framing + "\r\n")).answer())
        .startsWith("HTTP/1.1 401 ");
    assertThat(host.requests().count("PUT /folder")).isEqualTo(2);
  }

  @Test
  void aRefusedClientThatGoesOnSendingReadsItsAnswer() throws Exception {
    SimulatorServer server = serve(WIDE);

    RawClient client = connect(server).send(put("Content-Length: 3000000\r\n"));
    client.send(new byte[3_000_000]);

    assertThat(client.answer()).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void whoAsksBeforeTheBodyIsToldToSendIt() throws Exception {
    RawClient client = connect(serve(WIDE));
    client.send(put(BASIC + "Expect: 100-continue\r\nContent-Length: 3\r\n"));

    assertThat(client.answer()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

    assertThat(client.send("abc").answer()).startsWith("HTTP/1.1 201 ");
    assertThat(client.send(GET).answer()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void uploadsAreRefusedByTheirSizeBeforeTheyCome() throws Exception {
    SimulatorConfig config =
        SimulatorConfig.esx80().toBuilder().maxUploadBytes(100).uploadSpace(150).build();
    SimulatorServer server = start(config).serve(ServeOptions.http().withLimits(WIDE));

    assertThat(connect(server).send(put(BASIC + "Content-Length: 101\r\n")).answer())
        .startsWith("HTTP/1.1 413 ");
    RawClient first = connect(server);
    first.send(
        put(BASIC + "Expect: 100-continue\r\nContent-Length: 100\r\n")); // space is kept for it
    assertThat(first.answer()).startsWith("HTTP/1.1 100 ");
    assertThat(connect(server).send(put(BASIC + "Content-Length: 51\r\n")).answer())
        .startsWith("HTTP/1.1 507 ");
    RawClient chunks = connect(server);
    chunks.send(put(BASIC + "Transfer-Encoding: chunked\r\n") + "33\r\n");
    assertThat(chunks.answer()).startsWith("HTTP/1.1 413 ");
    assertThat(first.send("x".repeat(100)).answer()).startsWith("HTTP/1.1 201 ");
  }

  @Test
  void whatIsKeptForAnUploadThatFailsIsGivenBack() throws Exception {
    SimulatorConfig config = SimulatorConfig.esx80().toBuilder().uploadSpace(100).build();
    SimulatorServer server = start(config).serve(ServeOptions.http().withLimits(WIDE));
    RawClient malformed = connect(server);
    malformed.send(put(BASIC + "Transfer-Encoding: chunked\r\n") + "x\r\n");
    assertThat(malformed.answer()).startsWith("HTTP/1.1 400 ");

    assertThat(
            connect(server).send(put(BASIC + "Content-Length: 100\r\n") + "x".repeat(100)).answer())
        .startsWith("HTTP/1.1 201 ");
    // now there is none
    assertThat(connect(server).send(put(BASIC + "Content-Length: 1\r\n") + "x").answer())
        .startsWith("HTTP/1.1 507 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nContent-Length: 3",
        "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: 3, 3",
        "Content-Length: +3",
        "Content-Length: -3",
        "Content-Length: 0x3",
        "Content-Length:",
        "Content-Length: 9999999999999999999999",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length : 3",
        " Content-Length: 3",
        "X: a\r\n b",
        "X",
        ": x",
        "X: a\u0000b",
        "X: a\rb",
        "X: a\nContent-Length: 3",
        "Host: b",
      })
  void whatCouldBeTwoRequestsIsRefused(String headers) throws Exception {
    SimulatorServer server = serve(WIDE);
    String smuggled = "GET /folder HTTP/1.1\r\nHost: a\r\n\r\n";

    String answer =
        connect(server)
            .send("POST /sdk HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n" + smuggled)
            .all();

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    assertThat(answer.split("Date: ", -1)).as("one answer: " + answer).hasSize(2);
    assertThat(answer).doesNotContain("Exception").doesNotContain("\tat ");
    stillServes(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chunked, chunked",
        "gzip, chunked",
        "identity",
        "chunked\r\nTransfer-Encoding: chunked",
        "xchunked"
      })
  void anotherCodingIsRefused(String coding) throws Exception {
    String request = "POST /sdk HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + coding + "\r\n\r\n";

    assertThat(connect(serve(WIDE)).send(request + "0\r\n\r\n").all()).startsWith("HTTP/1.1 501 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/1.1 x\r\n\r\n",
        "GET  / HTTP/1.1\r\n\r\n",
        "GET nosuch HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u00e4 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n",
        "\u0000\u0001\u0002",
        "POST /sdk HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void whatIsNoRequestIsRefused(String request) throws Exception {
    SimulatorServer server = serve(WIDE);

    assertThat(connect(server).send(request).all()).startsWith("HTTP/1.1 400 ");
    stillServes(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x\r\n", "\r\n", "-1\r\n", "1\r\nab\r\n", "1\nab", "ffffffffffffffffff\r\n"})
  void malformedChunksAreRefused(String chunks) throws Exception {
    String request = put(BASIC + "Transfer-Encoding: chunked\r\n") + chunks;

    assertThat(connect(serve(WIDE)).send(request).all()).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void chunksAreJoined() throws Exception {
    RawClient client = connect(serve(WIDE));
    client.send(
        put(BASIC + "Transfer-Encoding: Chunked\r\n")
            + "3;name=value\r\nabc\r\n0A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");
    assertThat(client.answer()).startsWith("HTTP/1.1 201 ");

    client.send("GET /folder/a.txt" + STORE + " HTTP/1.1\r\nHost: a\r\n" + BASIC + "\r\n");

    assertThat(client.answer()).endsWith("\r\n\r\nabc0123456789");
  }

  @Test
  void otherVersionsAndExpectationsAreRefused() throws Exception {
    SimulatorServer server = serve(WIDE);

    assertThat(connect(server).send("GET / HTTP/2.0\r\nHost: a\r\n\r\n").all())
        .startsWith("HTTP/1.1 505 ");
    assertThat(connect(server).send(put("Expect: money\r\nContent-Length: 1\r\n")).all())
        .startsWith("HTTP/1.1 417 ");
  }

  @Test
  void requestsMayFollowEachOtherWithoutAWait() throws Exception {
    RawClient client = connect(serve(WIDE));

    client.send(GET + "\r\n" + GET + "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("simulated by Vireo");
    assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("simulated by Vireo");
    assertThat(client.all())
        .startsWith("HTTP/1.1 200 ")
        .containsPattern("Content-Length: [1-9]")
        .endsWith("\r\n\r\n");
  }

  @Test
  void anOldClientGetsOneAnswerUnlessItAsksForMore() throws Exception {
    SimulatorServer server = serve(WIDE);

    assertThat(connect(server).send("GET / HTTP/1.0\r\n\r\n").all())
        .startsWith("HTTP/1.1 200 ")
        .contains("Connection: close");
    RawClient kept = connect(server).send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
    assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
    assertThat(kept.send("GET http://any/nosuch HTTP/1.0\r\n\r\n").all())
        .startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aTlsClientAtThePlainPortIsToldAtOnce() throws Exception {
    SimulatorServer server = serve(WIDE);

    assertThatThrownBy(() -> handshaken(server)).isInstanceOf(IOException.class);

    assertThat(connect(server).send(new byte[] {0x16, 3, 1, 2, 0, 1, 0}).all())
        .startsWith("HTTP/1.1 400 ")
        .contains("This port speaks plain HTTP");
    stillServes(server);
  }

  @Test
  void aPlainClientAtTheTlsPortIsToldAtOnce() throws Exception {
    SimulatorServer server = serveTls(WIDE);

    assertThat(connect(server).send(GET).all())
        .startsWith("HTTP/1.1 400 ")
        .contains("This port speaks HTTPS");
    assertThat(closing(RawClient.of(handshaken(server))).send(GET).answer())
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5"
      })
  void aLengthBesideChunksIsRefusedEvenIfTheyAgree(String headers) throws Exception {
    String request = "POST /sdk HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n0\r\n\r\n";

    assertThat(connect(serve(WIDE)).send(request).all()).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void whoAsksWithTooLargeABodyIsNotToldToSendIt() throws Exception {
    String request =
        "POST /nosuch HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n";

    assertThat(connect(serve(WIDE)).send(request).answer()).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void malformedRequestsOverTlsAreAnsweredToo() throws Exception {
    RawClient client = closing(RawClient.of(handshaken(serveTls(WIDE))));

    assertThat(client.send("nonsense\r\n\r\n").all())
        .startsWith("HTTP/1.1 400 ")
        .doesNotContain("Exception");
  }

  @Test
  void aClientThatGoesAwayGivesItsPlaceBack() throws Exception {
    Simulator host = start();
    host.faults().add(FaultRule.on("GET /", new FaultEffect.NeverAnswer()).times(1));
    SimulatorServer server = host.serve(ServeOptions.http().withLimits(WIDE.withConnections(1, 1)));
    RawClient waiting = connect(server).send(GET);
    while (host.requests().count("GET /") == 0) {
      Thread.onSpinWait();
    }

    waiting.close();

    String answer = "";
    while (!answer.startsWith("HTTP/1.1 200 ")) {
      answer = eventually(connect(server));
    }
    assertThat(UriHost.of(InetAddress.getLoopbackAddress())).isEqualTo(server.host());
  }

  /** Some answers take long: a client may wait for changes. */
  @Test
  void noLimitEndsTheWaitForAnAnswer() throws Exception {
    Simulator host = start();
    FaultEffect late = new FaultEffect.Delay(Duration.ofSeconds(2));
    host.faults().add(FaultRule.on("GET /", late));
    host.faults().add(FaultRule.on("PUT /folder", late));
    ServeLimits strict = WIDE.withHeadTime(Duration.ofSeconds(1)).withTransfer(SOON, 1 << 30);
    SimulatorServer server = host.serve(ServeOptions.http().withLimits(strict));

    assertThat(connect(server).send(GET).answer()).startsWith("HTTP/1.1 200 ");
    assertThat(connect(server).send(put(BASIC + "Content-Length: 1\r\n") + "x").answer())
        .startsWith("HTTP/1.1 201 ");
  }

  @Test
  void aRefusedClientThatDoesNotCloseIsCutOff() throws Exception {
    RawClient client = connect(serve(WIDE));
    assertThat(client.send("nonsense\r\n\r\n").answer()).startsWith("HTTP/1.1 400 ");

    client.dripUntilClosed();
  }

  @Test
  void aTlsConnectionWithoutARequestEnds() throws Exception {
    ServeLimits limits = WIDE.withIdleTime(Duration.ofSeconds(2));
    RawClient client = closing(RawClient.of(handshaken(serveTls(limits))));

    assertThat(client.all()).isEmpty();
  }

  @Test
  void anEndedServerHasNoThreadsLeft() throws Exception {
    SimulatorServer server = serve(WIDE);
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      RawClient client = connect(server);
      assertThat(client.send(GET).answer()).startsWith("HTTP/1.1 200 ");
      clients.add(client.send("GET / HT"));
    }

    server.close();

    for (RawClient client : clients) {
      assertThat(client.all()).isEmpty();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("vireo-simulator-accept"))
        .noneMatch(thread -> thread.getName().startsWith("vireo-simulator-deadlines"));
  }

  @Test
  void impossibleLimitsAreRefused() {
    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> WIDE.withConnections(0, 1),
            () -> WIDE.withConnections(1, 0),
            () -> WIDE.withHeadBytes(255),
            () -> WIDE.withHeadTime(Duration.ZERO),
            () -> WIDE.withIdleTime(Duration.ofMillis(-1)),
            () -> WIDE.withIdleTime(Duration.ofDays(366)),
            () -> WIDE.withTransfer(Duration.ZERO, 1),
            () -> WIDE.withTransfer(SOON, 0),
            () -> SimulatorConfig.esx80().toBuilder().uploadSpace(-1))) {
      assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** A connection that is encrypted; who the server is does not matter here. */
  private SSLSocket handshaken(SimulatorServer server) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    SSLSocket socket =
        closing(
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.port()));
    socket.startHandshake();
    return socket;
  }

  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(
        java.security.cert.X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(
        java.security.cert.X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }
}
