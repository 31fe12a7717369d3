package dev.vireo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.Outcome;
import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed command, as a process of its own. */
@Needs(ForeignProgram.VIREO)
class LauncherTest {
  private static final List<String> LIST = List.of("-c", "test:///default", "list", "--all");

  @TempDir Path folder;

  @Test
  void listsTheEmbeddedHost() {
    Outcome outcome = vireo().run(LIST);

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stdout()).startsWith(" Id   Name").endsWith("\n\n");
  }

  @Test
  void doesNotCallSuccessWhatDidNotFitOnTheDisk() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no disk that is always full");

    Outcome outcome = shell("exec '" + ForeignProgram.VIREO.path() + "' --version >/dev/full");

    assertThat(outcome.stderr())
        .isEqualTo("error: standard output cannot be written: No space left on device\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void endsSilentlyWhenNobodyReadsAnyMore() {
    Outcome outcome = shell("'" + ForeignProgram.VIREO.path() + "' help | head -n 1");

    assertThat(outcome).isEqualTo(new Outcome(0, "Grouped commands:\n", ""));
  }

  @Test
  void startsThroughALink() throws IOException {
    Path link = folder.resolve("vireo");
    Path relative = folder.resolve("again");
    Files.createSymbolicLink(link, ForeignProgram.VIREO.path());
    Files.createSymbolicLink(relative, Path.of("vireo"));

    assertThat(shell("exec '" + relative + "' --version")).isEqualTo(vireo().run("--version"));
  }

  @Test
  void goesOnSilentlyWithAnUnusableCache() throws IOException {
    Path copy = copyOfInstalledDirectory();
    Path cache = cacheOf(copy);
    Files.write(cache, "not a cache".getBytes(StandardCharsets.UTF_8));

    assertThat(shell("exec '" + copy + "/bin/vireo' --version"))
        .isEqualTo(vireo().run("--version"));
  }

  @Test
  void goesOnSilentlyWithoutACache() throws IOException {
    Path copy = copyOfInstalledDirectory();
    Files.delete(cacheOf(copy));

    assertThat(shell("exec '" + copy + "/bin/vireo' --version"))
        .isEqualTo(vireo().run("--version"));
  }

  @Test
  void goesOnSilentlyWhenItsJarsAreNewerThanTheCache() throws IOException {
    Path copy = copyOfInstalledDirectory();
    Path jar = copy.resolve("lib/vireo.jar");
    Files.copy(jar, copy.resolve("lib/again.jar"));
    Files.move(copy.resolve("lib/again.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
    String options = "VIREO_JAVA_OPTIONS='-Xlog:class+load:stderr' ";

    assertThat(shell("exec '" + copy + "/bin/vireo' --version"))
        .isEqualTo(vireo().run("--version"));
    assertThat(shell(options + "exec '" + copy + "/bin/vireo' --version").stderr())
        .contains("dev.vireo.cli.Main source: ")
        .doesNotContain("dev.vireo.cli.Main source: shared objects file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C",
        "POSIX",
        "C.UTF-8",
        "xx_YY.UTF-8",
        "xx_YY",
        "xx_YY.ISO-8859-1",
        "xx_YY@euro",
        "xx"
      })
  void takesWordsVariablesAndFileNamesForUtf8(String locale) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Büro.vmx"),
            "config.version = \"8\"\nvirtualHW.version = \"19\"\ndisplayName = \"a\"\n");
    Command vireo = vireo().with("LC_ALL", locale);

    assertThat(vireo.run("-c", "test:///default", "domstate", "Büro/Test 100%").stdout())
        .isEqualTo("shut off\n\n");
    assertThat(vireo.run("vmx", "to-xml", file.toString()).stdout()).contains("<name>a</name>");
    assertThat(vireo.with("VIREO_DEFAULT_CONNECT_URI", "bü://").run("uri").stderr())
        .contains("Unable to parse URI bü://");
  }

  @Test
  void saysThatTheShellHasEmptiedWhatIsRead() throws IOException {
    Path vmx =
        Files.writeString(
            folder.resolve("web.vmx"),
            "config.version = \"8\"\nvirtualHW.version = \"19\"\ndisplayName = \"a\"\n");
    Path xml = folder.resolve("web.xml");
    String vireo = "'" + ForeignProgram.VIREO.path() + "' ";
    Files.writeString(xml, vireo().run("vmx", "to-xml", vmx.toString()).stdout());
    String content = Files.readString(vmx);

    for (String command :
        List.of(
            "vmx from-xml '%s' --keep '%s' > '%2$s'",
            "vmx to-xml '%2$s' > '%2$s'",
            "vmx set '%2$s' vcpu=2 --output - > '%2$s'",
            "vmx from-xml '%s' --keep '%s' >> '%2$s'")) {
      Files.writeString(vmx, content);
      Outcome outcome = shell("exec " + vireo + command.formatted(xml, vmx));

      String emptied = command.contains(">>") ? "" : ": the shell has emptied it for '>' already";
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.stderr())
          .isEqualTo(
              "error: '%s' is read, and standard output goes to it, too%s\n".formatted(vmx, emptied)
                  + "hint: --output FILE writes safely\n");
    }
    assertThat(vmx).hasContent(content);
    Outcome safe =
        shell(
            "exec "
                + vireo
                + "vmx from-xml '%s' --keep '%s' --output '%2$s' >> '%2$s'".formatted(xml, vmx));
    assertThat(safe).isEqualTo(new Outcome(0, "", ""));
    assertThat(vmx).hasContent(content);
  }

  @Test
  void knowsTheWordsOfVirshWhereItIsInstalled() {
    assertThat(vireo().run("net-list"))
        .isEqualTo(
            new Outcome(
                1, "", "error: 'net-list' is a command of virsh that Vireo does not have yet\n"));
  }

  @Test
  void printsTheManualInRoffWhereNobodyReadsIt() {
    Outcome outcome = vireo().with("PAGER", "false").run("man");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stdout()).startsWith(".TH VIREO 1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"})
  void takesNothingForInputThatIsClosed(String closed) throws IOException {
    for (String command : List.of("", "list", "-c test:///default")) {
      Path seen = folder.resolve("seen");
      Outcome outcome =
          shell(
              "{ '%s' %s %s; } >'%s' 2>&1"
                  .formatted(ForeignProgram.VIREO.path(), command, closed, seen));

      assertThat(outcome.exitCode()).isEqualTo(command.equals("list") ? 1 : 0);
      assertThat(seen).content().doesNotContain("unknown command", "\ufffd", "Error occurred");
    }
  }

  @Test
  void takesNothingForAPasswordWhereInputIsClosed() {
    Outcome outcome =
        shell("exec '" + ForeignProgram.VIREO.path() + "' -c esx://root@127.0.0.1:9/ list <&-");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stderr()).startsWith("error: failed to connect to the hypervisor\n");
  }

  @Test
  void takesNothingForInputThatIsClosedWithoutTheLauncherEither() {
    String java = System.getProperty("java.home") + "/bin/java";
    Path jar = SourceTree.root().resolve("cli/target/dist/lib/vireo.jar");

    assertThat(shell("exec '" + java + "' -cp '" + jar + "' dev.vireo.cli.Main -q <&-"))
        .isEqualTo(new Outcome(0, "vireo # \n", ""));
  }

  @Test
  void saysOnStandardErrorOnlyWhatJavaHasToSay() {
    Outcome outcome =
        shell("VIREO_JAVA_OPTIONS=-Xmx1k exec '" + ForeignProgram.VIREO.path() + "' --version");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).contains("Too small maximum heap");
  }

  @ParameterizedTest
  @ValueSource(ints = {6_000_000, 2_000_000, 1_000_000})
  void startsWithLittleVirtualMemory(int limit) {
    String list = "exec '" + ForeignProgram.VIREO.path() + "' -c test:///default list --all";

    assertThat(shell("ulimit -v " + limit + "; " + list)).isEqualTo(vireo().run(LIST));
  }

  @Test
  void saysThatThereIsTooLittleVirtualMemory() {
    assertThat(shell("ulimit -v 300000; exec '" + ForeignProgram.VIREO.path() + "' --version"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "error: the limit on virtual memory, 300000 KiB, is too low for Java: raise it with"
                    + " 'ulimit -v' to 1000000 or more\n"));
  }

  @Test
  void worksInADirectoryThatIsNoLongerThere() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    String vireo = "'" + ForeignProgram.VIREO.path() + "'";
    String leave = "cd '" + gone + "' && rmdir '" + gone + "' && ";

    assertThat(shell(leave + vireo + " -c test:///default list --all").stdout())
        .isEqualTo(vireo().run(LIST).stdout());
    Files.createDirectory(gone);
    Outcome lint = shell(leave + vireo + " vmx lint etc/passwd");
    assertThat(lint.stderr())
        .endsWith("error: Failed to open file 'etc/passwd': No such file or directory\n");
    assertThat(lint.exitCode()).isEqualTo(2);
    Files.createDirectory(gone);
    assertThat(shell(leave + "mkdir '" + gone + "' && " + vireo + " -q pwd").stdout())
        .isEqualTo(gone.toRealPath() + "\n");
  }

  @Test
  void leavesACacheAloneThatIsNotTheOneThatWasMade() throws IOException {
    Path copy = copyOfInstalledDirectory();
    Path cache = cacheOf(copy);
    byte[] bytes = Files.readAllBytes(cache);
    new Random(1).nextBytes(bytes);
    byte[] start = Files.readAllBytes(cache);
    System.arraycopy(start, 0, bytes, 0, bytes.length / 3);
    Files.write(cache, bytes);
    String command = "exec '" + copy + "/bin/vireo' --version";

    assertThat(shell(command)).isEqualTo(vireo().run("--version"));
    Files.delete(cache);
    Files.createDirectory(cache);
    assertThat(shell(command)).isEqualTo(vireo().run("--version"));
    Files.delete(cache);
    assertThat(shell("mkfifo '" + cache + "' && " + command)).isEqualTo(vireo().run("--version"));
  }

  private static Command vireo() {
    return onThisJava(Command.of(ForeignProgram.VIREO));
  }

  private static Outcome shell(String script) {
    return onThisJava(Command.of(ForeignProgram.SH)).run("-c", script);
  }

  private static Command onThisJava(Command command) {
    return command.with("VIREO_JAVA_HOME", System.getProperty("java.home"));
  }

  private static Path cacheOf(Path installed) throws IOException {
    try (var files = Files.list(installed)) {
      return files
          .filter(file -> file.getFileName().toString().matches("remote\\.(aot|jsa)"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Path copyOfInstalledDirectory() throws IOException {
    Path from = SourceTree.root().resolve("cli/target/dist");
    Path to = folder.resolve("a copy");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }
}
