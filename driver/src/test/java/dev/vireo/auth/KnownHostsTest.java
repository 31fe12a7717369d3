package dev.vireo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {

  private static final String ONE = String.join(":", Collections.nCopies(32, "AB"));
  private static final String TWO = String.join(":", Collections.nCopies(32, "01"));

  private final List<String> warnings = new ArrayList<>();

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("vireo/known_hosts");
  }

  private KnownHosts hosts() {
    return new KnownHosts(file(), warnings::add);
  }

  private KnownHosts hosts(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), text.getBytes(StandardCharsets.ISO_8859_1));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    return hosts();
  }

  private static UntrustedCertificate certificate(String host, String fingerprint) {
    return new UntrustedCertificate(
        host, 443, "it is self-signed", fingerprint, TestX509Certificate.any());
  }

  @Test
  void aServerIsKnownByHostAndPort() throws IOException {
    KnownHosts hosts =
        hosts(
            "# comment\n\n  ESX1.example.com:443  "
                + ONE.toLowerCase(Locale.ROOT)
                + "   # rack 7\nesx1.example.com:443 "
                + TWO.replace(":", "")
                + "\n[2001:db8::1]:8443 "
                + TWO
                + "\r\n");

    assertThat(hosts.known("esx1.EXAMPLE.com", 443))
        .containsExactly(
            new KnownCertificate(ONE, "line 3 of " + file()),
            new KnownCertificate(TWO, "line 4 of " + file()));
    assertThat(hosts.known("2001:DB8::1", 8443))
        .extracting(KnownCertificate::fingerprint)
        .containsExactly(TWO);
    assertThat(hosts.known("esx1.example.com", 8443)).isEmpty();
    assertThat(hosts.known("esx1", 443)).isEmpty();
    assertThat(hosts.accepts(certificate("esx1", ONE))).isFalse();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "esx1:443",
        "esx1 " + "AB:",
        "esx1:443 AB:CD",
        "esx1:443 zz",
        "::1:443 AA",
        "esx1:443\u00ff",
        "<<<<<<< HEAD",
      })
  void aBrokenLineIsNamedAndHidesNothing(String line) throws IOException {
    KnownHosts hosts = hosts(line + "\nesx1:443 " + ONE + "\n");

    assertThat(hosts.known("esx1", 443)).hasSize(1);
    assertThat(warnings)
        .containsExactly(
            file()
                + ":1: expecting 'HOST:PORT FINGERPRINT' with the SHA-256 fingerprint of a"
                + " certificate; the line does not count");
  }

  @Test
  void whatIsRememberedIsKnown() throws IOException {
    assertThat(hosts().known("esx1", 443)).isEmpty();

    hosts().remember(certificate("ESX1", ONE), "in rack\n7");
    hosts().remember(certificate("fe80::1", TWO), "");

    assertThat(hosts().known("esx1", 443))
        .containsExactly(new KnownCertificate(ONE, "line 2 of " + file()));
    assertThat(hosts().known("fe80::1", 443)).hasSize(1);
    assertThat(Files.readString(file()))
        .isEqualTo(
            "# Servers that vireo was told to trust: HOST:PORT and SHA-256 of the certificate.\n"
                + "esx1:443 "
                + ONE
                + " # in rack 7\n[fe80::1]:443 "
                + TWO
                + "\n");
  }

  @Test
  void theFileIsTheUsersAlone() throws IOException {
    hosts().remember(certificate("esx1", ONE), "");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
    try (Stream<Path> left = Files.list(file().getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("known_hosts", "known_hosts.lock");
    }
  }

  @Test
  void rememberingLosesNothing() throws IOException {
    String before = "broken \u00ff line\n# comment\nesx2:443 " + TWO;
    hosts(before).remember(certificate("esx1", ONE), "");

    assertThat(Files.readAllBytes(file()))
        .isEqualTo((before + "\nesx1:443 " + ONE + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("dotfiles")).resolve("hosts");
    Files.writeString(elsewhere, "# mine\n");
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), elsewhere);

    hosts().remember(certificate("esx1", ONE), "");

    assertThat(Files.isSymbolicLink(file())).isTrue();
    assertThat(Files.readString(elsewhere)).isEqualTo("# mine\nesx1:443 " + ONE + "\n");
  }

  /** Else whoever wrote it could sit between. */
  @Test
  void aFileThatOthersMayWriteDoesNotCount() throws IOException {
    KnownHosts hosts = hosts("esx1:443 " + ONE + "\n");
    for (String mode : new String[] {"rw-rw-r--", "rw-r--rw-"}) {
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
      warnings.clear();

      assertThat(hosts.known("esx1", 443)).isEmpty();
      assertThat(warnings)
          .containsExactly(
              file() + ": others may write to it, so nothing in it counts; 'chmod 600' mends that");
      assertThatThrownBy(() -> hosts.remember(certificate("esx2", TWO), ""))
          .hasMessage("others may write to it");
    }
  }

  @Test
  void aFileThatCannotBeReadKnowsNobodyAndIsNamed() throws IOException {
    Files.createDirectories(file());

    assertThat(hosts().known("esx1", 443)).isEmpty();
    assertThat(warnings).containsExactly(file() + " cannot be read: it is a directory");
  }

  @Test
  void severalWritersLoseNothingOfEachOther() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 40)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    hosts().remember(certificate("esx" + i, ONE), "");
                    return true;
                  })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(writers)) {
        assertThat(done.get()).isTrue();
      }
    }
    for (int i = 0; i < 40; i++) {
      assertThat(hosts().known("esx" + i, 443)).hasSize(1);
    }
  }

  @Test
  void theFileLiesInTheConfigurationOfTheUser() {
    assertThat(KnownHosts.locate(Map.of(), Path.of("/home/me")))
        .isEqualTo(Path.of("/home/me/.config/vireo/known_hosts"));
    assertThat(KnownHosts.locate(Map.of("XDG_CONFIG_HOME", "/xdg"), Path.of("/home/me")))
        .isEqualTo(Path.of("/xdg/vireo/known_hosts"));
  }
}
