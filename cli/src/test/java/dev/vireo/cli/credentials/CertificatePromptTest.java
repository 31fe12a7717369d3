package dev.vireo.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertificatePromptTest {

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
