package dev.vireo.model.domain;

import static dev.vireo.model.domain.Documents.devices;
import static dev.vireo.model.domain.Documents.domain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are read as tolerantly as libvirt reads them, and errors say where and why. */
class DomainXmlValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1024, , 1024",
    "1, b, 1",
    "1025, bytes, 2",
    "1, KB, 1",
    "2, KB, 2",
    "1, GB, 976563",
    "' 8 ', GiB, 8388608",
    "1, g, 1048576",
    "0, k, 0",
  })
  void amountsAreKeptInKibRoundedUp(String amount, String unit, long kib) {
    String attribute = unit == null ? "" : " unit='" + unit + "'";
    DomainDefinition domain =
        DomainXml.parse(domain("<currentMemory" + attribute + ">" + amount + "</currentMemory>"));

    assertThat(domain.currentMemory()).isEqualTo(DataSize.ofKib(kib));
    assertThat(DomainXml.format(domain))
        .contains("<currentMemory unit='KiB'>" + kib + "</currentMemory>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6695eb01-f6a4-4304-79aa-97f2502e193f",
        "6695eb01f6a4430479aa97f2502e193f",
        " 6695EB01-f6a4430479aa-97f2502e193f\n",
      })
  void uuidsMayLackHyphens(String text) {
    DomainDefinition domain = DomainXml.parse(domain("<uuid>" + text + "</uuid>"));
    assertThat(domain.uuid()).isEqualTo(UUID.fromString("6695eb01-f6a4-4304-79aa-97f2502e193f"));
    assertThat(DomainXml.format(domain)).contains("<uuid>6695eb01-f6a4-4304-79aa-97f2502e193f<");
  }

  @ParameterizedTest
  @ValueSource(strings = {"52:54:00:AB:CD:0e", "52:54:0:ab:cd:e"})
  void macAddressesAreWrittenInLowerCase(String text) {
    DomainDefinition domain =
        DomainXml.parse(
            devices("<interface type='user'><mac address='" + text + "'/></interface>"));
    assertThat(DomainXml.format(domain)).contains("<mac address='52:54:00:ab:cd:0e'/>");
  }

  @Test
  void partsOfPciAddressesMayBeHexOctalOrDecimal() {
    DomainDefinition domain =
        DomainXml.parse(
            devices(
                "<controller type='usb'><address type='pci' bus='0xA' slot='010' function='7'/>"
                    + "</controller>"));
    assertThat(domain.devices().controllers().get(0).info().address())
        .isEqualTo(new DeviceAddress.Pci(0, 10, 8, 7, ""));
    assertThat(DomainXml.format(domain))
        .contains("<address type='pci' domain='0x0000' bus='0x0a' slot='0x08' function='0x7'/>");
  }

  @Test
  void nothingIsAddedThatTheDocumentDoesNotSay() {
    assertThat(DomainXml.format(DomainXml.parse(domain("<vcpu>2</vcpu>"))))
        .isEqualTo(
            """
            <domain type='kvm'>
              <memory unit='KiB'>1024</memory>
              <vcpu>2</vcpu>
              <os>
                <type>hvm</type>
              </os>
              <devices>
              </devices>
            </domain>
            """);
  }

  @Test
  void aGenerationIdThatLibvirtShallChooseStays() {
    DomainDefinition domain = DomainXml.parse(domain("<genid/>"));
    assertThat(domain.generationId()).isNull();
    assertThat(DomainXml.format(domain)).contains("  <genid/>\n");
  }

  @Test
  void aNameMayBeMissingOrEmpty() {
    assertThat(DomainXml.parse(domain("")).name()).isNull();
    DomainDefinition empty = DomainXml.parse(domain("<name/>"));
    assertThat(empty.name()).isEmpty();
    assertThat(DomainXml.format(empty)).contains("  <name></name>\n");
  }

  @Test
  void theVmwareNamespaceIsReadUnderAnyPrefixAndWrittenUnderLibvirts() {
    String document =
        "<domain type='vmware' xmlns:v='"
            + VmwareNamespace.URI
            + "'><memory>1</memory>"
            + "<os><type>hvm</type></os><v:moref>48</v:moref></domain>";
    DomainDefinition domain = DomainXml.parse(document);
    assertThat(domain.vmware()).isNotNull();
    assertThat(domain.vmware().moref()).isEqualTo("48");
    assertThat(DomainXml.format(domain))
        .contains("xmlns:vmware='" + VmwareNamespace.URI + "'", "<vmware:moref>48</vmware:moref>");
    String taken = document.replace("xmlns:v=", "xmlns:vmware='urn:other' xmlns:v=");
    assertThat(DomainXml.parse(DomainXml.format(DomainXml.parse(taken))))
        .isEqualTo(DomainXml.parse(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<currentMemory>abc</currentMemory>|currentMemory: 'abc' is not a number of at least 0",
        "<currentMemory>-1</currentMemory>|currentMemory: '-1' is not a number of at least 0",
        "<currentMemory unit='x'>1</currentMemory>|currentMemory: unit 'x' is not known; use one such as KiB, MiB or GiB",
        "<currentMemory unit='E'>9</currentMemory>|currentMemory: 9 E is too large",
        "<currentMemory unit='b'>9223372036854775807</currentMemory>|currentMemory: 9223372036854775807 b is too large",
        "<vcpu>0</vcpu>|vcpu: '0' is not a number of at least 1",
        "<vcpu>2147483648</vcpu>|vcpu: 2147483648 is more than 2147483647",
        "<vcpu current='3'>2</vcpu>|vcpu: attribute 'current': 3 is more than the maximum 2",
        "<uuid>123</uuid>|uuid: '123' is not a uuid of 32 hex digits",
        "<uuid>6695eb01-f6a4-4304-79aa-97f2502e193g</uuid>|uuid: '6695eb01-f6a4-4304-79aa-97f2502e193g' is not a uuid of 32 hex digits",
        "<name>a</name><name>b</name>|name: it is given twice, first in line 2",
        "<pm><suspend-to-mem enabled='maybe'/></pm>|suspend-to-mem: attribute 'enabled': 'maybe' is neither yes, no, on nor off",
        "<cpu><topology sockets='1' cores='1'/></cpu>|topology: the attribute 'threads' is missing",
        "<cpu><feature policy='require'/></cpu>|feature: the attribute 'name' is missing",
        "<devices><disk/></devices>|disk: it has no <target>; say how the guest sees it, such as <target dev='sda'/>",
        "<devices><interface type='bridge'/></devices>|interface: an interface of type 'bridge' needs a <source>",
        "<devices><interface type='bridge'><source/></interface></devices>|source: the attribute 'bridge' is missing",
        "<devices><interface><mac address='52:54:00:00:00'/></interface></devices>|mac: '52:54:00:00:00' is not a MAC address of six pairs of hex digits",
        "<devices><interface><vlan><tag id='4096'/></vlan></interface></devices>|tag: attribute 'id': 4096 is more than 4095",
        "<devices><serial type='tcp'><source mode='x'/></serial></devices>|source: attribute 'mode': 'x' is neither bind nor connect",
        "<devices><tpm/></devices>|tpm: it has no <backend>, such as <backend type='emulator' version='2.0'/>",
        "<devices><input type='mouse'><address type='pci' slot='0x20'/></input></devices>|address: attribute 'slot': '0x20' is not a number from 0 to 0x1f",
        "<devices><controller type='usb' index='x'/></devices>|controller: attribute 'index': 'x' is not a number of at least 0",
      })
  void errorsSayWhereAndWhy(String elements, String message) {
    XmlException failure =
        assertThatExceptionOfType(XmlException.class)
            .isThrownBy(() -> DomainXml.parse(domain("\n" + elements)))
            .withMessage("domain XML, line 2: " + message)
            .actual();
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.column()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<network/>|network: a domain begins with <domain>, without a namespace",
        "<domain xmlns='u'/>|domain: a domain begins with <domain>, without a namespace",
        "<domain type='x'/>|domain: it has no <memory>, such as <memory unit='MiB'>1024</memory>",
        "<domain><memory>1</memory></domain>|domain: the attribute 'type' is missing",
        "<domain type='x'><memory>1</memory></domain>|domain: it has no <os>, such as <os><type arch='x86_64'>hvm</type></os>",
        "<domain type='x'><memory>1</memory><os/></domain>|os: it has no <type>; say how the domain is virtualized, such as <type>hvm</type>",
      })
  void aDomainNeedsATypeMemoryAndAnOperatingSystemType(String document, String message) {
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(() -> DomainXml.parse(document))
        .withMessage("domain XML, line 1: " + message);
  }

  @Test
  void sharesAreUnsignedAsLibvirtPrintsThem() {
    DomainDefinition domain =
        DomainXml.parse(domain("<cputune><shares>18446744073709551611</shares></cputune>"));
    assertThat(domain.cpuTuning()).isEqualTo(new CpuTuning(-5L, Extras.NONE));
    assertThat(DomainXml.format(domain)).contains("<shares>18446744073709551611</shares>");
  }
}
