package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.serve;
import static dev.vireo.vim.transport.TestRequests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.ScriptedServer.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways through proxies, and where they end. */
@Timeout(60)
class ProxyTest {

  private static final int[] IPV6 = {0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9};

  /** What the proxies were told, as text. */
  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

  /** A proxy of a type, which leads everybody to one server, whatever they ask for. */
  private ScriptedServer proxy(ProxySpec.Type type, ScriptedServer server) throws IOException {
    return ScriptedServer.start(c -> {
      switch (type) {
        case HTTP -> {
          ScriptedServer.Received request = c.read();
          told.add(request.line());
          if (!request.line().startsWith("CONNECT")) {
            c.answer(200, "from the proxy");
            return;
          }
          c.write("HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n");
        }
        case SOCKS5 -> {
          told.add(bytes(c, 3));
          c.write("\5\0");
          told.add(bytes(c, 4) + rest5(c));
          c.write("\5\0\0\1\0\0\0\0\0\0");
        }
        case SOCKS4, SOCKS4A -> {
          String head = bytes(c, 8);
          told.add(head + " " + zeroEnded(c) + zeroEndedIf(c, head.contains(" 0 0 0 1")));
          c.write("\0\132\0\0\0\0\0\0");
        }
      }
      relay(c, server.port());
    });
  }

  private static String bytes(Connection c, int count) throws IOException {
    StringBuilder text = new StringBuilder();
    for (byte b : c.in().readNBytes(count)) {
      text.append(text.isEmpty() ? "" : " ").append(b & 0xFF);
    }
    return text.toString();
  }

  private static String rest5(Connection c) throws IOException {
    InputStream in = c.in();
    int first = in.read();
    // a name begins with its length, an address of the loopback interface with 127 or 0
    int more = first == 127 ? 3 : first;
    String name = new String(in.readNBytes(more), StandardCharsets.ISO_8859_1);
    in.readNBytes(2);
    return first == 127 ? " address" : " " + name;
  }

  private static String zeroEnded(Connection c) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int b = c.in().read(); b > 0; b = c.in().read()) {
      text.append((char) b);
    }
    return text.toString();
  }

  private static String zeroEndedIf(Connection c, boolean more) throws IOException {
    return more ? zeroEnded(c) : "";
  }

  private static void relay(Connection client, int port) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread.ofPlatform().daemon().start(() -> copy(server, client));
      client.in().transferTo(server.getOutputStream());
    }
  }

  @SuppressWarnings("EmptyCatch") // either side may hang up
  private static void copy(Socket server, Connection client) {
    try {
      server.getInputStream().transferTo(client.socket().getOutputStream());
    } catch (IOException oneIsGone) {
      // nothing left to do
    }
  }

  private static HttpOptions through(Scheme scheme, String host, int port, ProxySpec proxy) {
    HttpOptions options =
        scheme == Scheme.HTTP ? HttpOptions.http(host, port) : HttpOptions.https(host, port);
    return options.withTls(TlsPolicy.noVerify()).withProxy(proxy);
  }

  private static ProxySpec spec(ProxySpec.Type type, ScriptedServer proxy) {
    return new ProxySpec(type, "127.0.0.1", proxy.port());
  }

  static Stream<Arguments> ways() {
    return Stream.of(ProxySpec.Type.values())
        .flatMap(type -> Stream.of(Scheme.values()).map(scheme -> Arguments.of(type, scheme)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theServerIsReachedThroughEachProxy(ProxySpec.Type type, Scheme scheme) throws Exception {
    try (ScriptedServer server = serve(scheme, c -> c.answerAll("hello"));
        ScriptedServer proxy = proxy(type, server);
        HttpTransport transport =
            new HttpTransport(through(scheme, "127.0.0.1", server.port(), spec(type, proxy)))) {
      boolean plainProxy = type == ProxySpec.Type.HTTP && scheme == Scheme.HTTP;
      String expected = plainProxy ? "from the proxy" : "hello";
      assertThat(text(transport.send(post("<a/>")))).isEqualTo(expected);
      if (plainProxy) {
        assertThat(told)
            .containsExactly("POST http://127.0.0.1:" + server.port() + "/sdk HTTP/1.1");
        return;
      }
      assertThat(text(transport.send(post("<b/>")))).isEqualTo(expected);
      assertThat(proxy.connections()).isEqualTo(1);
      String port = (server.port() >> 8) + " " + (server.port() & 0xFF);
      assertThat(told)
          .containsExactly(
              switch (type) {
                case HTTP -> new String[] {"CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1"};
                case SOCKS5 -> new String[] {"5 1 0", "5 1 0 1 address"};
                case SOCKS4, SOCKS4A -> new String[] {"4 1 " + port + " 127 0 0 1 "};
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"SOCKS4A,4 1 1 187 0 0 0 1 esx.invalid", "SOCKS5,5 1 0 3 esx.invalid"})
  void aNameThatOnlyTheProxyKnowsIsLeftToIt(ProxySpec.Type type, String request) throws Exception {
    try (ScriptedServer server = serve(Scheme.HTTPS, c -> c.answerAll("hello"));
        ScriptedServer proxy = proxy(type, server);
        HttpTransport transport =
            new HttpTransport(through(Scheme.HTTPS, "esx.invalid", 443, spec(type, proxy)))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
      assertThat(told).last().isEqualTo(request);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nothingOfTheProcessIsAskedForAPassword(ProxySpec.Type type, Scheme scheme) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked.incrementAndGet();
            return new PasswordAuthentication("user", "hunter2".toCharArray());
          }
        });
    try (ScriptedServer proxy =
            ScriptedServer.start(c -> {
              if (type == ProxySpec.Type.SOCKS5) {
                told.add(bytes(c, 3));
                c.write("\5\2"); // a password was not even offered
                told.add(bytes(c, 1));
              } else if (type == ProxySpec.Type.HTTP) {
                c.read();
                c.answer(407, "", "Proxy-Authenticate: Basic realm=\"x\"");
                c.awaitHangUp();
              } else {
                bytes(c, 9);
                c.write("\0\135\0\0\0\0\0\0"); // "the client must prove who it is"
              }
            });
        HttpTransport transport =
            new HttpTransport(through(scheme, "127.0.0.1", 443, spec(type, proxy)))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(asked).hasValue(0);
      assertThat(told.stream().skip(1).toList()).isSubsetOf("");
      assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(1);
    } finally {
      Authenticator.setDefault(null);
    }
  }

  @Test
  void aServerThatDemandsALoginGetsNoneOfTheProcess() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked.incrementAndGet();
            return new PasswordAuthentication("user", "hunter2".toCharArray());
          }
        });
    try {
      for (String challenge : List.of("WWW-Authenticate: Negotiate", "X: y")) {
        try (ScriptedServer server =
                ScriptedServer.start(c -> {
                  c.read();
                  c.answer(401, "who?", challenge);
                });
            HttpTransport transport = TestRequests.connect(Scheme.HTTP, server)) {
          assertThat(text(transport.send(get("/folder")))).isEqualTo("who?");
          assertThat(server.requests()).hasSize(1);
        }
      }
      assertThat(asked).hasValue(0);
    } finally {
      Authenticator.setDefault(null);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 407 No\\r\\nProxy-Authenticate: Negotiate\\r\\n\\r\\n|it demands a login",
        "HTTP/1.1 407 No\\r\\n\\r\\n|it demands a login, which is not supported",
        "HTTP/1.1 403 No\\r\\n\\r\\n|it answers with HTTP status 403",
        "HTTP/1.1 302 No\\r\\nLocation: http://x/\\r\\n\\r\\n|it answers with HTTP status 302",
        "SSH-2.0-x\\r\\n|it does not answer in HTTP",
        "HTTP/1.1 200 OK\\r\\n\\r\\nand more|it sends more than its answer",
        "HTTP/1.1 200 OK|it hangs up instead of answering",
        "''|it hangs up instead of answering",
      })
  void aTunnelThatTheProxyDoesNotGiveIsExplained(String answer, String reason) throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.start(c -> {
              c.read();
              c.write(answer.replace("\\r\\n", "\r\n"));
            });
        HttpTransport transport =
            new HttpTransport(
                through(Scheme.HTTPS, "esx.test", 443, spec(ProxySpec.Type.HTTP, proxy)))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure)
          .hasMessageStartingWith(
              "cannot reach esx.test:443 through the proxy http://127.0.0.1:%d: ", proxy.port())
          .hasMessageContaining(reason);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void interimAnswersOfAProxyEnd() throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.start(c -> {
              c.read();
              while (true) {
                c.write("HTTP/1.1 100 Continue\r\n\r\n");
              }
            });
        HttpTransport transport =
            new HttpTransport(
                through(Scheme.HTTPS, "esx.test", 443, spec(ProxySpec.Type.HTTP, proxy)))) {
      assertThat(failure(transport, post("<a/>"))).hasMessageContaining("does not answer in HTTP");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS4", "SOCKS4A", "SOCKS5"})
  void aProxyThatSpeaksAnotherProtocolIsNamed(ProxySpec.Type type) throws Exception {
    for (String answer : List.of("HTTP/1.1 400 Bad Request\r\n\r\n", "", "\5", "\0\132")) {
      try (ScriptedServer proxy =
              ScriptedServer.start(c -> {
                c.in().read();
                c.write(answer);
                c.socket().shutdownOutput();
                c.in().transferTo(java.io.OutputStream.nullOutputStream());
              });
          HttpTransport transport =
              new HttpTransport(through(Scheme.HTTPS, "127.0.0.1", 443, spec(type, proxy)))) {
        TransportException failure = failure(transport, post("<a/>"));
        assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
        assertThat(failure).hasMessageContaining("the reply is not one of SOCKS version");
      }
    }
  }

  @Test
  void aProxyThatKeepsSilentIsWaitedForAsLongAsForAConnection() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(Connection::hold);
        HttpTransport transport =
            new HttpTransport(
                through(Scheme.HTTPS, "127.0.0.1", 443, spec(ProxySpec.Type.SOCKS5, proxy))
                    .withConnectTimeout(java.time.Duration.ofMillis(200)))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith(": no connection within 0.2 s");
    }
  }

  private static InetAddress address(int... bytes) throws IOException {
    byte[] address = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      address[i] = (byte) bytes[i];
    }
    return InetAddress.getByAddress(address);
  }

  /** Answers a host of several addresses with its names, and the proxy with its own. */
  private static HttpTransport toMany(ProxySpec proxy, int port, InetAddress... addresses) {
    return new HttpTransport(
        through(Scheme.HTTP, "many.test", port, proxy),
        host -> host.equals("many.test") ? addresses : InetAddress.getAllByName("127.0.0.1"));
  }

  /** A SOCKS 4 proxy that leads to the server once it is asked for the right address. */
  private ScriptedServer choosy(ScriptedServer server, String only) throws IOException {
    return ScriptedServer.start(c -> {
      String head = bytes(c, 8);
      zeroEnded(c);
      told.add(head.substring(head.length() - only.length()));
      boolean granted = head.endsWith(only);
      c.write(granted ? "\0\132\0\0\0\0\0\0" : "\0\133\0\0\0\0\0\0");
      if (granted) {
        relay(c, server.port());
      }
    });
  }

  @Test
  void aProxyIsAskedForEachAddressUntilItTakesOne() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("hello"));
        ScriptedServer proxy = choosy(server, " 10 0 0 2");
        HttpTransport transport =
            toMany(
                spec(ProxySpec.Type.SOCKS4, proxy),
                server.port(),
                address(IPV6),
                address(10, 0, 0, 1),
                address(10, 0, 0, 2),
                address(10, 0, 0, 3))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
      assertThat(told).containsExactly(" 10 0 0 1", " 10 0 0 2");
    }
  }

  @Test
  void aProxyThatTakesNoAddressIsAskedForEachOnce() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.answerAll("hello"));
        ScriptedServer proxy = choosy(server, " 10 0 0 9");
        HttpTransport transport =
            toMany(
                spec(ProxySpec.Type.SOCKS4, proxy),
                server.port(),
                address(10, 0, 0, 1),
                address(10, 0, 0, 2))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith("the request was rejected with code 91");
      assertThat(told).containsExactly(" 10 0 0 1", " 10 0 0 2");
    }
  }

  @Test
  void aProxyOfVersion4CannotReachAHostOfIpv6Alone() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(Connection::hold);
        HttpTransport transport = toMany(spec(ProxySpec.Type.SOCKS4, proxy), 80, address(IPV6))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith("its version of SOCKS, 4, knows no IPv6 addresses");
    }
  }

  @Test
  void aProxyThatHangsUpIsNotAskedForTheNextAddress() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(c -> bytes(c, 3));
        HttpTransport transport =
            toMany(
                spec(ProxySpec.Type.SOCKS5, proxy),
                80,
                address(10, 0, 0, 1),
                address(10, 0, 0, 2))) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionToAProxyThatRefusesIsClosed() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer proxy =
            ScriptedServer.start(c -> {
              c.read();
              c.answer(403, "");
              try {
                c.awaitHangUp();
              } finally {
                hungUp.countDown();
              }
            });
        HttpTransport transport =
            new HttpTransport(
                through(Scheme.HTTPS, "esx.test", 443, spec(ProxySpec.Type.HTTP, proxy)))) {
      failure(transport, post("<a/>"));
      hungUp.await();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatIsNotThereIsNamedWithTheReason(ProxySpec.Type type) throws IOException {
    HttpOptions options =
        through(Scheme.HTTPS, "127.0.0.1", 443, new ProxySpec(type, "proxy.test", 1080));
    try (HttpTransport transport =
        new HttpTransport(
            options,
            host -> {
              if (host.equals("proxy.test")) {
                throw new UnknownHostException(host);
              }
              return InetAddress.getAllByName(host);
            })) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith("proxy.test:1080: the host name has no address");
    }
    try (Socket nobody = ConnectFailureTest.bound();
        HttpTransport transport =
            new HttpTransport(
                options.withProxy(new ProxySpec(type, "127.0.0.1", nobody.getLocalPort())))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith(": connection refused");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET", "PUT"})
  void aTransferKnowsTheLoginThatAProxyDemands(WireRequest.Verb verb) throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.start(c -> {
              c.readHead();
              c.answer(407, "", "Proxy-Authenticate: Basic realm=\"x\"");
              c.awaitHangUp();
            });
        HttpTransport transport =
            new HttpTransport(
                through(Scheme.HTTP, "esx.test", 80, spec(ProxySpec.Type.HTTP, proxy)))) {
      TransferRequest request = TransferRequest.of(verb, "/a", java.time.Duration.ofMinutes(1));
      TransportException failure =
          catchThrowableOfType(TransportException.class, () -> transport.transfers().open(request));
      assertThat(failure.kind()).isEqualTo(Kind.PROXY_FAILED);
      assertThat(failure).hasMessageEndingWith("demands a login");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostNameThatIsNoneIsNotAskedOfAProxyForATransfer(ProxySpec.Type type) {
    HttpOptions options = through(Scheme.HTTPS, "a b", 443, new ProxySpec(type, "127.0.0.1", 9));
    try (HttpTransport transport = new HttpTransport(options)) {
      TransferRequest request =
          TransferRequest.of(WireRequest.Verb.GET, "/a", java.time.Duration.ofMinutes(1));
      TransportException failure =
          catchThrowableOfType(TransportException.class, () -> transport.transfers().open(request));
      assertThat(failure.kind()).isEqualTo(Kind.UNRESOLVED_HOST);
    }
  }

  @Test
  void proxiesAtTheEndsOfTheirRangesAreTaken() {
    for (int port : new int[] {1, 65535}) {
      assertThat(new ProxySpec(ProxySpec.Type.HTTP, "proxy.test", port).port()).isEqualTo(port);
    }
    for (String host : List.of("::1", "fe80::1%eth0", "10.0.0.1", "p")) {
      assertThat(new ProxySpec(ProxySpec.Type.HTTP, host, 1).host()).isEqualTo(host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":x",
        "%:1",
        "[::1]",
        "a:b",
        "a\tb",
        "a b",
        "b\u00fccher",
        "a\r\nX: y",
        "u@x",
        "a/b",
        "]",
        "?"
      })
  void aHostThatNoProxyCanHaveIsRefusedWithASentence(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxySpec(ProxySpec.Type.HTTP, host, 1080))
        .withMessageMatching("(?s)the proxy.*");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65536})
  void aPortThatNoProxyCanHaveIsRefusedWithASentence(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxySpec(ProxySpec.Type.HTTP, "proxy.test", port))
        .withMessageContaining("proxy port");
  }

  @Test
  void aProxyIsShownAsAUrl() {
    assertThat(new ProxySpec(ProxySpec.Type.SOCKS5, "::1", 1)).hasToString("socks5://[::1]:1");
    assertThat(new ProxySpec(ProxySpec.Type.SOCKS4, "10.0.0.1", 9))
        .hasToString("socks4://10.0.0.1:9");
  }
}
