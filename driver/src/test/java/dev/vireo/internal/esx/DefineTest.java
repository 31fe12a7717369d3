package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.DefinedDomain;
import dev.vireo.DefinitionPlan;
import dev.vireo.Domain;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.PlannedRequest;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.HostContents;
import dev.vireo.vim.types.NoPermission;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** New domains. */
class DefineTest extends DriverTestBase {

  private static final String UUID_TEXT = "564d0001-0203-0405-0607-08090a0b0c0d";

  private static String xml(String name, String disk) {
    return """
    <domain type='vmware'>
      <name>%s</name>
      <uuid>%s</uuid>
      <memory unit='MiB'>512</memory>
      <vcpu>2</vcpu>
      <os><type arch='x86_64'>hvm</type></os>
      <devices>
        %s
      </devices>
    </domain>
    """
        .formatted(name, UUID_TEXT, disk);
  }

  private static String disk(String path) {
    return "<disk type='file' device='disk'><source file='%s'/><target dev='sda' bus='scsi'/></disk>"
        .formatted(path);
  }

  @Test
  void aDomainIsDefinedBesideItsFirstDisk() {
    try (Connect connect = connect()) {
      Domain domain = connect.domainDefineXML(xml("new", disk("[datastore1] a/b c/new.vmdk")));

      assertThat(domain.getName()).isEqualTo("new");
      assertThat(domain.getID()).isEqualTo(-1);
      assertThat(domain.getUUIDString()).isEqualTo(UUID_TEXT);
      assertThat(domain.getState()).isEqualTo(DomainState.SHUTOFF);
      assertThat(connect.domainLookupByUUIDString(UUID_TEXT).getName()).isEqualTo("new");
      assertThat(domain.getXMLDesc(Set.of()))
          .contains(
              "<name>new</name>",
              "<uuid>" + UUID_TEXT + "</uuid>",
              "<memory unit='KiB'>524288</memory>",
              "<source file='[datastore1] a/b c/new.vmdk'/>");
      assertThat(host.contents().files()).containsKey("[datastore1] a/b c/new.vmx");
    }
  }

  @Test
  void aDomainWithoutUuidGetsOne() {
    try (Connect connect = connect()) {
      Domain domain =
          connect.domainDefineXML(
              xml("new", disk("[datastore1] new/new.vmdk")).replaceAll("<uuid>.*</uuid>", ""));

      assertThat(domain.getUUID()).isNotEqualTo(new UUID(0, 0));
      assertThat(connect.domainLookupByUUID(domain.getUUID()).getName()).isEqualTo("new");
    }
  }

  @Test
  void aDiskAtTheTopOfADatastoreHasTheFileBesideIt() {
    try (Connect connect = connect()) {
      assertThat(define(connect, xml("new", disk("[datastore1] x.vmdk"))).configFile())
          .isEqualTo("[datastore1] new.vmx");
    }
  }

  private static DefinitionPlan define(Connect connect, String xml) {
    return connect.define(xml, Set.of(), TaskOptions.DEFAULT).done();
  }

  @Test
  void aFileThatIsThereStays() {
    try (Connect connect = connect()) {
      String xml = xml("new", disk("[datastore1] new/new.vmdk"));
      connect.domainDefineXML(xml).undefine();
      Map<String, Long> before = host.contents().files();

      DefinedDomain again = connect.define(xml, Set.of(), TaskOptions.DEFAULT);

      assertThat(again.done().configFile()).isEqualTo("[datastore1] new/new_1.vmx");
      assertThat(again.done().warnings())
          .containsExactly(
              "the file '[datastore1] new/new.vmx' exists and stays; that of the domain is"
                  + " '[datastore1] new/new_1.vmx'");
      assertThat(host.contents().files()).containsAllEntriesOf(before);
    }
  }

  @Test
  void nothingIsLeftOfADomainThatTheHostDoesNotRegister() {
    try (Connect connect = connect()) {
      HostContents before = host.contents();
      host.faults()
          .add(
              FaultRule.on(
                  "RegisterVM_Task",
                  new FaultEffect.SoapFault(
                      new NoPermission(HOST, "VirtualMachine.Inventory.Register"), "No.")));

      assertFails(
          () -> connect.domainDefineXML(xml("new", disk("[datastore1] new/new.vmdk"))),
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: Could not define domain: NoPermission - No.");
      assertThat(host.contents()).isEqualTo(before);
    }
  }

  @Test
  void nothingIsLeftOfAnUploadWhoseAnswerIsLost() {
    try (Connect connect = connect()) {
      HostContents before = host.contents();
      host.faults().add(FaultRule.on("PUT /folder", new FaultEffect.CutConnection(0)));

      assertThatThrownBy(
              () -> connect.domainDefineXML(xml("new", disk("[datastore1] new/new.vmdk"))))
          .isInstanceOf(LibvirtException.class);
      assertThat(host.requests().count("DELETE /folder")).isEqualTo(1);
      assertThat(host.contents()).isEqualTo(before);
    }
  }

  @Test
  void aNameThatIsTooLongForAFileIsRefused() {
    String name = "n".repeat(249);
    try (Connect connect = connect()) {
      assertThatThrownBy(
              () -> connect.domainDefineXML(xml(name, disk("[datastore1] new/new.vmdk"))))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
                assertThat(e.detail())
                    .isEqualTo("the name '" + name + "' is too long for a file of a datastore");
              });
      assertThat(host.requests().count("PUT /folder")).isZero();
    }
  }

  @Test
  void aFileThatCannotBeTakenBackIsNamed() {
    try (Connect connect = connect()) {
      host.faults().add(FaultRule.on("RegisterVM_Task", new FaultEffect.HttpStatus(500)));
      host.faults().add(FaultRule.on("DELETE /folder", new FaultEffect.HttpStatus(403)));

      assertThatThrownBy(
              () -> connect.domainDefineXML(xml("new", disk("[datastore1] new/new.vmdk"))))
          .hasMessageContaining("; the file '[datastore1] new/new.vmx' stays: ");
    }
  }

  @Test
  void aDomainWithoutAPlaceIsRefusedBeforeAnythingIsSent() {
    String deduce = ", cannot deduce datastore and path for VMX file";
    assertRefused("", ErrorCode.INTERNAL_ERROR, "Domain XML doesn't contain any disks" + deduce);
    assertRefused(
        "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk>",
        ErrorCode.INTERNAL_ERROR,
        "Domain XML doesn't contain any file-based harddisks" + deduce);
    assertRefused(
        "<disk type='file' device='disk'><target dev='sda' bus='scsi'/></disk>",
        ErrorCode.INTERNAL_ERROR,
        "First file-based harddisk has no source" + deduce);
    assertRefused(
        disk("[nosuch] new/new.vmdk"),
        ErrorCode.INTERNAL_ERROR,
        "Could not find datastore with name 'nosuch'");
    assertRefused(
        disk("/vmfs/volumes/datastore1/new/new.vmdk"),
        ErrorCode.INVALID_ARG,
        "Datastore path '/vmfs/volumes/datastore1/new/new.vmdk' doesn't have expected format"
            + " '[<datastore>] <path>'");
  }

  private void assertRefused(String disks, ErrorCode code, String detail) {
    try (Connect connect = connect()) {
      assertThatThrownBy(() -> connect.domainDefineXML(xml("new", disks)))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).as(detail).isEqualTo(code);
                assertThat(e.detail()).isEqualTo(detail);
              });
      assertThat(host.requests().count("PUT /folder")).isZero();
      assertThat(host.requests().count("RegisterVM_Task")).isZero();
    }
  }

  @Test
  void aNameThatAnotherDomainHasIsRefused() {
    try (Connect connect = connect()) {
      assertFails(
          () -> connect.domainDefineXML(xml("web", disk("[datastore1] web/web.vmdk"))),
          ErrorCode.OPERATION_FAILED,
          "operation failed: domain 'web' already exists with uuid "
              + connect.domainLookupByName("web").getUUID());
    }
  }

  @Test
  void aNameOfTwoLinesIsRefused() {
    try (Connect connect = connect()) {
      assertFails(
          () -> connect.domainDefineXML(xml("a&#10;b", disk("[datastore1] web/web.vmdk"))),
          ErrorCode.XML_DETAIL,
          "name 'a\\nb' cannot contain '\\n'");
    }
  }

  @Test
  void whatWouldBeLeftOutIsRefusedWhenAsked() {
    try (Connect connect = connect()) {
      String xml =
          xml("new", disk("[datastore1] new/new.vmdk"))
              .replace("<os>", "<resource><partition>/x</partition></resource><os>");

      assertThatThrownBy(() -> connect.domainDefineXML(xml, Set.of(DomainDefineFlag.VALIDATE)))
          .hasMessageStartingWith("XML document failed to validate against schema: resource");
      assertThat(define(connect, xml).warnings()).singleElement().asString().startsWith("resource");
    }
  }

  @Test
  void aPlanChangesNothing() {
    try (Connect connect = connect()) {
      DefinitionPlan plan =
          connect.planDefine(xml("a/b&amp;c", disk("[datastore1] new/new.vmdk")), Set.of());

      assertThat(plan.isNew()).isTrue();
      assertThat(plan.requests())
          .extracting(PlannedRequest::name)
          .containsExactly(
              "PUT /folder/new/a%2BJQ-2fb%2BJg-c.vmx?dcPath=ha-datacenter&dsName=datastore1",
              "RegisterVM_Task");
      assertThat(plan.requests().get(0).body()).contains("displayName = \"a%2fb&c\"");
      assertThat(plan.requests().get(1).body()).contains(">a%2fb&amp;c</name>");
      assertThat(host.requests().count("PUT /folder")).isZero();
      assertThat(host.vms().names()).doesNotContain("a/b&c");
    }
  }
}
