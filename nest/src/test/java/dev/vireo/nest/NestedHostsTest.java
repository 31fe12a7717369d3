package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.DomainState;
import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making and removing nested hosts, with a libvirt in memory and real files. */
class NestedHostsTest {

  private static final CreateOptions START = new CreateOptions(true, false, true);

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private final FakeLibvirt libvirt = new FakeLibvirt();
  private FakeMachine machine;

  NestedHostsTest() {}

  @BeforeEach
  void readyMachine() {
    machine = FakeMachine.intel(machineRoot);
  }

  @Test
  void aHostIsMadeDefinedAndStarted() throws IOException {
    CreatePlan plan = hosts().create(spec().autostart(true).build(), START);

    assertThat(libvirt.done)
        .containsExactly("define esxi-1", "autostart esxi-1 true", "start esxi-1");
    assertThat(plan.steps(START))
        .containsExactly(
            "make disk %s of 32 GiB".formatted(folder.resolve("esxi-1.img")),
            "define domain esxi-1",
            "have it start with libvirt",
            "start it");
    Path disk = folder.resolve("esxi-1.img");
    assertThat(disk).hasSize(32L << 30);
    assertThat(Files.getPosixFilePermissions(disk)).hasSize(2);
  }

  @Test
  void aPlanMakesNothing() {
    CreatePlan plan = hosts().plan(spec().build());

    assertThat(plan.refusals(START)).isEmpty();
    assertThat(plan.xml()).contains("<name>esxi-1</name>");
    assertThat(libvirt.done).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aDraftNeedsNoLibvirtAndCannotBeMade() {
    libvirt.absent(VirtualizationException.Kind.NO_CONNECTION, "nobody there");
    machine.without("sys/module/kvm_intel").without("dev/kvm");
    NestedHostSpec spec = spec().directory(folder.resolve("none")).build();

    assertThatThrownBy(() -> hosts().plan(spec)).isInstanceOf(VirtualizationException.class);
    CreatePlan draft = hosts().draft(spec);

    assertThat(draft.xml()).contains("<name>esxi-1</name>", "name='vmx'");
    assertThat(draft.refusals(START)).singleElement().asString().contains("not checked: ");
    NestedHostSpec onDevice = spec().disk(new LabDisk.BlockDevice(Path.of("/dev/none"))).build();
    assertThat(hosts().draft(onDevice).refusals(START)).hasSize(1);
    assertThatThrownBy(() -> hosts().create(draft, START))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("nobody there; not checked: ");
    assertThat(files()).isEmpty();
  }

  @Test
  void aDraftIsAPlanWhereLibvirtAnswers() {
    NestedHostSpecBuilder spec = spec().network(new LabNetwork.Bridge("br9"));

    assertThat(hosts().draft(spec.build())).isEqualTo(hosts().plan(spec.build()));
  }

  @Test
  void aDraftIsNoWayPastAnInterrupt() {
    libvirt.absent(VirtualizationException.Kind.INTERRUPTED, "interrupted");

    assertThatThrownBy(() -> hosts().draft(spec().build()))
        .isInstanceOf(VirtualizationException.class);
  }

  @Test
  void aNameInUseIsRefused() {
    libvirt.domain("esxi-1", "<domain/>");

    assertRefused(spec(), "the name esxi-1 is in use: there is a domain of this name at");
    assertThat(libvirt.domainNames()).containsExactly("esxi-1");
  }

  @Test
  void aDiskThatIsThereIsNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("esxi-1.img"), "mine");

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .hasMessageContaining("is there already, and nothing is overwritten");
    assertThat(folder.resolve("esxi-1.img")).hasContent("mine");
  }

  @Test
  void tooLittleMemoryIsRefusedUnlessAccepted() {
    NestedHostSpecBuilder small = spec().memory(DataSize.ofMib(2048));

    assertRefused(small, "2 GiB of memory are too little for ESXi 8.0");

    CreatePlan plan = hosts().create(small.build(), new CreateOptions(false, true, true));
    assertThat(plan.warnings(new CreateOptions(false, true, true)))
        .anySatisfy(warning -> assertThat(warning).contains("2 GiB of memory"));
  }

  @Test
  void tooSmallADiskIsRefused() {
    assertRefused(spec().diskSize(DataSize.ofMib(1024)), "has 1 GiB, and ESXi 8.0 needs 32 GiB");
  }

  @Test
  void disksThatMayGrowBeyondTheRoomAreRefusedUnlessAccepted() {
    machine.room(DataSize.ofMib(40960));
    NestedHostSpec large = spec().datastoreSize(DataSize.ofMib(8193)).build();

    assertThatThrownBy(() -> hosts().create(large, CreateOptions.DEFAULT))
        .hasMessage(folder + " has room for 40960 MiB, and the disks may grow to 40961 MiB");
    assertThat(files()).isEmpty();

    hosts().create(large, START);
    assertThat(files()).containsExactly("esxi-1-datastore.img", "esxi-1.img");
  }

  @Test
  void aDiskThatTheFileSystemRefusesLeavesNothingBehind() {
    // More than any file system takes for one file.
    NestedHostSpec endless =
        spec().datastoreSize(new DataSize(Long.MAX_VALUE)).diskSize(DataSize.ofMib(32768)).build();

    assertThatThrownBy(() -> hosts().create(endless, START))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("cannot be made");
    assertThat(files()).isEmpty();
    assertThat(libvirt.done).isEmpty();
  }

  @Test
  void aMissingDirectoryIsRefused() {
    assertRefused(spec().directory(folder.resolve("none")), "there is no directory");
  }

  @Test
  void aMissingBridgeIsRefused() {
    assertRefused(
        spec().network(new LabNetwork.Bridge("br9")), "there is no bridge br9 on this machine");
  }

  @Test
  void aCardThatQemuLacksIsRefused() {
    libvirt.nics("e1000");

    assertRefused(spec(), "QEMU has no network interface 'e1000e'");
  }

  @Test
  void aMachineTypeThatQemuLacksIsRefused() {
    assertRefused(spec().machine("pc-q35-99"), "QEMU has no machine type pc-q35-99");
  }

  @Test
  void aHostWithoutKvmIsRefused() {
    libvirt.domainTypes("qemu");

    assertRefused(spec(), "libvirt offers no domains of type kvm");
  }

  @Test
  void noRightsOnTheDeviceAreSaid() {
    machine.kvmDevice("rw-------");

    assertRefused(spec(), "QEMU's user libvirt-qemu may not use /dev/kvm");
  }

  @Test
  void aMissingInstallerIsRefused() {
    assertRefused(
        spec().installerIso(folder.resolve("esxi.iso")),
        "there is no ISO " + folder.resolve("esxi.iso"));
  }

  @Test
  void aMountedBlockDeviceIsRefused() {
    machine.blockDevice("sdb", 64L << 30).file("proc/mounts", "/dev/sdb /data ext4 rw 0 0\n");

    assertThatThrownBy(() ->
            hosts()
                .create(spec().disk(new LabDisk.BlockDevice(Path.of("/dev/sdb"))).build(), START))
        .hasMessage("/dev/sdb is mounted at /data, and the guest would destroy what is on it");
  }

  @Test
  void whatIsNoBlockDeviceIsRefused() {
    assertRefused(
        spec().disk(new LabDisk.BlockDevice(Path.of("/dev/none"))),
        "/dev/none is not a block device of this machine");
  }

  @Test
  void disksAreNotMadeOnAnotherMachine() {
    libvirt.at("qemu+ssh://lab/system");

    assertRefused(spec(), "the host of qemu+ssh://lab/system is another machine");
    assertRefused(
        spec()
            .disk(new LabDisk.BlockDevice(Path.of("/dev/sdb")))
            .datastoreSize(DataSize.ofMib(1024)),
        "the disk %s cannot be made".formatted(folder.resolve("esxi-1-datastore.img")));
  }

  @Test
  void aDefinitionThatFailsTakesTheDiskBack() {
    libvirt.failing("define", "XML error: no");

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .isInstanceOf(VirtualizationException.class)
        .hasMessage("libvirt refused to define: XML error: no");
    assertThat(files()).isEmpty();
  }

  @Test
  void aStartThatFailsTakesDefinitionAndDisksBackAndNothingElse() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.img"), "mine");
    libvirt.failing(
        "start", "internal error: Could not access KVM kernel module: Permission denied");

    assertThatThrownBy(
            () -> hosts().create(spec().datastore(new LabDisk.ExistingImage(mine)).build(), START))
        .hasMessage("esxi-1 does not start: QEMU may not use /dev/kvm (Permission denied)")
        .extracting("hints")
        .isEqualTo(List.of("chgrp kvm /dev/kvm && chmod 660 /dev/kvm"));
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(files()).containsExactly("mine.img");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Unable to add port vnet0 to OVS bridge veth0,"
            + " Open vSwitch takes no port for a bridge veth0 => is it in ovs-vsctl list-br?",
        "qemu: -blockdev {}: Could not open '/root/a.img': Permission denied, QEMU may not open"
            + " /root/a.img => its user needs the right to enter the folders above (namei -l"
            + " /root/a.img)"
      })
  void aKnownFailureToStartIsSaidInOneSentence(String libvirtText, String sentence) {
    libvirt.failing("start", libvirtText);

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .isInstanceOfSatisfying(
            NestException.class,
            e -> {
              List<String> told = new ArrayList<>(e.problems());
              told.addAll(e.hints());
              assertThat(String.join(" => ", told)).isEqualTo("esxi-1 does not start: " + sentence);
            });
    assertThat(files()).isEmpty();
  }

  @Test
  void aDiskThatAnotherDomainUsesIsSaid() {
    libvirt.failing(
        "start",
        "qemu: -device ide-hd: Failed to get \"write\" lock\n"
            + "Is another process using the image [/a.img]?");

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .hasMessage(
            "esxi-1 does not start: /a.img is in use, as by another domain that runs, and two would"
                + " destroy it");
  }

  @Test
  void anInterruptLeavesNothingBehindAndIsNotLost() {
    libvirt.failing("start", "interrupted");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .isInstanceOf(VirtualizationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"define", "start"})
  void whatWasDoneBeforeAnInterruptIsTakenBack(String operation) {
    libvirt.breakingOff(operation);

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .isInstanceOf(VirtualizationException.class)
        .hasMessage("interrupted: " + operation)
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(libvirt.done.contains("destroy esxi-1")).isEqualTo(operation.equals("start"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 100})
  void aStartThatLibvirtBeginsOnlyAfterAnInterruptIsTakenBack(int looks) {
    libvirt.startingAfter(looks);

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .hasMessage("interrupted: start");
    assertThat(libvirt.done).contains("destroy esxi-1");
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aDomainThatSomebodyElseMadeMeanwhileIsNotTakenBack() {
    CreatePlan plan = hosts().plan(spec().build());
    libvirt
        .domain("esxi-1", "<domain><name>esxi-1</name></domain>")
        .failing("define", "domain 'esxi-1' already exists with uuid 1");

    assertThatThrownBy(() -> hosts().create(plan, START))
        .hasMessage("libvirt refused to define: domain 'esxi-1' already exists with uuid 1");
    assertThat(libvirt.done).isEmpty();
    assertThat(libvirt.domainNames()).containsExactly("esxi-1");
    assertThat(files()).isEmpty();
  }

  @Test
  void aDomainThatSomebodyElseMadeIsNotTakenForOneWhoseDefinitionWasBrokenOff() {
    CreatePlan plan = hosts().plan(spec().build());
    libvirt.domain("esxi-1", "<domain><name>esxi-1</name></domain>").interruptedOnceIn("define");

    assertThatThrownBy(() -> hosts().create(plan, START)).hasMessage("interrupted: define");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(libvirt.done).isEmpty();
    assertThat(libvirt.domainNames()).containsExactly("esxi-1");
  }

  @Test
  void whatCannotBeTakenBackIsSaidAndKeepsItsDisks() {
    libvirt.breakingOff("start").failing("destroy", "cannot acquire state change lock");

    assertThatThrownBy(
            () -> hosts().create(spec().datastoreSize(DataSize.ofMib(1024)).build(), START))
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            e -> assertThat(e.kind()).isEqualTo(VirtualizationException.Kind.INTERRUPTED))
        .hasMessage(
            """
            interrupted: start
            domain esxi-1 stays: libvirt refused to destroy: cannot acquire state change lock
            serial log %1$s/esxi-1-serial.log stays, too
            disk %1$s/esxi-1-datastore.img stays, too
            disk %1$s/esxi-1.img stays, too\
            """,
            folder);
    assertThat(files()).containsExactly("esxi-1-datastore.img", "esxi-1.img");
  }

  @Test
  void anInterruptThatComesLateIsNoReasonToLeaveSomethingBehind() {
    libvirt.failing("start", "it fails").interruptedOnceIn("undefine");

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .hasMessage("libvirt refused to start: it fails");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aHostSaysItsAddressesOnlyWhileItRuns() {
    libvirt.leasing("192.168.122.7");
    hosts().create(spec().build(), CreateOptions.DEFAULT);

    assertThat(hosts().addresses("esxi-1")).isEmpty();
    hosts().start("esxi-1");
    assertThat(hosts().addresses("esxi-1")).containsExactly("192.168.122.7");
  }

  @Test
  void aConsoleNeedsAHostThatRuns() {
    hosts().create(spec().build(), CreateOptions.DEFAULT);

    assertThatThrownBy(() -> hosts().consoleCommand("esxi-1")).hasMessage("esxi-1 does not run");
    hosts().start("esxi-1");
    assertThat(hosts().consoleCommand("esxi-1")).containsExactly("true");
  }

  @Test
  void onlyOwnHostsAreListed() {
    libvirt.domain("other", "<domain><name>other</name></domain>");
    hosts().create(spec().build(), START);

    assertThat(hosts().list())
        .containsExactly(
            new NestedHost(
                "esxi-1",
                new NestMetadata(
                    EsxiVersion.V8_0,
                    List.of(folder.resolve("esxi-1.img")),
                    folder.resolve("esxi-1-serial.log")),
                Acceleration.KVM,
                DomainState.RUNNING));
  }

  @Test
  void aDomainOfSomebodyElseIsNeverTouched() {
    libvirt.domain("other", "<domain><name>other</name></domain>");

    assertThatThrownBy(() -> hosts().start("other"))
        .hasMessage("domain other at qemu:///system is no nested host made by Vireo");
    assertThatThrownBy(() -> hosts().destroy("other", DestroyOptions.EVERYTHING))
        .hasMessageContaining("is no nested host made by Vireo");
    assertThatThrownBy(() -> hosts().powerOff("none"))
        .hasMessage("there is no host none at qemu:///system");
    assertThat(libvirt.done).isEmpty();
  }

  @Test
  void disksStayUnlessTheyAreTakenToo() {
    hosts().create(spec().build(), START);

    Removal removal = hosts().destroy("esxi-1", DestroyOptions.DEFINITION_ONLY);

    assertThat(removal).isEqualTo(new Removal("esxi-1", true, false, List.of()));
    assertThat(libvirt.done)
        .endsWith("destroy esxi-1", "undefine esxi-1 [MANAGED_SAVE, SNAPSHOTS_METADATA]");
    assertThat(files()).containsExactly("esxi-1.img");
  }

  @Test
  void onlyDisksThatWereMadeAreTaken() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.img"), "mine");
    hosts().create(spec().datastore(new LabDisk.ExistingImage(mine)).build(), START);

    Removal removal = hosts().destroy("esxi-1", DestroyOptions.EVERYTHING);

    assertThat(removal.nvram()).isTrue();
    assertThat(removal.files()).containsExactly(folder.resolve("esxi-1.img"));
    assertThat(libvirt.done).endsWith("undefine esxi-1 [NVRAM, MANAGED_SAVE, SNAPSHOTS_METADATA]");
    assertThat(files()).containsExactly("mine.img");
  }

  @Test
  void filesHereAreLeftAloneWhenTheHostIsOnAnotherMachine() throws IOException {
    Path log = Files.writeString(folder.resolve("esxi-1-serial.log"), "mine");
    libvirt.at("qemu+ssh://lab/system");
    NestedHostSpecBuilder there =
        spec().disk(new LabDisk.ExistingImage(folder.resolve("only-there.img")));
    hosts().create(there.build(), START);

    assertThat(hosts().destroy("esxi-1", DestroyOptions.EVERYTHING).files()).isEmpty();
    assertThat(log).hasContent("mine");
  }

  @Test
  void aRemovalCanBeShownFirst() {
    hosts().create(spec().build(), START);

    Removal removal = hosts().removal("esxi-1", DestroyOptions.EVERYTHING);

    assertThat(removal.files()).containsExactly(folder.resolve("esxi-1.img"));
    assertThat(libvirt.domainNames()).containsExactly("esxi-1");
    assertThat(files()).containsExactly("esxi-1.img");
  }

  private void assertRefused(NestedHostSpecBuilder spec, String problem) {
    List<String> before = files();
    assertThatThrownBy(() -> hosts().create(spec.build(), START))
        .isInstanceOf(NestException.class)
        .hasMessageContaining(problem);
    assertThat(files()).isEqualTo(before);
    assertThat(libvirt.done).isEmpty();
  }

  private NestedHosts hosts() {
    return new NestedHosts(libvirt, machine.host(), time -> {});
  }

  private NestedHostSpecBuilder spec() {
    return NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
        .directory(folder)
        .network(new LabNetwork.Bridge("br0"));
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
