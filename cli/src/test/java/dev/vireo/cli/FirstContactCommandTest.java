package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user at a terminal sees of a host that is new to this machine. */
@Timeout(60)
class FirstContactCommandTest {
  private static final String LIST = "build agent\nBüro/Test 100%\n\n";
  private static final String OTHER = String.join(":", Collections.nCopies(32, "AB"));
  private static final String ASK_PASSWORD = "Enter root's password for 127.0.0.1: ";
  private static final String REFUSED = "The host does not accept this user name and password.\n";
  private static final String TRUST = "Trust this certificate (yes/no/once)? ";

  private final Simulator host = Simulator.start(SimulatorConfig.of(Preset.ESX80));
  private final SimulatorServer server = host.serve(ServeOptions.https());
  private final String password = String.valueOf(host.config().password());
  private final String authority = "127.0.0.1:" + server.port();

  @TempDir private Path home;

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(host.sessions()).isEmpty();
    server.close();
    host.close();
  }

  /** What came of a run, and what was shown on the terminal. */
  private record Seen(Run run, String terminal) {}

  private Seen onTerminal(String typed, String... words) {
    return onTerminal(Map.of(), typed, words);
  }

  private Seen onTerminal(Map<String, String> more, String typed, String... words) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    Streams streams =
        Streams.of(InputStream.nullInputStream(), printer(out), printer(err))
            .withTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                printer(terminal));
    int exitCode = Vireo.run(List.of(words), streams, Run.isolated(environment));
    return new Seen(
        new Run(
            out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exitCode),
        terminal.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private Seen list(String typed) {
    return onTerminal(typed, "-c", uri(""), "list", "--name", "--inactive");
  }

  private String uri(String parameters) {
    return "esx://root@" + authority + "/" + parameters;
  }

  private Path knownHosts() {
    return home.resolve(".config/vireo/known_hosts");
  }

  private void know(String text) throws IOException {
    Files.createDirectories(knownHosts().getParent());
    Files.writeString(knownHosts(), text);
    Files.setPosixFilePermissions(knownHosts(), PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void yesIsKept() throws IOException {
    Seen first = list("yes\n" + password + "\n");

    assertThat(first.run()).isEqualTo(new Run(LIST, "", 0));
    assertThat(first.terminal())
        .startsWith("The certificate of " + authority + " is not trusted: it is self-signed.\n")
        .containsPattern("  Subject:  .*CN=.*\n  Issuer:   .*CN=.*\n  Valid:    \\d.*Z to \\d.*Z\n")
        .endsWith("  SHA-256:  " + server.fingerprint() + "\n" + TRUST + ASK_PASSWORD);
    assertThat(Files.readString(knownHosts()))
        .endsWith("\n" + authority + " " + server.fingerprint() + "\n");

    assertThat(list(password + "\n")).isEqualTo(new Seen(new Run(LIST, "", 0), ASK_PASSWORD));
    assertThat(withoutTerminal()).isEqualTo(new Run(LIST, "", 0));
  }

  private Run withoutTerminal() {
    return Run.with(
        Map.of("HOME", home.toString(), "VIREO_PASSWORD", password),
        "",
        "-c",
        uri(""),
        "list",
        "--name",
        "--inactive");
  }

  @Test
  void onceIsNotKept() {
    assertThat(list("once\n" + password + "\n").run()).isEqualTo(new Run(LIST, "", 0));
    assertThat(knownHosts()).doesNotExist();
  }

  @Test
  void anythingElseIsAskedForAgain() {
    Seen seen = list("y\n\n YES \n" + password + "\n");

    assertThat(seen.run().exitCode()).isZero();
    assertThat(seen.terminal())
        .endsWith(TRUST + "Type 'yes', 'no' or 'once': ".repeat(2) + ASK_PASSWORD);
  }

  @Test
  void noAndTheEndOfTheInputAskForNoPassword() {
    for (String typed : new String[] {"no\n", ""}) {
      Seen seen = list(typed);

      assertThat(seen.terminal()).doesNotContain("password");
      assertThat(seen.run().exitCode()).isEqualTo(1);
      assertThat(seen.run().err())
          .startsWith(
              "error: failed to connect to the hypervisor\n"
                  + "error: internal error: Could not connect to '"
                  + authority
                  + "': its certificate is not trusted: it is self-signed\n"
                  + "hint: to trust this one certificate, use the URI parameter fingerprint="
                  + server.fingerprint()
                  + "\n")
          .doesNotContain("on a terminal");
    }
    assertThat(host.requests().total()).isZero();
    assertThat(knownHosts()).doesNotExist();
  }

  @Test
  void aChangedCertificateIsRefused() throws IOException {
    know("# mine\n" + authority + " " + OTHER + "\n");
    Seen seen = list("yes\n" + password + "\n");

    assertThat(seen.terminal()).isEmpty();
    assertThat(seen.run().err())
        .isEqualTo(
            """
            error: failed to connect to the hypervisor
            error: internal error: Could not connect to '%s': its certificate is not trusted: its \
            fingerprint is not the known %s but %s
            hint: take the new fingerprint only when the host is known to have a new certificate, \
            else somebody may be listening in
            hint: the known one is line 2 of %s: remove that to be asked anew
            """
                .formatted(authority, OTHER, server.fingerprint(), knownHosts()));
    assertThat(Files.readString(knownHosts()))
        .isEqualTo("# mine\n" + authority + " " + OTHER + "\n");
  }

  @Test
  void aBrokenLineIsNamedAndKept() throws IOException {
    know("what is this\n");
    Seen seen = list("yes\n" + password + "\n");

    assertThat(seen.run().err())
        .isEqualTo(
            "warning: "
                + knownHosts()
                + ":1: expecting 'HOST:PORT FINGERPRINT' with the SHA-256 fingerprint of a"
                + " certificate; the line does not count\n");
    assertThat(Files.readString(knownHosts()))
        .isEqualTo("what is this\n" + authority + " " + server.fingerprint() + "\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsTheMemoryAndNotTheCommand() throws IOException {
    Files.createDirectories(home.resolve(".config"));
    Files.writeString(home.resolve(".config/vireo"), "a file where a directory should be");
    Seen seen = list("yes\n" + password + "\n");

    assertThat(seen.run().exitCode()).isZero();
    assertThat(seen.run().out()).isEqualTo(LIST);
    assertThat(seen.run().err())
        .startsWith("warning: the certificate is trusted this time only, since " + knownHosts())
        .containsOnlyOnce("\n");
  }

  @Test
  void aWrongPasswordIsAskedForTwiceMore() {
    Seen seen = onTerminal("a\nb\n" + password + "\n", "-c", uri("?no_verify=1"), "uri");
    assertThat(seen.run().exitCode()).isZero();
    assertThat(seen.terminal())
        .isEqualTo(ASK_PASSWORD + REFUSED + ASK_PASSWORD + REFUSED + ASK_PASSWORD);

    Seen never = onTerminal("a\nb\nc\n" + password + "\n", "-c", uri("?no_verify=1"), "uri");
    assertThat(never.run().exitCode()).isEqualTo(1);
    assertThat(never.run().err()).contains("error: authentication failed: Could not log in to");
    assertThat(host.requests().count("Login")).isEqualTo(6);
  }

  @Test
  void aPasswordThatNobodyTypedIsNotAskedForAgain() throws IOException {
    Seen variable =
        onTerminal(
            Map.of("VIREO_PASSWORD", "wrong"), password + "\n", "-c", uri("?no_verify=1"), "uri");
    Path file =
        Files.writeString(
            home.resolve("auth.conf"),
            "[credentials-x]\nusername=root\npassword=wrong\n[auth-esx-default]\ncredentials=x\n");
    Seen filed =
        onTerminal(
            Map.of("LIBVIRT_AUTH_FILE", file.toString()),
            password + "\n",
            "-c",
            uri("?no_verify=1"),
            "uri");
    Run piped = Run.with(Map.of(), "wrong\n" + password + "\n", "-c", uri("?no_verify=1"), "uri");

    assertThat(variable.run().exitCode()).isEqualTo(1);
    assertThat(variable.terminal()).isEmpty();
    assertThat(filed.run().exitCode()).isEqualTo(1);
    assertThat(filed.terminal()).isEmpty();
    assertThat(piped.exitCode()).isEqualTo(1);
    assertThat(host.requests().count("Login")).isEqualTo(3);
  }

  @Test
  void aFileOfPasswordsThatOthersMayReadIsWarnedOf() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("auth.conf"),
            "[credentials-x]\nuser=root\npassword="
                + password
                + "\n[auth-esx-default]\ncredentials=x\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Seen seen =
        onTerminal(
            Map.of("LIBVIRT_AUTH_FILE", file.toString()), "", "-c", uri("?no_verify=1"), "uri");

    assertThat(seen.run())
        .isEqualTo(
            new Run(
                uri("?no_verify=1") + "\n\n",
                "warning: "
                    + file
                    + " holds passwords and others may read it; 'chmod 600' mends that\nwarning: "
                    + file
                    + ":2: the key 'user' has no meaning in '[credentials-x]'; did you mean"
                    + " 'username'?\n",
                0));
  }
}
