package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The XML and VMX of the machines of a host. Expected results are virsh 9.0.0's. */
@Timeout(60)
class NativeXmlCommandsTest {
  @TempDir Path folder;
  private Simulator host;

  @BeforeEach
  void start() {
    host = Simulator.start(SimulatorConfig.esx80());
  }

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String... args) {
    List<String> all = new ArrayList<>(List.of("-c", host.uri()));
    all.addAll(List.of(args));
    return Run.with(Map.of(), "", all.toArray(String[]::new));
  }

  private SimulatedVm first() {
    return host.vms().get("web-1");
  }

  private void addToVmx(SimulatedVm vm, String lines) {
    String text = new String(vm.vmxFile(), StandardCharsets.UTF_8) + lines;
    vm.vmxFile(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void dumpsXmlWithABlankLineBehindIt() {
    Run run = vireo("dumpxml", "web-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("<domain type='vmware' id='1' ").endsWith("</domain>\n\n");
    assertThat(vireo("-q", "dumpxml", "1", "--inactive").out())
        .startsWith("<domain type='vmware' xmlns")
        .endsWith("</domain>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--xpath //name|<name>web-1</name>",
        "--xpath //name/text()|web-1",
        "--xpath //name/text() --wrap|<nodes>web-1</nodes>",
        "--xpath //target/@bus| bus=\"scsi\"\\n bus=\"ide\"",
        "--xpath //nosuch|``",
        "--xpath //nosuch --wrap|<nodes/>",
        "--xpath //disk[1]/target --wrap|<nodes>\\n  <target dev=\"sda\" bus=\"scsi\"/>\\n</nodes>",
        "--xpath //vmware:moref|<vmware:moref>1</vmware:moref>",
      })
  void selectsByXPath(String options, String expected) {
    List<String> args = new ArrayList<>(List.of("-q", "dumpxml", "web-1"));
    args.addAll(List.of(options.split(" ")));
    Run run = vireo(args.toArray(String[]::new));

    assertThat(run.err()).isEmpty();
    assertThat(run.out().stripTrailing().stripLeading())
        .isEqualTo(expected.replace("\\n", "\n").strip());
  }

  @Test
  void keepsTheOrderOfAttributesAndIndentsAnew() {
    assertThat(vireo("-q", "dumpxml", "web-1", "--xpath", "//disk[2]").out())
        .isEqualTo(
            """
            <disk type="block" device="cdrom">
              <source startupPolicy="optional"/>
              <target dev="hdc" bus="ide"/>
              <readonly/>
              <address type="drive" controller="0" bus="1" target="0" unit="0"/>
            </disk>
            """);
  }

  @ParameterizedTest
  @CsvSource({"//[", "count(//disk)", "//nosuch:name"})
  void refusesAnXPathThatSelectsNoNodes(String expression) {
    Run run = vireo("dumpxml", "web-1", "--xpath", expression);

    assertThat(run.err())
        .isEqualTo("error: internal error: Incorrect xpath '" + expression + "'\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void showsPasswordsOnRequestOnly() {
    addToVmx(
        first(),
        """
        RemoteDisplay.vnc.enabled = "TRUE"
        RemoteDisplay.vnc.port = "5901"
        RemoteDisplay.vnc.password = "s3cret"
        """);

    assertThat(vireo("dumpxml", "web-1").out()).contains("'5901'").doesNotContain("s3cret");
    assertThat(vireo("dumpxml", "web-1", "--security-info").out()).contains("passwd='s3cret'");
    Run refused = vireo("-r", "dumpxml", "web-1", "--security-info");
    assertThat(refused.err())
        .isEqualTo("error: operation forbidden: virDomainGetXMLDesc with secure flag\n");
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesToUpdateTheCpu() {
    assertThat(vireo("dumpxml", "web-1", "--update-cpu").err())
        .isEqualTo("error: unsupported flags (0x4) in function esxDomainGetXMLDesc\n");
  }

  @Test
  void tellsWhatXmlCannotShow() {
    addToVmx(first(), "ethernet1.present = \"TRUE\"\nethernet1.virtualDev = \"sriov\"\n");
    Run run = vireo("dumpxml", "web-1");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).matches("(warning: line \\d+: ethernet1\\..+\n)+");
  }

  @Test
  void convertsAVmxFileAndBack() throws IOException {
    Path vmx = Files.write(folder.resolve("web.vmx"), first().vmxFile());
    Run xml = vireo("-q", "domxml-from-native", "vmware-vmx", vmx.toString());
    assertThat(xml.out()).startsWith("<domain type='vmware'>\n").contains("'[?] ?/web-1.vmdk'");

    Path edited =
        Files.writeString(
            folder.resolve("web.xml"), xml.out().replace("[?] ?", "[datastore1] web-1"));
    Run back = vireo("domxml-to-native", "vmware-vmx", edited.toString());
    assertThat(back.err()).isEmpty();
    assertThat(back.out())
        .startsWith(".encoding = \"UTF-8\"\nconfig.version = \"8\"\n")
        .contains("displayName = \"web-1\"\n", "0050569a0001/web-1/web-1.vmdk\"\n")
        .endsWith("\"\n\n");
    assertThat(vireo("domxml-to-native", "--format", "vmware-vmx", "--xml=" + edited))
        .isEqualTo(back);
  }

  @Test
  void whatAHostShowsCanBeBroughtBackIntoItsFile() throws IOException {
    Path vmx = Files.write(folder.resolve("web.vmx"), first().vmxFile());
    Path xml = Files.writeString(folder.resolve("web.xml"), vireo("-q", "dumpxml", "web-1").out());

    Run run =
        Run.vireo(
            "vmx",
            "from-xml",
            xml.toString(),
            "--keep",
            vmx.toString(),
            "--directory",
            "[datastore1] web-1");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Files.readString(vmx));
  }

  @Test
  void convertsADomainOfTheHost() {
    assertThat(vireo("domxml-to-native", "vmware-vmx", "--domain", "web-1").out())
        .contains("displayName = \"web-1\"\n", "virtualHW.version = \"21\"\n");
  }

  @Test
  void aDomainWhereAFileBelongsIsToldHowToNameIt() {
    Run run = vireo("domxml-to-native", "vmware-vmx", "web-1");

    assertThat(run.err())
        .isEqualTo(
            """
            error: Failed to open file 'web-1': No such file or directory
            hint: a domain of the host is named with --domain, and not by its place
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dumpxml nosuch | failed to get domain 'nosuch'",
        "dumpxml web-1 //disk | unexpected data '//disk'",
        "dumpxml | command 'dumpxml' requires <domain> option",
        "domxml-from-native vmware-vmx | command 'domxml-from-native' requires <config> option",
        "domxml-from-native vmware-vmx no.vmx | Failed to open file 'no.vmx': No such file or"
            + " directory",
        "domxml-from-native vmware-vmx {dir} | Failed to read file '{dir}': Is a directory",
        "domxml-from-native qemu-argv {bad} | invalid argument: Unsupported config format"
            + " 'qemu-argv'",
        "domxml-from-native vmware-vmx {bad} | configuration file syntax error: line 1, column 1:"
            + " a key was expected",
        "-r domxml-from-native vmware-vmx {bad} | operation forbidden: read only access prevents"
            + " virConnectDomainXMLFromNative",
        "domxml-to-native vmware-vmx | need either domain or domain XML",
        "domxml-to-native vmware-vmx --domain nosuch | failed to get domain 'nosuch'",
        "domxml-to-native vmware-vmx --domain a --xml b | Options --domain and --xml are mutually"
            + " exclusive",
        "domxml-to-native foo --domain web-1 | invalid argument: Unsupported config format 'foo'",
        "domxml-to-native vmware-vmx {bad} | XML error: domain XML, line 1: ",
        "-r domxml-to-native vmware-vmx {bad} | operation forbidden: read only access prevents"
            + " virConnectDomainXMLToNative",
      })
  void aMistakeIsToldInVirshsWords(String line, String message) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad"), "= \"3\"\n");
    String filled = line.replace("{dir}", folder.toString()).replace("{bad}", bad.toString());
    Run run = vireo(filled.split(" "));

    assertThat(run.err())
        .startsWith("error: " + message.strip().replace("{dir}", folder.toString()));
    assertThat(run.err().lines().filter(each -> !each.startsWith("hint: "))).hasSize(1);
    assertThat(run.out().strip()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }
}
