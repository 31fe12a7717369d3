package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.transport.WireRequest.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a transport sends, and what it makes of answers. */
class HttpTransportTest {

  static WireRequest post(String body) {
    return new WireRequest(
        Verb.POST,
        "/sdk",
        Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "urn:vim25/8.0.1.0"),
        body.getBytes(StandardCharsets.UTF_8),
        "Login",
        false,
        Duration.ofSeconds(20));
  }

  static String text(WireResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void postsOverTlsWithPinAndKeepsTheConnection() throws Exception {
    TestCertificate certificate = TestCertificate.forLoopback();
    try (ScriptedServer server =
            ScriptedServer.start(
                certificate.serverContext().getServerSocketFactory(), c -> c.answerAll("hello"));
        HttpTransport transport =
            new HttpTransport(
                HttpOptions.https("127.0.0.1", server.port())
                    .withTls(TlsPolicy.pinned(certificate.fingerprint())))) {
      assertThat(text(transport.send(post("one")))).isEqualTo("hello");
      assertThat(text(transport.send(post("two")))).isEqualTo("hello");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .extracting(ScriptedServer.Received::body)
          .containsExactly("one", "two");
      assertThat(server.requests().getFirst().headers())
          .containsEntry("SOAPAction", "urn:vim25/8.0.1.0")
          .containsEntry("User-Agent", "vireo/dev");
    }
  }
}
