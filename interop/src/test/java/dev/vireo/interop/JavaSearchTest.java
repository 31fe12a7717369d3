package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher and the build choose a Java, in tool/jdk.sh. */
class JavaSearchTest {
  private static final String SEARCH =
      ". tool/jdk.sh && vireo_find_java java && echo \"$vireo_java_feature $vireo_java_home\"";

  @TempDir Path home;

  private Command shell;

  @BeforeEach
  void setUp() {
    shell =
        Command.of(ForeignProgram.SH)
            .leading("-c", "cd '" + SourceTree.root() + "' && " + SEARCH)
            .with("HOME", home.toString());
  }

  @Test
  void takesTheNewestAmongThoseInstalled() throws IOException {
    javaIn("old", "21.0.4");
    Path newest = javaIn(".sdkman/candidates/java/99-tem", "99.0.1");

    assertThat(shell.with("JAVA_HOME", home.resolve("old").toString()).run().succeeded())
        .isEqualTo("99 " + newest + "\n");
  }

  @Test
  void takesTheOneThatTheUserNamesWithoutASearch() throws IOException {
    javaIn(".sdkman/candidates/java/99-tem", "99.0.1");
    Path named = javaIn("named", "21");

    assertThat(shell.with("VIREO_JAVA_HOME", named.toString()).run().succeeded())
        .isEqualTo("21 " + named + "\n");
  }

  @Test
  void passesByEarlyAccessReleasesAndFoldersWithoutAProgram() throws IOException {
    javaIn(".jdks/98-ea", "98-ea");
    Files.delete(javaIn(".jdks/99", "99").resolve("bin/java"));
    Path newest = javaIn(".jdks/97", "97.0.2");

    assertThat(shell.run().succeeded()).isEqualTo("97 " + newest + "\n");
  }

  @Test
  void looksInThePath() throws IOException {
    Path newest = javaIn("far away", "96");

    assertThat(shell.with("PATH", newest.resolve("bin") + ":/usr/bin:/bin").run().succeeded())
        .isEqualTo("96 " + newest + "\n");
  }

  @Test
  void saysWhyTheNamedOneWillNotDo() throws IOException {
    Path tooOld = javaIn("eight", "1.8.0_452");

    Outcome outcome = shell.with("VIREO_JAVA_HOME", tooOld.toString()).run();

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr())
        .isEqualTo(
            "error: VIREO_JAVA_HOME=%s has no Java 21 or newer with bin/java\n".formatted(tooOld));
  }

  private Path javaIn(String folder, String version) throws IOException {
    Path java = home.resolve(folder);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.createFile(
        java.resolve("bin/java"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    return java;
  }
}
