package dev.vireo.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vireo.model.xml.XmlException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshot XML, read and written. */
class SnapshotXmlTest {

  private static final String OF_ESX =
      """
      <domainsnapshot>
        <name>s2</name>
        <description></description>
        <state>running</state>
        <parent>
          <name>s1</name>
        </parent>
        <creationTime>1795799712</creationTime>
        <domain>
          <uuid>11111111-2222-3333-4444-555555555555</uuid>
        </domain>
      </domainsnapshot>
      """;

  private static final String OF_QEMU =
      """
      <domainsnapshot>
        <name>a &amp; b</name>
        <description>first &lt;line&gt;</description>
        <state>shutoff</state>
        <creationTime>1600000000</creationTime>
        <memory snapshot='external' file='/tmp/m'/>
        <disks>
          <disk name='sda' snapshot='external' type='file'>
            <driver type='qcow2'/>
            <source file='/tmp/d'/>
          </disk>
          <disk name='sdb' snapshot='no'/>
        </disks>
        <domain type='kvm'>
          <name>web</name>
          <uuid>11111111-2222-3333-4444-555555555555</uuid>
          <memory unit='KiB'>65536</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64'>hvm</type>
          </os>
          <devices>
            <emulator>/usr/bin/kvm</emulator>
          </devices>
        </domain>
        <inactiveDomain type='kvm'>
          <name>web</name>
        </inactiveDomain>
        <cookie>
          <x y='1'/>
        </cookie>
      </domainsnapshot>
      """;

  @ParameterizedTest
  @ValueSource(strings = {OF_ESX, OF_QEMU, "<domainsnapshot/>\n"})
  void aDocumentComesOutAsItWentIn(String document) {
    assertThat(SnapshotXml.format(SnapshotXml.parse(document))).isEqualTo(document);
  }

  @Test
  void theRecordSaysWhatTheDocumentDoes() {
    SnapshotDefinition snapshot = SnapshotXml.parse(OF_ESX);

    assertThat(snapshot)
        .isEqualTo(
            SnapshotDefinition.builder()
                .name("s2")
                .description("")
                .state("running")
                .parent("s1")
                .creationTime(1_795_799_712L)
                .domain(
                    new SnapshotDomain.Known(
                        UUID.fromString("11111111-2222-3333-4444-555555555555")))
                .build());
  }

  @Test
  void memoryDisksAndTheDomainAreRead() {
    SnapshotDefinition snapshot = SnapshotXml.parse(OF_QEMU);

    assertThat(snapshot.name()).isEqualTo("a & b");
    assertThat(snapshot.memory()).isEqualTo(new SnapshotMemory("external", "/tmp/m"));
    assertThat(snapshot.disks())
        .extracting(SnapshotDisk::name, SnapshotDisk::mode)
        .containsExactly(tuple("sda", "external"), tuple("sdb", "no"));
    assertThat(snapshot.domain())
        .isInstanceOfSatisfying(
            SnapshotDomain.Whole.class,
            whole -> assertThat(whole.definition().name()).isEqualTo("web"));
  }

  @Test
  void elementsMayStandInAnyOrder() {
    SnapshotDefinition snapshot =
        SnapshotXml.parse(
            "<domainsnapshot><new a='1'/><state>x</state><name>n</name></domainsnapshot>");

    assertThat(SnapshotXml.format(snapshot))
        .isEqualTo(
            """
            <domainsnapshot>
              <name>n</name>
              <state>x</state>
              <new a='1'/>
            </domainsnapshot>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain/>",
        "<x:domainsnapshot xmlns:x='u'/>",
        "<domainsnapshot><creationTime>soon</creationTime></domainsnapshot>",
        "<domainsnapshot><domain><uuid>1</uuid></domain></domainsnapshot>",
        "<domainsnapshot><domain type='kvm'/></domainsnapshot>",
        "<domainsnapshot><disks><disk/></disks></domainsnapshot>",
        "<domainsnapshot><name>a</name><name>b</name></domainsnapshot>",
        "<domainsnapshot>",
      })
  void whatIsNoSnapshotIsAnErrorWithItsPlace(String document) {
    assertThatThrownBy(() -> SnapshotXml.parse(document))
        .isInstanceOfSatisfying(XmlException.class, e -> assertThat(e.line()).isPositive());
  }
}
