package dev.vireo.nest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.check.HostCheckResult.Check;
import dev.vireo.nest.check.HostCheckResult.Verdict;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a host is ready, against small trees of /proc and /sys. */
class HostCheckTest {

  @TempDir private Path root;

  @Test
  void anIntelHostIsReady() {
    List<HostCheckResult> results =
        check(FakeMachine.intel(root), new FakeLibvirt(), bridged().build());

    assertThat(results).allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.OK));
    assertThat(results).extracting(HostCheckResult::check).containsExactly(Check.values());
    assertThat(find(results, Check.CPU_FLAGS).fact()).isEqualTo("the processor has vmx");
    assertThat(find(results, Check.NESTED).fact()).isEqualTo("kvm_intel lets guests nest");
  }

  @Test
  void anAmdHostIsReady() {
    List<HostCheckResult> results =
        check(FakeMachine.amd(root), new FakeLibvirt().vendor("AMD"), bridged().build());

    assertThat(results).allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.OK));
    assertThat(find(results, Check.CPU_FLAGS).fact()).isEqualTo("the processor has svm");
  }

  @Test
  void paravirtualizedKvmIsNotReadyAlthoughItsDeviceIsThere() {
    List<HostCheckResult> results =
        check(FakeMachine.pvm(root), new FakeLibvirt().vendor("AMD"), bridged().build());

    assertThat(find(results, Check.CPU_FLAGS).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(find(results, Check.KVM_MODULE))
        .isEqualTo(
            new HostCheckResult(
                Check.KVM_MODULE,
                "KVM runs by kvm_pvm, which gives guests no virtualization: neither kvm_intel nor"
                    + " kvm_amd is loaded",
                Verdict.FAIL,
                "mend cpu-flags first, then: modprobe kvm_amd"));
    assertThat(find(results, Check.NESTED).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(find(results, Check.DEV_KVM).fact())
        .startsWith("QEMU's user libvirt-qemu may not use /dev/kvm (")
        .endsWith(", rw-------)");
    assertThat(HostCheckResult.worst(results)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void nestingThatIsOffIsFoundWithTheCommandThatSwitchesItOn() {
    FakeMachine machine = FakeMachine.intel(root).module("kvm_intel", "nested", "N");

    HostCheckResult result =
        find(check(machine, new FakeLibvirt(), bridged().build()), Check.NESTED);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.fact()).isEqualTo("kvm_intel does not let guests nest (nested=N)");
    assertThat(result.remedy())
        .isEqualTo(
            "echo 'options kvm_intel nested=1' > /etc/modprobe.d/kvm_intel.conf && modprobe -r"
                + " kvm_intel && modprobe kvm_intel");
  }

  @Test
  void refusedRegistersAreWorthAWarning() {
    FakeMachine machine = FakeMachine.intel(root).module("kvm", "ignore_msrs", "N");

    HostCheckResult result =
        find(check(machine, new FakeLibvirt(), bridged().build()), Check.IGNORE_MSRS);

    assertThat(result.verdict()).isEqualTo(Verdict.WARN);
    assertThat(result.remedy()).startsWith("echo 1 > /sys/module/kvm/parameters/ignore_msrs");
  }

  @Test
  void aMissingDeviceIsFound() {
    FakeMachine machine = FakeMachine.intel(root).without("dev/kvm");

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM))
        .isEqualTo(
            new HostCheckResult(
                Check.DEV_KVM,
                "there is no /dev/kvm",
                Verdict.FAIL,
                "mknod /dev/kvm c 10 232 && chgrp kvm /dev/kvm && chmod 660 /dev/kvm"));
  }

  @Test
  void theDeviceComesWithTheModuleOfTheProcessorsMaker() {
    FakeMachine machine =
        FakeMachine.intel(root).without("sys/module/kvm_intel").without("dev/kvm");

    List<HostCheckResult> results = check(machine, new FakeLibvirt(), bridged().build());

    assertThat(find(results, Check.KVM_MODULE).remedy()).isEqualTo("modprobe kvm_intel");
    assertThat(find(results, Check.DEV_KVM).remedy()).isEqualTo("modprobe kvm_intel");
  }

  @Test
  void nothingIsHeldAgainstAUserThatDoesNotExist() {
    FakeMachine machine = FakeMachine.pvm(root).file("etc/passwd", "root:x:0:0::/root:/bin/sh\n");

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM))
        .isEqualTo(
            HostCheckResult.skipped(
                Check.DEV_KVM,
                "this machine has no user that QEMU would run as, which comes with libvirt's"
                    + " daemon"));
    machine.file("etc/libvirt/qemu.conf", "user = \"nosuch\"\n");
    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM).verdict())
        .isEqualTo(Verdict.SKIPPED);
    machine.file("etc/libvirt/qemu.conf", "user = \"+0\"\n");
    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM).fact())
        .isEqualTo("QEMU's user root may use /dev/kvm");
  }

  @Test
  void withoutAGroupForItTheDeviceIsOpenedToAll() {
    FakeMachine machine = FakeMachine.pvm(root).file("etc/group", "root:x:0:\n");

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM).remedy())
        .isEqualTo("chmod 666 /dev/kvm");
  }

  @Test
  void whatTheVersionDoesNotWorkWithIsFoundAsWhenAHostIsMade() {
    NestedHostSpec spec =
        bridged()
            .diskSize(DataSize.ofMib(1024))
            .memory(DataSize.ofMib(1024))
            .vcpus(1)
            .nicModel("e1000")
            .build();

    List<HostCheckResult> results = check(FakeMachine.intel(root), new FakeLibvirt(), spec);

    assertThat(results)
        .filteredOn(result -> result.verdict() == Verdict.KNOWN_BAD)
        .extracting(HostCheckResult::check)
        .containsExactlyInAnyOrder(Check.DISK, Check.MEMORY, Check.CORES, Check.NIC);
    assertThat(HostCheckResult.worst(results)).isEqualTo(Verdict.KNOWN_BAD);
    assertThat(
            new NestedHosts(new FakeLibvirt(), FakeMachine.intel(root).host())
                .plan(spec)
                .objections())
        .filteredOn(objection -> objection.kind() == Objection.Kind.KNOWN_BAD)
        .hasSize(4);
  }

  @Test
  void whatIsNotLookedAtMakesAReadyHostNotWorse() {
    HostCheckResult skipped = HostCheckResult.skipped(Check.NIC, "cannot be asked");

    assertThat(HostCheckResult.worst(List.of(skipped, HostCheckResult.ok(Check.CORES, "8"))))
        .isEqualTo(Verdict.OK);
    assertThat(HostCheckResult.worst(List.of(skipped))).isEqualTo(Verdict.SKIPPED);
  }

  @Test
  void anEmulatedProcessorCannotBeIntels() {
    NestedHostSpec spec =
        bridged().acceleration(Acceleration.EMULATED).cpuVendor(CpuVendor.INTEL).build();

    assertThat(check(FakeMachine.intel(root), new FakeLibvirt(), spec))
        .contains(
            HostCheckResult.fail(
                Check.CPU_MODE,
                "QEMU emulates AMD's processors, which have svm and no vmx",
                "do not ask for another maker"));
  }

  @ParameterizedTest
  @CsvSource({"Intel, AMD, vmx, svm", "AMD, INTEL, svm, vmx"})
  void theProcessorIsTheHosts(String vendor, CpuVendor wanted, String has, String lacks) {
    NestedHostSpec spec = bridged().cpuVendor(wanted).build();

    assertThat(check(FakeMachine.intel(root), new FakeLibvirt().vendor(vendor), spec))
        .contains(
            HostCheckResult.fail(
                Check.CPU_MODE,
                "the processors here are %s's, which have %s and no %s"
                    .formatted(vendor, has, lacks),
                "do not ask for another maker"));
  }

  @Test
  void ideNeedsTheOlderMachine() {
    NestedHostSpec spec = bridged().diskBus("ide").build();

    assertThat(check(FakeMachine.intel(root), new FakeLibvirt(), spec))
        .filteredOn(result -> result.verdict() != Verdict.OK)
        .containsExactly(
            HostCheckResult.fail(
                Check.MACHINE,
                "machine type q35-7.2 has no disk bus 'ide', only fdc, sata, usb",
                "use sata"));
  }

  @ParameterizedTest
  @CsvSource({
    "type, 772, the loopback link",
    "device/vendor, 0x8086, a network card",
    "uevent, DEVTYPE=vlan, a link of kind vlan"
  })
  void aLinkThatIsNoBridgeOfOpenVSwitchIsRefused(String file, String content, String what) {
    FakeMachine machine =
        FakeMachine.intel(root).link("link0").file("sys/class/net/link0/" + file, content + "\n");

    assertThat(openVSwitch(machine, "link0"))
        .isEqualTo(
            HostCheckResult.fail(
                Check.NETWORK,
                "link0 is %s, not a bridge of Open vSwitch".formatted(what),
                "name a bridge: ovs-vsctl list-br"));
  }

  @Test
  void aLinkThatOpenVSwitchDoesNotKnowIsRefused() {
    FakeMachine machine =
        FakeMachine.intel(root)
            .link("tap0")
            .link("ovsbr0")
            .file("etc/openvswitch/conf.db", "{\"Bridge\":{\"x\":{\"name\":\"ovsbr0\"}}}\n");

    assertThat(openVSwitch(machine, "tap0").fact())
        .isEqualTo("there is a link tap0, but Open vSwitch has no bridge of this name");
    assertThat(openVSwitch(machine, "ovsbr0").verdict()).isEqualTo(Verdict.OK);
  }

  private HostCheckResult openVSwitch(FakeMachine machine, String bridge) {
    NestedHostSpec spec = bridged().network(LabNetwork.OpenVSwitch.untagged(bridge)).build();
    return find(check(machine, new FakeLibvirt(), spec), Check.NETWORK);
  }

  @Test
  void aUriIsQuotedInACommand() {
    FakeLibvirt libvirt = new FakeLibvirt().at("qemu:///system?socket=/run/my sock");
    NestedHostSpec spec = bridged().network(new LabNetwork.LibvirtNetwork("none", null)).build();

    assertThat(find(check(FakeMachine.intel(root), libvirt, spec), Check.NETWORK).remedy())
        .startsWith("virsh --connect 'qemu:///system?socket=/run/my sock' net-list --all shows ");
  }

  @Test
  void aNetworkThatIsOffIsStartedNowAndAlways() {
    FakeLibvirt libvirt = new FakeLibvirt().network("my net", false);

    assertThat(libvirtNetwork(FakeMachine.intel(root), libvirt, "my net"))
        .isEqualTo(
            HostCheckResult.fail(
                Check.NETWORK,
                "libvirt's network 'my net' does not run",
                "virsh --connect qemu:///system net-start 'my net' && virsh --connect"
                    + " qemu:///system net-autostart 'my net'"));
  }

  @Test
  void aMissingDefaultNetworkIsDefinedFirst() {
    FakeMachine machine = FakeMachine.intel(root);
    FakeLibvirt libvirt = new FakeLibvirt().withoutNetworks();
    String started =
        " && virsh --connect qemu:///system net-start default && virsh --connect qemu:///system"
            + " net-autostart default";

    HostCheckResult byHand = libvirtNetwork(machine, libvirt, "default");
    assertThat(byHand.fact()).isEqualTo("libvirt has no network 'default'");
    assertThat(byHand.remedy())
        .startsWith("echo \"<network><name>default</name>")
        .contains("'192.168.122.1'", "| virsh --connect qemu:///system net-define /dev/stdin")
        .endsWith(started);

    machine.file("usr/share/libvirt/networks/default.xml", "<network/>");
    assertThat(libvirtNetwork(machine, libvirt, "default").remedy())
        .isEqualTo(
            "virsh --connect qemu:///system net-define /usr/share/libvirt/networks/default.xml"
                + started);

    machine.file("proc/net/route", "Iface\tDestination\tGateway\neth0\t007AA8C0\t00000000\t0001\n");
    assertThat(libvirtNetwork(machine, libvirt, "default").remedy())
        .contains("'192.168.123.1'")
        .doesNotContain("192.168.122.");
  }

  @Test
  void aDaemonForNetworksThatIsOffIsOneOfTheResults() {
    FakeLibvirt libvirt =
        new FakeLibvirt()
            .failing(
                "net-info", "Failed to connect socket to '/var/run/libvirt/virtnetworkd-sock'");

    assertThat(libvirtNetwork(FakeMachine.intel(root), libvirt, "default").remedy())
        .isEqualTo("systemctl enable --now virtnetworkd.socket");
  }

  private HostCheckResult libvirtNetwork(FakeMachine machine, FakeLibvirt libvirt, String name) {
    NestedHostSpec spec = bridged().network(new LabNetwork.LibvirtNetwork(name, null)).build();
    return find(check(machine, libvirt, spec), Check.NETWORK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID=ubuntu|apt-get install openvswitch-switch && systemctl enable --now"
            + " openvswitch-switch && ovs-vsctl add-br",
        "ID=rocky\\nID_LIKE=\"rhel centos fedora\"|dnf install openvswitch && systemctl enable"
            + " --now openvswitch && ovs-vsctl add-br",
        "ID=\"opensuse-leap\"|zypper install openvswitch && systemctl",
        "ID=manjaro\\nID_LIKE=arch|pacman -S openvswitch && systemctl enable --now ovs-vswitchd &&",
        "ID=slackware|install Open vSwitch (Debian, Ubuntu: apt-get install openvswitch-switch;"
            + " Fed",
      })
  void whatIsMissingIsInstalledAsTheDistributionDoes(String osRelease, String command) {
    FakeMachine machine =
        FakeMachine.intel(root)
            .file("etc/os-release", osRelease.replace("\\n", "\n") + "\n")
            .file("run/systemd/system/x", "");

    assertThat(openVSwitch(machine, "ovsbr0").remedy()).startsWith(command);
    machine.file("usr/bin/ovs-vsctl", "");
    assertThat(openVSwitch(machine, "ovsbr0").remedy())
        .isEqualTo("ovs-vsctl add-br ovsbr0 && ip link show ovsbr0");
  }

  @Test
  void theUserOfQemuConfCounts() {
    FakeMachine machine =
        FakeMachine.intel(root)
            .kvmDevice("rw-------")
            .file("etc/libvirt/qemu.conf", "#user = \"nobody\"\nuser = \"root\"\n");

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.DEV_KVM))
        .isEqualTo(
            new HostCheckResult(
                Check.DEV_KVM, "QEMU's user root may use /dev/kvm", Verdict.OK, null));
  }

  @Test
  void aMissingBridgeIsFound() {
    NestedHostSpec spec = bridged().network(new LabNetwork.Bridge("br7")).build();

    HostCheckResult result =
        find(check(FakeMachine.intel(root), new FakeLibvirt(), spec), Check.NETWORK);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.fact()).isEqualTo("there is no bridge br7 on this machine");
    assertThat(result.remedy()).isEqualTo("ip link add br7 type bridge && ip link set br7 up");
  }

  @Test
  void aBridgeOfOpenVSwitchWithoutALinkIsFound() {
    FakeMachine machine =
        FakeMachine.intel(root)
            .file("etc/openvswitch/conf.db", "OVSDB JSON 1 x\n{\"Bridge\":{\"name\":\"ovsbr0\"}}");
    NestedHostSpec spec = bridged().network(LabNetwork.OpenVSwitch.inVlan("ovsbr0", 252)).build();

    HostCheckResult result = find(check(machine, new FakeLibvirt(), spec), Check.NETWORK);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.fact())
        .isEqualTo(
            "Open vSwitch has bridge ovsbr0 on record, but there is no such link: its daemon or its"
                + " kernel module does not work");
  }

  @Test
  void aBridgeOfOpenVSwitchWithALinkIsReady() {
    NestedHostSpec spec = bridged().network(LabNetwork.OpenVSwitch.untagged("ovsbr0")).build();

    assertThat(
            find(
                    check(FakeMachine.intel(root).link("ovsbr0"), new FakeLibvirt(), spec),
                    Check.NETWORK)
                .verdict())
        .isEqualTo(Verdict.OK);
  }

  @Test
  void aBridgeOfTheOtherKindIsFound() {
    NestedHostSpec spec = bridged().network(LabNetwork.OpenVSwitch.untagged("br0")).build();

    assertThat(find(check(FakeMachine.intel(root), new FakeLibvirt(), spec), Check.NETWORK).fact())
        .isEqualTo("br0 is a Linux bridge, not one of Open vSwitch");
  }

  @Test
  void aBridgeThatIsDownIsWorthAWarning() {
    FakeMachine machine = FakeMachine.intel(root).file("sys/class/net/br0/flags", "0x1002\n");

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.NETWORK))
        .isEqualTo(
            new HostCheckResult(
                Check.NETWORK, "bridge br0 is down", Verdict.WARN, "ip link set br0 up"));
  }

  @ParameterizedTest
  @CsvSource({
    "default, , OK",
    "off, , FAIL",
    "none, , FAIL",
    "default, lab, OK",
    "default, other, FAIL"
  })
  void aLibvirtNetworkMustRunAndHaveThePortGroup(String name, String group, Verdict verdict) {
    FakeLibvirt libvirt = new FakeLibvirt().network("off", false);
    NestedHostSpec spec = bridged().network(new LabNetwork.LibvirtNetwork(name, group)).build();

    assertThat(find(check(FakeMachine.intel(root), libvirt, spec), Check.NETWORK).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void tooLittleMemoryIsFound() {
    FakeMachine machine = FakeMachine.intel(root).memory(4L << 20, 3L << 20);

    HostCheckResult result =
        find(check(machine, new FakeLibvirt(), bridged().build()), Check.MEMORY);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.fact())
        .isEqualTo("this machine has 4096 MiB of memory, and the guest wants 8 GiB");
  }

  @Test
  void memoryThatOthersUseIsWorthAWarning() {
    FakeMachine machine = FakeMachine.intel(root).memory(32L << 20, 3L << 20);

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.MEMORY).verdict())
        .isEqualTo(Verdict.WARN);
  }

  @Test
  void tooSmallADiskIsFound() {
    FakeMachine machine = FakeMachine.intel(root).blockDevice("sdb", 8L << 30);
    NestedHostSpec spec = bridged().disk(new LabDisk.BlockDevice(Path.of("/dev/sdb"))).build();

    assertThat(find(check(machine, new FakeLibvirt(), spec), Check.DISK).fact())
        .isEqualTo(
            "the disk /dev/sdb has 8 GiB, and ESXi 8.0 needs 32 GiB (below, the installer says that"
                + " the disk cannot hold OSDATA)");
  }

  @ParameterizedTest
  @CsvSource({"31, FAIL", "32, WARN", "39, WARN", "40, OK"})
  void tooLittleRoomForADiskIsFound(long gib, Verdict verdict) {
    FakeMachine machine = FakeMachine.intel(root).room(DataSize.ofMib(gib * 1024));
    NestedHostSpec spec = bridged().diskSize(DataSize.ofMib(40 * 1024)).build();

    HostCheckResult result = find(check(machine, new FakeLibvirt(), spec), Check.DISK);

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.fact()).startsWith(root + " has room for " + gib * 1024 + " MiB");
  }

  @Test
  void aMissingDirectoryForADiskIsFound() {
    NestedHostSpec spec = bridged().directory(root.resolve("none")).build();

    assertThat(find(check(FakeMachine.intel(root), new FakeLibvirt(), spec), Check.DISK).remedy())
        .isEqualTo("mkdir -p " + root.resolve("none"));
  }

  @Test
  void tooFewProcessorsAreWorthAWarning() {
    FakeMachine machine = FakeMachine.intel(root).cpus("GenuineIntel", "vmx", 1);

    assertThat(find(check(machine, new FakeLibvirt(), bridged().build()), Check.CORES).verdict())
        .isEqualTo(Verdict.WARN);
  }

  @ParameterizedTest
  @CsvSource({"1.2.15, 7.2.22, LIBVIRT_VERSION", "9.0.0, 2.1.3, QEMU_VERSION"})
  void anOldLibvirtOrQemuIsFound(String libvirt, String qemu, Check check) {
    List<HostCheckResult> results =
        check(
            FakeMachine.intel(root), new FakeLibvirt().versions(libvirt, qemu), bridged().build());

    assertThat(find(results, check).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void missingUefiFirmwareIsFound() {
    assertThat(
            find(
                    check(
                        FakeMachine.intel(root),
                        new FakeLibvirt().withoutUefi(),
                        bridged().build()),
                    Check.FIRMWARE)
                .fact())
        .isEqualTo("there is no UEFI firmware for guests");
  }

  @Test
  void anUnreachableLibvirtStopsOnlyWhatNeedsIt() {
    FakeLibvirt libvirt = new FakeLibvirt().failing("versions", "no socket");

    List<HostCheckResult> results = check(FakeMachine.intel(root), libvirt, bridged().build());

    assertThat(find(results, Check.LIBVIRT).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(find(results, Check.MACHINE).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(find(results, Check.MEMORY).verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void anotherMachineIsNotLookedAt() {
    FakeLibvirt libvirt = new FakeLibvirt().at("qemu+ssh://lab/system");

    List<HostCheckResult> results = check(FakeMachine.pvm(root), libvirt, bridged().build());

    assertThat(find(results, Check.CPU_FLAGS).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(find(results, Check.NETWORK).verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(HostCheckResult.worst(results)).isEqualTo(Verdict.OK);
  }

  private List<HostCheckResult> check(
      FakeMachine machine, FakeLibvirt libvirt, NestedHostSpec spec) {
    return new HostCheck(machine.host(), libvirt).run(spec);
  }

  private NestedHostSpecBuilder bridged() {
    return NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
        .directory(root)
        .network(new LabNetwork.Bridge("br0"));
  }

  private static HostCheckResult find(List<HostCheckResult> results, Check check) {
    Stream<HostCheckResult> found = results.stream().filter(result -> result.check() == check);
    return found.findFirst().orElseThrow();
  }
}
