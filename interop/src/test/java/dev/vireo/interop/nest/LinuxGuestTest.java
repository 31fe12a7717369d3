package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestedHost;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a guest sees of the hosts that are made for ESXi, and whom it reaches: a small Linux boots
 * in them, in QEMU's software emulation, on a bridge of Open vSwitch where only VLAN 252 and VLAN
 * 254 have a DHCP server.
 */
@Needs({
  ForeignProgram.LIBVIRTD,
  ForeignProgram.QEMU,
  ForeignProgram.VIRSH,
  ForeignProgram.OVS_VSWITCHD,
  ForeignProgram.LINUX_GUEST
})
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LinuxGuestTest {

  private static final String BRIDGE = "ovsbr0";

  @TempDir private static Path libvirtFolder;
  @TempDir private static Path guestFolder;

  private static PrivateLibvirt libvirt;
  private static PrivateOpenVSwitch openVSwitch;
  private static LinuxGuest guest;

  @TempDir private Path folder;

  LinuxGuestTest() {}

  @BeforeAll
  static void start() throws IOException {
    libvirt = PrivateLibvirt.start(libvirtFolder);
    openVSwitch = PrivateOpenVSwitch.start(libvirt, guestFolder);
    openVSwitch.bridge(BRIDGE);
    openVSwitch.port(BRIDGE, "lab252", 252, "10.252.0.1/24");
    openVSwitch.dhcp("lab252", "10.252.0");
    openVSwitch.port(BRIDGE, "lab253", 253, "10.253.0.1/24");
    openVSwitch.port(BRIDGE, "lab254", 254, "10.254.0.1/24");
    openVSwitch.dhcp("lab254", "10.254.0");
    guest = LinuxGuest.in(libvirt, guestFolder);
  }

  @AfterAll
  static void stop() {
    // Null when it did not start.
    if (libvirt != null) {
      libvirt.close();
    }
  }

  @AfterEach
  void removeAll() {
    for (NestedHost host : libvirt.hosts().list()) {
      libvirt.hosts().destroy(host.name(), DestroyOptions.EVERYTHING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "V5_5, bios, 15ad:07b0 vmxnet3",
    "V6_0, bios, 8086:100e e1000",
    "V6_7, bios, 15ad:07b0 vmxnet3",
    "V8_0, uefi, 8086:10d3 e1000e"
  })
  void theGuestHasTheMachineOfItsVersionAndAnAddressOverItsVlan(
      EsxiVersion esxi, String firmware, String card) throws IOException {
    NestedHostSpec spec = spec(esxi, LabNetwork.OpenVSwitch.inVlan(BRIDGE, 252));

    List<String> said = guest.run(spec);

    assertThat(said)
        .contains("firmware " + firmware, "processor svm", "storage 8086:2922 ahci")
        .contains("disk %d MiB QEMU HARDDISK".formatted(esxi.disk().usual().mib()))
        .filteredOn(line -> line.startsWith("network "))
        .containsExactly("network " + card);
    assertThat(addresses(said))
        .satisfiesExactly(
            lease ->
                assertThat(lease)
                    .matches("lease eth0 10\\.252\\.0\\.1\\d\\d from 10\\.252\\.0\\.1"),
            reply -> assertThat(reply).isEqualTo("reply eth0 10.252.0.1"));
    byte[] written = "written by the guest\n".getBytes(StandardCharsets.US_ASCII);
    try (var disk = Files.newInputStream(spec.disk().path())) {
      assertThat(disk.readNBytes(written.length)).isEqualTo(written);
    }
  }

  @Test
  void anotherVlanHasNoAddressForTheGuest() {
    long before = openVSwitch.received("lab253");

    List<String> said =
        guest.run(spec(EsxiVersion.V7_0, LabNetwork.OpenVSwitch.inVlan(BRIDGE, 253)));

    assertThat(addresses(said)).containsExactly("no lease eth0");
    // What it asked for came through, where nobody answers.
    assertThat(openVSwitch.received("lab253")).isGreaterThan(before);
  }

  @Test
  void onATrunkTheGuestReachesEachVlanByItsTagOnly() {
    LabNetwork trunk = new LabNetwork.OpenVSwitch(BRIDGE, List.of(252, 253), true, null);

    List<String> said = guest.run(spec(EsxiVersion.V6_7, trunk), 252, 254);

    assertThat(addresses(said))
        .satisfiesExactly(
            untagged -> assertThat(untagged).isEqualTo("no lease eth0"),
            lease -> assertThat(lease).matches("lease eth0.252 10\\.252\\.0\\.1\\d\\d from .*"),
            reply -> assertThat(reply).isEqualTo("reply eth0.252 10.252.0.1"),
            // The trunk does not carry it.
            foreign -> assertThat(foreign).isEqualTo("no lease eth0.254"));
  }

  @Test
  void theNativeVlanOfATrunkHasNoTag() {
    LabNetwork trunk = new LabNetwork.OpenVSwitch(BRIDGE, List.of(252, 254), true, 254);

    List<String> said = guest.run(spec(EsxiVersion.V8_0, trunk), 252);

    assertThat(addresses(said))
        .satisfiesExactly(
            lease -> assertThat(lease).matches("lease eth0 10\\.254\\.0\\.1\\d\\d from .*"),
            reply -> assertThat(reply).isEqualTo("reply eth0 10.254.0.1"),
            tagged -> assertThat(tagged).matches("lease eth0.252 10\\.252\\.0\\.1\\d\\d from .*"),
            reply -> assertThat(reply).isEqualTo("reply eth0.252 10.252.0.1"));
  }

  private NestedHostSpec spec(EsxiVersion esxi, LabNetwork network) {
    return NestedHostSpec.builder("guest", esxi)
        .acceleration(Acceleration.EMULATED)
        .memory(DataSize.ofMib(512))
        .directory(folder)
        .network(network)
        .build();
  }

  private static List<String> addresses(List<String> said) {
    return said.stream().filter(line -> line.matches("(lease|reply|no lease) .*")).toList();
  }
}
