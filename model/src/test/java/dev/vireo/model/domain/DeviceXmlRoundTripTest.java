package dev.vireo.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.XmlDocumentReader;
import dev.vireo.model.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a device is alone, it is in a whole domain. */
class DeviceXmlRoundTripTest {

  static List<String> documents() {
    return Documents.ALL;
  }

  /** The devices in a document of libvirt, as text that is indented as there. */
  private static List<String> cut(String document) {
    List<String> all = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    List<String> lines =
        document
            .substring(document.indexOf("  <devices>\n"))
            .lines()
            .skip(1)
            .takeWhile(line -> line.startsWith("    "))
            .toList();
    for (String line : lines) {
      element.append(line).append('\n');
      boolean only = line.endsWith("/>") || line.contains("</");
      if (only && line.startsWith("    <")) {
        all.add(element.toString());
        element.setLength(0);
      }
    }
    all.removeIf(xml -> xml.contains("<emulator>") || xml.contains("<redirfilter>"));
    return all.stream().map(String::strip).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theDevicesOfADomainAreItsElementsReadAlone(String name) {
    String document = Documents.read(name);
    assertThat(DomainXml.parse(document).devices().all())
        .isNotEmpty()
        .isEqualTo(cut(document).stream().map(DeviceXml::parse).toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDeviceOfLibvirtComesOutAsItWentIn(String name) {
    for (String xml : cut(Documents.read(name))) {
      String alone = xml.replace("\n    ", "\n") + "\n";
      assertThat(DeviceXml.format(DeviceXml.parse(alone))).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void devicesAddedOneByOneMakeTheSameDomain(String name) {
    DomainDefinition domain = DomainXml.parse(Documents.read(name));
    Devices old = domain.devices();
    DevicesBuilder devices = Devices.builder().emulator(old.emulator());
    old.all().forEach(device -> devices.device(DeviceXml.parse(DeviceXml.format(device))));
    List<XmlNode.Element> others =
        old.extras().elements().stream()
            .filter(each -> !old.all().contains(new Device.Other(each)))
            .toList();
    Devices added = devices.build();
    List<XmlNode.Element> elements = new ArrayList<>(added.extras().elements());
    elements.addAll(others);
    Devices rebuilt =
        added.toBuilder().extras(old.extras().toBuilder().elements(elements).build()).build();
    assertThat(DomainXml.format(domain.toBuilder().devices(rebuilt).build()))
        .isEqualTo(DomainXml.format(domain));
  }

  @Test
  void theDocumentsHaveDevicesOfEachKind() {
    Set<String> kinds = new TreeSet<>();
    for (String name : Documents.ALL) {
      DomainXml.parse(Documents.read(name))
          .devices()
          .all()
          .forEach(device -> kinds.add(device.getClass().getSimpleName()));
    }
    assertThat(kinds).hasSize(Device.class.getPermittedSubclasses().length);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDeviceOfAMutatedDomainSurvivesAlone(String name) {
    ElementReader root = XmlDocumentReader.read(name, Documents.read(name));
    int devices = 0;
    for (String document : Mutations.of(root.whole(), 600)) {
      for (Device device :
          Mutations.readable(document).map(each -> each.devices().all()).orElse(List.of())) {
        devices++;
        String alone = DeviceXml.format(device);
        Device again = DeviceXml.parse(alone);
        assertThat(DeviceXml.format(again)).as(document).isEqualTo(alone);
        // Only a prefix that the domain declares changes the device.
        if (!alone.contains("xmlns:")) {
          assertThat(again).as(document).isEqualTo(device);
        }
      }
    }
    assertThat(devices).isGreaterThan(1000);
  }
}
