package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.HostTrust;
import dev.vireo.auth.KnownCertificate;
import dev.vireo.auth.Passphrase;
import dev.vireo.auth.UntrustedCertificate;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.SimulatorConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out before anybody is asked, and who is asked what. */
@Timeout(60)
class FirstContactTest {

  private static final String OTHER = String.join(":", Collections.nCopies(32, "AB"));

  private final ServedHost host = ServedHost.start(SimulatorConfig.esx80());
  private final List<String> events = new ArrayList<>();

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(host.simulator().sessions()).isEmpty();
    host.close();
  }

  /** Writes down what it is asked. */
  private final class Asked implements HostTrust, ConnectAuth {
    private final List<KnownCertificate> known;
    private final boolean accepts;
    private final List<String> passwords;

    Asked(List<KnownCertificate> known, boolean accepts, String... passwords) {
      this.known = known;
      this.accepts = accepts;
      this.passwords = new ArrayList<>(List.of(passwords));
    }

    @Override
    public List<KnownCertificate> known(String server, int port) {
      assertThat(port).isEqualTo(host.port());
      events.add("known " + server + "?");
      return known;
    }

    @Override
    public boolean accepts(UntrustedCertificate shown) {
      events.add("accept " + shown.host() + ", since " + shown.reason() + "?");
      assertThat(shown.port()).isEqualTo(host.port());
      assertThat(shown.fingerprint()).isEqualTo(host.fingerprint());
      assertThat(shown.subject()).isEqualTo(shown.issuer()).contains("CN=");
      assertThat(shown.notBefore()).isBefore(shown.notAfter());
      return accepts;
    }

    @Override
    public void answer(List<Credential> credentials) {
      for (Credential credential : credentials) {
        events.add(credential.prompt());
        if (credential instanceof Passphrase passphrase && !passwords.isEmpty()) {
          passphrase.answer(passwords.remove(0).toCharArray());
        }
      }
    }

    @Override
    public boolean asksAgain(int refusals) {
      events.add("again after " + refusals + "?");
      return refusals <= 2;
    }
  }

  private Connect open(String uri, Asked asked) {
    ConnectOptions options = ServedHost.options().withHostTrust(asked).withWarnings(events::add);
    return Connect.open(uri, asked, options);
  }

  private String uri(String parameters) {
    return "esx://root@127.0.0.1:" + host.port() + "/" + parameters;
  }

  private LibvirtException failure(String uri, Asked asked) {
    return catchThrowableOfType(LibvirtException.class, () -> open(uri, asked).close());
  }

  @Test
  void theCertificateComesBeforeThePassword() {
    open(uri(""), new Asked(List.of(), true, "vireo")).close();

    assertThat(events)
        .containsExactly(
            "known 127.0.0.1?",
            "accept 127.0.0.1, since it is self-signed?",
            "Enter root's password for 127.0.0.1");
    assertThat(host.simulator().requests().total()).as("with the logout").isEqualTo(4);
  }

  @Test
  void whoDoesNotTrustTheCertificateIsNotAskedForThePassword() {
    LibvirtException failure = failure(uri(""), new Asked(List.of(), false, "vireo"));

    assertThat(failure)
        .hasMessage(
            "internal error: Could not connect to '127.0.0.1:"
                + host.port()
                + "': its certificate is not trusted: it is self-signed");
    assertThat(failure.hints())
        .containsExactly(
            "to trust this one certificate, use the URI parameter fingerprint="
                + host.fingerprint(),
            "to trust its authority, use the URI parameter cacert=FILE",
            "to trust any certificate, without protection, use the URI parameter no_verify=1");
    assertThat(events).hasSize(2);
    assertThat(host.simulator().requests().total()).isZero();
  }

  @Test
  void aKnownCertificateIsTrustedWithoutAQuestion() {
    List<KnownCertificate> known =
        List.of(
            new KnownCertificate(OTHER, "line 1"),
            new KnownCertificate(host.fingerprint(), "line 2"));
    open(uri(""), new Asked(known, false, "vireo")).close();

    assertThat(events).containsExactly("known 127.0.0.1?", "Enter root's password for 127.0.0.1");
  }

  @Test
  void aChangedCertificateIsRefusedWithBothFingerprintsAndWithoutAQuestion() {
    LibvirtException failure =
        failure(
            uri(""), new Asked(List.of(new KnownCertificate(OTHER, "line 7 of x")), true, "vireo"));

    assertThat(failure)
        .hasMessageEndingWith(
            "its certificate is not trusted: its fingerprint is not the known "
                + OTHER
                + " but "
                + host.fingerprint());
    assertThat(failure.hints())
        .containsExactly(
            "take the new fingerprint only when the host is known to have a new certificate, else"
                + " somebody may be listening in",
            "the known one is line 7 of x: remove that to be asked anew");
    assertThat(events).containsExactly("known 127.0.0.1?");
  }

  /** What the URI says about certificates is not softened by what somebody once said yes to. */
  @ParameterizedTest
  @ValueSource(strings = {"?fingerprint=OTHER", "?cacert=/nonexistent/ca.pem"})
  void whatTheUriSaysIsNotOverridden(String parameters) {
    Asked asked =
        new Asked(List.of(new KnownCertificate(host.fingerprint(), "line 1")), true, "vireo");

    assertThat(failure(uri(parameters.replace("OTHER", OTHER)), asked))
        .hasMessageContaining("Could not connect to");
    assertThat(events).isEmpty();
    assertThat(host.simulator().requests().total()).isZero();
  }

  @Test
  void aUriThatTrustsAnyCertificateAsksNobody() {
    open(uri("?no_verify=1"), new Asked(List.of(), false, "vireo")).close();

    assertThat(events).containsExactly("Enter root's password for 127.0.0.1");
  }

  @Test
  void theKindOfHostComesBeforeThePassword() {
    Asked asked = new Asked(List.of(), true, "vireo");
    assertThat(failure(uri("?no_verify=1").replace("esx://", "gsx://"), asked))
        .hasMessageContaining("to be a Server/GSX host but found a ESX(i) host")
        .satisfies(e -> assertThat(e.hints()).containsExactly("use a esx:// URI"));
    assertThat(events).isEmpty();
    assertThat(host.simulator().requests().count("Login")).isZero();
  }

  @Test
  void nameAndPortComeBeforeThePassword() throws IOException {
    Asked asked = new Asked(List.of(), true, "vireo");
    try (Socket nobody = new Socket()) {
      // Bound, so that nobody else can listen to it meanwhile.
      nobody.bind(new InetSocketAddress(0));
      assertThat(failure("esx://127.0.0.1:" + nobody.getLocalPort() + "/?no_verify=1", asked))
          .hasMessageEndingWith("connection refused");
    }
    assertThat(failure("esx://host.invalid/?no_verify=1", asked))
        .hasMessageContaining("IP address lookup for host 'host.invalid' failed");
    assertThat(events).isEmpty();
  }

  @Test
  void aRefusedPasswordIsAskedForAgain() {
    open(uri("?no_verify=1"), new Asked(List.of(), true, "wrong", "wrong too", "vireo")).close();

    assertThat(events)
        .containsExactly(
            "Enter root's password for 127.0.0.1",
            "again after 1?",
            "Enter root's password for 127.0.0.1",
            "again after 2?",
            "Enter root's password for 127.0.0.1");
    assertThat(host.simulator().requests().count("RetrieveServiceContent")).isEqualTo(1);
    assertThat(host.simulator().requests().count("Logout")).isEqualTo(1);
  }

  @Test
  void itIsNotAskedForForever() {
    assertThat(failure(uri("?no_verify=1"), new Asked(List.of(), true, "a", "b", "c", "vireo")))
        .hasMessageStartingWith("authentication failed: Could not log in to");
    assertThat(events).endsWith("again after 3?").hasSize(6);
    assertThat(host.simulator().requests().count("Login")).isEqualTo(3);
  }

  @Test
  void aQuestionThatIsNotAnsweredEndsIt() {
    assertThat(failure(uri("?no_verify=1"), new Asked(List.of(), true, "wrong")))
        .hasMessage("authentication failed: Password request failed");
  }

  @Test
  void whatAnswersTheSameIsAskedOnce() {
    assertThatThrownBy(() ->
            Connect.open(
                uri("?no_verify=1"),
                ConnectAuth.of("root", "wrong".toCharArray()),
                ServedHost.options()))
        .hasMessageStartingWith("authentication failed:");
    assertThat(host.simulator().requests().count("Login")).isEqualTo(1);
  }

  @Test
  void aPasswordInTheClearIsWarnedOfBeforeItIsAskedFor() {
    try (ServedHost plain = ServedHost.start(SimulatorConfig.esx80(), ServeOptions.http())) {
      Asked asked = new Asked(List.of(), false, "vireo");
      open("esx://root@127.0.0.1:" + plain.port() + "/?transport=http", asked).close();

      assertThat(events)
          .containsExactly(
              "the password travels to '127.0.0.1' in the clear (transport=http)",
              "Enter root's password for 127.0.0.1");
    }
  }

  @Test
  void theWrongTransportIsHintedAt() {
    Asked asked = new Asked(List.of(), true, "vireo");
    assertThat(failure(uri("?transport=http"), asked).hints())
        .contains("if the port speaks HTTPS, leave transport=http out of the URI");
    try (ServedHost plain = ServedHost.start(SimulatorConfig.esx80(), ServeOptions.http())) {
      assertThat(
              failure("esx://127.0.0.1:" + plain.port() + "/?no_verify=1&timeout=1", asked).hints())
          .containsExactly(
              "if the port speaks HTTP, use the URI parameter transport=http, which sends the"
                  + " password in the clear");
    }
    assertThat(events).isEmpty();
  }

  @Test
  void aSecondServerIsAskedAboutOnItsOwn() {
    try (LinkedHosts hosts = LinkedHosts.start()) {
      List<String> questions = new ArrayList<>();
      HostTrust trust =
          new HostTrust() {
            @Override
            public List<KnownCertificate> known(String server, int port) {
              return List.of();
            }

            @Override
            public boolean accepts(UntrustedCertificate shown) {
              questions.add(shown.host());
              return true;
            }
          };
      String uri = "esx://127.0.0.1:" + hosts.esx().port() + "/?vcenter=127.0.0.2";
      Connect.open(uri, hosts.esx().credentials(), ServedHost.options().withHostTrust(trust))
          .close();

      assertThat(questions).containsExactly("127.0.0.1", "127.0.0.2");
      assertThat(hosts.esx().simulator().sessions()).isEmpty();
      assertThat(hosts.vCenter().simulator().sessions()).isEmpty();
    }
  }
}
