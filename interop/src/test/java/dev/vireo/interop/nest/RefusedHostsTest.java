package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be made at a real libvirt is said in one sentence each, and leaves no domain, file,
 * variables of the firmware or network link behind.
 */
@Needs({
  ForeignProgram.LIBVIRTD,
  ForeignProgram.QEMU,
  ForeignProgram.VIRSH,
  ForeignProgram.OVS_VSWITCHD
})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RefusedHostsTest {

  private static final CreateOptions ACCEPTING = new CreateOptions(true, true, true);

  @TempDir private static Path libvirtFolder;

  private static PrivateLibvirt libvirt;
  private static PrivateOpenVSwitch openVSwitch;

  @TempDir private Path folder;

  RefusedHostsTest() {}

  @BeforeAll
  static void start() {
    libvirt = PrivateLibvirt.start(libvirtFolder);
    openVSwitch = PrivateOpenVSwitch.start(libvirt, libvirtFolder);
    openVSwitch.bridge("ovsbr0");
    libvirt.inside("ip", "link", "add", "br-lab", "type", "bridge");
    libvirt.inside("ip", "link", "set", "br-lab", "up");
    libvirt.inside("ip", "link", "add", "veth0", "type", "veth", "peer", "veth1");
  }

  @AfterAll
  static void stop() {
    // Null when it did not start.
    if (libvirt != null) {
      libvirt.close();
    }
  }

  @Test
  void aBridgeThatOpenVSwitchOnlyHasOnRecord() {
    // It ends well, although the bridge does not come up.
    String said = openVSwitch.bridge("ovsbr9", "no-such-datapath");

    assertThat(said).contains("Error detected while setting up 'ovsbr9'");
    assertRefused(
        emulated("no-link").network(LabNetwork.OpenVSwitch.inVlan("ovsbr9", 252)),
        "Open vSwitch has bridge ovsbr9 on record, but there is no such link: its daemon or its"
            + " kernel module does not work; modprobe openvswitch && systemctl restart"
            + " openvswitch-switch && ip link show ovsbr9");
  }

  @Test
  void aBridgeThatOpenVSwitchDoesNotHave() {
    assertRefused(
        emulated("no-bridge").network(LabNetwork.OpenVSwitch.inVlan("ovsbr8", 252)),
        "there is no Open vSwitch bridge ovsbr8 on this machine; ovs-vsctl add-br ovsbr8 && ip link"
            + " show ovsbr8");
  }

  @Test
  void aBridgeOfTheOtherKind() {
    assertRefused(
        emulated("linux").network(LabNetwork.OpenVSwitch.untagged("br-lab")),
        "br-lab is a Linux bridge, not one of Open vSwitch; ask for it as a bridge without VLAN");
    assertRefused(
        emulated("ovs").network(new LabNetwork.Bridge("ovsbr0")),
        "ovsbr0 is a bridge of Open vSwitch; ask for it as an Open vSwitch bridge");
  }

  @Test
  void aLinkThatIsNoBridge() {
    assertRefused(
        emulated("early").network(LabNetwork.OpenVSwitch.untagged("veth0")),
        "there is a link veth0, but Open vSwitch has no bridge of this name; name a bridge:"
            + " ovs-vsctl list-br");
    assertRefused(
        emulated("loop").network(LabNetwork.OpenVSwitch.untagged("lo")),
        "lo is the loopback link, not a bridge of Open vSwitch; name a bridge: ovs-vsctl list-br");
  }

  @Test
  void aLinkThatTurnsOutAtTheStartToBeNoBridge() {
    CreatePlan plan =
        libvirt
            .hosts()
            .plan(emulated("late").network(LabNetwork.OpenVSwitch.untagged("veth0")).build());
    // As for a user who may not look into the database of Open vSwitch.
    CreatePlan unchecked = new CreatePlan(plan.spec(), plan.domain(), plan.xml(), List.of());

    assertRefused(
        () -> libvirt.hosts().create(unchecked, ACCEPTING),
        "late does not start: Open vSwitch takes no port for a bridge veth0; is it in ovs-vsctl"
            + " list-br?");
  }

  @Test
  void tooLittleOfEverything() {
    NestedHostSpec small =
        emulated("small")
            .memory(DataSize.ofMib(1024))
            .vcpus(1)
            .diskSize(DataSize.ofMib(64))
            .build();
    List<String> before = traces();

    assertThatThrownBy(() -> libvirt.hosts().create(small, CreateOptions.DEFAULT))
        .isInstanceOfSatisfying(
            NestException.class,
            refused ->
                assertThat(refused.problems())
                    .satisfiesExactly(
                        memory ->
                            assertThat(memory).startsWith("1 GiB of memory are too little for"),
                        vcpus -> assertThat(vcpus).startsWith("1 processors are too few for"),
                        disk ->
                            assertThat(disk).contains("has 64 MiB, and ESXi 8.0 needs 32 GiB")));
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void theNameOfSomebodyElsesDomain() {
    libvirt
        .host()
        .define(
            "<domain type='qemu'><name>taken</name><memory>4096</memory>"
                + "<os><type>hvm</type></os></domain>");
    try {
      assertRefused(
          emulated("taken"),
          "the name taken is in use: there is a domain of this name at " + libvirt.uri());
    } finally {
      libvirt.inside("virsh", "--connect", libvirt.uri(), "undefine", "taken");
    }
  }

  @Test
  void disksThatMayGrowBeyondTheRoom() throws IOException {
    long room = Files.getFileStore(folder).getTotalSpace();
    NestedHostSpec large = emulated("large").datastoreSize(new DataSize(room)).build();

    assertThatThrownBy(() -> libvirt.hosts().create(large, new CreateOptions(true, true, false)))
        .isInstanceOf(NestException.class)
        .hasMessageMatching(folder + " has room for \\d+ MiB, and the disks may grow to \\d+ MiB");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFullDiskWhereTheDisksBelong() {
    // No room for a single file; the path leads there from outside the daemon's namespaces.
    libvirt.inside("mkdir", "/run/full");
    libvirt.inside("mount", "-t", "tmpfs", "-o", "nr_inodes=1", "tmpfs", "/run/full");
    Path full = libvirt.path("/run/full");

    assertRefused(
        emulated("full").directory(full),
        "the disk %s of 32 GiB cannot be made: No space left on device"
            .formatted(full.resolve("full.img")));
    assertThat(full).isEmptyDirectory();
  }

  @Test
  void aFullDiskWhereLibvirtKeepsItsDomains() {
    assertRefusedWhileFull("/etc/libvirt", emulated("no-etc"), "define");
  }

  @Test
  void aFullDiskWhereTheFirmwareKeepsItsVariables() {
    assertRefusedWhileFull("/var/lib/libvirt", emulated("no-var"), "start");
  }

  private void assertRefusedWhileFull(String place, NestedHostSpecBuilder spec, String step) {
    // The daemon asks QEMU what it can while there is room.
    libvirt.host().versions();
    libvirt.inside("mount", "-o", "remount,size=1m", place);
    try {
      libvirt.inside("sh", "-c", "! cat /dev/zero >\"$1/filler\"", "sh", place);
      List<String> before = traces();
      assertThatThrownBy(() -> libvirt.hosts().create(spec.build(), ACCEPTING))
          .isInstanceOf(NestException.class)
          .hasMessageStartingWith("libvirt refused to %s: ", step)
          .hasMessageContaining("No space left on device")
          .hasNoSuppressedExceptions();
      assertThat(traces()).isEqualTo(before);
    } finally {
      libvirt.inside("rm", place + "/filler");
      libvirt.inside("mount", "-o", "remount,size=50%", place);
    }
  }

  private void assertRefused(NestedHostSpecBuilder spec, String message) {
    assertRefused(() -> libvirt.hosts().create(spec.build(), ACCEPTING), message);
  }

  private void assertRefused(ThrowingCallable creation, String message) {
    List<String> before = traces();
    assertThatThrownBy(creation)
        .isInstanceOfSatisfying(
            NestException.class,
            e ->
                assertThat(
                        Stream.concat(e.problems().stream(), e.hints().stream())
                            .collect(Collectors.joining("; ")))
                    .isEqualTo(message))
        .hasNoSuppressedExceptions();
    assertThat(traces()).isEqualTo(before);
  }

  private NestedHostSpecBuilder emulated(String name) {
    return NestedHostSpec.builder(name, EsxiVersion.V8_0)
        .acceleration(Acceleration.EMULATED)
        .memory(DataSize.ofMib(64))
        .directory(folder)
        .network(new LabNetwork.Bridge("br-lab"));
  }

  /** All that a host could leave behind. */
  private List<String> traces() {
    return Stream.of(
            libvirt.host().domainNames().stream(),
            files().stream(),
            libvirt.inside("ls", "/sys/class/net").lines(),
            openVSwitch.ports("ovsbr0").stream(),
            libvirt
                .inside("find", "/etc/libvirt", "/var/lib/libvirt/qemu/nvram", "-type", "f")
                .lines())
        .flatMap(trace -> trace)
        .toList();
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
