package dev.vireo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectOptionsTest {

  @Test
  void theHomeDirectoryIsThatOfTheEnvironment() {
    ConnectOptions options = ConnectOptions.defaults().withEnvironment(Map.of("HOME", "/else"));

    assertThat(options.home()).isEqualTo(Path.of("/else"));
  }

  @Test
  void withoutOneInTheEnvironmentTheHomeDirectoryIsThatOfTheSystem() {
    Path system = Path.of(System.getProperty("user.home"));

    assertThat(ConnectOptions.defaults().withEnvironment(Map.of()).home()).isEqualTo(system);
    assertThat(ConnectOptions.defaults().withEnvironment(Map.of("HOME", "")).home())
        .isEqualTo(system);
  }
}
