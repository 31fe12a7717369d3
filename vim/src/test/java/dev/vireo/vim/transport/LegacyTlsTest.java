package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that speak old versions of TLS only, as ESX 5.x and older do. */
@Timeout(60)
class LegacyTlsTest {

  private static final int USUAL = CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA;

  private static TestCertificate authority;
  private static TestCertificate certificate;
  private static Path authorityFile;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    authority = TestCertificate.named("Test Authority").rsa().authority().selfSigned();
    certificate = TestCertificate.named("x").rsa().address("127.0.0.1").signedBy(authority);
    authorityFile = Files.writeString(folder.resolve("ca.pem"), authority.pem());
  }

  private static ScriptedServer serve(TestCertificate shown, ProtocolVersion version, int suite)
      throws Exception {
    return ScriptedServer.start(
        new LegacyServerSockets(shown, version, suite), c -> c.answerAll("old but there"));
  }

  private static HttpTransport legacy(ScriptedServer server, TlsPolicy policy) {
    return new HttpTransport(
        HttpOptions.https("127.0.0.1", server.port()).withTls(policy).withLegacyTls(true));
  }

  static Stream<Arguments> hosts() {
    return Stream.of(
        Arguments.of(ProtocolVersion.TLSv10, CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA),
        Arguments.of(ProtocolVersion.TLSv10, CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA),
        Arguments.of(ProtocolVersion.TLSv10, CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA),
        Arguments.of(ProtocolVersion.TLSv10, CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA),
        Arguments.of(ProtocolVersion.TLSv11, CipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA),
        Arguments.of(ProtocolVersion.TLSv12, CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA256));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aHostOfThatTimeIsReachedOverKeptConnections(ProtocolVersion version, int suite)
      throws Exception {
    try (ScriptedServer server = serve(certificate, version, suite);
        HttpTransport transport = legacy(server, TlsPolicy.caFile(authorityFile))) {
      String large = "x".repeat(100_000);
      assertThat(text(transport.send(post(large)))).isEqualTo("old but there");
      assertThat(text(transport.send(post("<b/>")))).isEqualTo("old but there");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests().getFirst().body()).isEqualTo(large);
    }
  }

  private static void assertNotReachedAsUsual() throws Exception {
    try (ScriptedServer server = serve(certificate, ProtocolVersion.TLSv10, USUAL);
        HttpTransport transport =
            new HttpTransport(
                HttpOptions.https("127.0.0.1", server.port()).withTls(TlsPolicy.noVerify()))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.TLS_FAILED);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void itIsNotReachedUnlessThatIsWanted() throws Exception {
    assertNotReachedAsUsual();
  }

  @Test
  void nothingOfTheProcessIsChangedByIt() throws Exception {
    String before = Security.getProperty("jdk.tls.disabledAlgorithms");
    int providers = Security.getProviders().length;
    try (ScriptedServer server = serve(certificate, ProtocolVersion.TLSv10, USUAL)) {
      try (HttpTransport transport = legacy(server, TlsPolicy.noVerify())) {
        transport.send(post("<a/>"));
      }
      assertThat(Security.getProperty("jdk.tls.disabledAlgorithms")).isEqualTo(before);
      assertThat(Security.getProviders()).hasSize(providers);
    }
    assertNotReachedAsUsual();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        CipherSuite.TLS_RSA_WITH_RC4_128_SHA,
        CipherSuite.TLS_RSA_WITH_NULL_SHA,
        CipherSuite.TLS_DH_anon_WITH_AES_128_CBC_SHA,
      })
  void ciphersThatHideNothingAreNotSpoken(int suite) throws Exception {
    try (ScriptedServer server = serve(certificate, ProtocolVersion.TLSv10, suite);
        HttpTransport transport = legacy(server, TlsPolicy.noVerify())) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.TLS_FAILED);
      assertThat(failure).hasMessageContaining("no TLS session: received fatal alert: handshake");
    }
  }

  private static void assertRejected(
      TestCertificate shown, TlsPolicy policy, Kind kind, String reason) throws Exception {
    try (ScriptedServer server = serve(shown, ProtocolVersion.TLSv10, USUAL);
        HttpTransport transport = legacy(server, policy)) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.reason()).isEqualTo("its certificate is not trusted: " + reason);
      assertThat(failure.fingerprint()).isEqualTo(shown.fingerprint());
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void itsCertificateIsJudgedAsAnyOther() throws Exception {
    assertRejected(
        TestCertificate.named("x").rsa().address("127.0.0.1").selfSigned(),
        TlsPolicy.systemTrust(),
        Kind.TLS_UNTRUSTED,
        "it is self-signed");
    assertRejected(
        TestCertificate.named("x").rsa().dns("other.test").signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        Kind.TLS_OTHER_HOST,
        "it is for another host, namely other.test");
    Instant past = Instant.parse("2020-06-01T12:30:00Z");
    assertRejected(
        TestCertificate.named("x")
            .rsa()
            .address("127.0.0.1")
            .valid(past.minus(Duration.ofDays(9)), past)
            .signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        Kind.TLS_UNTRUSTED,
        "it expired on " + past);
    String pin = authority.fingerprint();
    assertRejected(
        certificate,
        TlsPolicy.pinned(pin),
        Kind.TLS_OTHER_CERTIFICATE,
        "its fingerprint is not the expected " + pin);
  }

  @Test
  void aPinnedCertificateIsTakenWhateverItSays() throws Exception {
    TestCertificate odd = TestCertificate.named("x").rsa().dns("other.test").selfSigned();
    try (ScriptedServer server = serve(odd, ProtocolVersion.TLSv10, USUAL);
        HttpTransport transport =
            legacy(server, TlsPolicy.pinned(odd.fingerprint().toLowerCase(Locale.ROOT)))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("old but there");
    }
  }

  @Test
  void aServerThatDoesNotShakeHandsTimesOut() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.Connection::hold);
        HttpTransport transport = legacy(server, TlsPolicy.noVerify())) {
      TransportException failure = failure(transport, post("<a/>", Duration.ofMillis(200)));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure).hasMessageContaining("no TLS session within 0.2 s");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-x\r\n", ""})
  void whatSpeaksNoTlsIsATlsFailure(String answer) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.in().read();
              c.write(answer);
            });
        HttpTransport transport = legacy(server, TlsPolicy.noVerify())) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.TLS_FAILED);
    }
  }
}
