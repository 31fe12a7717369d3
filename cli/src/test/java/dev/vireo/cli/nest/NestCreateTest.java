package dev.vireo.cli.nest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.cli.Run;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.install.TestMedia;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code nest create} on a KVM host in memory, with real files. */
class NestCreateTest {

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private FakeLab lab;

  NestCreateTest() {}

  @BeforeEach
  void ready() {
    lab = FakeLab.ready(machineRoot);
  }

  @Test
  void saysWhatItDidAndWhichUriToUse() {
    Run run = create("--start", "--address", "192.168.252.10", iso());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Host 'esxi-1' created

            ESXi:      8.0
            Machine:   q35, uefi
            Memory:    8192 MiB
            VCPUs:     2
            Disk:      %1$s/esxi-1.img (sata)
            ISO:       %2$s/installer.iso
            Network:   libvirt network default (e1000e)
            Done:      make disk %1$s/esxi-1.img of 32 GiB
                       define domain esxi-1
                       start it
            URI:       esx://root@192.168.252.10/
            Next:      vireo nest console esxi-1
                       vireo nest wait esxi-1 --address 192.168.252.10

            """
                .formatted(folder, machineRoot));
    assertThat(lab.libvirt.done).containsExactly("define esxi-1", "start esxi-1");
    assertThat(folder.resolve("esxi-1.img")).hasSize(32L << 30);
    assertThat(lab.uris).containsExactly("qemu:///system");
  }

  @Test
  void saysHowToFindAnAddressThatIsNotKnown() {
    assertThat(create().out())
        .contains(
            "URI:       esx://root@ADDRESS/ with the ADDRESS that `vireo nest wait esxi-1` or its"
                + " screen shows\n");
  }

  @Test
  void aDryRunOnlySaysWhatItWouldDo() {
    Run run = create("--dry-run", "--autostart");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .doesNotContain("created")
        .contains("Would do:  make disk ", "           define domain esxi-1\n");
    assertThat(lab.libvirt.done).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void printingTheXmlMakesNothing() {
    Run run = create("--print-xml", "--ovs", "ovsbr0", "--vlan", "252");

    assertThat(run.out())
        .startsWith("<domain type='kvm'>")
        .contains("<vmport state='off'/>", "<tag id='252'/>", "<virtualport type='openvswitch'/>");
    assertThat(run.err()).contains("error: there is no Open vSwitch bridge ovsbr0");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(lab.libvirt.done).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void eachChoiceCanBeOverridden() {
    lab.machine.link("ovsbr0").blockDevice("vg0-esxi", 64L << 30);
    lab.libvirt.vendor("another");
    Run run =
        create(
            "--print-xml",
            "--memory=16GiB",
            "--vcpus=4",
            "--ovs=ovsbr0",
            "--vlan=10,20",
            "--trunk",
            "--native-vlan=10",
            "--disk=/dev/vg0-esxi",
            "--datastore-size=100GiB",
            "--machine=pc",
            "--firmware=bios",
            "--nic=e1000e",
            "--mac=52:54:00:AA:BB:CC",
            "--disk-bus=ide",
            "--cpu-vendor=amd",
            "--hide-kvm=yes",
            "--vmport",
            "--graphics=none",
            "--serial-log=" + folder.resolve("my.log"));

    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.out())
        .contains(
            "<memory unit='KiB'>16777216</memory>",
            "<vcpu>4</vcpu>",
            "<vlan trunk='yes'>",
            "<tag id='10' nativeMode='untagged'/>",
            "<source dev='/dev/vg0-esxi'/>",
            "esxi-1-datastore.img",
            "machine='pc'",
            "<model type='e1000e'/>",
            "<mac address='52:54:00:aa:bb:cc'/>",
            "bus='ide'",
            "<feature policy='require' name='svm'/>",
            "<hidden state='on'/>",
            "<vmport state='on'/>",
            "my.log")
        .doesNotContain("<graphics", "firmware='efi'");
  }

  @Test
  void inJsonTheXmlIsThereThoughSomethingSpeaksAgainstIt() {
    Run run = create("--json", "--print-xml", "--bridge=br7");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\n  \"text\": \"<domain type='kvm'>\\n");
    assertThat(run.err()).contains("\"message\": \"there is no bridge br7 on this machine\"");
  }

  @Test
  void printsAllOfItAsJson() {
    Run run = create("--json", "--dry-run");

    assertThat(run.out())
        .startsWith("{\n  \"name\": \"esxi-1\",\n  \"made\": false,\n")
        .contains("\"firmware\": \"uefi\"", "\"uri\": null", "\"xml\": \"<domain type='kvm'>\\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--esxi 4.1|'4.1' is not an ESXi version that is known here => give one of 5.5, 6.0, 6.5,"
            + " 6.7, 7.0, 8.0, 9.0",
        "--esxi 8.0 --memory 2GiB|2 GiB of memory are too little for ESXi 8.0: it needs",
        "--esxi 8.0 --memory 8192|'8192' is no size for --memory",
        "--esxi 8.0 --disk-size 8GiB|has 8 GiB, and ESXi 8.0 needs 32 GiB",
        "--esxi 8.0 --bridge br7|there is no bridge br7 on this machine => ip link add br7",
        "--esxi 8.0 --nic vmxnet4|QEMU has no network interface 'vmxnet4' => use one that",
        "--esxi 8.0 --network lab|libvirt has no network 'lab' => virsh --connect",
        "--esxi 8.0 --vlan 10|option --vlan needs --ovs",
        "--esxi 8.0 --bridge br0 --ovs ovsbr0|Options --bridge and --ovs are mutually exclusive",
        "--esxi 8.0 --bridge br0 --portgroup lab|option --portgroup needs --network",
        "--esxi 8.0 --ovs ovsbr0 --vlan x|'x' is no list of VLAN tags for --vlan => write it like"
            + " 252",
        "--esxi 8.0 --firmware efi|--firmware 'efi' is not one of bios, uefi",
        "--esxi 8.0 --hide-kvm maybe|--hide-kvm 'maybe' is not one of yes, no",
        "--esxi 8.0 --vcpus two|Numeric value 'two' for <vcpus> option is malformed",
        "--esxi 8.0 --mac 52:54|'52:54' is not the hardware address of one interface",
        "--esxi 8.0 --iso /nowhere.iso|there is no ISO /nowhere.iso",
        "--esxi 8.0 --directory /nowhere|there is no directory /nowhere for the disk esxi-1.img",
        "--esxi 8.0 --address a/b|'a/b' is not the address of a host",
      })
  void refusesWhatCannotWorkWithTheReason(String options, String message) {
    List<String> args = new ArrayList<>(List.of("nest", "create", "esxi-1"));
    args.addAll(List.of(options.split(" ")));
    if (!options.contains("--directory")) {
      args.addAll(List.of("--directory", folder.toString()));
    }
    Run run = lab.vireo(args.toArray(String[]::new));

    assertThat(run.err().replace("\nhint: ", " => ")).startsWith("error: ").contains(message);
    assertThat(run.out().strip()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(lab.libvirt.done).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aNameInUseIsRefused() {
    lab.libvirt.domain("esxi-1", "<domain><name>esxi-1</name></domain>");

    assertThat(create().err())
        .isEqualTo(
            "error: the name esxi-1 is in use: there is a domain of this name at"
                + " qemu:///system\n");
  }

  @Test
  void aNameInUseSaysNothingThatFollowsFromIt() throws IOException {
    lab.libvirt.domain("esxi-1", "<domain><name>esxi-1</name></domain>");
    Files.writeString(folder.resolve("esxi-1.img"), "its disk");
    Files.writeString(folder.resolve("esxi-1-serial.log"), "its log");
    lab.machine.file("var/lib/libvirt/qemu/nvram/esxi-1_VARS.fd", "its variables");

    assertThat(create("--start").err().lines())
        .containsExactly(
            "error: the name esxi-1 is in use: there is a domain of this name at qemu:///system");
  }

  @Test
  void withoutLibvirtTheDocumentIsPrintedAllTheSame() {
    lab = FakeLab.unable(machineRoot.resolve("unable"));
    lab.libvirt.absent(Kind.NOT_INSTALLED, "no virsh");

    Run run =
        lab.vireo(
            "nest", "create", "esxi-1", "--esxi=8.0", "--ovs=ovsbr0", "--vlan=252", "--print-xml");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("<domain type='kvm'>")
        .contains("<tag id='252'/>", "<feature policy='require' name='svm'/>");
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("warning: libvirt cannot be reached: no virsh; not checked: whether the name")
        .endsWith("; taken for granted: processors of AMD (as in this machine)");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_INSTALLED", "NO_CONNECTION", "TIMED_OUT"})
  void withoutLibvirtADryRunSaysItsSteps(Kind kind) {
    lab.libvirt.absent(kind, "nobody there");

    Run run = create("--dry-run", "--cpu-vendor=intel", "--start", iso());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Would do:  make disk ", "start it\n").doesNotContain("Next:");
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("warning: libvirt cannot be reached: nobody there; not checked: ")
        .doesNotContain("taken for granted");
    assertThat(create("--dry-run", "--json").out())
        .contains("\"unchecked\": [\n", "\"refusals\": [],");
  }

  @Test
  void withoutLibvirtNothingIsMade() {
    lab.libvirt.absent(Kind.NO_CONNECTION, "nobody there");

    assertThat(create().err()).isEqualTo("error: libvirt cannot be reached: nobody there\n");
    assertThat(files()).isEmpty();
  }

  @Test
  void withoutLibvirtWhatIsWrongInItselfIsStillFound() throws IOException {
    lab.libvirt.absent(Kind.NO_CONNECTION, "nobody there");
    Files.writeString(folder.resolve("esxi-1.img"), "mine");

    Run run = create("--dry-run", "--memory=1GiB", "--iso=/nowhere.iso");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Would do:  make disk ");
    assertThat(run.err().lines().filter(line -> !line.startsWith("hint: ")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("warning: libvirt cannot be reached"))
        .anyMatch(line -> line.startsWith("error: 1 GiB of memory are too little for ESXi 8.0"))
        .anyMatch(line -> line.startsWith("error: there is no ISO /nowhere.iso"))
        .anyMatch(line -> line.contains("esxi-1.img is there already"));
  }

  @Test
  void aLibvirtThatRefusesIsNotPassedOver() {
    lab.libvirt.failing("versions", "it is one for Xen");

    assertThat(create("--print-xml").exitCode()).isEqualTo(1);
    assertThat(create("--dry-run").err())
        .isEqualTo("error: libvirt refused to versions: it is one for Xen\n");
  }

  @Test
  void theStepsComeBeforeWhatSpeaksAgainstThem() {
    Run run = create("--dry-run", "--bridge=br7");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Would do:  make disk ");
    assertThat(run.err())
        .isEqualTo(
            """
            error: there is no bridge br7 on this machine
            hint: ip link add br7 type bridge && ip link set br7 up
            """);
    assertThat(create("--dry-run", "--bridge=br7", "--json").out())
        .contains("\"refusals\": [\n    \"there is no bridge br7");
  }

  @Test
  void aStartWithNothingToBootIsWarnedOfAndTheCommandsMendIt() {
    Run run = create("--start");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "warning: esxi-1 has nothing to boot: its disk %s/esxi-1.img is new and empty, and it has no installer ISO\n"
                .formatted(folder));
    assertThat(run.out())
        .contains(
            """
            Next:      vireo nest stop esxi-1 --force
                       virsh --connect qemu:///system attach-disk esxi-1 /PATH/TO/INSTALLER.iso sdb --targetbus sata --type cdrom --mode readonly --config
                       vireo nest start esxi-1
                       vireo nest console esxi-1
                       vireo nest wait esxi-1
            """);
  }

  @Test
  void anExistingDiskWithoutABootSectorHasNothingToBootEither() throws IOException {
    Path disk = folder.resolve("mine.img");
    byte[] image = new byte[1024];
    Files.write(disk, image);
    String[] options = {"--disk=" + disk, "--accept-known-bad", "--start", "--dry-run"};

    assertThat(create(options).err()).contains("its disk " + disk + " is empty");
    image[510] = 0x55;
    image[511] = (byte) 0xAA;
    Files.write(disk, image);
    assertThat(create(options).err()).doesNotContain("nothing to boot");
  }

  @Test
  void theNextCommandsAreForTheSameLibvirt() {
    lab.libvirt.at("qemu:///system?socket=/run/my sock");

    Run run = create("--disk-bus=ide", "--machine=pc", "--firmware=bios", "--datastore-size=40GiB");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "Next:      virsh --connect 'qemu:///system?socket=/run/my sock' attach-disk esxi-1"
                + " /PATH/TO/INSTALLER.iso hdc --targetbus ide",
            "vireo nest start esxi-1 --libvirt 'qemu:///system?socket=/run/my sock'\n",
            "vireo nest wait esxi-1 --libvirt 'qemu:///system?socket=/run/my sock'\n")
        .doesNotContain("stop esxi-1");
  }

  @Test
  void aVersionMustBeGiven() {
    assertThat(lab.vireo("nest", "create", "esxi-1").err())
        .isEqualTo("error: command 'nest create' requires --esxi option\n");
  }

  @Test
  void whatIsKnownNotToWorkNeedsToBeAccepted() {
    Run refused = create("--nic", "virtio");
    Run accepted = create("--nic", "virtio", "--accept-known-bad");

    assertThat(refused.err())
        .contains("\nhint: --accept-known-bad makes it although that is known not to work\n");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(accepted.err()).startsWith("warning: network interface virtio does not work");
    assertThat(accepted.exitCode()).isZero();
  }

  @Test
  void disksThatMayOutgrowTheRoomNeedToBeAccepted() {
    lab.machine.room(DataSize.ofMib(1024));

    assertThat(create().err())
        .contains("\nhint: --overcommit makes it although its disks may outgrow the room\n");
    assertThat(create("--overcommit").exitCode()).isZero();
  }

  @Test
  void hidingKvmFromAnEmulatedHostIsRefused() {
    assertThat(create("--emulate", "--hide-kvm=yes").err())
        .isEqualTo(
            """
            error: --hide-kvm yes means nothing with --emulate, which uses no KVM
            hint: leave one of them out
            """);
  }

  @Test
  void itIsSaidWhatStays() {
    lab.libvirt.breakingOff("start").failing("destroy", "it hangs");

    Run run = create("--start", iso());

    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.err())
        .isEqualTo(
            """
            error: interrupted: start
            error: domain esxi-1 stays: libvirt refused to destroy: it hangs
            error: serial log %1$s/esxi-1-serial.log stays, too
            error: disk %1$s/esxi-1.img stays, too
            """
                .formatted(folder));
  }

  @Test
  void theFilesThatAHostUsesAreNamed() throws IOException {
    Path iso = TestMedia.isoHeader(folder.resolve("esxi.iso"), "ESXI-8.0U3B-24280767-STANDARD");
    Path stick = Files.write(folder.resolve("stick.img"), new byte[512]);

    Run run = create("--iso=" + iso, "--usb=" + stick, "--datastore-size=40GiB", "--dry-run");

    assertThat(run.out())
        .contains(
            "Datastore: %s/esxi-1-datastore.img\n".formatted(folder),
            "ISO:       %s\n".formatted(iso),
            "USB:       %s\n".formatted(stick));
  }

  @Test
  void aHostThatCannotNestMakesNothing() {
    lab = FakeLab.unable(machineRoot.resolve("unable"));
    Run run = create();

    assertThat(run.err())
        .contains("error: KVM runs by kvm_pvm, which gives guests no virtualization");
    assertThat(files()).isEmpty();
  }

  @Test
  void aStartThatFailsLeavesNothingBehind() {
    lab.libvirt.failing("start", "network 'default' is not active");

    assertThat(create("--start", iso()).err())
        .isEqualTo(
            "error: esxi-1 does not start: libvirt's network 'default' does not run\nhint: virsh"
                + " --connect qemu:///system net-start default && virsh --connect qemu:///system"
                + " net-autostart default\n");
    assertThat(lab.libvirt.domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void readOnlyMakesNothing() {
    Run run =
        lab.vireo(
            "-r", "nest", "create", "esxi-1", "--esxi", "8.0", "--directory", folder.toString());

    assertThat(run.err())
        .isEqualTo("error: operation forbidden: read only access prevents nest create\n");
    assertThat(files()).isEmpty();
  }

  private Run create(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("nest", "create", "esxi-1", "--esxi", "8.0", "--directory", folder.toString()));
    args.addAll(List.of(options));
    return lab.vireo(args.toArray(String[]::new));
  }

  private String iso() {
    return "--iso="
        + TestMedia.isoHeader(
            machineRoot.resolve("installer.iso"), "ESXI-8.0U3B-24280767-STANDARD");
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
