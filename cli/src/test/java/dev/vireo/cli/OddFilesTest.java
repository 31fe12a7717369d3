package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of odd kinds, names and content: one sentence says what is the matter with them. */
class OddFilesTest {
  private static final String VMX =
      """
      config.version = "8"
      virtualHW.version = "19"
      guestOS = "rhel9-64"
      memsize = "2048"
      """;
  private static final String XML =
      "<domain type='vmware'><name>web</name><memory unit='GiB'>2</memory>"
          + "<os><type>hvm</type></os></domain>\n";

  @TempDir Path folder;
  private Path vmx = Path.of("");
  private Path xml = Path.of("");

  @BeforeEach
  void write() throws IOException {
    vmx = Files.writeString(folder.resolve("web.vmx"), VMX);
    xml = Files.writeString(folder.resolve("web.xml"), XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vmx lint --json",
        "vmx lint /nowhere --json",
        "vmx lint x --severity bad --json",
        "vmx lint x --without bad --json",
        "vmx diff /nowhere /nowhere --json",
        "vmx diff - - --json",
        "vmx to-xml /nowhere --json",
        "nest check --memory 4 --json",
        "nest check --esxi 99 --json",
        "nest modernise /nowhere --json",
      })
  void jsonTellsTheExitCodeOfTheProcess(String line) {
    Run run = Run.vireo(line.split(" "));

    assertThat(JsonText.object(run.err())).containsEntry("exitCode", (long) run.exitCode());
  }

  @Test
  void anEmptyNameIsNotTheCurrentDirectory() {
    assertThat(Run.vireo("vmx", "lint", ""))
        .isEqualTo(
            new Run(
                "",
                "error: a file to check has no name\nhint: write . for the current directory\n",
                2));
  }

  @Test
  void lintCallsADocumentOfXmlThat() {
    assertThat(Run.vireo("vmx", "lint", xml.toString()))
        .isEqualTo(
            new Run(
                "",
                "error: "
                    + xml
                    + ": this is XML and no VMX file\n"
                    + "hint: 'vmx from-xml' reads XML\n",
                2));
  }

  @Test
  void oneLineLikeXmlDoesNotHideTheFindingsOfTheOthers() throws IOException {
    Files.writeString(vmx, "<a b='c'>\n" + VMX.replace("2048", "2047"));

    assertThat(Run.vireo("vmx", "lint", vmx.toString()).out())
        .contains(":1: error: ")
        .contains(":5: error: ");
  }

  @Test
  void aLineStaysALineWhateverTheFileIsCalled() throws IOException {
    Path odd = folder.resolve("a\nerror: b.vmx");
    Files.writeString(odd, VMX.replace("2048", "2047"));
    String shown = folder + "/a\\x0aerror: b.vmx";

    assertThat(Run.vireo("-q", "vmx", "lint", odd.toString()).out().lines())
        .singleElement()
        .asString()
        .startsWith(shown + ":4: error: ");
    assertThat(Run.vireo("vmx", "lint", "--json", odd.toString()).out())
        .contains("/a\\nerror: b.vmx\"");
    assertThat(Run.vireo("vmx", "to-xml", odd + "x").err())
        .isEqualTo("error: Failed to open file '" + shown + "x': No such file or directory\n");
  }

  @ParameterizedTest
  @CsvSource({"web.vmx/x, Not a directory", "self.vmx, Too many levels of symbolic links"})
  void aReasonIsThatOfTheSystemAndNamesTheFileOnce(String name, String reason) throws IOException {
    Files.createSymbolicLink(folder.resolve("self.vmx"), Path.of("self.vmx"));
    Path file = folder.resolve(name);

    assertThat(Run.vireo("vmx", "to-xml", file.toString()).err())
        .isEqualTo("error: Failed to read file '" + file + "': " + reason + "\n");
  }

  @Test
  void aReasonBelowADirectoryIsThatOfTheSystem() throws IOException {
    Files.createSymbolicLink(folder.resolve("self.vmx"), Path.of("self.vmx"));

    assertThat(Run.vireo("vmx", "lint", folder.toString()).err())
        .isEqualTo(
            "error: Failed to open file '%s/self.vmx': Too many levels of symbolic links\n"
                .formatted(folder));
  }

  @Test
  void aPlaceForTheEditorThatIsNoneIsNamedWithItsVariable() {
    Run run =
        Run.with(
            Map.of("TMPDIR", vmx.toString(), "EDITOR", "true"), "", "vmx", "edit", vmx.toString());

    assertThat(run.err())
        .isEqualTo(
            "error: Failed to write file '%s': Not a directory\n".formatted(vmx)
                + "hint: the variable TMPDIR names the directory\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'domain XML, line 1: it is empty'",
    "memsize, 'domain XML, line 1: it is no XML, for it does not begin with ''<'''",
    "<domain type='vmware'><memory>1</memory><os><type>hvm</type></os></domain>, 'this is a domain of type vmware: only domains of type kvm and qemu"
        + " can hold a nested host'",
  })
  void modernisingNamesTheFile(String content, String problem) throws IOException {
    Files.writeString(xml, content);

    assertThat(Run.vireo("nest", "modernise", xml.toString()))
        .isEqualTo(new Run("", "error: " + xml + ": " + problem + "\n", 1));
  }

  @Test
  void aFileThatIsWrittenAnewIsLookedAtAsByLint() {
    Run run =
        Run.vireo(
            "vmx",
            "from-xml",
            xml.toString(),
            "--guest-os",
            "debian99-64",
            "--hardware-version",
            "99");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines())
        .containsExactly(
            "warning: virtualHW.version: no virtual hardware newer than version 22 is known"
                + " [version]",
            "warning: guestOS: 'debian99-64' is no system that VMware knows; the nearest one is"
                + " 'debian9-64' [guest-os]");
    assertThat(Run.vireo("vmx", "from-xml", xml.toString(), "--guest-os", "rhel9-64").err())
        .isEmpty();
  }

  @Test
  void linesOfTheShellMayComeFromWindows() {
    Run run = Run.with(Map.of(), "\ufeffecho a\r\necho b\r\n", "-q");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("echo a\na", "echo b\nb").doesNotContain("\r", "\ufeff");
  }

  @Test
  void anUnknownPresetIsToldAllOfThem() {
    assertThat(Run.vireo("simulator", "--preset", "foo").err())
        .isEqualTo(
            """
            error: there is no preset 'foo'
            hint: the presets are esx80, esx41, esx35, gsx20, vcenter, vcenter-plain
            """);
  }
}
