package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is when writing it does not come to its end. */
class FileReplacementTest {
  @TempDir Path folder;

  private static Session session() {
    Streams streams =
        Streams.of(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    return new Session(
        GlobalOptionsParser.parse(List.of()),
        streams,
        new Output(streams, true),
        Map.of(),
        false,
        null);
  }

  @Test
  void anInterruptLeavesTheFileAsItWasAndNothingBesideIt() throws IOException {
    Path file = Files.writeString(folder.resolve("web.vmx"), "before");
    try (Session session = session()) {
      FileReplacement replacement = FileReplacement.of(new NamedFile(file.toString()), session);
      byte[] content = "after".getBytes(StandardCharsets.UTF_8);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> replacement.write(content, session))
          .isInstanceOfSatisfying(
              CommandException.class,
              e -> assertThat(e.exitCode()).isEqualTo(CommandException.INTERRUPTED))
          .hasMessage("interrupted: file '" + file + "' stays as it was");
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
  }

  @Test
  void aChangeOfTheFileIsSeen() throws IOException {
    Path file = Files.writeString(folder.resolve("web.vmx"), "before");
    try (Session session = session()) {
      FileReplacement replacement = FileReplacement.of(new NamedFile(file.toString()), session);

      assertThat(replacement.isChangedSince("before".getBytes(StandardCharsets.UTF_8))).isFalse();
      Files.writeString(file, "another");
      assertThat(replacement.isChangedSince("before".getBytes(StandardCharsets.UTF_8))).isTrue();
    }
  }

  /** What has become endless meanwhile is not read to its end. */
  @Test
  void aFileThatHasGrownTooLargeIsNotReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("web.vmx"), "before");
    try (Session session = session()) {
      FileReplacement replacement = FileReplacement.of(new NamedFile(file.toString()), session);
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(NamedFile.MAX_BYTES + 1L);
      }

      assertThatThrownBy(() -> replacement.isChangedSince(new byte[0]))
          .hasMessage("Failed to read file '" + file + "': it is larger than 32 MiB");
      assertThatThrownBy(() -> replacement.backUp("~", session))
          .hasMessage("Failed to read file '" + file + "': it is larger than 32 MiB");
      Files.delete(file);
      Files.createSymbolicLink(file, Path.of("/dev/zero"));
      assertThatThrownBy(() -> replacement.isChangedSince(new byte[0]))
          .hasMessage("Failed to read file '" + file + "': it is no regular file");
    }
  }
}
