package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The domains of nested hosts. The interop tests hold the same files against libvirt and QEMU. */
class NestedDomainTest {

  private static final Map<String, UnaryOperator<NestedHostSpecBuilder>> OPTIONS =
      new LinkedHashMap<>();

  static {
    OPTIONS.put("bridge", spec -> spec.network(new LabNetwork.Bridge("br0")));
    OPTIONS.put("ovs", spec -> spec.network(LabNetwork.OpenVSwitch.untagged("ovsbr0")));
    OPTIONS.put("ovs-vlan", spec -> spec.network(LabNetwork.OpenVSwitch.inVlan("ovsbr0", 252)));
    OPTIONS.put(
        "ovs-trunk",
        spec -> spec.network(new LabNetwork.OpenVSwitch("ovsbr0", List.of(100, 252), true, 100)));
    OPTIONS.put(
        "port-group", spec -> spec.network(new LabNetwork.LibvirtNetwork("lab", "vlan-252")));
    OPTIONS.put("mac", spec -> spec.mac("52:54:00:AB:CD:EF"));
    OPTIONS.put("memory-and-vcpus", spec -> spec.memory(DataSize.ofMib(12288)).vcpus(4));
    OPTIONS.put(
        "block-device", spec -> spec.disk(new LabDisk.BlockDevice(Path.of("/dev/vg/esxi"))));
    OPTIONS.put(
        "existing-image", spec -> spec.disk(new LabDisk.ExistingImage(Path.of("/lab/old.img"))));
    OPTIONS.put("datastore", spec -> spec.datastoreSize(DataSize.ofMib(102400)));
    OPTIONS.put("ide", spec -> spec.machine("pc").firmware(Firmware.BIOS).diskBus("ide"));
    OPTIONS.put("bios", spec -> spec.firmware(Firmware.BIOS));
    OPTIONS.put("machine", spec -> spec.machine("pc-q35-7.2"));
    OPTIONS.put("amd", spec -> spec.cpuVendor(CpuVendor.AMD));
    OPTIONS.put(
        "emulated",
        spec -> spec.acceleration(Acceleration.EMULATED).cpuVendor(CpuVendor.AMD).hideKvm(true));
    OPTIONS.put("hide-kvm", spec -> spec.hideKvm(true));
    OPTIONS.put("vmport", spec -> spec.vmport(true));
    OPTIONS.put("nic", spec -> spec.nicModel("vmxnet3"));
    OPTIONS.put("spice", spec -> spec.graphics(GraphicsKind.SPICE));
    OPTIONS.put("no-graphics", spec -> spec.graphics(GraphicsKind.NONE));
    OPTIONS.put(
        "installer",
        spec ->
            spec.installerIso(Path.of("/lab/esxi & friends.iso"))
                .installerUsb(Path.of("/lab/ks.img")));
    OPTIONS.put(
        "everything",
        spec ->
            spec.directory(Path.of("/lab"))
                .datastoreSize(DataSize.ofMib(1024))
                .installerIso(Path.of("/lab/esxi.iso"))
                .installerUsb(Path.of("/lab/ks.img"))
                .serialLog(Path.of("/lab/log"))
                .network(LabNetwork.OpenVSwitch.inVlan("ovsbr0", 7))
                .hideKvm(true));
  }

  @ParameterizedTest
  @EnumSource
  void eachVersionHasItsDomain(EsxiVersion esxi) {
    NestedHostSpec spec = NestedHostSpec.builder("esxi-1", esxi).build();

    GoldenFile.check("golden/esxi-%s.xml".formatted(esxi.text()), xml(spec));
  }

  static Stream<String> options() {
    return OPTIONS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("options")
  void eachOptionHasItsDomain(String option) {
    NestedHostSpecBuilder builder = NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0);
    NestedHostSpec spec = OPTIONS.getOrDefault(option, value -> value).apply(builder).build();

    GoldenFile.check("golden/option-%s.xml".formatted(option), xml(spec));
  }

  @ParameterizedTest
  @EnumSource
  void theVmwareBackdoorIsOffInEachVersion(EsxiVersion esxi) {
    assertThat(xml(NestedHostSpec.builder("esxi-1", esxi).build()))
        .contains("<vmport state='off'/>");
  }

  @Test
  void theMarkSurvivesLibvirtsLayout() {
    NestedHostSpec spec =
        NestedHostSpec.builder("esxi-1", EsxiVersion.V7_0)
            .directory(Path.of("/lab"))
            .datastoreSize(DataSize.ofMib(1024))
            .build();

    assertThat(NestMetadata.read(xml(spec)))
        .hasValue(
            new NestMetadata(
                EsxiVersion.V7_0,
                List.of(Path.of("/lab/esxi-1.img"), Path.of("/lab/esxi-1-datastore.img")),
                Path.of("/lab/esxi-1-serial.log")));
  }

  @Test
  void aDomainOfSomebodyElseHasNoMark() {
    assertThat(NestMetadata.read("<domain><metadata><host esxi='8.0'/></metadata></domain>"))
        .isEmpty();
  }

  @Test
  void theDocumentIsReadBackAsTheSameDomain() {
    NestedHostSpec spec = NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).build();
    DomainDefinition domain = NestedDomain.of(spec, CpuVendor.INTEL, null);

    assertThat(DomainXml.format(DomainXml.parse(DomainXml.format(domain))))
        .isEqualTo(DomainXml.format(domain));
  }

  private static String xml(NestedHostSpec spec) {
    return DomainXml.format(NestedDomain.of(spec, CpuVendor.INTEL, "/usr/bin/qemu-system-x86_64"));
  }
}
