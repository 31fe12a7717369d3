package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.post;
import static dev.vireo.vim.transport.TestRequests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates each policy accepts, and how it explains that it does not. */
class TlsPolicyTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("2020-06-01T12:30:00Z");
  private static final Instant FUTURE = Instant.parse("2120-01-01T00:00:00Z");

  private static TestCertificate authority;
  private static Path authorityFile;

  @BeforeAll
  static void makeAuthority(@TempDir Path folder) throws Exception {
    authority = TestCertificate.named("Test Authority").authority().selfSigned();
    TestCertificate other = TestCertificate.named("Other Authority").authority().selfSigned();
    authorityFile = folder.resolve("ca.pem");
    Files.writeString(authorityFile, "A comment\n" + other.pem() + "\n# more\n" + authority.pem());
  }

  private static TestCertificate.Request leaf() throws Exception {
    return TestCertificate.named("esx1.test").address("127.0.0.1").dns("localhost");
  }

  private static ScriptedServer serve(TestCertificate certificate) throws Exception {
    return ScriptedServer.start(
        certificate.serverContext().getServerSocketFactory(), c -> c.answerAll("hello"));
  }

  private static HttpOptions to(ScriptedServer server, TlsPolicy policy) {
    return HttpOptions.https("127.0.0.1", server.port()).withTls(policy);
  }

  private static void assertAccepted(TestCertificate certificate, TlsPolicy policy)
      throws Exception {
    try (ScriptedServer server = serve(certificate);
        HttpTransport transport = new HttpTransport(to(server, policy))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
    }
  }

  private static void assertRejected(TestCertificate certificate, TlsPolicy policy, String reason)
      throws Exception {
    assertRejected(certificate, policy, Kind.TLS_UNTRUSTED, reason);
  }

  private static void assertRejected(
      TestCertificate certificate, TlsPolicy policy, Kind kind, String reason) throws Exception {
    try (ScriptedServer server = serve(certificate);
        HttpTransport transport = new HttpTransport(to(server, policy))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.reason()).isEqualTo("its certificate is not trusted: " + reason);
      assertThat(failure.fingerprint()).isEqualTo(certificate.fingerprint());
      assertThat(failure)
          .hasMessage(
              "the certificate of 127.0.0.1:%d is not trusted: %s (its SHA-256 fingerprint is %s)",
              server.port(), reason, certificate.fingerprint());
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnAuthorityInTheFileIsAccepted() throws Exception {
    assertAccepted(leaf().signedBy(authority), TlsPolicy.caFile(authorityFile));
  }

  @Test
  void aCertificateOverAnIntermediateAuthorityIsAccepted() throws Exception {
    TestCertificate intermediate =
        TestCertificate.named("Intermediate").authority().signedBy(authority);
    assertAccepted(leaf().signedBy(intermediate), TlsPolicy.caFile(authorityFile));
  }

  @Test
  void aSelfSignedCertificateInTheFileIsAccepted(@TempDir Path folder) throws Exception {
    TestCertificate certificate = leaf().selfSigned();
    Path file = Files.writeString(folder.resolve("own.pem"), certificate.pem());
    assertAccepted(certificate, TlsPolicy.caFile(file));
  }

  @Test
  void aSelfSignedCertificateIsRejected() throws Exception {
    assertRejected(leaf().selfSigned(), TlsPolicy.systemTrust(), "it is self-signed");
    assertRejected(leaf().selfSigned(), TlsPolicy.caFile(authorityFile), "it is self-signed");
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsRejected() throws Exception {
    assertRejected(
        leaf().signedBy(authority),
        TlsPolicy.systemTrust(),
        "its authority is unknown: CN=Test Authority");
  }

  @Test
  void aCertificateOfAnAuthorityOfItsOwnNameIsNotSelfSigned() throws Exception {
    TestCertificate namesake = TestCertificate.named("esx1.test").authority().selfSigned();
    assertRejected(
        leaf().signedBy(namesake),
        TlsPolicy.systemTrust(),
        "its authority is unknown: CN=esx1.test");
  }

  @Test
  void anExpiredCertificateIsRejected() throws Exception {
    assertRejected(
        leaf().valid(LONG_AGO, PAST).signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        "it expired on " + PAST);
  }

  @Test
  void aCertificateThatIsNotValidYetIsRejected() throws Exception {
    assertRejected(
        leaf().valid(FUTURE, FUTURE.plusSeconds(1)).signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        "it is not valid before " + FUTURE);
  }

  @Test
  void allReasonsThatApplyAreNamed() throws Exception {
    assertRejected(
        leaf().valid(LONG_AGO, PAST).selfSigned(),
        TlsPolicy.systemTrust(),
        "it expired on " + PAST + "; it is self-signed");
  }

  @Test
  void anExpiredAuthorityIsNamed() throws Exception {
    TestCertificate expired =
        TestCertificate.named("Expired").authority().valid(LONG_AGO, PAST).signedBy(authority);
    assertRejected(
        leaf().signedBy(expired),
        TlsPolicy.caFile(authorityFile),
        "its issuer CN=Expired expired on " + PAST);
  }

  @Test
  void aCertificateForOtherHostsIsRejectedWithTheirNames() throws Exception {
    assertRejected(
        TestCertificate.named("esx1.test")
            .dns("esx1.test")
            .dns("localhost")
            .address("10.0.0.1")
            .address("fe80::1")
            .signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        Kind.TLS_OTHER_HOST,
        "it is for another host, namely esx1.test, localhost, 10.0.0.1, fe80:0:0:0:0:0:0:1");
    assertRejected(
        TestCertificate.named("esx1.test").signedBy(authority),
        TlsPolicy.caFile(authorityFile),
        Kind.TLS_OTHER_HOST,
        "it is for another host, namely CN=esx1.test");
  }

  @Test
  void aSelfSignedCertificateInTheFileIsForItsNamesOnly(@TempDir Path folder) throws Exception {
    TestCertificate certificate =
        TestCertificate.named("localhost.localdomain").dns("localhost.localdomain").selfSigned();
    assertRejected(
        certificate,
        TlsPolicy.caFile(Files.writeString(folder.resolve("own.pem"), certificate.pem())),
        Kind.TLS_OTHER_HOST,
        "it is for another host, namely localhost.localdomain");
  }

  @Test
  void theHostNameIsCheckedAsItWasGiven() throws Exception {
    TestCertificate certificate = TestCertificate.named("x").dns("localhost").signedBy(authority);
    try (ScriptedServer server = serve(certificate);
        HttpTransport transport =
            new HttpTransport(
                HttpOptions.https("localhost", server.port())
                    .withTls(TlsPolicy.caFile(authorityFile)))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
    }
  }

  @Test
  void anIpv6AddressIsChecked() throws Exception {
    TestCertificate certificate = TestCertificate.named("x").address("::1").signedBy(authority);
    try (ScriptedServer server =
            ScriptedServer.startOnIpv6(
                certificate.serverContext().getServerSocketFactory(), c -> c.answerAll("six"));
        HttpTransport transport =
            new HttpTransport(
                HttpOptions.https("::1", server.port()).withTls(TlsPolicy.caFile(authorityFile)))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("six");
    }
  }

  @Test
  void aPinAcceptsItsCertificateWhateverItSays() throws Exception {
    TestCertificate certificate =
        TestCertificate.named("elsewhere.test").valid(LONG_AGO, PAST).selfSigned();
    String fingerprint = certificate.fingerprint();
    assertAccepted(certificate, TlsPolicy.pinned(fingerprint));
    assertAccepted(
        certificate, TlsPolicy.pinned(fingerprint.replace(":", "").toLowerCase(Locale.ROOT)));
  }

  @Test
  void aPinRejectsEveryOtherCertificate() throws Exception {
    String pin = leaf().signedBy(authority).fingerprint();
    assertRejected(
        leaf().signedBy(authority),
        TlsPolicy.pinned(pin),
        Kind.TLS_OTHER_CERTIFICATE,
        "its fingerprint is not the expected " + pin);
  }

  @Test
  void aPinOfTheAuthorityIsNoPinOfItsCertificates() throws Exception {
    String pin = authority.fingerprint();
    assertRejected(
        leaf().signedBy(authority),
        TlsPolicy.pinned(pin),
        Kind.TLS_OTHER_CERTIFICATE,
        "its fingerprint is not the expected " + pin);
  }

  @Test
  void aKnownCertificateIsAcceptedWhateverItSays() throws Exception {
    TestCertificate certificate =
        TestCertificate.named("elsewhere.test").valid(LONG_AGO, PAST).selfSigned();
    String other = leaf().selfSigned().fingerprint();
    assertAccepted(
        certificate,
        TlsPolicy.known(List.of(other, certificate.fingerprint().toLowerCase(Locale.ROOT))));
  }

  @Test
  void anotherThanTheKnownCertificatesIsRejected() throws Exception {
    String one = leaf().selfSigned().fingerprint();
    String two = leaf().selfSigned().fingerprint();
    assertRejected(
        leaf().selfSigned(),
        TlsPolicy.known(List.of(one, two)),
        Kind.TLS_OTHER_CERTIFICATE,
        "its fingerprint is not the known " + one + " or " + two);
    assertThatIllegalArgumentException().isThrownBy(() -> TlsPolicy.known(List.of()));
  }

  @Test
  void theRejectedCertificateIsGivenToWhoeverDecides() throws Exception {
    TestCertificate certificate = leaf().selfSigned();
    try (ScriptedServer server = serve(certificate);
        HttpTransport transport = new HttpTransport(to(server, TlsPolicy.systemTrust()))) {
      X509Certificate shown = failure(transport, post("<a/>")).certificate();
      assertThat(shown).isNotNull();
      assertThat(Fingerprint.of(Objects.requireNonNull(shown)))
          .isEqualTo(certificate.fingerprint());
    }
  }

  @Test
  void withoutVerificationEveryCertificateIsAccepted() throws Exception {
    assertAccepted(
        TestCertificate.named("elsewhere.test").valid(LONG_AGO, PAST).selfSigned(),
        TlsPolicy.noVerify());
  }

  @Test
  void aRejectedCertificateIsRejectedAgain() throws Exception {
    try (ScriptedServer server = serve(leaf().selfSigned());
        HttpTransport transport = new HttpTransport(to(server, TlsPolicy.systemTrust()))) {
      failure(transport, post("<a/>"));
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.TLS_UNTRUSTED);
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1", "x25519"})
  void aServerWithASingleGroupIsReached(String group) throws Exception {
    SSLParameters parameters = new SSLParameters();
    parameters.setNamedGroups(new String[] {group});
    assertReached(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerWithASingleProtocolIsReached(String protocol) throws Exception {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    assertReached(parameters);
  }

  private static void assertReached(SSLParameters parameters) throws Exception {
    TestCertificate certificate = TestRequests.CERTIFICATE;
    try (ScriptedServer server =
            ScriptedServer.start(
                new ConfiguredServerSockets(
                    certificate.serverContext().getServerSocketFactory(),
                    socket -> ((SSLServerSocket) socket).setSSLParameters(parameters)),
                c -> c.answerAll("hello"));
        HttpTransport transport =
            new HttpTransport(to(server, TlsPolicy.pinned(certificate.fingerprint())))) {
      assertThat(text(transport.send(post("<a/>")))).isEqualTo("hello");
    }
  }

  @Test
  void aCaFileThatCannotBeUsedIsNamed(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("missing.pem");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path garbage =
        Files.writeString(
            folder.resolve("garbage.pem"),
            "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n");
    assertUnusable(missing, "does not exist");
    assertUnusable(empty, "holds no certificate");
    assertUnusable(garbage, "is not in PEM format");
    assertUnusable(folder, "cannot be read: Is a directory");
  }

  private static void assertUnusable(Path file, String reason) throws Exception {
    try (ScriptedServer server = serve(leaf().selfSigned());
        HttpTransport transport = new HttpTransport(to(server, TlsPolicy.caFile(file)))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.TLS_FAILED);
      assertThat(failure)
          .hasMessage(
              "cannot connect to 127.0.0.1:%d: the CA file '%s' %s", server.port(), file, reason);
    }
  }

  @Test
  void fingerprintsHaveOneForm() {
    String pairs = "0A:".repeat(31) + "0F";
    assertThat(new TlsPolicy.Pinned(pairs).fingerprint()).isEqualTo(pairs);
    assertThat(new TlsPolicy.Pinned("0a".repeat(31) + "0f").fingerprint()).isEqualTo(pairs);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TlsPolicy.Pinned("0A".repeat(20)))
        .withMessage(
            "the fingerprint has 40 hex digits, as SHA-1 has; a SHA-256 fingerprint with 64 is"
                + " needed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TlsPolicy.Pinned("0A".repeat(33)))
        .withMessageContaining("66 hex digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TlsPolicy.Pinned("zz"))
        .withMessageContaining("not made of hex digits and colons");
    assertThatIllegalArgumentException().isThrownBy(() -> new TlsPolicy.Pinned(""));
  }
}
