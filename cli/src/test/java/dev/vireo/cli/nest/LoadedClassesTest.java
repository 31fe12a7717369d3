package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nested hosts need costs the start of no other command anything. */
class LoadedClassesTest {

  @ParameterizedTest
  @CsvSource({
    "list --all, false",
    "vmx lint /nowhere.vmx, false",
    "help list, false",
    "nest modernise /nowhere.xml, true"
  })
  void onlyTheNestCommandsLoadTheLibrary(String line, boolean loaded) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-c",
                "test:///default",
                line)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(log).contains(Main.class.getName());
    assertThat(log.contains(" dev.vireo.nest.")).isEqualTo(loaded);
  }
}
