package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.DefinedDomain;
import dev.vireo.DefinitionChange;
import dev.vireo.DefinitionPlan;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.PlannedRequest;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.simulator.PowerState;
import dev.vireo.vim.types.InvalidArgument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Domains that become other ones, without being registered anew. */
class RedefineTest extends DriverTestBase {

  private static final String VMX =
      """
      .encoding = "UTF-8"
      # made by hand
      config.version = "8"
      virtualHW.version = "13"
      displayName = "files"
      guestOS = "rhel9-64"
      memsize = "2048"
      my.own.key = "kept"
      uuid.bios = "56 4d 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
      vc.uuid = "50 2e 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
      scsi0.present = "TRUE"
      scsi0.virtualDev = "pvscsi"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "files.vmdk"
      RemoteDisplay.vnc.enabled = "TRUE"
      RemoteDisplay.vnc.port = "5901"
      RemoteDisplay.vnc.password = "s3cret"
      """;

  /** A machine whose file has what no XML shows. */
  private void addMachine() {
    host.vms().add("files", VMX);
  }

  private String vmx() {
    return new String(machine("files").vmxFile(), StandardCharsets.UTF_8);
  }

  private interface Edit {
    String of(String xml);
  }

  private DefinitionPlan redefine(Connect connect, Edit edit) {
    return redefined(connect, edit).done();
  }

  private static DefinedDomain redefined(Connect connect, Edit edit) {
    Domain domain = connect.domainLookupByName("files");
    String xml = edit.of(domain.getXMLDesc(Set.of()));
    return connect.define(xml, Set.of(), TaskOptions.DEFAULT);
  }

  private static List<String> requests(DefinitionPlan plan) {
    return plan.requests().stream().map(PlannedRequest::name).toList();
  }

  @Test
  void theSameDefinitionChangesNothing() {
    addMachine();
    try (Connect connect = connect()) {
      HostContents before = host.contents();

      DefinitionPlan done = redefine(connect, xml -> xml);

      assertThat(done.isNew()).isFalse();
      assertThat(done.changes()).isEmpty();
      assertThat(done.requests()).isEmpty();
      assertThat(host.contents()).isEqualTo(before);
      assertThat(host.requests().count("PUT /folder")).isZero();
      assertThat(host.requests().count("ReconfigVM_Task")).isZero();
    }
  }

  @Test
  void whatASpecCanSayIsReconfigured() {
    addMachine();
    try (Connect connect = connect()) {
      String reference = machine("files").ref().value();

      DefinedDomain defined =
          redefined(
              connect,
              xml ->
                  xml.replace(
                          "<name>files</name>", "<name>c/d</name><description>x\ny</description>")
                      .replace("2097152</memory>", "4194304</memory>")
                      .replace(
                          "2097152</currentMemory>",
                          "1048576</currentMemory>"
                              + "<memtune><min_guarantee unit='KiB'>524288</min_guarantee></memtune>")
                      .replace(">1</vcpu>", ">4</vcpu><cputune><shares>777</shares></cputune>"));

      assertThat(requests(defined.done())).containsExactly("ReconfigVM_Task");
      assertThat(host.requests().count("PUT /folder")).isZero();
      assertThat(defined.domain().getName()).isEqualTo("c/d");
      assertThat(machine("c/d").ref().value()).isEqualTo(reference);
      assertThat(defined.domain().getXMLDesc(Set.of()))
          .contains(
              "<name>c/d</name>",
              "<description>x\ny</description>",
              "<memory unit='KiB'>4194304</memory>",
              "<currentMemory unit='KiB'>1048576</currentMemory>",
              "<min_guarantee unit='KiB'>524288</min_guarantee>",
              ">4</vcpu>",
              "<shares>777</shares>");
      assertThat(new String(machine("c/d").vmxFile(), StandardCharsets.UTF_8))
          .contains("# made by hand", "my.own.key = \"kept\"");
    }
  }

  @Test
  void aDefinitionThatWasAppliedIsTheSameNow() {
    addMachine();
    try (Connect connect = connect()) {
      Edit edit =
          xml ->
              xml.replace(
                      "2097152</currentMemory>",
                      "1048576</currentMemory>"
                          + "<memtune><min_guarantee unit='KiB'>524288</min_guarantee></memtune>")
                  .replace(
                      ">1</vcpu>", " cpuset='0-2'>2</vcpu><cputune><shares>4000</shares></cputune>")
                  .replace("<model type='vmvga' vram='4096'", "<model type='vmvga' vram='8192'");
      String before = connect.domainLookupByName("files").getXMLDesc(Set.of());
      redefine(connect, edit);

      assertThat(connect.planDefine(edit.of(before), Set.of()).changes()).isEmpty();
      assertThat(redefine(connect, xml -> before).changes()).isNotEmpty();
      assertThat(connect.planDefine(before, Set.of()).changes()).isEmpty();
    }
  }

  @Test
  void theRestIsEditedInTheFile() {
    addMachine();
    try (Connect connect = connect()) {
      String reference = machine("files").ref().value();

      DefinitionPlan done =
          redefine(
              connect,
              xml ->
                  xml.replace(
                      "type='scsi' index='0' model='vmpvscsi'",
                      "type='scsi' index='0' model='lsilogic'"));

      assertThat(requests(done))
          .containsExactly(
              "PUT /folder/files/files.vmx?dcPath=ha-datacenter&dsName=datastore1", "Reload");
      assertThat(done.changes())
          .extracting(DefinitionChange::toString)
          .containsExactly("scsi0.virtualDev: pvscsi -> lsilogic");
      assertThat(machine("files").ref().value()).isEqualTo(reference);
      assertThat(vmx())
          .contains("# made by hand", "my.own.key = \"kept\"", "scsi0.virtualDev = \"lsilogic\"");
    }
  }

  @Test
  void bothAreDoneInOrder() {
    addMachine();
    try (Connect connect = connect()) {
      DefinitionPlan done = redefine(connect, RedefineTest::both);

      assertThat(requests(done)).hasSize(3).last().isEqualTo("ReconfigVM_Task");
      assertThat(vmx()).contains("scsi0.virtualDev = \"lsilogic\"", "annotation = \"note\"");
    }
  }

  private static String both(String xml) {
    return xml.replace("model='vmpvscsi'", "model='lsilogic'")
        .replace("</name>", "</name><description>note</description>");
  }

  @Test
  void theFileIsAsItWasWhenTheReconfigurationFails() {
    addMachine();
    try (Connect connect = connect()) {
      HostContents before = host.contents();
      host.faults()
          .add(
              FaultRule.on(
                  "ReconfigVM_Task",
                  new FaultEffect.SoapFault(new InvalidArgument(null, List.of(), "spec"), "No.")));

      assertThatThrownBy(() -> redefine(connect, RedefineTest::both))
          .hasMessageContaining("InvalidArgument - No.");
      assertThat(host.contents()).isEqualTo(before);
      assertThat(host.requests().count("PUT /folder")).isEqualTo(2);
      assertThat(host.requests().count("Reload")).isEqualTo(2);
    }
  }

  @Test
  void aRunningDomainGetsWhatCanChangeLiveAndTheRestWaits() {
    addMachine();
    machine("files").power(PowerState.ON);
    try (Connect connect = connect()) {
      DefinitionPlan done =
          redefine(
              connect,
              xml ->
                  both(xml)
                      .replace("2097152</memory>", "4194304</memory>")
                      .replace("2097152</currentMemory>", "4194304</currentMemory>"));

      assertThat(requests(done)).containsExactly("ReconfigVM_Task");
      assertThat(done.waiting())
          .extracting(DefinitionChange::key)
          .containsExactlyInAnyOrder("memsize", "scsi0.virtualDev");
      assertThat(vmx())
          .contains("memsize = \"2048\"", "scsi0.virtualDev = \"pvscsi\"", "annotation = \"note\"");
    }
  }

  @Test
  void aRunningDomainThatTakesMemoryGetsIt() {
    host.vms().add("files", VMX + "mem.hotadd = \"TRUE\"\nvcpu.hotadd = \"TRUE\"\n");
    machine("files").power(PowerState.ON);
    try (Connect connect = connect()) {
      Edit more =
          xml ->
              xml.replaceAll("2097152</(memory|currentMemory)>", "4194304</$1>")
                  .replace(">1</vcpu>", ">2</vcpu>");
      assertThat(redefine(connect, more).waiting()).isEmpty();
      assertThat(vmx()).contains("memsize = \"4096\"", "numvcpus = \"2\"");

      assertFails(
          () ->
              redefine(
                  connect,
                  xml -> xml.replaceAll("4194304</(memory|currentMemory)>", "2097152</$1>")),
          ErrorCode.OPERATION_INVALID,
          "Requested operation is not valid: Domain is not powered off");
    }
  }

  @Test
  void whatCannotChangeWhileItRunsIsRefusedBeforeAnythingIsSent() {
    addMachine();
    machine("files").power(PowerState.SUSPENDED);
    try (Connect connect = connect()) {
      assertThatThrownBy(() -> redefine(connect, xml -> xml.replace("vmpvscsi", "lsilogic")))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
                assertThat(e.hints()).singleElement().asString().endsWith("scsi0.virtualDev");
              });
      assertThat(host.requests().count("PUT /folder")).isZero();
    }
  }

  @Test
  void aPasswordThatTheXmlDoesNotHaveStays() {
    addMachine();
    try (Connect connect = connect()) {
      redefine(connect, xml -> xml.replace("vmpvscsi", "lsilogic"));
      assertThat(vmx()).contains("RemoteDisplay.vnc.password = \"s3cret\"");

      Domain domain = connect.domainLookupByName("files");
      String shown = domain.getXMLDesc(Set.of(DomainXmlFlag.SECURE));
      DefinitionPlan done =
          connect.define(shown.replace("s3cret", "other"), Set.of(), TaskOptions.DEFAULT).done();
      assertThat(vmx()).contains("RemoteDisplay.vnc.password = \"other\"");
      assertThat(done.toString()).doesNotContain("s3cret", "other");

      redefine(connect, xml -> xml.replace("port='5901'", "port='5901' passwd=''"));
      assertThat(vmx()).doesNotContain("password = \"other\"");
    }
  }

  @Test
  void theUuidThatOlderClientsShowMeansTheSameDomain() {
    addMachine();
    try (Connect connect = connect()) {
      UUID bios = machine("files").biosUuid();

      DefinitionPlan done =
          redefine(
              connect,
              xml ->
                  xml.replaceAll("<hwuuid>.*</hwuuid>", "")
                      .replaceAll("<uuid>.*</uuid>", "<uuid>" + bios + "</uuid>"));

      assertThat(done.isNew()).isFalse();
      assertThat(done.changes()).isEmpty();
    }
  }

  @Test
  void aPlanChangesNothing() {
    addMachine();
    try (Connect connect = connect()) {
      HostContents before = host.contents();
      String xml = both(connect.domainLookupByName("files").getXMLDesc(Set.of()));

      DefinitionPlan plan = connect.planDefine(xml, Set.of());

      assertThat(plan.requests().get(0).body())
          .contains("scsi0.virtualDev = \"lsilogic\"", "vnc.password = \"(not shown)\"");
      assertThat(plan.requests().get(2).body()).contains("<annotation", ">note<");
      assertThat(host.contents()).isEqualTo(before);
    }
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
    addMachine();
    try (Connect connect = connect()) {
      host.properties().set(machine("files").ref(), "config.changeVersion", "an older one");

      assertThatThrownBy(() ->
              redefine(
                  connect, xml -> xml.replace("</name>", "</name><description>ours</description>")))
          .hasMessageContaining("ConcurrentAccess");
      assertThat(vmx()).doesNotContain("annotation");
    }
  }

  @Test
  void aReloadWhoseAnswerIsLostIsAskedForAgain() {
    addMachine();
    try (Connect connect = connect()) {
      host.faults().add(new FaultRule("Reload", new FaultEffect.CutConnection(0), 0, 1, 1));

      redefine(connect, xml -> xml.replace("vmpvscsi", "lsilogic"));

      assertThat(vmx()).contains("lsilogic");
      assertThat(host.requests().count("Reload")).isEqualTo(2);
    }
  }

  private static final String DEVICES =
      """
      ide1:0.present = "TRUE"
      ide1:0.deviceType = "cdrom-image"
      ide1:0.fileName = "/vmfs/volumes/datastore1/iso/old.iso"
      ethernet0.present = "TRUE"
      ethernet0.virtualDev = "vmxnet3"
      ethernet0.networkName = "VM Network"
      ethernet0.addressType = "static"
      ethernet0.address = "00:50:56:01:02:03"
      ethernet1.present = "TRUE"
      ethernet1.virtualDev = "e1000"
      ethernet1.networkName = "VM Network"
      ethernet1.addressType = "static"
      ethernet1.address = "00:50:56:01:02:04"
      """;

  private static final String SECOND_DISK =
      "<disk type='file' device='disk'><source file='[datastore1] old/old.vmdk'/>"
          + "<target dev='sdb' bus='scsi'/></disk>";

  /** Another medium, another network, a card less and a disk more. */
  private static String otherDevices(String xml) {
    return xml.replace("old.iso", "new.iso")
        .replaceFirst("VM Network", "Other")
        .replaceFirst(
            "(?s)<interface type='bridge'>\\s*<mac address='00:50:56:01:02:04'.*?</interface>", "")
        .replace("<devices>", "<devices>" + SECOND_DISK);
  }

  @ParameterizedTest
  @EnumSource(names = {"ON", "OFF"})
  void devicesAreReconfiguredWhateverTheDomainDoes(PowerState power) {
    host.vms().add("files", VMX + DEVICES);
    machine("files").power(power);
    try (Connect connect = connect()) {
      DefinedDomain defined = redefined(connect, RedefineTest::otherDevices);

      assertThat(defined.done().waiting()).isEmpty();
      assertThat(requests(defined.done())).containsExactly("ReconfigVM_Task");
      assertThat(host.requests().count("PUT /folder")).isZero();
      String shown = defined.domain().getXMLDesc(Set.of());
      assertThat(shown)
          .contains(
              "<source file='[datastore1] iso/new.iso'/>",
              "<source bridge='Other'/>",
              "<source file='[datastore1] old/old.vmdk'/>")
          .doesNotContain("00:50:56:01:02:04");
      assertThat(connect.planDefine(shown, Set.of()).changes()).isEmpty();

      redefine(
          connect,
          xml ->
              xml.replaceFirst(
                  "(?s)<disk type='file' device='disk'>\\s*<source file='.datastore1. old/.*?</disk>",
                  ""));
      assertThat(defined.domain().getXMLDesc(Set.of())).doesNotContain("old.vmdk");
      assertThat(host.contents().files()).containsKey("[datastore1] old/old.vmdk");
    }
  }

  @Test
  void whatADeviceCannotBeToldLiveWaits() {
    host.vms().add("files", VMX + DEVICES);
    machine("files").power(PowerState.ON);
    try (Connect connect = connect()) {
      DefinitionPlan done =
          redefine(
              connect,
              xml ->
                  xml.replace("model type='e1000'", "model type='vmxnet3'")
                      .replace("old.iso", "new.iso"));

      assertThat(done.waiting())
          .extracting(DefinitionChange::toString)
          .containsExactly("ethernet1.virtualDev: e1000 -> vmxnet3");
      assertThat(vmx()).contains("new.iso", "ethernet1.virtualDev = \"e1000\"");
    }
  }
}
