package dev.vireo.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void whatATerminalWouldActUponIsShownAsItsCode() {
    assertThat(VisibleText.of("CN=a\u001b[2J\r\nb\u009b31m\u202ec\u2028\ud800"))
        .isEqualTo("CN=a\\u{1b}[2J\\u{d}\\u{a}b\\u{9b}31m\\u{202e}c\\u{2028}\\u{d800}");
    assertThat(VisibleText.of("CN=Jörg Zürich 東京")).isEqualTo("CN=Jörg Zürich 東京");
  }

  @Test
  void whatGoesOnAndOnIsCut() {
    assertThat(VisibleText.of("x".repeat(100_000))).isEqualTo("x".repeat(400) + "...");
    assertThat(VisibleText.of("x".repeat(400))).isEqualTo("x".repeat(400));
  }
}
