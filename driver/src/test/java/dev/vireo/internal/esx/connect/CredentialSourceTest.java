package dev.vireo.internal.esx.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.AuthName;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.CredentialType;
import dev.vireo.auth.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialSourceTest {

  private final List<String> questions = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  @TempDir private Path home;

  @Test
  void whatNobodyHoldsIsAskedFor() {
    try (CredentialSource source = source(answering("admin", "secret"), null)) {
      String user = source.userName(null, "esx1", "root");

      assertThat(user).isEqualTo("admin");
      assertThat(source.password(user, "esx1")).containsExactly('s', 'e', 'c', 'r', 'e', 't');
      assertThat(questions)
          .containsExactly(
              "AUTHNAME esx1: Enter username for esx1 [root]",
              "PASSPHRASE esx1: Enter admin's password for esx1");
    }
  }

  @Test
  void theEmptyNameIsTheDefaultOne() {
    try (CredentialSource source = source(answering("", "x"), null)) {
      assertThat(source.userName(null, "esx1", "root")).isEqualTo("root");
    }
  }

  @Test
  void theUserOfTheUriIsNotAskedFor() {
    try (CredentialSource source = source(answering("admin", "secret"), null)) {
      assertThat(source.userName("me", "esx1", "root")).isEqualTo("me");
      assertThat(questions).isEmpty();
    }
  }

  @Test
  void theFileComesBeforeTheCallback() throws IOException {
    Path file = home.resolve("auth.conf");
    Files.writeString(
        file, "[credentials-x]\nusername=filed\npassword=fp\n[auth-esx-esx1]\ncredentials=x\n");

    try (CredentialSource source = source(answering("admin", "secret"), file)) {
      assertThat(source.userName(null, "esx1", "root")).isEqualTo("filed");
      assertThat(source.userName("me", "esx1", "root")).isEqualTo("me");
      assertThat(source.password("me", "esx1")).containsExactly('f', 'p');
      assertThat(questions).isEmpty();
      assertThat(source.userName(null, "esx2", "root")).isEqualTo("admin");
    }
  }

  @Test
  void onlyAPasswordThatWasAskedForIsAskedForAgain() throws IOException {
    Path file = home.resolve("auth.conf");
    Files.writeString(
        file, "[credentials-x]\nusername=me\npassword=p\n[auth-esx-filed]\ncredentials=x\n");
    ConnectAuth auth =
        new ConnectAuth() {
          @Override
          public void answer(List<Credential> credentials) {
            ((Passphrase) credentials.get(0)).answer("typed".toCharArray());
          }

          @Override
          public boolean asksAgain(int refusals) {
            return refusals < 2;
          }
        };
    try (CredentialSource source = source(auth, file)) {
      source.password("me", "filed");
      assertThat(source.hasAnother(1)).isFalse();
      source.password("me", "other");
      assertThat(source.hasAnother(1)).isTrue();
      assertThat(source.hasAnother(2)).isFalse();
    }
    try (CredentialSource source = source(ConnectAuth.of("me", "p".toCharArray()), null)) {
      source.password("me", "h");
      assertThat(source.hasAnother(1)).as("what answers the same each time").isFalse();
    }
  }

  @Test
  void whatIsDoubtfulAboutTheFileIsTold() throws IOException {
    Path file = Files.writeString(home.resolve("auth.conf"), "[credentials-x]\nuser=root\n");
    source(ConnectAuth.unattended(), file).close();

    assertThat(warnings)
        .containsExactly(
            file
                + ":2: the key 'user' has no meaning in '[credentials-x]'; did you mean"
                + " 'username'?");
  }

  @Test
  void refusedAnswersFailTheAuthentication() {
    try (CredentialSource source = source(ConnectAuth.unattended(), null)) {
      assertFails(
          () -> source.userName(null, "h", "root"),
          "authentication failed: Username request failed",
          "the user name for 'h' may stand in the URI or in auth.conf");
      assertFails(
          () -> source.password("root", "h"),
          "authentication failed: Password request failed",
          "the password of 'root' on 'h' may stand in auth.conf");
    }
  }

  @Test
  void aPromptWithoutEchoServesWherePassphrasesAreNotSupported() {
    ConnectAuth auth = answering("a", "p", CredentialType.NOECHOPROMPT);
    try (CredentialSource source = source(auth, null)) {
      assertThat(source.password("root", "h")).containsExactly('p');
      assertThat(questions).containsExactly("NOECHOPROMPT h: Enter root's password for h");
      assertFails(
          () -> source.userName(null, "h", "root"),
          "authentication failed: Missing VIR_CRED_AUTHNAME credential type");
    }
  }

  @Test
  void aCallbackThatSupportsNothingIsAnError() {
    try (CredentialSource source = source(answering("a", "p", new CredentialType[0]), null)) {
      assertFails(
          () -> source.password("root", "h"),
          "authentication failed: Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT"
              + " credential type");
    }
  }

  private static void assertFails(Runnable action, String message, String... hints) {
    assertThatThrownBy(action::run)
        .hasMessage(message)
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.AUTH_FAILED);
              assertThat(e.hints()).containsExactly(hints);
            });
  }

  private CredentialSource source(ConnectAuth auth, @Nullable Path file) {
    String path = file == null ? home.resolve("none.conf").toString() : file.toString();
    if (file == null) {
      try {
        Files.writeString(Path.of(path), "");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return CredentialSource.of(auth, Map.of("LIBVIRT_AUTH_FILE", path), home, null, warnings::add);
  }

  private ConnectAuth answering(String user, String password) {
    return answering(user, password, CredentialType.values());
  }

  private ConnectAuth answering(String user, String password, CredentialType... supported) {
    return new ConnectAuth() {
      @Override
      public boolean supports(CredentialType type) {
        return List.of(supported).contains(type);
      }

      @Override
      public void answer(List<Credential> credentials) {
        for (Credential each : credentials) {
          questions.add(each.type() + " " + each.challenge() + ": " + each.prompt());
          switch (each) {
            case AuthName name -> name.answer(user);
            case Passphrase passphrase -> passphrase.answer(password.toCharArray());
          }
        }
      }
    };
  }
}
