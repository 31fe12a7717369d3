package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.xml.XmlException;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.modernise.Modernise;
import dev.vireo.nest.modernise.Modernised;
import dev.vireo.nest.version.EsxiVersion;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domains of the time of patched QEMUs. The interop tests hold the results against libvirt. */
class ModerniseTest {

  @Test
  void aDomainForAPatchedQemuBecomesOneForToday() {
    Modernised modern =
        Modernise.of(
            GoldenFile.read("modernise/patched-before.xml"), EsxiVersion.V5_5, CpuVendor.INTEL);

    GoldenFile.check("modernise/patched-after.xml", modern.xml());
    GoldenFile.check("modernise/patched-changes.txt", changes(modern));
  }

  @Test
  void whatIsUpToDateIsLeftAlone() {
    String xml = GoldenFile.read("golden/option-everything.xml");

    Modernised modern = Modernise.of(xml, EsxiVersion.V8_0, CpuVendor.INTEL);

    assertThat(modern.changes()).isEmpty();
    assertThat(modern.xml()).isEqualTo(xml);
  }

  @Test
  void aResultNeedsNoFurtherChange() {
    Modernised once =
        Modernise.of(
            GoldenFile.read("modernise/patched-before.xml"), EsxiVersion.V5_5, CpuVendor.INTEL);

    assertThat(Modernise.of(once.xml(), EsxiVersion.V5_5, CpuVendor.INTEL).changes()).isEmpty();
  }

  @Test
  void theCardStaysWhereTheVersionIsNotKnown() {
    Modernised modern = Modernise.of(GoldenFile.read("modernise/patched-before.xml"), null, null);

    assertThat(modern.xml()).contains("<model type='e1000'/>").doesNotContain("<kvm>");
    assertThat(changes(modern)).contains("to be added: vmx on Intel's processors, svm on AMD's");
  }

  @Test
  void virtioDisksBecomeSataDisks() {
    Modernised modern =
        Modernise.of(
            """
            <domain type='kvm'><name>v</name><memory>4194304</memory><os><type>hvm</type></os>
            <devices><disk type='file' device='disk'><source file='/a.img'/>
            <target dev='vda' bus='virtio'/></disk>
            <interface type='user'/></devices></domain>
            """,
            EsxiVersion.V7_0,
            CpuVendor.AMD);

    assertThat(modern.xml())
        .contains("<target dev='sda' bus='sata'/>")
        .contains("<feature policy='require' name='svm'/>")
        .contains("<model type='vmxnet3'/>");
    assertThat(changes(modern)).contains("user-mode networking");
  }

  @Test
  void aBackdoorPortThatWasOnAndAnOpenScreenAreSaid() {
    Modernised modern =
        Modernise.of(
            """
            <domain type='kvm'><name>v</name><memory>4194304</memory><os><type>hvm</type></os>
            <features><vmport state='on'/></features>
            <devices><graphics type='vnc' listen='0.0.0.0' passwd='secret'/></devices></domain>
            """,
            EsxiVersion.V7_0,
            CpuVendor.AMD);

    assertThat(changes(modern))
        .contains("features/vmport: on -> off\n")
        .contains("devices/graphics: left, and it listens on all addresses of the host\n")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<qemu:arg value='-cpu'/><qemu:arg value='host,-hypervisor,+vmx'/>|-cpu"
            + " host,-hypervisor,+vmx",
        "<qemu:arg value='--cpu'/><qemu:arg value='max'/>|-cpu max",
        "<qemu:arg value='-cpu=Westmere'/>|-cpu Westmere",
        "<qemu:arg value='-cpu Westmere'/>|-cpu Westmere",
        "<qemu:arg value='-machine'/><qemu:arg value='vmport=on'/>|-machine vmport=on",
        "<qemu:arg value='-M'/><qemu:arg value='pc-i440fx-2.1'/>|-M pc-i440fx-2.1",
        "<qemu:arg value='-global'/><qemu:arg value='vmport.on=1'/>|-global vmport.on=1",
        "<qemu:arg value='-accel'/><qemu:arg value='tcg'/>|-accel tcg",
        "<qemu:arg value='-enable-kvm'/><qemu:arg value='-smp'/><qemu:arg value='1'/>|-enable-kvm",
        "<qemu:arg value='-enable-kvm'/><qemu:arg value='-smp'/><qemu:arg value='1'/>|-smp 1",
        "<qemu:arg value='-netdev'/><qemu:arg value='user,id=n'/>|-netdev user,id=n",
        "<qemu:arg value='-device'/><qemu:arg value='virtio-net-pci'/>|-device virtio-net-pci",
        "<qemu:env name='LD_PRELOAD' value='/opt/x.so'/>|LD_PRELOAD=/opt/x.so",
      })
  void whatUndoesTheDocumentBehindLibvirtIsSaid(String commandline, String part) {
    Modernised modern = Modernise.of(withQemu(commandline), EsxiVersion.V8_0, CpuVendor.INTEL);

    assertThat(changes(modern))
        .containsPattern("qemu:commandline/qemu:(arg|env): left, but to be removed: ")
        .contains("left, but to be removed: " + part + "\n");
  }

  @Test
  void theWordsForTheProcessorAreOfferedInLibvirts() {
    Modernised modern =
        Modernise.of(
            withQemu(
                "<qemu:arg value='-cpu'/><qemu:arg value='host,-hypervisor,vmx=on,kvm=off,a=b'/>"),
            EsxiVersion.V8_0,
            CpuVendor.INTEL);

    assertThat(changes(modern))
        .contains(
            "<cpu> says it with: mode='host-passthrough', <feature policy='disable'"
                + " name='hypervisor'/>, <feature policy='require' name='vmx'/>, <kvm><hidden"
                + " state='on'/></kvm> in <features>, nothing for a=b");
  }

  @Test
  void whatUndoesNothingIsLeftAlone() {
    Modernised modern =
        Modernise.of(
            withQemu(
                "<qemu:arg value='-device'/><qemu:arg value='nvme,serial=-cpu'/>"
                    + "<qemu:arg value='-smbios'/><qemu:arg value='type=1'/>"
                    + "<qemu:env name='QEMU_AUDIO_DRV' value='none'/>"),
            EsxiVersion.V8_0,
            CpuVendor.INTEL);

    assertThat(changes(modern)).doesNotContain("qemu:");
    assertThat(modern.xml()).contains("nvme,serial=-cpu");
  }

  @Test
  void overriddenDevicesAreNamedWhateverThePrefix() {
    String xml =
        "<domain type='kvm' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><name>v</name>"
            + "<memory>4194304</memory><os><type>hvm</type></os><q:override>"
            + "<q:device alias='net0'/></q:override><q:capabilities><q:del capability='x'/>"
            + "</q:capabilities></domain>";

    assertThat(changes(Modernise.of(xml, null, CpuVendor.INTEL)))
        .contains("q:override: left, and it changes device net0\n")
        .contains("q:capabilities: left, and ");
  }

  @ParameterizedTest
  @CsvSource({
    "5.5, qemu32, true",
    "5.5, kvm64, true",
    "5.5, Conroe, false",
    "6.7, Westmere, false",
    "7.0, Westmere, true",
    "7.0, Nehalem-IBRS, true",
    "7.0, SandyBridge, false",
    "8.0, Westmere-IBRS, true",
    "8.0, Opteron_G3, true",
    "8.0, Nehalem-v1, true",
    "8.0, SandyBridge, false",
    "9.0, qemu64, true",
    "9.0, EPYC-Milan, false"
  })
  void aModelThatTheVersionCannotUseIsReplaced(String version, String model, boolean replaced) {
    for (String mode : new String[] {"mode='custom' match='exact'", "match='exact'"}) {
      Modernised modern =
          Modernise.of(
              withCpu("<cpu %s><model>%s</model></cpu>".formatted(mode, model)),
              EsxiVersion.parse(version),
              CpuVendor.INTEL);

      assertThat(changes(modern).contains("cpu/model: " + model + " -> mode host-passthrough"))
          .isEqualTo(replaced);
      assertThat(modern.xml().contains("<model>" + model)).isEqualTo(!replaced);
      assertThat(modern.xml().contains("match=")).isEqualTo(!replaced);
    }
  }

  @Test
  void aModelStaysWhereTheVersionIsNotKnownOrWhatItLacksIsAdded() {
    String westmere = "<cpu mode='custom'><model>Westmere</model>%s</cpu>";
    assertThat(Modernise.of(withCpu(westmere.formatted("")), null, CpuVendor.INTEL).xml())
        .contains("<model>Westmere</model>");
    assertThat(
            Modernise.of(
                    withCpu(westmere.formatted("<feature policy='require' name='xsave'/>")),
                    EsxiVersion.V8_0,
                    CpuVendor.INTEL)
                .xml())
        .contains("<model>Westmere</model>");
  }

  @Test
  void whatTheVersionNeedsIsNotTakenAway() {
    String without =
        withCpu("<cpu mode='host-passthrough'><feature policy='disable' name='xsave'/></cpu>");

    assertThat(changes(Modernise.of(without, EsxiVersion.V8_0, CpuVendor.INTEL)))
        .contains("cpu/feature: xsave is not taken away any more\n  ESXi 8.0 needs it");
    assertThat(Modernise.of(without, EsxiVersion.V6_7, CpuVendor.INTEL).xml()).contains("xsave");
  }

  @Test
  void theFeatureOfTheOtherMakerGoes() {
    Modernised modern =
        Modernise.of(
            withCpu(
                "<cpu mode='host-passthrough'><feature policy='require' name='vmx'/>"
                    + "<feature policy='disable' name='hypervisor'/></cpu>"),
            EsxiVersion.V8_0,
            CpuVendor.AMD);

    assertThat(modern.xml()).contains("name='svm'", "name='hypervisor'").doesNotContain("vmx");
    assertThat(changes(modern)).contains("cpu/feature: vmx removed\n");
    String withoutSvm =
        withCpu("<cpu mode='host-passthrough'><feature policy='disable' name='svm'/></cpu>");
    assertThat(Modernise.of(withoutSvm, EsxiVersion.V8_0, CpuVendor.INTEL).xml())
        .contains("<feature policy='disable' name='svm'/>", "name='vmx'");
  }

  @Test
  void anEmulatedProcessorIsAmds() {
    Modernised modern =
        Modernise.of(
            withCpu("<cpu mode='host-passthrough'/>").replace("'kvm'", "'qemu'"),
            EsxiVersion.V8_0,
            CpuVendor.INTEL);

    assertThat(modern.xml()).contains("mode='maximum'", "name='svm'").doesNotContain("vmx");
  }

  private static String withCpu(String cpu) {
    return "<domain type='kvm'><name>v</name><memory>4194304</memory><os><type>hvm</type></os>%s</domain>"
        .formatted(cpu);
  }

  private static String withQemu(String commandline) {
    return "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
        + "<name>v</name><memory>4194304</memory><os><type>hvm</type></os><qemu:commandline>"
        + commandline
        + "</qemu:commandline></domain>";
  }

  @Test
  void aDomainOfAnotherHypervisorIsRefused() {
    assertThatThrownBy(() ->
            Modernise.of(
                "<domain type='vmware'><memory>1</memory><os><type>hvm</type></os></domain>",
                null,
                null))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("type vmware");
  }

  @Test
  void whatIsNoDomainIsRefused() {
    assertThatThrownBy(() -> Modernise.of("<network/>", null, null))
        .isInstanceOf(XmlException.class);
  }

  private static String changes(Modernised modern) {
    return modern.changes().stream()
        .map(change ->
            "%s: %s\n  %s (%s)\n"
                .formatted(change.element(), change.change(), change.reason(), change.source()))
        .collect(Collectors.joining());
  }
}
