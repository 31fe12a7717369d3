package dev.vireo.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.auth.UntrustedCertificate;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatePromptTest {
  @TempDir private Path folder;

  private UntrustedCertificate certificate(String host, String reason) throws Exception {
    Path file = folder.resolve("long.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-genkeypair", "-alias", "a", "-keyalg", "EC", "-groupname", "secp384r1"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of("-dname", "CN=" + "x".repeat(500), "-keystore", file.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    X509Certificate made = (X509Certificate) Objects.requireNonNull(keys.getCertificate("a"));
    return new UntrustedCertificate(host, 443, reason, "AB:CD", made);
  }

  @Test
  void allThatAServerSaysOfItselfIsHarmless() throws Exception {
    UntrustedCertificate shown = certificate("h\u001b[1m", "it is \u001b[2J");

    String text = CertificatePrompt.describe(shown, shown.notBefore());

    String name = "CN=" + "x".repeat(397) + "...\n";
    assertThat(text)
        .startsWith("The certificate of h\\x1b[1m:443 is not trusted: it is \\x1b[2J.\n")
        .contains("\n  Subject:  " + name, "\n  Issuer:   " + name, "\n  SHA-256:  AB:CD\n");
  }

  @Test
  void anAddressThatHasColonsHasBrackets() throws Exception {
    UntrustedCertificate shown = certificate("2001:db8::1", "it is self-signed");

    assertThat(CertificatePrompt.describe(shown, shown.notBefore()))
        .startsWith("The certificate of [2001:db8::1]:443 is not trusted: it is self-signed.\n");
  }

  @Test
  void aTimeOutsideOfItsOwnIsSaid() throws Exception {
    UntrustedCertificate shown = certificate("h", "it is self-signed");

    assertThat(CertificatePrompt.describe(shown, shown.notBefore())).doesNotContain(", so it");
    assertThat(CertificatePrompt.describe(shown, shown.notAfter())).doesNotContain(", so it");
    assertThat(CertificatePrompt.describe(shown, shown.notAfter().plusSeconds(1)))
        .contains(shown.notAfter() + ", so it has expired\n");
    assertThat(CertificatePrompt.describe(shown, shown.notBefore().minusSeconds(1)))
        .contains(shown.notAfter() + ", so it is not valid yet\n");
  }

  @Test
  void whatATerminalWouldActUponIsShownAsItsBytesOnOneLine() {
    assertThat(CertificatePrompt.excerpt("CN=a\u001b[2J\r\nb\u202ec"))
        .isEqualTo("CN=a\\x1b[2J\\x0d\\x0ab\\xe2\\x80\\xaec");
    assertThat(CertificatePrompt.excerpt("CN=Jörg Zürich 東京")).isEqualTo("CN=Jörg Zürich 東京");
  }

  @Test
  void whatGoesOnAndOnIsCut() {
    assertThat(CertificatePrompt.excerpt("x".repeat(100_000))).isEqualTo("x".repeat(400) + "...");
    assertThat(CertificatePrompt.excerpt("x".repeat(400))).isEqualTo("x".repeat(400));
  }
}
