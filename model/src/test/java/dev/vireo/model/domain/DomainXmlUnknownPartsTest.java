package dev.vireo.model.domain;

import static dev.vireo.model.domain.Documents.devices;
import static dev.vireo.model.domain.Documents.domain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that the records do not know is lost. */
class DomainXmlUnknownPartsTest {

  private static String rewrite(String document) {
    DomainDefinition domain = DomainXml.parse(document);
    String text = DomainXml.format(domain);
    assertThat(DomainXml.parse(text)).isEqualTo(domain);
    return text;
  }

  @Test
  void unknownElementsKeepTheirContent() {
    String kept =
        """
          <later a='1' b='&lt;'>
            <!-- why -->
            <x/>
            <?target data?>
            <p>some <b>bold <i>x</i></b> text</p>
            <blank>  </blank>
          </later>
        """;
    assertThat(rewrite(domain(kept))).contains(kept);
  }

  @Test
  void spacesThatTheDocumentAsksToPreserveArePreserved() {
    assertThat(rewrite(domain("<later xml:space='preserve'> <a/> </later>")))
        .contains("  <later xml:space='preserve'> <a/> </later>\n");
  }

  @Test
  void unknownAttributesStandWhereLibvirtWritesThem() {
    assertThat(
            rewrite(
                devices(
                    "<disk new='1' snapshot='no' rawio='yes' type='file'>"
                        + "<driver iothread='1' error_policy='stop' type='raw' name='qemu'/>"
                        + "<target rotation_rate='1' dev='sda'/></disk>")))
        .contains("<disk type='file' device='disk' rawio='yes' snapshot='no' new='1'>")
        .contains("<driver name='qemu' type='raw' error_policy='stop' iothread='1'/>");
  }

  @Test
  void unknownDevicesStandWhereLibvirtWritesThem() {
    String text =
        rewrite(
            devices(
                "<brandnew/><rng model='virtio'/><memballoon model='none'/><sound model='ac97'/>"
                    + "<video><model type='vga'/></video><graphics type='vnc'/>"));
    assertThat(text)
        .contains(
            """
                <graphics type='vnc'/>
                <sound model='ac97'/>
                <video>
                  <model type='vga'/>
                </video>
                <memballoon model='none'/>
                <rng model='virtio'/>
                <brandnew/>
              </devices>
            """);
  }

  @Test
  void unknownChildrenOfTheDomainStandWhereLibvirtWritesThem() {
    String text =
        rewrite(
            domain(
                "<brandnew/><launchSecurity type='sev'/><seclabel type='none'/>"
                    + "<memoryBacking><locked/></memoryBacking><vcpu>2</vcpu>"));
    assertThat(text)
        .containsSubsequence(
            "<memory ",
            "<memoryBacking>",
            "<vcpu>",
            "<os>",
            "<devices>",
            "<seclabel",
            "<launchSecurity",
            "<brandnew/>");
  }

  @Test
  void theRestOfAKnownElementIsJoinedToItAgain() {
    String text =
        rewrite(
            devices(
                "<disk type='file'><source index='3' file='/a'><seclabel model='dac'/></source>"
                    + "<target dev='sda'/><boot order='1' loadparm='x'/>"
                    + "<address type='drive' unit='2' extra='y'><z/></address></disk>"));
    assertThat(text)
        .contains(
            """
                  <source file='/a' index='3'>
                    <seclabel model='dac'/>
                  </source>
                  <target dev='sda'/>
                  <boot order='1' loadparm='x'/>
                  <address type='drive' controller='0' bus='0' target='0' unit='2' extra='y'>
                    <z/>
                  </address>
            """);
  }

  @Test
  void theRestOfNestedElementsIsJoinedToThemAgain() {
    assertThat(
            rewrite(
                domain(
                    "<pm><new/><suspend-to-disk enabled='no' x='1'/>"
                        + "<suspend-to-mem enabled='yes' y='2'/></pm>")))
        .contains(
            """
              <pm>
                <suspend-to-mem enabled='yes' y='2'/>
                <suspend-to-disk enabled='no' x='1'/>
                <new/>
              </pm>
            """);
  }

  @Test
  void theRestOfAnElementThatTheRecordNoLongerHasStays() {
    DomainDefinition domain = DomainXml.parse(domain("<name x='1'>a</name>"));
    assertThat(
            DomainXml.format(
                DomainDefinition.builder("kvm", domain.memory()).extras(domain.extras()).build()))
        .contains("  <name x='1'/>\n");
  }

  @Test
  void aValueOfTheRecordWinsOverAnAttributeOfTheSameNameInTheExtras() {
    Extras extras = new Extras(List.of(new XmlNode.Attribute("type", "old")), List.of());
    String text =
        DomainXml.format(DomainDefinition.builder("new", DataSize.ofKib(1)).extras(extras).build());
    assertThat(text).startsWith("<domain type='new'>\n");
  }

  @Test
  void namespacesOfTheRootSurvive() {
    assertThat(
            rewrite(
                "<domain xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0' type='kvm'>"
                    + "<q:commandline><q:arg value='-S'/></q:commandline>"
                    + "<memory>1</memory><os><type>hvm</type></os></domain>"))
        .startsWith("<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>\n")
        .endsWith(
            """
              <q:commandline>
                <q:arg value='-S'/>
              </q:commandline>
            </domain>
            """);
  }

  @Test
  void metadataIsWrittenAsLibvirtCopiesIt() {
    assertThat(rewrite(domain("<metadata><a:b xmlns:a='u' c='\"&apos;'>it's</a:b></metadata>")))
        .contains(
            """
              <metadata>
                <a:b xmlns:a="u" c="&quot;'">it's</a:b>
              </metadata>
            """);
  }

  @Test
  void whiteSpaceThatAParserWouldChangeIsEscaped() {
    assertThat(rewrite(domain("<title>a&#13;b</title><later x='a&#10;b&#9;c'>&#13;</later>")))
        .contains("<title>a&#13;b</title>", "<later x='a&#10;b&#9;c'>&#13;</later>");
  }

  @Test
  void charactersThatXmlCannotHoldAreDropped() {
    String text =
        DomainXml.format(
            DomainDefinition.builder("x", DataSize.ofKib(1))
                .name("a\u0007b\ud800c\uffffd")
                .build());
    assertThat(text).contains("<name>abcd</name>");
  }

  @Test
  void anElementInANamespaceIsNotTakenForAKnownOne() {
    assertThat(rewrite(domain("<x:name xmlns:x='u'>other</x:name><name>mine</name>")))
        .contains("<name>mine</name>", "<x:name xmlns:x='u'>other</x:name>");
  }

  @Test
  void layoutAroundUnknownChildrenIsNoText() {
    assertThat(rewrite(domain("<cpu><model><later/></model></cpu><name>\n <later/>\n</name>")))
        .contains(
            """
              <cpu>
                <model>
                  <later/>
                </model>
              </cpu>
            """)
        .contains("<name><later/></name>");
  }

  @Test
  void theRestOfRepeatedElementsIsJoinedToThemAgain() {
    String os = "<os><type>hvm</type><boot dev='hd' a='1'/><boot dev='cdrom' b='2'/></os>";
    assertThat(rewrite("<domain type='x'><memory>1</memory>" + os + "</domain>"))
        .contains("<boot dev='hd' a='1'/>", "<boot dev='cdrom' b='2'/>");
  }
}
