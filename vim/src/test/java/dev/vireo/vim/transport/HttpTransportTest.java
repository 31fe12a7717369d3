package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.put;
import static dev.vireo.vim.transport.TestRequests.serve;
import static dev.vireo.vim.transport.TestRequests.text;
import static dev.vireo.vim.transport.TestRequests.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.ScriptedServer.Received;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a transport sends, and what it makes of whole answers. */
class HttpTransportTest {

  @ParameterizedTest
  @EnumSource
  void postsKeepTheirHeadersBodyAndConnection(Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, c -> c.answerAll("<hello/>"));
        HttpTransport transport = connect(scheme, server)) {
      assertThat(text(transport.send(post("<one/>")))).isEqualTo("<hello/>");
      assertThat(text(transport.send(post("<two>ü</two>")))).isEqualTo("<hello/>");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .extracting(Received::body)
          .containsExactly("<one/>", "<two>ü</two>");
      Received first = server.requests().getFirst();
      assertThat(first.line()).isEqualTo("POST /sdk HTTP/1.1");
      assertThat(first.headers())
          .containsEntry("SOAPAction", "urn:vim25/8.0.1.0")
          .containsEntry("Content-Type", "text/xml; charset=UTF-8")
          .containsEntry("User-Agent", "vireo/dev")
          .containsEntry("Host", "127.0.0.1:" + server.port())
          .doesNotContainKeys("Cookie", "Expect", "Authorization");
    }
  }

  @ParameterizedTest
  @EnumSource
  void getsAndPutsFilesWithTheirRawPaths(Scheme scheme) throws Exception {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    String path = "/folder/a%20vm/a%2Bb.vmx?dcPath=ha%2Ddatacenter&dsName=x%20y";
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.answer(201, "");
                  c.read();
                  c.answer(200, new String(bytes, StandardCharsets.ISO_8859_1));
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(transport.send(put(path, bytes)).status()).isEqualTo(201);
      assertThat(transport.send(get(path)).body()).isEqualTo(bytes);
      assertThat(server.requests())
          .extracting(Received::line)
          .containsExactly("PUT " + path + " HTTP/1.1", "GET " + path + " HTTP/1.1");
      assertThat(server.requests().getFirst().body().length()).isEqualTo(bytes.length);
    }
  }

  @Test
  void readsChunkedAnswersAndAnswersThatEndWithTheConnection() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              c.write("3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n");
              c.read();
              c.write("HTTP/1.0 200 OK\r\n\r\nuntil the end");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("abcdefg");
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("until the end");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void answersOfAnyStatusComeBackWithTheirBodyAndKeepTheConnection() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              for (int status : new int[] {500, 404, 503, 403, 200}) {
                c.read();
                c.answer(status, "body of " + status, "X-Status: " + status);
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      for (int status : new int[] {500, 404, 503, 403, 200}) {
        WireResponse response = transport.send(post("<a/>"));
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).isEqualTo("body of " + status);
        assertThat(response.headers()).containsEntry("x-status", String.valueOf(status));
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET", "POST"})
  void aDemandForALoginComesBackAsItsStatus(WireRequest.Verb verb) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(401, "who?", "WWW-Authenticate: Basic realm=\"x\"");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      WireRequest request = verb == WireRequest.Verb.GET ? get("/folder") : post("<a/>");
      assertThat(transport.send(request).status()).isEqualTo(401);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET", "POST"})
  void aRedirectIsNotFollowedButNamesItsTarget(WireRequest.Verb verb) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(301, "", "Location: https://elsewhere.test/sdk");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      WireRequest request = verb == WireRequest.Verb.GET ? get("/sdk") : post("<a/>");
      WireResponse response = transport.send(request);
      assertThat(response.status()).isEqualTo(301);
      assertThat(response.headers()).containsEntry("location", "https://elsewhere.test/sdk");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void theSessionCookieGoesBackAsItCame(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.answer(
                      200,
                      "in",
                      "Set-Cookie: vmware_soap_session=\"52-a=b\"; Path=/; HttpOnly; Secure");
                  c.read();
                  c.answer(200, "still in");
                });
        HttpTransport transport = connect(scheme, server)) {
      WireResponse login = transport.send(post("<a/>"));
      assertThat(login.headers()).doesNotContainKey("set-cookie");
      transport.send(get("/folder?dsName=a"));
      assertThat(server.requests().get(0).headers()).doesNotContainKey("Cookie");
      assertThat(server.requests().get(1).headers())
          .containsEntry("Cookie", "vmware_soap_session=\"52-a=b\"");
    }
  }

  @Test
  void twoTransportsHaveCookiesOfTheirOwn() throws Exception {
    try (ScriptedServer server =
            serve(
                Scheme.HTTPS,
                c -> {
                  while (true) {
                    c.read();
                    c.answer(200, "x", "Set-Cookie: vmware_soap_session=" + c.number());
                  }
                });
        HttpTransport one = connect(Scheme.HTTPS, server);
        HttpTransport two = connect(Scheme.HTTPS, server)) {
      one.send(post("<a/>"));
      two.send(post("<a/>"));
      one.send(post("<a/>"));
      two.send(post("<a/>"));
      assertThat(server.requests().subList(2, 4))
          .extracting(r -> r.headers().get("Cookie"))
          .containsExactly("vmware_soap_session=1", "vmware_soap_session=2");
    }
  }

  @Test
  void worksWhereTheProgramHasACookieHandlerForTheProcess() throws Exception {
    CookieHandler before = CookieHandler.getDefault();
    CookieHandler.setDefault(new CookieManager());
    try (ScriptedServer server =
            serve(
                Scheme.HTTPS,
                c -> {
                  while (true) {
                    c.read();
                    c.answer(200, "x", "Set-Cookie: vmware_soap_session=1; Path=/; HttpOnly");
                  }
                });
        HttpTransport transport = connect(Scheme.HTTPS, server)) {
      transport.send(post("<a/>"));
      transport.send(post("<a/>"));
      assertThat(server.requests().get(1).headers().get("Cookie"))
          .contains("vmware_soap_session=1");
    } finally {
      CookieHandler.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fiftyThreadsAreServedInParallel(Scheme scheme) throws Exception {
    int threads = 50;
    CountDownLatch all = new CountDownLatch(threads);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  while (true) {
                    Received request = c.read();
                    all.countDown();
                    all.await(); // nobody is answered before all have asked
                    c.answer(200, request.body());
                  }
                });
        HttpTransport transport = connect(scheme, server);
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String body = "<n>" + i + "</n>";
        answers.add(executor.submit(() -> text(transport.send(post(body)))));
      }
      for (int i = 0; i < threads; i++) {
        assertThat(answers.get(i).get()).isEqualTo("<n>" + i + "</n>");
      }
    }
  }

  @Test
  void servesVirtualThreads() throws Exception {
    try (ScriptedServer server = serve(Scheme.HTTPS, c -> c.answerAll("x"));
        HttpTransport transport = connect(Scheme.HTTPS, server);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(executor.submit(() -> text(transport.send(post("<a/>")))).get()).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPostIsNotSentTwiceWhenItsAnswerIsCutOff(Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, c -> c.read());
        HttpTransport transport = connect(scheme, server)) {
      TestRequests.failure(transport, post("<PowerOnVM_Task/>"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPostOnAnIdleConnectionThatTheServerHasClosedTakesANewOne(Scheme scheme) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.answer(200, "x");
                  if (c.number() == 1) {
                    c.socket().close();
                    closed.countDown();
                  }
                });
        HttpTransport transport = connect(scheme, server)) {
      transport.send(post("<a/>"));
      closed.await();
      assertThat(text(transport.send(post("<b/>")))).isEqualTo("x");
      assertThat(server.requests()).extracting(Received::body).containsExactly("<a/>", "<b/>");
    }
  }

  @Test
  void closingEndsIdleTlsConnections() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
        serve(
            Scheme.HTTPS,
            c -> {
              c.read();
              c.answer(200, "x");
              try {
                c.awaitHangUp();
              } finally {
                hungUp.countDown();
              }
            })) {
      HttpTransport transport = connect(Scheme.HTTPS, server);
      transport.send(post("<a/>"));
      transport.close();
      hungUp.await();
      assertThat(TestRequests.failure(transport, post("<a/>")).kind())
          .isEqualTo(dev.vireo.vim.TransportException.Kind.CLOSED);
      transport.close();
    }
  }

  @Test
  void connectsToAnIpv6Literal() throws Exception {
    TestCertificate certificate = TestRequests.CERTIFICATE;
    try (ScriptedServer server =
        ScriptedServer.startOnIpv6(
            certificate.serverContext().getServerSocketFactory(), c -> c.answerAll("six"))) {
      HttpOptions options =
          HttpOptions.https("[::1]", server.port())
              .withTls(TlsPolicy.pinned(certificate.fingerprint()));
      try (HttpTransport transport = new HttpTransport(options)) {
        assertThat(text(transport.send(post("<a/>")))).isEqualTo("six");
        assertThat(server.requests().getFirst().headers())
            .containsEntry("Host", "[::1]:" + server.port());
      }
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    HttpOptions options = HttpOptions.https("host", 443);
    assertThatIllegalArgumentException().isThrownBy(() -> HttpOptions.https("", 443));
    assertThatIllegalArgumentException().isThrownBy(() -> HttpOptions.https("host", 65536));
    assertThatIllegalArgumentException().isThrownBy(() -> HttpOptions.https("host", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withConnectTimeout(Duration.ofNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxResponseBytes(0));
    assertThat(HttpOptions.https("::1", 443).origin()).isEqualTo("https://[::1]:443");
  }

  @Test
  void optionsAtTheEndsOfTheirRangesAreTaken() {
    HttpOptions options = HttpOptions.https("host", 1);
    assertThat(options.port()).isEqualTo(1);
    assertThat(HttpOptions.https("host", 65535).port()).isEqualTo(65535);
    assertThat(options.withMaxResponseBytes(1).maxResponseBytes()).isEqualTo(1);
    Duration shortest = Duration.ofMillis(1);
    assertThat(options.withConnectTimeout(shortest).connectTimeout()).isEqualTo(shortest);
    assertThat(HttpOptions.https("[::1]", 1).host()).isEqualTo("::1");
    assertThat(HttpOptions.https("[::1", 1).host()).isEqualTo("[::1");
    assertThat(HttpOptions.https("::1]", 1).host()).isEqualTo("::1]");
    assertThat(HttpOptions.http(":a", 1).authority()).isEqualTo("[:a]:1");
    assertThat(HttpOptions.http("a", 1).origin()).isEqualTo("http://a:1");
  }

  @Test
  void changingAnOptionKeepsTheOthers() {
    ProxySpec proxy = new ProxySpec(ProxySpec.Type.SOCKS5, "proxy", 1080);
    HttpOptions options =
        HttpOptions.https("host", 8443)
            .withProxy(proxy)
            .withUserAgent("agent")
            .withTls(TlsPolicy.noVerify())
            .withLegacyTls(true)
            .withMaxResponseBytes(5)
            .withConnectTimeout(Duration.ofSeconds(7));
    assertThat(options)
        .isEqualTo(
            new HttpOptions(
                Scheme.HTTPS,
                "host",
                8443,
                Duration.ofSeconds(7),
                5,
                TlsPolicy.noVerify(),
                proxy,
                "agent",
                true));
    assertThat(options.withLegacyTls(false).withProxy(null))
        .isEqualTo(
            new HttpOptions(
                Scheme.HTTPS,
                "host",
                8443,
                Duration.ofSeconds(7),
                5,
                TlsPolicy.noVerify(),
                null,
                "agent"));
  }

  @Test
  void aConnectionThatCannotBeClosedFailsNoRequest() {
    HttpConnection.release(() -> {
      throw new java.io.IOException("stuck");
    });
  }

  @Test
  void theLimitIsForTheBodyAlone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("0123456789"));
        HttpTransport transport =
            new HttpTransport(to(Scheme.HTTP, server).withMaxResponseBytes(10))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("0123456789");
    }
  }
}
