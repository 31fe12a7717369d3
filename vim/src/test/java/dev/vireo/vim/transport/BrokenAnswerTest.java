package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.connect;
import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.get;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.serve;
import static dev.vireo.vim.transport.TestRequests.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that end too early, do not end, or are no answers. */
class BrokenAnswerTest {

  static Stream<Arguments> cutOffAnswers() {
    List<String> answers =
        List.of(
            "",
            "HTTP",
            "HTTP/1.1 200",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nContent-Ty",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123456789",
            "HTTP/1.1 500 Error\r\nContent-Length: 10\r\n\r\n123456789",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n");
    return Stream.of(Scheme.values()).flatMap(s -> answers.stream().map(a -> Arguments.of(s, a)));
  }

  @ParameterizedTest
  @MethodSource("cutOffAnswers")
  void anAnswerThatIsCutOffIsReportedAsSuch(Scheme scheme, String start) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write(start);
                });
        HttpTransport transport = connect(scheme, server)) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure).isNotNull();
      assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
      assertThat(failure)
          .hasMessageStartingWith("RetrieveServiceContent on 127.0.0.1:" + server.port());
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsResetIsReportedAsCutOff(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123");
                  c.reset();
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.CUT_OFF);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsCutOffIsReportedAsSuch(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123");
                });
        HttpTransport transport = connect(scheme, server)) {
      assertThat(failure(transport, get("/folder/x")).kind()).isEqualTo(Kind.CUT_OFF);
    }
  }

  /** A VI API server has something to say when it says 200 or 500, or says that it has not. */
  @ParameterizedTest
  @CsvSource({
    "POST, 200, '', false",
    "POST, 500, '', false",
    "POST, 404, '', true",
    "POST, 200, Content-Length: 0|, true",
    "POST, 500, Content-Length: 0|, true",
    "GET, 200, '', true",
    "PUT, 200, '', true",
    "HEAD, 200, '', true"
  })
  void anAnswerWithoutBodyIsCutOffWhereItCannotBeMeant(
      Verb verb, int status, String header, boolean whole) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write("HTTP/1.1 " + status + " Text\r\n" + header.replace("|", "\r\n") + "\r\n");
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      WireRequest request =
          new WireRequest(verb, "/sdk", Map.of(), new byte[0], "X", false, TestRequests.LONG);
      if (whole) {
        assertThat(transport.send(request).body()).isEmpty();
      } else {
        TransportException failure = failure(transport, request);
        assertThat(failure.kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(failure).hasMessageEndingWith("failed: the answer ends after its headers");
      }
    }
  }

  static Stream<Arguments> oversizedAnswers() {
    List<String> answers =
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n",
            "HTTP/1.1 500 Error\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n");
    return Stream.of(Scheme.values()).flatMap(s -> answers.stream().map(a -> Arguments.of(s, a)));
  }

  @ParameterizedTest
  @MethodSource("oversizedAnswers")
  void anAnswerThatIsTooLargeIsNotRead(Scheme scheme, String head) throws Exception {
    String chunk = "64\r\n" + "x".repeat(100) + "\r\n";
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write(head);
                  while (true) { // until the client hangs up
                    c.write(chunk);
                  }
                });
        HttpTransport transport =
            new HttpTransport(to(scheme, server).withMaxResponseBytes(1000))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure).hasMessageContaining("larger than 1000 bytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDoesNotAnswerInHttpIsNoVsphere(Scheme scheme) throws Exception {
    try (ScriptedServer server =
            serve(
                scheme,
                c -> {
                  c.read();
                  c.write("220 mail.test ESMTP ready\r\n");
                });
        HttpTransport transport = connect(scheme, server)) {
      ProtocolException failure =
          catchThrowableOfType(ProtocolException.class, () -> transport.send(post("<a/>")));
      assertThat(failure.kind()).isEqualTo(ProtocolException.Kind.NOT_VSPHERE);
      assertThat(failure).hasMessageContaining("does not answer in HTTP");
    }
  }

  @Test
  void headersWithoutEndAreRefused() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.read();
              c.write("HTTP/1.1 200 OK\r\n");
              while (true) { // until the client hangs up
                c.write("X-Filler: " + "x".repeat(1000) + "\r\n");
              }
            });
        HttpTransport transport = connect(Scheme.HTTP, server)) {
      ProtocolException failure =
          catchThrowableOfType(ProtocolException.class, () -> transport.send(post("<a/>")));
      assertThat(failure.kind()).isEqualTo(ProtocolException.Kind.NOT_VSPHERE);
    }
  }
}
