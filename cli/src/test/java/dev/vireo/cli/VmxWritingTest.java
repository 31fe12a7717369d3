package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that write what they have read, or something made of it. */
class VmxWritingTest {
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
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  @TempDir Path folder;
  private Path vmx;
  private Path xml;

  @BeforeEach
  void writeFiles() throws IOException {
    vmx = folder.resolve("web.vmx");
    xml = folder.resolve("web.xml");
    Files.write(vmx, bytes(VMX));
    String shown = Run.vireo("vmx", "to-xml", vmx.toString(), "--security-info").out();
    Files.writeString(xml, shown.replace(">2</vcpu>", ">4</vcpu>"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(Charset.forName("windows-1252"));
  }

  private static byte[] edited() {
    return bytes(VMX.replace("numvcpus = \"2\"", "numvcpus = \"4\""));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Run keep(String... more) {
    String[] args = {"vmx", "from-xml", xml.toString(), "--keep", vmx.toString()};
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Run.vireo(all);
  }

  @Test
  void writesIntoTheFileThatIsKept() throws IOException {
    assertThat(keep("--in-place")).isEqualTo(new Run("", "", 0));
    assertThat(vmx).hasBinaryContent(edited());
    assertThat(names()).containsExactly("web.vmx", "web.xml");
  }

  @Test
  void keepsWhatTheFileWasBesideIt() throws IOException {
    Files.writeString(folder.resolve("web.vmx.bak"), "an older copy");

    assertThat(keep("--in-place=.bak")).isEqualTo(new Run("", "", 0));
    assertThat(vmx).hasBinaryContent(edited());
    assertThat(folder.resolve("web.vmx.bak")).hasBinaryContent(bytes(VMX));
  }

  @Test
  void leavesAFileAloneThatWouldNotChange() throws IOException {
    Files.writeString(xml, Run.vireo("vmx", "to-xml", vmx.toString(), "--security-info").out());

    assertThat(keep("--in-place=.bak")).isEqualTo(new Run("", "", 0));
    assertThat(names()).containsExactly("web.vmx", "web.xml");
  }

  @Test
  void keepsPermissionsAndFollowsLinks() throws IOException {
    Files.setPosixFilePermissions(vmx, PosixFilePermissions.fromString("rw-r-----"));
    Path far = Files.createDirectory(folder.resolve("far"));
    Path real = Files.move(vmx, far.resolve("real.vmx"));
    Files.createSymbolicLink(vmx, Path.of("far/second.vmx"));
    Files.createSymbolicLink(far.resolve("second.vmx"), Path.of("real.vmx"));

    assertThat(keep("--in-place=~")).isEqualTo(new Run("", "", 0));
    assertThat(vmx).isSymbolicLink();
    assertThat(real).hasBinaryContent(edited());
    assertThat(Files.getPosixFilePermissions(real))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(far.resolve("real.vmx~")).hasBinaryContent(bytes(VMX));
    assertThat(Files.getPosixFilePermissions(far.resolve("real.vmx~")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void replacesTheFileInsteadOfWritingIntoIt() throws IOException {
    Path other = Files.createLink(folder.resolve("other.vmx"), vmx);

    assertThat(keep("--in-place").exitCode()).isZero();
    assertThat(vmx).hasBinaryContent(edited());
    assertThat(other).hasBinaryContent(bytes(VMX));
  }

  @Test
  void writesToANamedFileAndEvenToTheOneThatIsKept() throws IOException {
    Path other = folder.resolve("other.vmx");
    Files.writeString(other, "something longer than what comes ".repeat(100));

    assertThat(keep("--output", other.toString())).isEqualTo(new Run("", "", 0));
    assertThat(other).hasBinaryContent(edited());
    assertThat(vmx).hasBinaryContent(bytes(VMX));
    assertThat(keep("--output=" + vmx)).isEqualTo(new Run("", "", 0));
    assertThat(vmx).hasBinaryContent(edited());
    assertThat(Run.vireo("vmx", "from-xml", xml.toString(), "--output", "-").out())
        .startsWith(".encoding = \"UTF-8\"\n");
  }

  @Test
  void aNewFileBehindALinkThatLeadsNowhereIsMadeThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.xml"), Path.of("new.xml"));

    assertThat(Run.vireo("vmx", "to-xml", vmx.toString(), "--output", link.toString()))
        .isEqualTo(new Run("", "", 0));
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("new.xml"))).startsWith("<domain type='vmware'>");
  }

  @Test
  void namesAnEmptyFileAndWhatEmptiesIt() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.vmx"));
    String expected =
        "error: "
            + empty
            + ": the file is empty\n"
            + "hint: if '>' of the shell has emptied it, write with --output FILE instead\n";

    assertThat(Run.vireo("vmx", "from-xml", xml.toString(), "--keep", empty.toString()))
        .isEqualTo(new Run("", expected, 1));
    assertThat(Run.vireo("vmx", "from-xml", empty.toString())).isEqualTo(new Run("", expected, 1));
    assertThat(Run.vireo("vmx", "to-xml", empty.toString())).isEqualTo(new Run("", expected, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vmx from-xml {xml} --in-place | --in-place has no file to write => --keep names the file",
        "vmx from-xml {xml} --keep - --in-place | standard input cannot be edited in place =>"
            + " --output FILE writes the result to a file",
        "vmx from-xml {xml} --keep {vmx} --in-place= | expected syntax: --in-place[=<string>]",
        "vmx from-xml {xml} --keep {vmx} --in-place=/tmp | --in-place='/tmp': what is added to a",
        "vmx from-xml {xml} --keep {vmx} --in-place --output x | Options --output and --in-place",
        "vmx from-xml {xml} --output {xml} | --output '{xml}' is a file that is read, and of",
        "vmx to-xml {vmx} --output {vmx} | --output '{vmx}' is a file that is read, and of another"
            + " kind => name another file to write to",
        "vmx to-xml {vmx} --output {dir} | Failed to write file '{dir}': Is a directory",
        "vmx to-xml {vmx} --output {dir}/no/x | Failed to open file '{dir}/no/x': No such file or",
        "vmx to-xml {vmx} --output {loop} | Failed to write file '{loop}': Too many levels of",
        "vmx to-xml {vmx} --output /dev/null | Failed to write file '/dev/null': it is no regular",
        "vmx to-xml {vmx} --output= | Failed to get option 'output': Option argument is empty",
        "vmx set {vmx} memory=8GiB --output /dev/null | Failed to write file '/dev/null': it is no",
        "nest modernise {xml} --output {dir} | Failed to write file '{dir}': Is a directory",
      })
  void refusesWhatWouldLoseSomething(String line, String message) throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    Map<String, String> values =
        Map.of("{xml}", xml + "", "{vmx}", vmx + "", "{dir}", folder + "", "{loop}", loop + "");
    String filled = line;
    String expected = message;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
      expected = expected.replace(value.getKey(), value.getValue());
    }
    byte[] before = Files.readAllBytes(xml);

    Run run = Run.vireo(filled.split(" "));

    assertThat(run.err().replace("\nhint: ", " => ")).startsWith("error: " + expected.strip());
    assertThat(run.err().lines().filter(each -> !each.startsWith("hint: "))).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(vmx).hasBinaryContent(bytes(VMX));
    assertThat(xml).hasBinaryContent(before);
    assertThat(names()).containsExactly("loop", "web.vmx", "web.xml");
  }

  @Test
  void aBackupThatCannotBeMadeStopsTheEdit() throws IOException {
    Files.createDirectory(folder.resolve("web.vmx.bak"));

    assertThat(keep("--in-place=.bak").err()).contains("web.vmx.bak': Is a directory");
    assertThat(vmx).hasBinaryContent(bytes(VMX));
  }

  @Test
  void aMistakeInTheXmlLeavesTheFileAsItWas() throws IOException {
    Files.writeString(xml, Files.readString(xml).replace(">4</vcpu>", ">0</vcpu>"));

    assertThat(keep("--in-place").exitCode()).isEqualTo(1);
    assertThat(vmx).hasBinaryContent(bytes(VMX));
    assertThat(names()).containsExactly("web.vmx", "web.xml");
  }

  @Test
  void warnsWhileVmwareHasTheMachineOpen() throws IOException {
    Files.createDirectory(folder.resolve("web.vmx.lck"));

    assertThat(keep("--in-place").err())
        .isEqualTo(
            "warning: '"
                + vmx
                + ".lck' is there: while VMware has the machine open it may undo the change\n");
    assertThat(vmx).hasBinaryContent(edited());
  }

  @Test
  void theCommandsWithAHostWriteFilesToo() throws IOException {
    Path out = folder.resolve("out.xml");
    String[] uri = {"-c", "test:///default", "-q"};

    Run fromNative =
        Run.vireo(
            uri[0],
            uri[1],
            uri[2],
            "domxml-from-native",
            "vmware-vmx",
            vmx + "",
            "--output=" + out);
    assertThat(fromNative).isEqualTo(new Run("", "", 0));
    assertThat(Files.readString(out)).startsWith("<domain type='vmware'");

    Path again = folder.resolve("again.vmx");
    Run toNative =
        Run.vireo(
            uri[0],
            uri[1],
            uri[2],
            "domxml-to-native",
            "vmware-vmx",
            out + "",
            "--output=" + again);
    assertThat(toNative.exitCode()).as(toNative.err()).isZero();
    assertThat(Files.readString(again)).contains("displayName = \"B\u00fcro\"");
    assertThat(
            Run.vireo(
                    uri[0],
                    uri[1],
                    "domxml-to-native",
                    "vmware-vmx",
                    out + "",
                    "--output",
                    out + "")
                .err())
        .startsWith("error: --output '" + out + "' is a file that is read");
  }

  @Test
  void moderniseWritesIntoItsFile() throws IOException {
    String old =
        "<domain type='kvm'><name>e</name><memory unit='GiB'>8</memory><vcpu>2</vcpu>"
            + "<os><type arch='x86_64' machine='pc-1.0'>hvm</type></os></domain>";
    Path file = Files.writeString(folder.resolve("e.xml"), old);

    Run run = Run.vireo("nest", "modernise", file.toString(), "--in-place=.old");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isNotEqualTo(old).contains("<name>e</name>");
    assertThat(Files.readString(folder.resolve("e.xml.old"), StandardCharsets.UTF_8))
        .isEqualTo(old);
  }
}
