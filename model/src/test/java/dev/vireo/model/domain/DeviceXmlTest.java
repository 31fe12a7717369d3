package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.model.xml.XmlException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One device alone is read and written as in a domain. */
class DeviceXmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<disk><target dev='sda'/></disk>|Disk",
        "<controller type='scsi'/>|Controller",
        "<filesystem/>|Filesystem",
        "<interface/>|NetworkInterface",
        "<input type='mouse'/>|Input",
        "<tpm><backend type='emulator'/></tpm>|Tpm",
        "<graphics type='vnc'/>|Graphics",
        "<video><model type='vga'/></video>|Video",
        "<memballoon model='none'/>|MemoryBalloon",
        "<serial type='pty'/>|Port",
        "<hostdev mode='subsystem' type='usb'/>|Other",
        "<video/>|Other",
      })
  void eachKindHasItsType(String xml, String type) {
    Device device = DeviceXml.parse(xml);
    assertThat(device.getClass().getSimpleName()).isEqualTo(type);
    assertThat(xml).startsWith("<" + device.elementName());
    assertThat(DeviceXml.parse(xml.getBytes(StandardCharsets.UTF_8))).isEqualTo(device);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serial", "parallel", "console", "channel"})
  void aCharacterDeviceKnowsWhichItIs(String name) {
    Device device = DeviceXml.parse("<" + name + " type='null'><target port='1'/></" + name + ">");
    assertThat(device.elementName()).isEqualTo(name);
    assertThat(DeviceXml.format(device))
        .isEqualTo(
            """
            <%1$s type='null'>
              <target port='1'/>
            </%1$s>
            """
                .formatted(name));
    Devices devices = Devices.builder().device(device).build();
    assertThat(
            DomainXml.format(
                DomainDefinition.builder("x", DataSize.ofKib(1)).devices(devices).build()))
        .contains("    <" + name + " type='null'>");
  }

  @Test
  void aDeviceIsWrittenLikeLibvirtFromTheLeftMargin() {
    assertThat(
            DeviceXml.format(
                DeviceXml.parse(
                    "<disk device='cdrom' later='x'><readonly/><target bus='sata' dev='sda'/>"
                        + "<serial>7</serial><source index='1' file='/a&amp;b'/></disk>")))
        .isEqualTo(
            """
            <disk type='file' device='cdrom' later='x'>
              <source file='/a&amp;b' index='1'/>
              <target dev='sda' bus='sata'/>
              <readonly/>
              <serial>7</serial>
            </disk>
            """);
  }

  @Test
  void aDeviceWithoutARecordIsKeptWhole() {
    String xml =
        """
        <rng model='virtio'>
          <rate bytes='1' period='2'/>
          <!-- why -->
          <backend model='random'>/dev/urandom</backend>
        </rng>
        """;
    assertThat(DeviceXml.format(DeviceXml.parse(xml))).isEqualTo(xml);
  }

  @Test
  void aDeviceOfAnyKindCanBeAddedToADomain() {
    List<String> kinds =
        List.of(
            "<disk type='file' device='disk'><target dev='sda'/></disk>",
            "<controller type='scsi'/>",
            "<filesystem type='mount'/>",
            "<interface type='user'/>",
            "<serial type='pty'/>",
            "<parallel type='pty'/>",
            "<console type='pty'/>",
            "<channel type='pty'/>",
            "<input type='mouse'/>",
            "<tpm><backend type='emulator'/></tpm>",
            "<graphics type='vnc'/>",
            "<sound model='ac97'/>",
            "<video><model type='vga'/></video>",
            "<hostdev mode='subsystem' type='usb'/>",
            "<memballoon model='none'/>",
            "<rng model='virtio'/>");
    DevicesBuilder builder = Devices.builder();
    kinds.reversed().forEach(xml -> builder.device(DeviceXml.parse(xml)));
    assertThat(builder.build().all())
        .isEqualTo(kinds.stream().map(DeviceXml::parse).toList())
        .hasSameSizeAs(kinds);
  }

  @Test
  void aSecondMemoryBalloonTakesThePlaceOfTheFirst() {
    Devices devices =
        Devices.builder()
            .device(DeviceXml.parse("<memballoon model='virtio'/>"))
            .device(DeviceXml.parse("<memballoon model='none'/>"))
            .build();
    assertThat(devices.all()).containsExactly(DeviceXml.parse("<memballoon model='none'/>"));
  }

  @Test
  void whatIsNoDeviceIsNotListedAndStays() {
    String elements =
        "<emulator x='1'>/q</emulator><redirfilter/><later/><x:disk xmlns:x='u'/><hub type='usb'/>";
    Devices devices = DomainXml.parse(Documents.devices(elements)).devices();
    assertThat(devices.all()).containsExactly(DeviceXml.parse("<hub type='usb'/>"));
    assertThat(DomainXml.format(DomainXml.parse(Documents.devices(elements))))
        .contains("<emulator x='1'>", "<redirfilter/>", "<later/>", "<x:disk xmlns:x='u'/>");
  }

  @Test
  void aPrefixThatTheDomainDeclaresIsDeclaredByTheDeviceAlone() {
    DomainDefinition domain =
        DomainXml.parse(
            "<domain type='x' xmlns:q='urn:q' xmlns:r='urn:r'><memory>1</memory>"
                + "<os><type>hvm</type></os><devices><sound><q:a><q:b><r:c/></q:b></q:a></sound>"
                + "<disk><target dev='sda'/><q:d xmlns:q='urn:other'/><r:e/></disk>"
                + "</devices></domain>");
    List<String> alone = domain.devices().all().stream().map(DeviceXml::format).toList();
    assertThat(alone)
        .containsExactly(
            """
            <disk type='file' device='disk'>
              <target dev='sda'/>
              <q:d xmlns:q='urn:other'/>
              <r:e xmlns:r='urn:r'/>
            </disk>
            """,
            """
            <sound>
              <q:a xmlns:q='urn:q'>
                <q:b>
                  <r:c xmlns:r='urn:r'/>
                </q:b>
              </q:a>
            </sound>
            """);
    assertThat(alone)
        .allSatisfy(xml -> assertThat(DeviceXml.format(DeviceXml.parse(xml))).isEqualTo(xml));
    assertThat(DomainXml.format(domain)).contains("<q:a>", "<r:c/>", "<r:e/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<dsik/>|dsik: unknown device type 'dsik'; did you mean <disk>?",
        "<domain type='x'/>|domain: unknown device type 'domain'; a device begins with an element such as <disk> or <interface>",
        "<emulator>/q</emulator>|emulator: unknown device type 'emulator'; a device begins with an element such as <disk> or <interface>",
        "<disk xmlns='u'/>|disk: a device is in no namespace",
        "<disk/>|disk: it has no <target>; say how the guest sees it, such as <target dev='sda'/>",
        "<interface type='bridge'/>|interface: an interface of type 'bridge' needs a <source>",
        "<controller/>|controller: the attribute 'type' is missing",
        "<disk><target dev='a'/><target dev='b'/></disk>|target: it is given twice, first in line 2",
        "<!DOCTYPE disk><disk/>|a document type declaration (DOCTYPE) is not allowed; remove it",
      })
  void errorsSayWhereAndWhy(String xml, String message) {
    XmlException failure =
        assertThatExceptionOfType(XmlException.class)
            .isThrownBy(() -> DeviceXml.parse("\n" + xml))
            .withMessage("device XML, line 2: " + message)
            .actual();
    assertThat(failure.line()).isEqualTo(2);
  }

  @Test
  void anErrorInADeviceIsTheSameAsInADomain() {
    String disk = "<disk><target/></disk>";
    String problem = ", line 1: target: the attribute 'dev' is missing";
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DeviceXml.parse(disk))
        .withMessage("device XML" + problem);
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(Documents.devices(disk)))
        .withMessage("domain XML" + problem);
  }
}
