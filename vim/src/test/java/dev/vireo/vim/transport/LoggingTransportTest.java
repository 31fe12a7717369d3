package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingTransportTest {

  /** Answers each request with its own body. */
  private static final class Echo implements VimTransport {
    @Override
    public WireResponse send(WireRequest request) {
      return new WireResponse(200, Map.of(), request.body());
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  /** Keeps all lines. */
  private static final class Lines implements System.Logger {
    private final List<String> lines = new ArrayList<>();

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      lines.add(text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(format);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<key>Odd.Option</key><value>%s</value>, true",
    "<name>config.extraConfig[\"odd.option\"].value</name><val>%s</val>, true",
    "<key>vnc.Password</key><value>%s</value>, true",
    "<key>vnc.keymap</key><value>%s</value>, false",
    "<password>%s</password>, true"
  })
  void valuesOfSecretOptionsAreNotLogged(String body, boolean secret) {
    Lines log = new Lines();
    String text = "<a>" + body.formatted("hunter2") + "</a>";

    try (VimTransport transport =
        new LoggingTransport(
            new Echo(), log, key -> key.toLowerCase(Locale.ROOT).equals("odd.option"))) {
      WireResponse answer = transport.send(TestRequests.post(text));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    assertThat(log.lines).hasSize(3);
    assertThat(log.lines.toString().contains("hunter2")).isEqualTo(!secret);
    assertThat(log.lines.toString().contains("redacted")).isEqualTo(secret);
  }
}
