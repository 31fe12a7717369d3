package dev.vireo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BoundedFileTest {

  @TempDir private Path directory;

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static String reasonOf(Path file, Duration patience) {
    IOException failure =
        catchThrowableOfType(IOException.class, () -> BoundedFile.read(file, patience));
    return BoundedFile.reason(file, failure);
  }

  @Test
  void aDeviceWithoutAnEndIsTooLarge() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero));

    assertThat(reasonOf(zero, BoundedFile.PATIENCE)).isEqualTo("it is larger than 1 MiB");
  }

  @Test
  void aPipeThatNobodyWritesToIsNotWaitedForForever() throws Exception {
    assertThat(reasonOf(pipe(), Duration.ofMillis(20))).startsWith("nobody has written to it");
  }

  @Test
  void whoeverWaitsForAPipeCanBeInterrupted() throws Exception {
    Path pipe = pipe();
    Thread.currentThread().interrupt();

    assertThat(reasonOf(pipe, BoundedFile.PATIENCE)).isEqualTo("interrupted");
    assertThat(Thread.interrupted()).as("interrupt is kept").isTrue();
  }

  @Test
  void whatAnotherWritesIntoAPipeIsRead() throws Exception {
    Path pipe = pipe();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Files.writeString(pipe, "from a pipe");
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(new String(BoundedFile.read(pipe), StandardCharsets.UTF_8)).isEqualTo("from a pipe");
    writer.join();
  }

  @Test
  void aDirectoryAndAMissingFileAreSaid() {
    assertThat(reasonOf(directory, BoundedFile.PATIENCE)).isEqualTo("it is a directory");
    assertThat(reasonOf(directory.resolve("x"), BoundedFile.PATIENCE)).isEqualTo("no such file");
  }

  @Test
  void theLargestFileIsRead() throws IOException {
    Path file = Files.write(directory.resolve("file"), new byte[BoundedFile.MAX_BYTES]);

    assertThat(BoundedFile.read(file)).hasSize(BoundedFile.MAX_BYTES);
    Files.write(file, new byte[BoundedFile.MAX_BYTES + 1]);
    assertThat(reasonOf(file, BoundedFile.PATIENCE)).isEqualTo("it is larger than 1 MiB");
  }
}
