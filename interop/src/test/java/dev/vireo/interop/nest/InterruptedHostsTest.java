package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Main;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process of its own, which a signal reaches while libvirt starts its host. */
@Needs({ForeignProgram.LIBVIRTD, ForeignProgram.QEMU, ForeignProgram.VIRSH})
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedHostsTest {

  @TempDir private Path libvirtFolder;
  @TempDir private Path folder;
  @TempDir private Path media;

  private PrivateLibvirt libvirt;

  InterruptedHostsTest() {}

  @BeforeEach
  void start() throws IOException, InterruptedException {
    libvirt = PrivateLibvirt.start(libvirtFolder);
    libvirt.inside("ip", "link", "add", "br-lab", "type", "bridge");
    libvirt.inside("ip", "link", "set", "br-lab", "up");
    Path pipes = Files.createDirectory(libvirtFolder.resolve("pipes"));
    for (String name : List.of("starting", "go-on")) {
      run("mkfifo", pipes.resolve(name).toString());
    }
  }

  @AfterEach
  void stop() {
    libvirt.close();
  }

  @ParameterizedTest
  @CsvSource({"INT, true, 130", "TERM, false, 143", "HUP, true, 129"})
  void aHostThatLibvirtStartsIsTakenBack(String signal, boolean wholeGroup, int exitCode)
      throws IOException, InterruptedException {
    // Waits at its own end of two pipes until the test is at the other.
    Path pipes = libvirtFolder.resolve("pipes");
    libvirt.whenStarting(
        "echo starting >%1$s/starting\ncat %1$s/go-on >/dev/null\n".formatted(pipes));
    Path errors = media.resolve("errors");
    Process command =
        vireo(
                "create",
                "esxi-1",
                "--esxi=8.0",
                "--start",
                "--emulate",
                "--bridge=br-lab",
                "--memory=64MiB",
                "--directory=" + folder,
                "--accept-known-bad",
                "--overcommit")
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(Files.readString(pipes.resolve("starting"))).isEqualTo("starting\n");
      end(command, signal, wholeGroup);
      Files.writeString(pipes.resolve("go-on"), "");

      assertThat(command.waitFor()).isEqualTo(exitCode);
      assertThat(Files.readString(errors)).contains("interrupted").doesNotContain("stays");
      assertThat(libvirt.host().domainNames()).isEmpty();
      assertThat(files()).isEmpty();
      assertThat(libvirt.inside("ps", "-e", "-o", "comm")).doesNotContain("qemu-system");
    } finally {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, true, 130", "TERM, false, 143"})
  @Needs(ForeignProgram.XORRISO)
  void aCopyOfAnIsoIsTakenBack(String signal, boolean wholeGroup, int exitCode)
      throws IOException, InterruptedException {
    Path iso = StandInIso.in(media, StandInIso.BOOT_CONFIG);
    Path pipe = libvirtFolder.resolve("pipes/starting");
    Path programs = Files.createDirectory(libvirtFolder.resolve("programs"));
    Path xorriso =
        Files.writeString(
            programs.resolve("xorriso"),
            """
            #!/bin/sh
            case "$*" in *-commit*) echo copying >%s; while :; do :; done ;; esac
            exec %s "$@"
            """
                .formatted(pipe, ForeignProgram.XORRISO.path()));
    Files.setPosixFilePermissions(xorriso, PosixFilePermissions.fromString("rwx------"));
    Path password = Files.writeString(media.resolve("password"), "Correct-horse-7\n");
    Path errors = media.resolve("errors");
    ProcessBuilder builder =
        vireo(
                "install",
                "esxi-1",
                "--esxi=8.0",
                "--iso=" + iso,
                "--accept-eula",
                "--password-file=" + password,
                "--emulate",
                "--bridge=br-lab",
                "--memory=64MiB",
                "--directory=" + folder,
                "--accept-known-bad",
                "--overcommit")
            .redirectError(errors.toFile());
    builder.environment().merge("PATH", programs + ":", (old, more) -> more + old);
    Process command = builder.start();
    try {
      assertThat(Files.readString(pipe)).isEqualTo("copying\n");
      end(command, signal, wholeGroup);

      assertThat(command.waitFor()).isEqualTo(exitCode);
      assertThat(Files.readString(errors)).contains("error: interrupted while " + iso);
      assertThat(files()).isEmpty();
      assertThat(libvirt.inside("ps", "-e", "-o", "args")).doesNotContain("xorriso");
    } finally {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Sends a signal to the command, as a terminal does also to what the command runs. */
  private static void end(Process command, String signal, boolean wholeGroup)
      throws IOException, InterruptedException {
    ProcessHandle java = command.children().findFirst().orElseThrow();
    Stream<ProcessHandle> children = wholeGroup ? java.descendants() : Stream.empty();
    for (ProcessHandle each : Stream.concat(children, Stream.of(java)).toList()) {
      run("kill", "-" + signal, Long.toString(each.pid()));
    }
  }

  /** The command where the daemon runs, with signals that do something, as in a terminal. */
  private ProcessBuilder vireo(String... args) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "nest"));
    line.addAll(List.of(args));
    line.addAll(List.of("--libvirt", libvirt.uri()));
    List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT,HUP,TERM"));
    all.addAll(line);
    return new ProcessBuilder(libvirt.lineInside(all))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
