package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, started without the launcher. */
@Timeout(120)
class OwnProcessTest {

  @TempDir private Path folder;

  @Test
  void readsNothingWhereStandardInputIsClosed() throws Exception {
    String java = System.getProperty("java.home") + "/bin/java";
    String classes = Objects.requireNonNull(System.getProperty("java.class.path"));
    List<String> command =
        List.of(
            "sh", "-c", "exec \"$0\" \"$@\" <&-", java, "-cp", classes, Main.class.getName(), "-q");
    Process vireo =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();

    assertThat(vireo.waitFor()).isZero();
    assertThat(folder.resolve("out")).hasContent("vireo # \n");
    assertThat(folder.resolve("err")).isEmptyFile();
  }
}
