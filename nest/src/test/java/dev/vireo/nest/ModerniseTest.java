package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.xml.XmlException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
