package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands for VMX files, which need no host. */
class VmxCommandsTest {
  private static final String VMX =
      """
      # made by hand
      .encoding = "windows-1252"
      config.version = "8"
      virtualHW.version = "19"
      displayName = "B\u00fcro"
      guestOS = "rhel9-64"
      memsize = "2048"
      numvcpus = "2"
      vhv.enable = "TRUE"
      uuid.bios = "56 4d 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "pvscsi"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "disk.vmdk"
      scsi0:1.present = "TRUE"
      scsi0:1.fileName = "/vmfs/volumes/4c61f1a0-4bd0cd98/data/disk.vmdk"
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.port = "5901"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  /** A line that draws a warning: of a device that is not present. */
  private static final String STRAY = "ethernet3.virtualDev = \"e1000\"\n";

  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return file(name, content.getBytes(Charset.forName("windows-1252")));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private String vmx() throws IOException {
    return file("web.vmx", VMX);
  }

  @Test
  void showsAVmxFileAsXmlAndNothingElse() throws IOException {
    Run run = Run.vireo("vmx", "to-xml", vmx());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("<domain type='vmware'>\n  <name>B\u00fcro</name>\n")
        .endsWith("</domain>\n")
        .contains("<source file='disk.vmdk'/>", "port='5901'")
        .contains("<source file='/vmfs/volumes/4c61f1a0-4bd0cd98/data/disk.vmdk'/>")
        .doesNotContain("s3cret");
    assertThat(Run.vireo("vmx", "to-xml", vmx(), "--security-info").out()).contains("s3cret");
  }

  @Test
  void readsStandardInput() {
    Run run = Run.with(Map.of(), VMX.replace("windows-1252", "UTF-8"), "vmx", "to-xml", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("<name>B\u00fcro</name>");
    assertThat(Run.with(Map.of(), "memsize = \"3\n", "vmx", "to-xml", "-").err())
        .startsWith("error: standard input:1:");
  }

  @Test
  void namesFilesByDirectoryAndDatastores() throws IOException {
    String vmx = vmx();

    assertThat(Run.vireo("vmx", "to-xml", vmx, "--directory", "[ds 1] web/").out())
        .contains("<source file='[ds 1] web/disk.vmdk'/>", "'/vmfs/volumes/4c61f1a0");
    assertThat(
            Run.vireo(
                    "vmx",
                    "to-xml",
                    "--datastore=other=/vmfs/volumes/1",
                    "--datastore",
                    "ds 1=/vmfs/volumes/4c61f1a0-4bd0cd98",
                    "--directory=[ds 1]",
                    vmx)
                .out())
        .contains("<source file='[ds 1] disk.vmdk'/>", "<source file='[ds 1] data/disk.vmdk'/>");
  }

  @Test
  void tellsWhatXmlCannotShowWithItsPlace() throws IOException {
    String vmx =
        file(
            "nic.vmx",
            VMX
                + "ethernet0.present = \"1\"\nserial0.present = \"TRUE\"\n"
                + "serial0.fileType = \"thinprint\"\n");
    Run run = Run.vireo("vmx", "to-xml", vmx);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("</domain>\n");
    assertThat(run.err()).contains("warning: " + vmx + ":22: serial0.fileType: ");
  }

  @Test
  void anUneditedDomainLeavesItsVmxFileAsItIs() throws IOException {
    String vmx = vmx();
    String xml = file("web.xml", utf8(Run.vireo("vmx", "to-xml", vmx, "--security-info").out()));
    byte[] written = bytes("vmx", "from-xml", xml, "--keep", vmx);

    assertThat(written).isEqualTo(Files.readAllBytes(Path.of(vmx)));
  }

  @Test
  void theXmlOfAnOlderLibvirtCanBeBroughtBackToo() throws IOException {
    String vmx =
        file("vc.vmx", VMX + "vc.uuid = \"50 2e 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d\"\n");
    String xml = Run.vireo("vmx", "to-xml", vmx, "--security-info", "--legacy-uuid").out();
    assertThat(xml).contains("<uuid>564d0001-0203-0405-0607-08090a0b0c0d</uuid>");
    String saved = file("vc.xml", utf8(xml));

    assertThat(bytes("vmx", "from-xml", saved, "--keep", vmx, "--legacy-uuid"))
        .isEqualTo(Files.readAllBytes(Path.of(vmx)));
  }

  @Test
  void anEditChangesItsKeysOnly() throws IOException {
    String vmx = vmx();
    String xml = Run.vireo("vmx", "to-xml", vmx, "--security-info").out();
    String edited = file("web.xml", utf8(xml.replace("<vcpu placement='static'>2", "<vcpu>4")));

    assertThat(bytes("vmx", "from-xml", edited, "--keep", vmx))
        .isEqualTo(
            VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\"")
                .getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void writesANewFileForTheHardwareThatIsAskedFor() throws IOException {
    String xml = file("web.xml", utf8(Run.vireo("vmx", "to-xml", vmx()).out()));

    assertThat(Run.vireo("vmx", "from-xml", xml).out())
        .contains("virtualHW.version = \"20\"\n", "guestOS = \"other-64\"\n")
        .contains("scsi0:0.fileName = \"disk.vmdk\"\n")
        .endsWith("\"\n")
        .doesNotEndWith("\n\n");
    assertThat(
            Run.vireo(
                    "vmx", "from-xml", xml, "--hardware-version", "13", "--guest-os", "debian11-64")
                .out())
        .contains("virtualHW.version = \"13\"\n", "guestOS = \"debian11-64\"\n");
    assertThat(Run.vireo("vmx", "from-xml", xml, "--product", "esx:6.7").out())
        .contains("virtualHW.version = \"14\"\n");
    assertThat(Run.vireo("vmx", "from-xml", xml, "--product", "gsx:2.0").out())
        .contains("virtualHW.version = \"7\"\n");
  }

  @Test
  void writesDatastorePathsAsTheHostHasThem() throws IOException {
    String vmx = vmx();
    String xml = file("web.xml", utf8(Run.vireo("vmx", "to-xml", vmx, "--directory=[ds] w").out()));

    assertThat(Run.vireo("vmx", "from-xml", xml).out())
        .contains("scsi0:0.fileName = \"/vmfs/volumes/ds/w/disk.vmdk\"\n");
    assertThat(Run.vireo("vmx", "from-xml", xml, "--datastore", "ds=C:\\Machines").out())
        .contains("scsi0:0.fileName = \"C:\\Machines\\w\\disk.vmdk\"\n");
  }

  @Test
  void readsNamesOfDatastoresWithBrackets() throws IOException {
    String vmx = vmx();
    String xml =
        file("web.xml", utf8(Run.vireo("vmx", "to-xml", vmx, "--directory=[ds [1]] w").out()));

    assertThat(Run.vireo("vmx", "from-xml", xml).out())
        .contains("scsi0:0.fileName = \"/vmfs/volumes/ds [1]/w/disk.vmdk\"\n");
    assertThat(
            Run.vireo("vmx", "to-xml", vmx, "--directory=[a]b] w", "--datastore", "a]b=/x").out())
        .contains("<source file='[a]b] w/disk.vmdk'/>");
    assertThat(
            Run.vireo("vmx", "from-xml", xml, "--datastore", "ds [1]=/x", "--datastore", "ds=/y")
                .out())
        .contains("scsi0:0.fileName = \"/x/w/disk.vmdk\"\n");
  }

  @Test
  void findsWhatIsWrongInWhichLine() throws IOException {
    String bad = file("bad.vmx", VMX + "memsize = \"1024\"\nscsi0:0.mode = \"odd\"\n");
    String good = file("good.vmx", VMX);
    Run run = Run.vireo("vmx", "lint", good, bad);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(bad + ":20: ").doesNotContain(good + ":20: ");
    assertThat(run.out().lines())
        .allMatch(line -> line.matches(".*: (error|warning|info): .* \\[[a-z-]+]"));
  }

  @ParameterizedTest
  @CsvSource({"memsize = \"1024\", 0, info", "memsize = \"1023\", 2, error"})
  void theExitCodeOfLintIsTheWorstSeverity(String line, int exitCode, String severity)
      throws IOException {
    String text = VMX.replace("memsize = \"2048\"", line);
    Run run = Run.vireo("vmx", "lint", file("x.vmx", text), "--severity", severity);

    assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
  }

  @Test
  void warningsAreExitCodeOneUnlessTheyAreLeftOut() throws IOException {
    String stray = file("stray.vmx", VMX + STRAY);
    Run run = Run.vireo("vmx", "lint", stray, "--severity=warning");

    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    String rule = run.out().substring(run.out().lastIndexOf('[') + 1, run.out().lastIndexOf(']'));
    assertThat(Run.vireo("vmx", "lint", stray, "--severity=warning", "--without", rule))
        .isEqualTo(new Run("", "", 0));
    assertThat(Run.vireo("vmx", "lint", stray, "--severity", "error").exitCode()).isZero();
  }

  @Test
  void lintPrintsJson() throws IOException {
    String stray = file("stray.vmx", VMX + STRAY);

    assertThat(Run.vireo("vmx", "lint", stray, "--json", "--severity", "warning").out())
        .startsWith("[")
        .contains("\"file\": \"" + stray + "\"", "\"line\": 20", "\"severity\": \"warning\"");
    assertThat(Run.vireo("--json", "vmx", "lint", vmx(), "--severity", "error").out())
        .isEqualTo("[]\n");
  }

  @Test
  void lintGoesOnBehindAFileThatCannotBeRead() throws IOException {
    String bad = file("bad.vmx", "memsize = \"1023\"\n");
    Run run = Run.vireo("vmx", "lint", "no-such.vmx", bad);

    assertThat(run.out()).contains(bad + ":1: error: ");
    assertThat(run.err())
        .isEqualTo("error: Failed to open file 'no-such.vmx': No such file or directory\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void diffTellsByItsExitCodeAndShowsNoPassword() throws IOException {
    String left = vmx();
    String same =
        file("same.vmx", "# other\n" + VMX.replace("present = \"TRUE\"", "present = \"true\""));
    String other =
        file(
            "other.vmx",
            VMX.replace("2048", "4096").replace("s3cret", "other").replace("vhv", "v"));

    assertThat(Run.vireo("vmx", "diff", left, same)).isEqualTo(new Run("", "", 0));
    Run run = Run.vireo("vmx", "diff", left, other);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "memsize: \"2048\" -> \"4096\"\n",
            "vhv.enable: \"TRUE\" -> (not there)\n",
            "RemoteDisplay.vnc.password: (not shown)\n")
        .doesNotContain("s3cret");
    String keys = file("keys.vmx", VMX + "RemoteDisplay.vnc.key = \"s3cret\"\n");
    assertThat(Run.vireo("vmx", "diff", keys, left).out())
        .isEqualTo("RemoteDisplay.vnc.key: (not shown)\n");
    assertThat(Run.vireo("vmx", "diff", keys, left, "--json").out())
        .contains("vnc.key")
        .doesNotContain("s3cret");
    assertThat(Run.vireo("vmx", "diff", left, other, "--json").out())
        .contains("\"key\": \"memsize\"", "\"left\": \"2048\"", "\"right\": \"4096\"")
        .doesNotContain("s3cret");
    assertThat(Run.vireo("vmx", "diff", left, "no-such").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vmx | command 'vmx' needs a word that says what to do: diff, edit, from-xml, lint, set,"
            + " to-xml",
        "vmx lnit x | unknown command: 'vmx lnit'",
        "vmx to-xml | command 'vmx to-xml' requires <file> option",
        "vmx to-xml {dir} | Failed to read file '{dir}': Is a directory",
        "vmx to-xml no.vmx | Failed to open file 'no.vmx': No such file or directory",
        "vmx to-xml {syntax} | {syntax}:2:1: a key was expected",
        "vmx to-xml {vmx} --datastore /vmfs | --datastore '/vmfs' is not NAME=PATH => write it"
            + " like datastore1=/vmfs/volumes/4c61f1a0-4bd0cd98",
        "vmx to-xml {vmx} --datastore ds=volumes/1 | --datastore 'ds=volumes/1': the path is not"
            + " absolute => write it like /vmfs/volumes/ds or C:\\Machines",
        "vmx to-xml {vmx} --datastore ds=/a --datastore ds=/b | --datastore names 'ds' twice => a"
            + " datastore has one path",
        "vmx to-xml {vmx} --directory web | --directory 'web' is not a directory of a datastore"
            + " => write it like '[datastore1] web'",
        "vmx to-xml {vmx} too-many | unexpected data 'too-many'",
        "vmx from-xml {vmx} | {vmx}: this is no XML => 'vmx to-xml' makes XML of a VMX file",
        "vmx to-xml {xml} | {xml}: this is XML and no VMX file => 'vmx from-xml' reads XML",
        "vmx from-xml {half} | {half}: domain XML, line 1: ",
        "vmx from-xml {xml} --hardware-version 3 | --hardware-version 3 is too old, the oldest is"
            + " 4",
        "vmx from-xml {xml} --hardware-version x | Numeric value 'x' for <hardware-version> option",
        "vmx from-xml {xml} --product esx | --product 'esx' is not PRODUCT:VERSION with one of",
        "vmx from-xml {xml} --product esx:new | --product 'esx:new' is not PRODUCT:VERSION with one of"
            + " esx, vcenter, gsx, workstation, fusion => write it like esx:8.0",
        "vmx from-xml {xml} --keep {vmx} --guest-os x | Options --guest-os and --keep are mutually",
        "vmx from-xml - --keep - | only one of the two files can be standard input",
        "vmx diff - - | only one of the two files can be standard input",
        "vmx lint {vmx} --severity bad | --severity 'bad' is not one of error, warning, info",
        "vmx lint {vmx} --without no-rule | there is no rule 'no-rule' => the rules are ",
        "vmx lint | command 'vmx lint' requires <file> option",
      })
  void aMistakeIsToldInOneSentence(String line, String message) throws IOException {
    Map<String, String> values =
        Map.of(
            "{dir}", folder.toString(),
            "{vmx}", vmx(),
            "{xml}", file("d.xml", "<domain type='vmware'/>"),
            "{half}", file("half.xml", "<domain"),
            "{syntax}", file("syntax.vmx", "memsize = \"64\"\n= \"3\"\n"));
    String filled = line;
    String expected = message;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
      expected = expected.replace(value.getKey(), value.getValue());
    }
    Run run = Run.vireo(filled.split(" "));

    assertThat(run.err().replace("\nhint: ", " => ")).startsWith("error: " + expected.strip());
    assertThat(run.err().lines().filter(each -> !each.startsWith("hint: "))).hasSize(1);
    assertThat(run.out().strip()).isEmpty();
    assertThat(run.exitCode()).isPositive();
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    String large = file("large.vmx", new byte[NamedFile.MAX_BYTES + 1]);

    assertThat(Run.vireo("vmx", "to-xml", large).err())
        .isEqualTo("error: Failed to read file '" + large + "': it is larger than 32 MiB\n");
  }

  @Test
  void helpKnowsTheCommandsByBothWords() {
    assertThat(Run.vireo("help", "vmx", "lint").out()).startsWith("  NAME\n    vmx lint - ");
    assertThat(Run.vireo("vmx", "lint", "--help").out()).startsWith("  NAME\n    vmx lint - ");
    assertThat(Run.vireo("help 'vmx lint'").out()).startsWith("  NAME\n    vmx lint - ");
    assertThat(Run.vireo("help", "vmx").out())
        .startsWith(" VMX Files (help keyword 'vmx'):\n    vmx diff ")
        .isEqualTo(Run.vireo("vmx", "--help").out());
    assertThat(Run.vireo("help", "vmx", "x").err())
        .isEqualTo(
            """
            error: command or command group 'vmx x' doesn't exist
            hint: 'help' alone lists the commands and topics
            """);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Standard output of a run, which may be in any encoding. */
  private static byte[] bytes(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    int exitCode =
        Vireo.run(
            List.of(args),
            Streams.of(
                nothing,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8)),
            Map.of());
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    return out.toByteArray();
  }

  @Test
  void lintReadsStandardInputOnce() {
    Run run = Run.vireo("vmx", "lint", "-", "-");

    assertThat(run.err()).contains("only one of the files can be standard input");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void anEditThatTheEncodingOfTheFileCannotHoldSaysWhatToDo() throws IOException {
    String vmx =
        file(
            "latin.vmx",
            """
            .encoding = "ISO-8859-1"
            config.version = "8"
            virtualHW.version = "8"
            displayName = "a"
            memsize = "64"
            """);
    String xml =
        file(
            "euro.xml",
            Run.vireo("vmx", "to-xml", vmx).out().replace("<name>a<", "<name>&#x20ac;<"));

    Run run = Run.vireo("vmx", "from-xml", xml, "--keep", vmx);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("line 4: displayName has to consist of characters of ISO-8859-1", "UTF-8")
        .doesNotContain("internal error");
  }

  @Test
  void anEncryptedConfigurationIsRefused() throws IOException {
    String vmx = file("secret.vmx", "config.version = \"8\"\nencryption.data = \"AAAA\"\n");

    Run run = Run.vireo("vmx", "to-xml", vmx);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("secret.vmx: line 2: encryption.data");
  }

  @Test
  void aPasswordThatTheXmlDoesNotHaveIsRemovedWithAWarning() throws IOException {
    String vmx = vmx();
    String xml = file("web.xml", utf8(Run.vireo("vmx", "to-xml", vmx).out()));

    Run run = Run.vireo("vmx", "from-xml", xml, "--keep", vmx);

    assertThat(run.out()).doesNotContain("s3cret");
    assertThat(run.err()).contains("RemoteDisplay.vnc.password: was removed").doesNotContain("s3c");
  }

  @Test
  void helpSaysWhatDoesNotGoWithKeep() {
    assertThat(Run.vireo("vmx", "from-xml", "--help").out())
        .contains("neither with --product nor with --keep");
  }
}
