package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.DestroyOptions;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.LabNetwork;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts made together with their media, with a libvirt in memory and real files. */
class InstallationsTest {

  private static final CreateOptions START = CreateOptions.DEFAULT.started();

  @TempDir private Path machineRoot;
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  private final FakeLibvirt libvirt = new FakeLibvirt();
  private Path iso;

  InstallationsTest() {}

  @BeforeEach
  void anInstaller() {
    iso = TestMedia.isoHeader(elsewhere.resolve("esxi.iso"), "ESXI-8.0U3B-24280767-STANDARD");
  }

  @Test
  void aHostIsMadeWithAStickAndToldWhatToType() {
    InstallPlan plan = installations().create(withStick(), START);

    assertThat(libvirt.done).containsExactly("define esxi-1", "start esxi-1");
    assertThat(TestMedia.filesIn(folder)).containsExactly("esxi-1-install.img", "esxi-1.img");
    assertThat(plan.typed()).contains("ks=usb:/ks.cfg com1_Port=0x3f8 tty2Port=com1");
    assertThat(plan.host().xml())
        .contains("<source file='%s'/>".formatted(iso))
        .contains("<source file='%s'/>".formatted(folder.resolve("esxi-1-install.img")))
        .contains("removable='on'");
    assertThat(plan.steps(START))
        .containsExactly(
            "make USB stick %s with a kickstart file"
                .formatted(folder.resolve("esxi-1-install.img")),
            "make disk %s of 32 GiB".formatted(folder.resolve("esxi-1.img")),
            "define domain esxi-1",
            "start it");
  }

  @Test
  void aPlanMakesNothing() {
    InstallPlan plan = installations().plan(withStick());

    assertThat(plan.refusals(START)).isEmpty();
    assertThat(plan.warnings(START)).isEmpty();
    assertThat(TestMedia.filesIn(folder)).isEmpty();
    assertThat(libvirt.done).isEmpty();
  }

  @Test
  void aPlanShowsNoSecret() {
    InstallPlan plan = installations().plan(withStick());

    assertThat(plan.toString()).doesNotContain("$6$");
    assertThat(plan.host().xml()).doesNotContain("$6$");
  }

  @Test
  void aHostThatDoesNotStartTakesTheMediaWithIt() {
    libvirt.failing("start", "no");

    assertThatThrownBy(() -> installations().create(withStick(), START))
        .isInstanceOf(NestException.class);
    assertThat(TestMedia.filesIn(folder)).isEmpty();
    assertThat(libvirt.domainNames()).isEmpty();
    assertThat(iso).exists();
  }

  @Test
  void theMediaGoWithTheDisksAndTheIsoStays() {
    NestedHosts hosts = hosts();
    new Installations(hosts).create(withStick(), START);

    assertThat(hosts.destroy("esxi-1", DestroyOptions.EVERYTHING).files())
        .contains(folder.resolve("esxi-1-install.img"))
        .doesNotContain(iso);
    assertThat(TestMedia.filesIn(folder)).isEmpty();
    assertThat(iso).exists();
  }

  @Test
  void mediaThatAreThereAreNeverOverwritten() throws IOException {
    Path stick = Files.writeString(folder.resolve("esxi-1-install.img"), "mine");

    assertRefused(withStick(), stick + " is there already, and nothing is overwritten");
    assertThat(stick).hasContent("mine");
  }

  @Test
  void theIsoOfTheInstallerIsNotTheDisk() {
    InstallRequest request =
        request(
            spec().datastore(new LabDisk.ExistingImage(iso)),
            InstallMedia.IsoCopy.of(spec().build(), iso));

    assertThat(installations().plan(request).refusals(START))
        .contains(
            iso
                + " cannot be both the datastore and the ISO of the installer; name another file for one of them");
  }

  @Test
  void aSerialLogThatIsThereIsNotOverwritten() throws IOException {
    Path log = Files.writeString(folder.resolve("esxi-1-serial.log"), "former");

    assertRefused(withStick(), "the serial log %s of a former host".formatted(log));
    assertThat(log).hasContent("former");
  }

  @Test
  void whatCannotBeTakenBackIsSaidTheMediaIncluded() {
    libvirt.breakingOff("start").failing("destroy", "no");

    assertThatThrownBy(() -> installations().create(withStick(), START))
        .hasMessageContaining("\ndomain esxi-1 stays: libvirt refused to destroy: no\n")
        .hasMessageContaining("disk %s stays, too\n", folder.resolve("esxi-1.img"))
        .hasMessageEndingWith(
            "installation medium %s stays, too", folder.resolve("esxi-1-install.img"));
    assertThat(TestMedia.filesIn(folder)).containsExactly("esxi-1-install.img", "esxi-1.img");
  }

  @Test
  void anInstallerOfAnotherVersionIsRefusedUnlessAccepted() {
    TestMedia.isoHeader(iso, "ESXI-7.0U3N-21930508-STANDARD");

    assertRefused(
        withStick(), "%s installs ESXi 7.0, and the host is made for ESXi 8.0".formatted(iso));
    installations().create(withStick(), new CreateOptions(true, true, false));
    assertThat(libvirt.done).contains("start esxi-1");
  }

  @Test
  void anInstallerThatDoesNotSayItsVersionIsAWarning() {
    TestMedia.isoHeader(iso, "CUSTOM");

    assertThat(installations().create(withStick(), START).warnings(START))
        .containsExactly(
            "%s does not say which version it installs; make sure that it is ESXi 8.0"
                .formatted(iso));
  }

  @Test
  void allThatSpeaksAgainstAHostIsSaidAtOnce() {
    InstallRequest request =
        request(
            spec().network(new LabNetwork.Bridge("br9")).memory(DataSize.ofMib(1024)),
            new InstallMedia.IsoCopy(folder.resolve("none.iso"), folder.resolve("copy.iso")));

    assertThat(installations().plan(request).refusals(START))
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).startsWith("there is no ISO"))
        .anySatisfy(text -> assertThat(text).startsWith("there is no bridge br9"))
        .anySatisfy(text -> assertThat(text).startsWith("1 GiB of memory are too little"));
  }

  @Test
  void aMissingXorrisoIsSaidBeforeAnythingIsMade() {
    InstallRequest request = request(spec(), InstallMedia.IsoCopy.of(spec().build(), iso));

    assertThatThrownBy(() ->
            new Installations(hosts(), elsewhere.resolve("none").toString()).create(request, START))
        .extracting("hints")
        .asString()
        .contains("apt-get install xorriso");
    assertThat(TestMedia.filesIn(folder)).isEmpty();
  }

  @Test
  void anIsoThatDoesNotBootWithTheFirmwareIsRefused() throws IOException {
    Path xorriso = TestMedia.xorriso(elsewhere.resolve("xorriso"), "exit 1");
    Files.writeString(xorriso, Files.readString(xorriso).replaceAll(".*UEFI.*", ";;"));

    InstallRequest request = request(spec(), InstallMedia.IsoCopy.of(spec().build(), iso));

    assertThat(new Installations(hosts(), xorriso.toString()).plan(request).refusals(START))
        .containsExactly("%s does not boot with UEFI, it has what boots with: BIOS".formatted(iso));
  }

  @Test
  void aDiskThatIsThereIsSaidToBeLost() throws IOException {
    Path disk = elsewhere.resolve("disk.img");
    try (var file = new java.io.RandomAccessFile(disk.toFile(), "rw")) {
      file.setLength(32L << 30);
    }
    InstallRequest request =
        request(
            spec().disk(new LabDisk.ExistingImage(disk)),
            InstallMedia.UsbStick.of(spec().build(), iso));

    assertThat(installations().plan(request).warnings(START))
        .containsExactly(
            "all that is on %s is lost in the installation, but when it has a datastore the installer stops"
                .formatted(disk));
  }

  @Test
  void mediaAreNotMadeForAnotherMachine() {
    libvirt.at("qemu+ssh://lab/system");

    assertRefused(withStick(), "installation media cannot be made for qemu+ssh://lab/system");
  }

  @Test
  void anOptionOfOnesOwnTakesThePlaceOfTheVersions() {
    InstallRequest request =
        new InstallRequest(
            spec().build(),
            TestMedia.kickstart(),
            InstallMedia.UsbStick.of(spec().build(), iso),
            Stream.of("tty2Port=com2", "allowLegacyCPU=true").map(KernelOption::parse).toList());

    assertThat(installations().plan(request).typed())
        .contains("ks=usb:/ks.cfg com1_Port=0x3f8 tty2Port=com2 allowLegacyCPU=true");
  }

  @Test
  void theKickstartFileIsNotForOthersToName() {
    assertThatThrownBy(() ->
            new InstallRequest(
                spec().build(),
                TestMedia.kickstart(),
                InstallMedia.UsbStick.of(spec().build(), iso),
                List.of(KernelOption.parse("ks=http://192.0.2.1/ks.cfg"))))
        .hasMessageStartingWith(
            "the boot option ks=http://192.0.2.1/ks.cfg is not for you to give");
  }

  @Test
  void theKickstartFileIsForTheVersionOfTheHost() {
    NestedHostSpec old = NestedHostSpec.builder("esxi-1", EsxiVersion.V6_7).build();

    assertThatThrownBy(() ->
            new InstallRequest(
                old, TestMedia.kickstart(), InstallMedia.UsbStick.of(old, iso), List.of()))
        .hasMessage("the kickstart file is for ESXi 8.0, and the host esxi-1 for ESXi 6.7");
  }

  private void assertRefused(InstallRequest request, String problem) {
    List<String> before = TestMedia.filesIn(folder);
    assertThatThrownBy(() -> installations().create(request, START))
        .isInstanceOf(NestException.class)
        .hasMessageContaining(problem);
    assertThat(TestMedia.filesIn(folder)).isEqualTo(before);
    assertThat(libvirt.done).isEmpty();
  }

  private InstallRequest withStick() {
    return request(spec(), InstallMedia.UsbStick.of(spec().build(), iso));
  }

  private static InstallRequest request(NestedHostSpecBuilder spec, InstallMedia media) {
    return new InstallRequest(spec.build(), TestMedia.kickstart(), media, List.of());
  }

  private Installations installations() {
    return new Installations(hosts());
  }

  private NestedHosts hosts() {
    return new NestedHosts(libvirt, FakeMachine.intel(machineRoot).host());
  }

  private NestedHostSpecBuilder spec() {
    return NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
        .directory(folder)
        .network(new LabNetwork.Bridge("br0"));
  }
}
