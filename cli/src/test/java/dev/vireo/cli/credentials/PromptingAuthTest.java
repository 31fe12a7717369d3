package dev.vireo.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.auth.AuthName;
import dev.vireo.auth.CredentialType;
import dev.vireo.auth.Passphrase;
import dev.vireo.cli.Run;
import dev.vireo.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptingAuthTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AuthName name = new AuthName("Enter username for host [root]", "host", "root");
  private final Passphrase passphrase =
      new Passphrase(CredentialType.PASSPHRASE, "Enter root's password for host", "host");

  @Test
  void asksOnStandardErrorWhenThereIsNoTerminal() {
    auth("bob\nsecret ü\nrest", Map.of()).answer(List.of(name, passphrase));
    assertThat(name.result()).isEqualTo("bob");
    assertThat(passphrase.result()).isEqualTo("secret ü".toCharArray());
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("Enter username for host [root]: Enter root's password for host: ");
    assertThat(out.size()).isZero();
  }

  @Test
  void takesTheDefaultForAnEmptyName() {
    auth("\n", Map.of()).answer(List.of(name));
    assertThat(name.result()).isEqualTo("root");
  }

  @Test
  void answersNothingAtTheEndOfTheInput() {
    auth("", Map.of()).answer(List.of(name, passphrase));
    assertThat(name.result()).isNull();
    assertThat(passphrase.result()).isNull();
  }

  @Test
  void asksNothingThatTheEnvironmentTells() {
    auth("", Map.of("VIREO_USER", "eve", "VIREO_PASSWORD", "pw")).answer(List.of(name, passphrase));
    assertThat(name.result()).isEqualTo("eve");
    assertThat(passphrase.result()).isEqualTo("pw".toCharArray());
    assertThat(err.size()).isZero();
  }

  @Test
  void readsLongAnswersAndWindowsLineEnds() {
    String longAnswer = "x".repeat(1000);
    auth(longAnswer + "\r\n", Map.of()).answer(List.of(passphrase));
    assertThat(passphrase.result()).isEqualTo(longAnswer.toCharArray());
  }

  @Test
  void hasNoOptionForAPassword() {
    assertThat(Run.vireo("--password", "x", "list").exitCode()).isEqualTo(1);
    assertThat(Run.vireo("--help").out()).doesNotContainIgnoringCase("password");
  }

  private PromptingAuth auth(String typed, Map<String, String> environment) {
    Streams streams =
        Streams.of(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return PromptingAuth.on(streams, environment);
  }
}
