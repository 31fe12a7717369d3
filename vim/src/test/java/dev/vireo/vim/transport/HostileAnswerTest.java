package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.text;
import static dev.vireo.vim.transport.TestRequests.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.ScriptedServer.Connection;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are made to harm a client. */
@Timeout(60)
class HostileAnswerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n";

  /** Sends the same for as long as anybody reads it. */
  private static ScriptedServer.Script endless(String start, String more) {
    return c -> {
      c.read();
      c.write(start);
      while (true) {
        c.write(more);
      }
    };
  }

  static Stream<Arguments> endlessAnswers() {
    return Stream.of(
        Arguments.of("", "HTTP/1.1 100 Continue\r\n\r\n"),
        Arguments.of("", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
        Arguments.of("HTTP/1.1 200 ", "O"),
        Arguments.of(OK, "X: y\r\n"),
        Arguments.of(OK + "X: y\r\n", " more\r\n"),
        Arguments.of(OK + "X: ", "y"),
        Arguments.of(OK, "Set-Cookie: a=b\r\n"),
        Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "x"),
        Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X: y\r\n"));
  }

  @ParameterizedTest
  @MethodSource("endlessAnswers")
  void anAnswerThatNeverComesToItsPointIsRefused(String start, String more) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(endless(start, more));
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      ProtocolException failure =
          catchThrowableOfType(ProtocolException.class, () -> transport.send(post("<a/>")));
      assertThat(failure.kind()).isEqualTo(ProtocolException.Kind.NOT_VSPHERE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 600 OK\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA B: c\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded: before any\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n",
      })
  void whatIsNoHttpIsRefused(String answer) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write(answer);
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      ProtocolException failure =
          catchThrowableOfType(ProtocolException.class, () -> transport.send(post("<a/>")));
      assertThat(failure).isNotNull();
      assertThat(failure.kind()).isEqualTo(ProtocolException.Kind.NOT_VSPHERE);
      assertThat(failure).hasMessageContaining("does not answer in HTTP");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\nContent-Length: 1\n\nx",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length : 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n 1\r\n\r\nx",
        "HTTP/1.1 200\r\nTransfer-Encoding: Chunked\r\nContent-Length: 9\r\n\r\n1\r\nx\r\n0\r\nA: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00001;a=b\nx\n0\n\n",
      })
  void whatIsOnlyOddIsTaken(String answer) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write(answer);
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, 5, true",
    "600, 5, false",
    "3, 60000, true",
    "5, 60000, false",
    "1, 70000, false"
  })
  void headersHaveBounds(int count, int length, boolean taken) throws Exception {
    String header = "X: " + "y".repeat(length) + "\r\n";
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write(OK + header.repeat(count) + "\r\nx");
              c.awaitHangUp();
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      if (taken) {
        assertThat(text(transport.send(post("<a/>")))).isEqualTo("x");
      } else {
        assertThat(
                catchThrowableOfType(ProtocolException.class, () -> transport.send(post("<a/>"))))
            .isNotNull();
      }
    }
  }

  @Test
  void aHeaderThatGoesOnInTheNextLineIsOne() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write(OK + "X-Long: a\r\n\t b\r\nX-Long: c\r\n\r\nx");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      assertThat(transport.send(post("<a/>")).headers()).containsEntry("x-long", "a b, c");
    }
  }

  /** Answers with cookies of the test's choice, and says which came. */
  private static ScriptedServer.Script cookies(String... headers) {
    return c -> {
      c.read();
      c.answer(200, "x", headers);
      while (true) {
        c.answer(200, c.read().headers().getOrDefault("Cookie", "none"));
      }
    };
  }

  private static String cookiesAfter(String path, String... headers) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(cookies(headers));
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      transport.send(post("<a/>"));
      return text(transport.send(get(path)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ";;",
        "=",
        "=;",
        " = ",
        "=x",
        "a",
        "a;b=c",
        " =x;Path=/",
        "\u0001=x",
        "a=\u0001",
        "a=b\tc"
      })
  void aCookieThatIsNoneIsLeftOut(String cookie) throws Exception {
    assertThat(cookiesAfter("/sdk", "Set-Cookie: " + cookie, "Set-Cookie: k=v")).isEqualTo("k=v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b;",
        "a=b;;",
        "a=b;=",
        "a=b; Path",
        "a=b; Path=",
        "a=b;Path=x",
        "a=b; Max-Age",
        "a=b; Expires=never",
        "a=b; Expires=Mon, 99 Foo 2020 00:00:00 GMT"
      })
  void oddAttributesOfACookieMeanNothing(String cookie) throws Exception {
    assertThat(cookiesAfter("/sdk", "Set-Cookie: " + cookie)).isEqualTo("a=b");
  }

  @Test
  void aCookieGoesToItsPathOnly() throws Exception {
    String[] set = {"Set-Cookie: a=1; Path=/folder", "Set-Cookie: b=2; Path=/"};
    assertThat(cookiesAfter("/folder", set)).isEqualTo("a=1; b=2");
    assertThat(cookiesAfter("/folder/x?y=z", set)).isEqualTo("a=1; b=2");
    assertThat(cookiesAfter("/folders", set)).isEqualTo("b=2");
    assertThat(cookiesAfter("/sdk?/folder/", set)).isEqualTo("b=2");
  }

  @Test
  void aCookieThatEndsIsForgotten() throws Exception {
    assertThat(cookiesAfter("/sdk", "Set-Cookie: a=1", "Set-Cookie: a=2; Max-Age=0"))
        .isEqualTo("none");
    assertThat(
            cookiesAfter(
                "/sdk",
                "Set-Cookie: a=1",
                "Set-Cookie: a=2; Expires=Thu, 01-Jan-1970 00:00:00 GMT"))
        .isEqualTo("none");
  }

  @Test
  void moreCookiesThanAnyServerHasAreLeftOut() throws Exception {
    String[] many = new String[200];
    for (int i = 0; i < many.length; i++) {
      many[i] = "Set-Cookie: c" + i + "=v";
    }
    assertThat(cookiesAfter("/sdk", many).split("; ")).hasSize(32);
  }

  @Test
  void anAnswerLargerThanAShareOfTheHeapIsRefusedWithTheReason() throws Exception {
    long share = Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE - 8);
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              announce(c, share + 1);
            });
        HttpTransport transport =
            new HttpTransport(to(Scheme.HTTP, server).withMaxResponseBytes(Long.MAX_VALUE))) {
      TransportException failure = failure(transport, get("/folder/large"));
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure)
          .hasMessageEndingWith(
              "the answer is larger than %d bytes, a quarter of the memory that Java may use"
                  + " (option -Xmx)",
              share);
    }
  }

  private static void announce(Connection c, long length) throws IOException {
    c.write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nx");
    c.awaitHangUp();
  }
}
