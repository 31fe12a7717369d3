package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ConvertedText;
import dev.vireo.Domain;
import dev.vireo.ErrorCode;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescriptionsTest extends DriverTestBase {

  private static final String XML =
      """
      <domain type='vmware'>
        <name>guest</name>
        <uuid>564d0001-0203-0405-0607-08090a0b0c0d</uuid>
        <memory unit='MiB'>512</memory>
        <vcpu>1</vcpu>
        <os><type arch='x86_64'>hvm</type></os>
        <devices>
          <disk type='file' device='disk'>
            <source file='%s'/>
            <target dev='sda' bus='scsi'/>
          </disk>
          <controller type='scsi' index='0' model='%s'/>
        </devices>
      </domain>
      """;

  private static String vmx(String fileName) {
    return """
    .encoding = "UTF-8"
    config.version = "8"
    virtualHW.version = "13"
    displayName = "guest"
    guestOS = "rhel9-64"
    memsize = "2048"
    uuid.bios = "56 4d 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
    vc.uuid = "50 2e 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d"
    scsi0.present = "TRUE"
    scsi0.virtualDev = "pvscsi"
    scsi0:0.present = "TRUE"
    scsi0:0.fileName = "%s"
    RemoteDisplay.vnc.enabled = "TRUE"
    RemoteDisplay.vnc.port = "5901"
    RemoteDisplay.vnc.password = "s3cret"
    """
        .formatted(fileName);
  }

  /** Replaces the VMX file of a machine, as an administrator would by upload. */
  private void upload(String domain, byte[] content) {
    machine(domain).vmxFile(content);
  }

  private void upload(String domain, String content) {
    upload(domain, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theXmlOfADomainIsWhatItsVmxFileSays() {
    onDomain(
        "web",
        domain ->
            assertThat(domain.getXMLDesc(Set.of()))
                .startsWith("<domain type='vmware' id='" + domain.getID() + "' xmlns:vmware=")
                .endsWith("</domain>\n")
                .contains(
                    "<name>web</name>",
                    "<uuid>" + domain.getUUIDString() + "</uuid>",
                    "<hwuuid>" + machine("web").biosUuid() + "</hwuuid>",
                    "<source file='[datastore1] web/web.vmdk'/>",
                    "<vmware:datacenterpath>ha-datacenter</vmware:datacenterpath>",
                    "<vmware:moref>" + machine("web").ref().value() + "</vmware:moref>"));
  }

  @Test
  void theXmlOfADomainSaysWhereItsFilesAndDevicesAre() {
    upload(
        "web",
        vmx("web.vmdk")
            + """
            nvram = "web.nvram"
            ethernet0.present = "TRUE"
            ethernet0.connectionType = "pvn"
            ethernet0.pvnID = "52 6b 79 1b 2c 64 21 12-a5 91 7c 8f 0e 4a 9b 11"
            ethernet0.pciSlotNumber = "192"
            """);

    onDomain(
        "web",
        domain ->
            assertThat(domain.getXMLDesc(Set.of()))
                .contains(
                    "<nvram>[datastore1] web/web.nvram</nvram>",
                    "<interface type='internal'>",
                    "<source name='526b791b-2c64-2112-a591-7c8f0e4a9b11'/>",
                    "bus='0x06' slot='0x00' function='0x0'/>"));
  }

  @Test
  void theIdIsShownWhileTheDomainIsActive() {
    onDomain(
        "web",
        domain ->
            assertThat(domain.getXMLDesc(Set.of(DomainXmlFlag.INACTIVE))).doesNotContain(" id='"));
    onDomain("old", domain -> assertThat(domain.getXMLDesc(Set.of())).doesNotContain(" id='"));
    onDomain(
        "build",
        domain -> assertThat(domain.getXMLDesc(Set.of())).contains(" id='" + domain.getID() + "'"));
  }

  @Test
  void theBiosUuidIsTheOnlyOneWithLegacyUuid() {
    onDomain(
        "?legacy_uuid=1",
        "web",
        domain ->
            assertThat(domain.getXMLDesc(Set.of()))
                .contains("<uuid>" + machine("web").biosUuid() + "</uuid>"));
  }

  @Test
  void aPasswordIsShownOnRequestOnly() {
    upload("web", vmx("web.vmdk"));
    onDomain(
        "web",
        domain -> {
          assertThat(domain.getXMLDesc(Set.of())).contains("port='5901'").doesNotContain("s3cret");
          assertThat(domain.getXMLDesc(Set.of(DomainXmlFlag.SECURE))).contains("passwd='s3cret'");
          assertThat(domain.describe(Set.of(DomainXmlFlag.SECURE)).toString())
              .doesNotContain("s3cret");
        });
  }

  @Test
  void aReadOnlyConnectionShowsNoPassword() {
    try (Connect connect = connectReadOnly()) {
      Domain domain = connect.domainLookupByName("web");
      assertThat(domain.getXMLDesc(Set.of(DomainXmlFlag.INACTIVE))).contains("<name>web</name>");
      for (DomainXmlFlag flag : Set.of(DomainXmlFlag.SECURE, DomainXmlFlag.MIGRATABLE)) {
        assertFails(
            () -> domain.getXMLDesc(Set.of(flag)),
            ErrorCode.OPERATION_DENIED,
            "operation forbidden: virDomainGetXMLDesc with secure flag");
      }
    }
  }

  @Test
  void theHostCannotUpdateTheCpu() {
    onDomain(
        "web",
        domain ->
            assertFails(
                () -> domain.getXMLDesc(Set.of(DomainXmlFlag.UPDATE_CPU)),
                ErrorCode.INVALID_ARG,
                "unsupported flags (0x4) in function esxDomainGetXMLDesc"));
  }

  @Test
  void absoluteNamesAreFoundAmongTheDatastores() {
    upload("web", vmx("/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001/shared/x.vmdk"));
    upload("db", vmx("/vmfs/volumes/datastore1/shared/x.vmdk"));
    for (String name : Set.of("web", "db")) {
      onDomain(
          name,
          domain -> {
            host.requests().reset();
            assertThat(domain.getXMLDesc(Set.of()))
                .contains("<source file='[datastore1] shared/x.vmdk'/>");
            assertThat(host.requests().total()).isEqualTo(3);
          });
    }
  }

  @Test
  void whatXmlCannotShowIsAWarningWithItsLine() {
    upload(
        "web",
        vmx("web.vmdk") + "ethernet0.present = \"TRUE\"\nethernet0.virtualDev = \"sriov\"\n");
    onDomain(
        "web",
        domain -> {
          ConvertedText xml = domain.describe(Set.of());
          assertThat(xml.text()).contains("<interface ");
          assertThat(xml.warnings())
              .anySatisfy(line -> assertThat(line).startsWith("line 17: ethernet0.virtualDev: "));
        });
  }

  @Test
  void aFileThatIsNoneOrDescribesNoMachineSaysWhereAndWhy() {
    upload("web", "memsize = \"64\"\n= \"3\"\n");
    upload("db", "displayName = \"db\"\n");
    upload("old", new byte[0]);
    onDomain(
        "web",
        domain ->
            assertThatThrownBy(() -> domain.getXMLDesc(Set.of()))
                .hasMessageStartingWith(
                    "configuration file syntax error: The file '[datastore1] web/web.vmx' of the domain"
                        + " 'web': line 2, column 1: "));
    onDomain(
        "db",
        domain ->
            assertThatThrownBy(() -> domain.getXMLDesc(Set.of()))
                .hasMessageStartingWith(
                    "internal error: The file '[datastore1] db/db.vmx' of the domain 'db':")
                .hasMessageContaining("config.version"));
    onDomain(
        "old",
        domain ->
            assertFails(
                () -> domain.getXMLDesc(Set.of()),
                ErrorCode.INTERNAL_ERROR,
                "internal error: Could not read the domain 'old': its VMX file '[datastore1] old/old.vmx'"
                    + " is empty"));
  }

  @Test
  void aMissingFileIsAnErrorThatNamesIt() {
    host.faults().add(FaultRule.on("GET /folder", new FaultEffect.HttpStatus(404)));
    onDomain(
        "web",
        domain ->
            assertFails(
                () -> domain.getXMLDesc(Set.of()),
                ErrorCode.INTERNAL_ERROR,
                "internal error: Could not read the domain 'web': its VMX file '[datastore1] web/web.vmx'"
                    + " does not exist"));
  }

  @Test
  void aRefusedFileIsAnErrorThatSaysTheStatus() {
    host.faults().add(FaultRule.on("GET /folder", new FaultEffect.HttpStatus(403)));
    onDomain(
        "web",
        domain ->
            assertThatThrownBy(() -> domain.getXMLDesc(Set.of()))
                .hasMessageStartingWith("internal error: Could not read the domain 'web': ")
                .hasMessageContaining("HTTP status 403"));
  }

  @Test
  void aVmxFileBecomesXml() {
    try (Connect connect = connect()) {
      host.requests().reset();
      assertThat(connect.domainXMLFromNative("vmware-vmx", vmx("x.vmdk")))
          .startsWith("<domain type='vmware'>\n  <name>guest</name>")
          .contains("<source file='[?] ?/x.vmdk'/>")
          .doesNotContain("s3cret", "vmware:");
      assertThat(host.requests().total()).isZero();
      assertThat(connect.domainXMLFromNative("vmware-vmx", vmx("/vmfs/volumes/datastore1/x.vmdk")))
          .contains("<source file='[datastore1] x.vmdk'/>");
      assertThat(host.requests().total()).isEqualTo(1);
    }
  }

  @Test
  void aVmxFileIsReadInItsOwnEncoding() {
    byte[] file =
        vmx("x.vmdk")
            .replace("UTF-8", "windows-1252")
            .replace("\"guest\"", "\"Büro\"")
            .getBytes(StandardCharsets.ISO_8859_1);
    try (Connect connect = connect()) {
      assertThat(connect.convertFromNative("vmware-vmx", file).text())
          .contains("<name>Büro</name>");
    }
  }

  @Test
  void xmlBecomesAVmxFileForTheNewestHardwareOfTheHost() {
    try (Connect connect = connect()) {
      host.requests().reset();
      assertThat(
              connect.domainXMLToNative(
                  "vmware-vmx", XML.formatted("[datastore1] guest/guest.vmdk", "lsilogic")))
          .contains(
              "virtualHW.version = \"21\"\n",
              "scsi0:0.fileName ="
                  + " \"/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001/guest/guest.vmdk\"\n");
      assertThat(host.requests().total()).isEqualTo(1);
    }
  }

  @Test
  void theModelOfAControllerIsFoundByItsDisk() {
    try (Connect connect = connect()) {
      host.requests().reset();
      assertThat(
              connect.domainXMLToNative(
                  "vmware-vmx", XML.formatted("[datastore1] web/web.vmdk", "auto")))
          .contains("scsi0.virtualDev = \"lsilogic\"\n");
      // for the datastores; what the search has found comes with its end
      assertThat(host.requests().count("RetrievePropertiesEx")).isEqualTo(1);
      assertFails(
          () ->
              connect.domainXMLToNative(
                  "vmware-vmx", XML.formatted("[datastore1] web/nosuch.vmdk", "auto")),
          ErrorCode.NO_STORAGE_VOL,
          "Storage volume not found: No storage volume with key or path '[datastore1]"
              + " web/nosuch.vmdk'");
      assertFails(
          () ->
              connect.domainXMLToNative(
                  "vmware-vmx", XML.formatted("[datastore1] nosuch/x.vmdk", "auto")),
          ErrorCode.NO_STORAGE_VOL,
          "Storage volume not found: No storage volume with key or path '[datastore1]"
              + " nosuch/x.vmdk'");
    }
  }

  @Test
  void badDocumentsHaveLibvirtsCodes() {
    try (Connect connect = connect()) {
      assertFails(
          () -> connect.domainXMLFromNative("qemu-argv", "x"),
          ErrorCode.INVALID_ARG,
          "invalid argument: Unsupported config format 'qemu-argv'");
      assertFails(
          () -> connect.domainXMLToNative("xen-xl", "<domain/>"),
          ErrorCode.INVALID_ARG,
          "invalid argument: Unsupported config format 'xen-xl'");
      assertThatThrownBy(() -> connect.domainXMLFromNative("vmware-vmx", "="))
          .hasMessageStartingWith("configuration file syntax error: line 1, column 1: ");
      assertThatThrownBy(() -> connect.domainXMLToNative("vmware-vmx", "<domain"))
          .hasMessageStartingWith("XML error: ");
      assertThatThrownBy(() -> connect.domainXMLToNative("vmware-vmx", "<network/>"))
          .hasMessageStartingWith("XML error: ");
      assertThatThrownBy(() ->
              connect.domainXMLToNative("vmware-vmx", XML.formatted("[nosuch] x.vmdk", "lsilogic")))
          .hasMessageStartingWith("internal error: ")
          .hasMessageContaining("[nosuch] x.vmdk");
    }
  }

  @Test
  void aReadOnlyConnectionConvertsNothing() {
    try (Connect connect = connectReadOnly()) {
      assertFails(
          () -> connect.domainXMLFromNative("vmware-vmx", vmx("x.vmdk")),
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virConnectDomainXMLFromNative");
      assertFails(
          () -> connect.domainXMLToNative("vmware-vmx", XML),
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virConnectDomainXMLToNative");
    }
  }
}
