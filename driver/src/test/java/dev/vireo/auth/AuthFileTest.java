package dev.vireo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthFileTest {

  @TempDir private Path directory;

  @Test
  void credentialsAreFoundByServiceAndHost() {
    try (AuthFile file =
        read(
            """
            # two hosts
            [credentials-lab]
            username = root
            password= pässword with = and # signs
            ; the other
            [credentials-other]
            username=admin

            [auth-esx-esx1.example.com]
            credentials=lab
            [auth-esx-esx2.example.com]
            credentials=other
            """)) {
      assertThat(file.userName("esx", "esx1.example.com")).contains("root");
      assertThat(file.password("esx", "esx1.example.com"))
          .hasValueSatisfying(password ->
              assertThat(new String(password)).isEqualTo("pässword with = and # signs"));
      assertThat(file.userName("esx", "esx2.example.com")).contains("admin");
      assertThat(file.password("esx", "esx2.example.com")).isEmpty();
      assertThat(file.userName("esx", "esx3.example.com")).isEmpty();
      assertThat(file.userName("libvirt", "esx1.example.com")).isEmpty();
    }
  }

  @Test
  void hostsWithoutASectionHaveTheDefaultOne() {
    try (AuthFile file =
        read("[credentials-x]\nusername=root\npassword=p\n[auth-esx-default]\ncredentials=x\n")) {
      assertThat(file.userName("esx", "anything")).contains("root");
    }
  }

  @Test
  void nothingIsLeftAfterClosing() {
    AuthFile file =
        read("[credentials-x]\nusername=root\npassword=p\n[auth-esx-h]\ncredentials=x\n");
    file.close();

    assertThat(file.userName("esx", "h")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[auth-esx-h]\\nfoo=x|Missing item 'credentials' in group 'auth-esx-h' in '",
        "[auth-esx-h]\\ncredentials=y|"
            + "Missing group 'credentials-y' referenced from group 'auth-esx-h' in '",
        "[auth-esx-h]\\ncredentials|:2: expecting '[group]' or 'key=value'",
        "[auth-esx-h\\nx=1|:1: the name of a group must end with ']'",
        "x=1|:1: a key must stand below a '[group]'",
      })
  void mistakesInTheFileAreNamed(String text, String message) {
    assertThatThrownBy(
            () -> {
              try (AuthFile file = read(text.replace("\\n", "\n"))) {
                file.userName("esx", "h");
              }
            })
        .hasMessageStartingWith("configuration file syntax error: ")
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[credentials-x]\\nuser=root|2: the key 'user' has no meaning in '[credentials-x]'; did"
            + " you mean 'username'?",
        "[credentials-x]\\nusername=a\\npasword=b|3: the key 'pasword' has no meaning in"
            + " '[credentials-x]'; did you mean 'password'?",
        "[credentials-x]\\nUser=root|2: the key 'User' has no meaning in '[credentials-x]'; did"
            + " you mean 'username'?",
        "[credentials-x]\\nfoo=b|2: the key 'foo' has no meaning in '[credentials-x]'",
        "[auth-esx-h]\\ncredential=x|2: the key 'credential' has no meaning in '[auth-esx-h]';"
            + " did you mean 'credentials'?",
        "[credential-x]\\nusername=a|1: the section '[credential-x]' has no meaning; did you mean"
            + " [credentials-...]?",
        "[auth-esxi-h]\\ncredentials=x|1: the section '[auth-esxi-h]' has no meaning; did you"
            + " mean [auth-esx-h]?",
        "[auth-h]\\ncredentials=x|1: the section '[auth-h]' has no meaning; did you mean"
            + " [auth-esx-HOST]?",
      })
  void whatNobodyLooksAtIsNamed(String text, String warning) {
    try (AuthFile file = read(text.replace("\\n", "\n"))) {
      assertThat(file.warnings()).containsExactly(directory.resolve("auth.conf") + ":" + warning);
    }
  }

  @Test
  void whatOtherDriversLookAtIsNoMistake() {
    try (AuthFile file =
        read(
            """
            [credentials-x]
            authname=a
            username=b
            password=c
            realm=d
            [auth-libvirt-h]
            credentials=x
            [auth-hyperv-default]
            credentials=x
            """)) {
      assertThat(file.warnings()).isEmpty();
    }
  }

  @Test
  void aFileWithPasswordsThatOthersMayReadIsWarnedOf() throws IOException {
    Path path = directory.resolve("auth.conf");
    String text = "[credentials-x]\nusername=a\npassword=s3cret\n";
    Files.writeString(path, text);
    for (String mode : new String[] {"rw-r-----", "rw----r--"}) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      try (AuthFile file = AuthFile.read(path)) {
        assertThat(file.warnings())
            .containsExactly(
                path + " holds passwords and others may read it; 'chmod 600' mends that");
      }
    }
    Files.writeString(path, "[credentials-x]\nusername=a\n");
    try (AuthFile file = AuthFile.read(path)) {
      assertThat(file.warnings()).as("a name is no secret").isEmpty();
    }
  }

  @Test
  void aFileWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> AuthFile.read(Path.of("/dev/zero")))
        .hasMessage("Failed to read the credentials file '/dev/zero': it is larger than 1 MiB");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    Path missing = directory.resolve("missing.conf");

    assertThatThrownBy(() -> AuthFile.read(missing))
        .hasMessage("Failed to read the credentials file '" + missing + "': no such file")
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM_ERROR));
  }

  @Test
  void theFileIsLookedForWhereLibvirtLooks() throws IOException {
    Path home = directory.resolve("home");
    Path xdg = directory.resolve("xdg");
    Path inHome = home.resolve(".config/libvirt/auth.conf");
    Path inXdg = xdg.resolve("libvirt/auth.conf");
    for (Path file : new Path[] {inHome, inXdg}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    Map<String, String> both =
        Map.of("LIBVIRT_AUTH_FILE", "/from/environment", "XDG_CONFIG_HOME", xdg.toString());

    assertThat(AuthFile.locate(both, home, "/from/uri")).contains(Path.of("/from/environment"));
    assertThat(AuthFile.locate(Map.of(), home, "/from/uri")).contains(Path.of("/from/uri"));
    assertThat(AuthFile.locate(Map.of("XDG_CONFIG_HOME", xdg.toString()), home, null))
        .contains(inXdg);
    assertThat(AuthFile.locate(Map.of(), home, null)).contains(inHome);
  }

  private AuthFile read(String text) {
    try {
      Path file = Files.writeString(directory.resolve("auth.conf"), text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return AuthFile.read(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
