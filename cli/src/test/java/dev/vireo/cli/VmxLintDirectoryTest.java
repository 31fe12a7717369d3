package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vmx.lint.VmxLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vmx lint} for whole directories, and its exit codes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // links may go in circles
class VmxLintDirectoryTest {
  private static final String GOOD =
      """
      .encoding = "UTF-8"
      config.version = "8"
      virtualHW.version = "19"
      displayName = "web"
      guestOS = "rhel9-64"
      memsize = "2048"
      """;
  private static final String BAD = GOOD.replace("2048", "2047");
  private static final String[] NO_INFO = {"--severity", "warning"};

  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Run lint(String... names) {
    String[] args = new String[names.length + 4];
    args[0] = "vmx";
    args[1] = "lint";
    System.arraycopy(names, 0, args, 2, names.length);
    System.arraycopy(NO_INFO, 0, args, names.length + 2, 2);
    return Run.vireo(args);
  }

  private static List<String> files(Run run) {
    return run.out().lines().filter(line -> line.contains(": error: ")).toList().stream()
        .map(line -> line.substring(0, line.indexOf(':')))
        .distinct()
        .toList();
  }

  @Test
  void takesAllFilesBelowAndSumsUp() throws IOException {
    write("b/c/deep.VMX", BAD);
    write("a/web.vmx", BAD);
    write("good.vmx", GOOD);
    write("a/web.vmxf", "no such format");
    write("a/web.vmx.bak", "nor this");

    Run run = lint(folder + "/");

    assertThat(files(run)).containsExactly(folder + "/a/web.vmx", folder + "/b/c/deep.VMX");
    assertThat(run.out().lines().toList()).last().isEqualTo("3 files: 2 errors");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void takesSeveralDirectoriesAndFiles() throws IOException {
    Path one = write("one.txt", BAD);
    write("a/web.vmx", GOOD);
    write("b/db.vmx", GOOD);

    Run run = lint(folder + "/a", one.toString(), folder + "/b");

    assertThat(files(run)).containsExactly(one.toString());
    assertThat(run.out()).endsWith("\n3 files: 1 error\n");
    assertThat(lint(folder + "/a")).isEqualTo(new Run("1 file: nothing found\n", "", 0));
  }

  @Test
  void printsNoSummaryToProgramsAndForSingleFiles() throws IOException {
    Path file = write("a/web.vmx", GOOD);

    assertThat(lint(file.toString())).isEqualTo(new Run("", "", 0));
    assertThat(Run.vireo("-q", "vmx", "lint", folder.toString(), "--severity=error").out())
        .isEmpty();
    assertThat(Run.vireo("vmx", "lint", folder.toString(), "--json", "--severity=error").out())
        .isEqualTo("[]\n");
  }

  @Test
  void linksInACircleEndAndNothingIsCheckedTwice() throws IOException {
    write("a/web.vmx", BAD);
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), Path.of("self"));
    Files.createSymbolicLink(folder.resolve("0-again"), Path.of("a"));
    Files.createSymbolicLink(folder.resolve("0.vmx"), Path.of("a/web.vmx"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("linked.vmx"), BAD);
    Path start = folder.resolve("start");
    Files.createDirectory(start);
    Files.createSymbolicLink(start.resolve("link"), elsewhere);

    assertThat(files(lint(folder + "/a"))).hasSize(2).contains(folder + "/a/web.vmx");
    assertThat(files(lint(start.toString()))).containsExactly(start + "/link/linked.vmx");
    Run all = lint(folder.toString());
    assertThat(files(all)).hasSize(2).contains(folder + "/a/web.vmx");
    assertThat(all.out()).endsWith("2 files: 2 errors\n");
  }

  @Test
  void reportsWhatCannotBeReadAndGoesOn() throws IOException {
    write("a/web.vmx", GOOD);
    Files.createSymbolicLink(folder.resolve("a/gone.vmx"), Path.of("nowhere"));

    Run run = lint(folder.toString());

    assertThat(run.out()).isEqualTo("1 file: nothing found; 1 could not be read\n");
    assertThat(run.err())
        .isEqualTo(
            "error: Failed to open file '" + folder + "/a/gone.vmx': No such file or directory\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aDirectoryWithoutAnyIsAMistake() throws IOException {
    write("a/notes.txt", GOOD);

    Run run = lint(folder.toString());

    assertThat(run.err())
        .isEqualTo("error: there is no *.vmx file in '" + folder + "', nor below it\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vmx lint",
        "vmx lint --severity",
        "vmx lint --sevrity error x",
        "vmx lint x --severity error --severity error",
        "vmx lint x --severity bad",
        "vmx lint x --severity=",
        "vmx lint x --without no-such-rule",
        "vmx lint - -",
        "vmx diff",
        "vmx diff a",
        "vmx diff a b c",
        "vmx diff a b --frobnicate",
        "vmx diff - -",
        "nest check --memory 4",
        "nest check extra",
      })
  void wrongUsageIsNoResult(String line) {
    Run run = Run.vireo(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: ");
  }

  @Test
  void wrongUsageOfOtherCommandsIsAFailureAsBefore() {
    assertThat(Run.vireo("vmx", "to-xml").exitCode()).isEqualTo(1);
    assertThat(Run.vireo("vmx", "lnit").exitCode()).isEqualTo(1);
  }

  @Test
  void helpListsTheRules() {
    String help = Run.vireo("help", "vmx", "lint").out();

    assertThat(VmxLint.catalogue())
        .isNotEmpty()
        .allSatisfy(
            rule -> assertThat(help).contains("  " + rule.name() + " (", rule.description()));
  }
}
