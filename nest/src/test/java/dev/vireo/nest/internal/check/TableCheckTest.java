package dev.vireo.nest.internal.check;

import static dev.vireo.nest.check.Objection.Kind.KNOWN_BAD;
import static dev.vireo.nest.check.Objection.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about a version against what was asked for. */
class TableCheckTest {

  @Test
  void e1000IsBadForEsxi55() {
    assertThat(objections(EsxiVersion.V5_5, "e1000"))
        .containsExactly(
            new Objection(
                KNOWN_BAD,
                "network interface e1000 does not work with ESXi 5.5: ESXi 5.5 has trouble with"
                    + " QEMU's e1000",
                "use vmxnet3"));
  }

  @Test
  void e1000IsBadFromEsxi70On() {
    assertThat(objections(EsxiVersion.V8_0, "e1000"))
        .singleElement()
        .extracting(Objection::kind)
        .isEqualTo(KNOWN_BAD);
  }

  @Test
  void aCardThatNobodyReportedIsWorthAWarning() {
    assertThat(objections(EsxiVersion.V6_7, "e1000e"))
        .containsExactly(
            new Objection(
                WARNING,
                "network interface e1000e is not known to work with ESXi 6.7: nobody reported it"
                    + " with 6.7",
                "known to work: vmxnet3, e1000"));
  }

  @Test
  void tooLittleOfEverythingIsBad() {
    NestedHostSpec spec =
        NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
            .memory(DataSize.ofMib(4096))
            .vcpus(1)
            .diskSize(DataSize.ofMib(8192))
            .build();

    assertThat(objections(spec))
        .containsExactly(
            new Objection(
                KNOWN_BAD,
                "4 GiB of memory are too little for ESXi 8.0: it needs 8 GiB (VMware asks for 8 GB,"
                    + " better 12)"),
            new Objection(
                KNOWN_BAD,
                "1 processors are too few for ESXi 8.0: it needs 2 (VMware asks for 2 cores)"),
            new Objection(
                KNOWN_BAD,
                "the disk /var/lib/libvirt/images/esxi-1.img has 8 GiB, and ESXi 8.0 needs 32 GiB"
                    + " (below, the installer says that the disk cannot hold OSDATA)"));
  }

  @Test
  void fourGibOfMemoryAreWorthAWarningWithEsxi70() {
    NestedHostSpec spec =
        NestedHostSpec.builder("esxi-1", EsxiVersion.V7_0).memory(DataSize.ofMib(4096)).build();

    assertThat(objections(spec)).extracting(Objection::kind).containsExactly(WARNING);
  }

  @Test
  void virtioDisksAreBad() {
    NestedHostSpec spec =
        NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).diskBus("virtio").build();

    assertThat(objections(spec)).extracting(Objection::kind).containsExactly(KNOWN_BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a b", "a/b", "a\nb", "ü"})
  void aNameThatLibvirtOrAShellWouldMisreadIsRefused(String name) {
    assertThatThrownBy(() -> NestedHostSpec.builder(name, EsxiVersion.V8_0))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be the name of a host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"52:54:00:12:34", "53:54:00:12:34:56", "52-54-00-12-34-56", "x"})
  void anAddressThatIsNotOneCardsIsRefused(String mac) {
    assertThatThrownBy(() -> NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).mac(mac).build())
        .isInstanceOf(NestException.class)
        .hasMessageContaining(mac);
  }

  @Test
  void vlanTagsMustFitThePort() {
    assertThatThrownBy(() -> LabNetwork.OpenVSwitch.inVlan("ovsbr0", 4095))
        .hasMessage("4095 is not a VLAN tag")
        .extracting("hints")
        .isEqualTo(List.of("give 1 to 4094"));
    assertThatThrownBy(() -> new LabNetwork.OpenVSwitch("ovsbr0", List.of(1, 2), false, null))
        .hasMessageContaining("need a trunk");
    assertThatThrownBy(() -> new LabNetwork.OpenVSwitch("ovsbr0", List.of(1, 2), true, 3))
        .hasMessageContaining("must be one of the tags");
    assertThatThrownBy(() -> new LabNetwork.OpenVSwitch("ovsbr0", List.of(10, 10, 20), true, null))
        .hasMessage("the VLAN tag 10 is given more than once");
    assertThatThrownBy(() -> new LabNetwork.OpenVSwitch("ovsbr0", List.of(), true, null))
        .hasMessageContaining("a trunk needs");
    assertThatThrownBy(() -> new LabNetwork.Bridge("a-name-that-is-too-long"))
        .hasMessageContaining("cannot be the name of a bridge");
  }

  @Test
  void aRelativePathIsRefused() {
    assertThatThrownBy(() -> new LabDisk.ExistingImage(Path.of("disk.img")))
        .hasMessageContaining("must be an absolute one");
  }

  @Test
  void aSizeForADiskThatIsThereIsRefused() {
    assertThatThrownBy(() ->
            NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
                .disk(new LabDisk.BlockDevice(Path.of("/dev/sdb")))
                .diskSize(DataSize.ofMib(1))
                .build())
        .hasMessageContaining("/dev/sdb");
  }

  private static List<Objection> objections(EsxiVersion esxi, String nic) {
    return objections(NestedHostSpec.builder("esxi-1", esxi).nicModel(nic).build());
  }

  private static List<Objection> objections(NestedHostSpec spec) {
    return TableCheck.of(spec).stream().flatMap(result -> Objection.of(result).stream()).toList();
  }
}
