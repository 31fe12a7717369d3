package dev.vireo.cli.verb.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code define}, {@code undefine}, {@code edit} and {@code create}, with scripts for editors. */
@Timeout(60)
class DefinitionCommandsTest {

  private static final String VMX =
      """
      config.version = "8"
      virtualHW.version = "19"
      displayName = "web"
      guestOS = "rhel9-64"
      memsize = "2048"
      my.key = "kept"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "pvscsi"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "web.vmdk"
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  private static final String XML =
      """
      <domain type='vmware'>
        <name>new</name>
        <memory unit='MiB'>512</memory>
        <vcpu>1</vcpu>
        <os><type arch='x86_64'>hvm</type></os>
        <devices>
          <disk type='file' device='disk'>
            <source file='[datastore1] new/new.vmdk'/>
            <target dev='sda' bus='scsi'/>
          </disk>
        </devices>
      </domain>
      """;

  @TempDir Path folder;
  private final Simulator host =
      Simulator.start(SimulatorConfig.esx80().toBuilder().vms(0).build());
  private Path temporary = Path.of("");

  @BeforeEach
  void addMachine() throws IOException {
    host.vms().add("web", VMX);
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @AfterEach
  void close() {
    assertThat(host.sessions()).isEmpty();
    host.close();
  }

  private Run vireo(String... words) {
    return with("", Map.of(), words);
  }

  private Run with(String input, Map<String, String> environment, String... words) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TMPDIR", temporary.toString());
    return Run.with(
        all,
        input,
        Stream.concat(Stream.of("-c", host.uri()), Stream.of(words)).toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String vmx() {
    return new String(host.vms().get("web").vmxFile(), StandardCharsets.UTF_8);
  }

  /** Edits with a script of the shell, whose first word is the file; answers with the input. */
  private Run edit(String script, String input, String... options) throws IOException {
    Path editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
    return with(
        input,
        Map.of("EDITOR", "'" + editor + "'"),
        Stream.concat(Stream.of("edit", "web"), Stream.of(options)).toArray(String[]::new));
  }

  private static String sed(String from, String to) {
    return "sed -i 's|" + from + "|" + to + "|' \"$1\"";
  }

  /** What editing has left, which is nothing but after giving up. */
  private List<String> kept() {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(Files::isRegularFile).map(DefinitionCommandsTest::content).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void definesAndUndefines() throws IOException {
    String file = file("new.xml", XML);

    assertThat(vireo("define", file))
        .isEqualTo(new Run("Domain 'new' defined from " + file + "\n\n", "", 0));
    assertThat(host.vms().names()).contains("new");
    assertThat(vireo("undefine", "new"))
        .isEqualTo(new Run("Domain 'new' has been undefined\n\n", "", 0));
    assertThat(host.vms().names()).doesNotContain("new");

    Run again = vireo("define", file);
    assertThat(again.err())
        .isEqualTo(
            "warning: the file '[datastore1] new/new.vmx' exists and stays; that of the domain is"
                + " '[datastore1] new/new_1.vmx'\n");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void saysWhyADefinitionIsRefused() throws IOException {
    String file = file("new.xml", XML.replace("datastore1", "nosuch"));

    assertThat(vireo("define", file))
        .isEqualTo(
            new Run(
                "\n",
                "error: Failed to define domain from "
                    + file
                    + "\nerror: internal error: Could not find datastore with name 'nosuch'\n"
                    + "hint: the datastores of the host are datastore1\n",
                1));
    assertThat(vireo("define", "nosuch.xml").err())
        .startsWith("error: Failed to open file 'nosuch.xml': ");
  }

  @Test
  void aDryRunPrintsTheDifferenceAndTheRequests() throws IOException {
    HostContents before = host.contents();
    String xml = vireo("dumpxml", "web").out();
    String file =
        file(
            "web.xml",
            xml.replaceAll("2097152</(memory|currentMemory)>", "4194304</$1>")
                .replace("vmpvscsi", "lsilogic"));

    Run run = vireo("define", file, "--dry-run");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            Domain 'web' would change:
              memsize: 2048 -> 4096
              scsi0.virtualDev: pvscsi -> lsilogic

            PUT /folder/web/web.vmx?dcPath=ha-datacenter&dsName=datastore1
            """)
        .contains(
            "memsize = \"2048\"",
            "scsi0.virtualDev = \"lsilogic\"",
            "password = \"(not shown)\"",
            "\nReload\n",
            "\nReconfigVM_Task\n",
            ">4096</memoryMB>");
    assertThat(host.contents()).isEqualTo(before);
    assertThat(vireo("define", file, "--dry-run", "--json").out().replaceAll("\\n *", ""))
        .contains(
            "\"new\": false",
            "{\"key\": \"memsize\",\"before\": \"2048\",\"after\": \"4096\",\"waits\": false}");
    assertThat(vireo("define", file("same.xml", xml), "--dry-run").out())
        .isEqualTo("Domain 'web' would not change\n\n");
  }

  @Test
  void tellsWhatHasToWait() throws IOException {
    host.vms().get("web").power(PowerState.ON);
    String file =
        file(
            "web.xml",
            vireo("dumpxml", "web")
                .out()
                .replace("vmpvscsi", "lsilogic")
                .replace("</name>", "</name><description>note</description>"));

    Run run = vireo("define", file);

    assertThat(run.err())
        .isEqualTo(
            "warning: domain 'web' has to be powered off and defined again for scsi0.virtualDev:"
                + " pvscsi -> lsilogic\n");
    assertThat(run.exitCode()).isZero();
    assertThat(vmx()).contains("annotation = \"note\"", "\"pvscsi\"");
  }

  @Test
  void undefineTellsThatSnapshotsStay() {
    host.vms().get("web").takeSnapshot("one");
    host.vms().get("web").takeSnapshot("two");

    assertThat(vireo("undefine", "web", "--snapshots-metadata"))
        .isEqualTo(
            new Run(
                "Domain 'web' has been undefined\n\n",
                "warning: the files of its 2 snapshots stay beside '[datastore1] web/web.vmx'\n",
                0));
  }

  @Test
  void undefineRefusesWhatVmwareCannot() {
    assertThat(vireo("undefine", "web", "--nvram").err())
        .startsWith(
            """
            error: Failed to undefine domain 'web'
            error: unsupported flags (0x4) in function esxDomainUndefineFlags
            """);
    host.vms().get("web").power(PowerState.ON);
    assertThat(vireo("undefine", "web").err())
        .startsWith(
            "error: Failed to undefine domain 'web'\nerror: Requested operation is not valid:"
                + " Domain is not suspended or powered off\n");
    assertThat(vireo("undefine", "web", "--wipe-storage").err())
        .startsWith("error: VMware hosts cannot do what --wipe-storage asks for\n");
    assertThat(host.vms().names()).contains("web");
  }

  /** Of the one there is none, and the other would stay behind. */
  @Test
  void undefineTakesWhatNoDomainHasAndRefusesToPassOverItsTpm() {
    assertThat(vireo("undefine", "web", "--tpm", "--managed-save").err())
        .startsWith(
            """
            error: Failed to undefine domain 'web'
            error: unsupported flags (0x20) in function esxDomainUndefineFlags
            """);
    assertThat(host.vms().names()).contains("web");
    assertThat(vireo("undefine", "web", "--managed-save", "--checkpoints-metadata"))
        .isEqualTo(new Run("Domain 'web' has been undefined\n\n", "", 0));
    assertThat(host.vms().names()).doesNotContain("web");
  }

  @Test
  void undefineRemovesDisksAndListsThemFirst() {
    assertThat(vireo("undefine", "web", "--storage", "sdz").err())
        .startsWith("error: Volume 'sdz' was not found in domain's definition.\n");
    assertThat(host.contents().files()).containsKey("[datastore1] web/web.vmdk");

    String volume = "Volume 'sda'([datastore1] web/web.vmdk) ";
    assertThat(vireo("undefine", "web", "--remove-all-storage"))
        .isEqualTo(
            new Run(
                volume
                    + "will be removed.\nDomain 'web' has been undefined\n"
                    + volume
                    + "removed.\n\n",
                "",
                0));
    assertThat(host.contents().files()).containsOnlyKeys("[datastore1] web/web.vmx");
  }

  @Test
  void aDiskThatStaysIsTold() {
    host.faults().add(FaultRule.on("DeleteVirtualDisk_Task", new FaultEffect.HttpStatus(500)));

    Run run = vireo("undefine", "web", "--storage", "sda");

    assertThat(run.err())
        .startsWith("error: Failed to remove storage volume 'sda'([datastore1] web/web.vmdk)\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void createSaysThatThereIsNone() throws IOException {
    String file = file("new.xml", XML);

    assertThat(vireo("create", file).err())
        .startsWith(
            "error: Failed to create domain from "
                + file
                + "\nerror: this function is not supported by the connection driver:"
                + " virDomainCreateXML\n");
  }

  @Test
  void anEditIsAppliedAndAllElseStays() throws IOException {
    assertThat(edit(sed(">1</vcpu>", ">4</vcpu>"), ""))
        .isEqualTo(new Run("Domain 'web' XML configuration edited.\n\n", "", 0));
    assertThat(vmx()).contains("numvcpus = \"4\"", "my.key = \"kept\"", "s3cret");
    assertThat(kept()).isEmpty();
  }

  @Test
  void anEditThatChangesNothingSaysSo() throws IOException {
    assertThat(edit("true", ""))
        .isEqualTo(new Run("Domain 'web' XML configuration not changed.\n\n", "", 0));
    assertThat(host.requests().count("ReconfigVM_Task")).isZero();
    assertThat(kept()).isEmpty();
  }

  @Test
  void aMistakeCanBeMended() throws IOException {
    Path once = folder.resolve("once");
    String script =
        "if [ -e %s ]; then %s; else touch %s; %s; fi"
            .formatted(
                once, sed(">none</vcpu>", ">4</vcpu>"), once, sed(">1</vcpu>", ">none</vcpu>"));

    Run run = edit(script, "what\ny\n");

    assertThat(run.err())
        .startsWith("error: Failed to edit domain 'web'\nerror: XML error: ")
        .contains("Failed. Try again? [y,n,i,f,?]: y - yes, start editor again\n");
    assertThat(run.out()).isEqualTo("Domain 'web' XML configuration edited.\n\n");
    assertThat(vmx()).contains("numvcpus = \"4\"");
    assertThat(kept()).isEmpty();
  }

  @Test
  void nothingIsLostOnGivingUp() throws IOException {
    Run run = edit(sed("</domain>", "my work"), "n\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error: what was edited is in '" + temporary);
    assertThat(kept()).singleElement().asString().contains("my work");
    assertThat(vmx()).contains("s3cret").doesNotContain("numvcpus");
  }

  @Test
  void nothingIsLostWhenTheEditorFails() throws IOException {
    Run run = edit(sed(">1</vcpu>", ">4</vcpu>") + "; exit 3", "");

    assertThat(run.err()).contains("ended with exit code 3\nerror: what was edited is in '");
    assertThat(kept()).singleElement().asString().contains(">4</vcpu>");
  }

  @Test
  void whatIsLeftOutIsToldAndCanBeForced() throws IOException {
    String script = sed("<vcpu", "<resource><partition>/x</partition></resource><vcpu");
    String both = script + ";" + sed(">1</vcpu>", ">4</vcpu>");

    assertThat(edit(both, "n\n").err()).contains("XML document failed to validate against schema");
    assertThat(vmx()).doesNotContain("numvcpus");
    assertThat(edit(both, "i\n").exitCode()).isZero();
    assertThat(vmx()).contains("numvcpus = \"4\"");
  }

  @Test
  void anotherUuidIsAnotherDomain() throws IOException {
    Run run = edit("sed -i 's|<uuid>....|<uuid>0000|; s|<name>web|<name>other|' \"$1\"", "n\n");

    assertThat(run.err()).contains("error: edited XML: its uuid is not that of domain 'web'\n");
    assertThat(host.vms().names()).containsExactly("web");
  }

  @Test
  void whatWaitsIsKept() throws IOException {
    host.vms().get("web").power(PowerState.ON);

    Run run =
        edit(
            sed("vmpvscsi", "lsilogic")
                + ";"
                + sed("</name>", "</name><description>n</description>"),
            "");

    assertThat(run.err())
        .contains("for scsi0.virtualDev: pvscsi -> lsilogic\n", "warning: what was edited is in '");
    assertThat(kept()).singleElement().asString().contains("lsilogic");
    assertThat(vmx()).contains("annotation = \"n\"");
  }
}
