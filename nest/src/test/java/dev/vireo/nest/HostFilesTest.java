package dev.vireo.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.install.TestMedia;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a new host takes, and which it leaves alone. */
class HostFilesTest {

  private static final CreateOptions START = new CreateOptions(true, false, true);
  private static final String VARIABLES = "var/lib/libvirt/qemu/nvram/esxi-1_VARS.fd";

  @TempDir private Path machineRoot;
  @TempDir private Path folder;

  private final FakeLibvirt libvirt = new FakeLibvirt();
  private FakeMachine machine;

  HostFilesTest() {}

  @BeforeEach
  void readyMachine() {
    machine = FakeMachine.intel(machineRoot);
  }

  @Test
  void aSerialLogThatIsThereIsNotOverwritten() throws IOException {
    Path mine = Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(objections(spec().serialLog(mine)))
        .containsExactly(
            Objection.impossible(
                mine + " is there already, and a serial log would overwrite it",
                "name another file"));
    assertThatThrownBy(() -> hosts().create(spec().serialLog(mine).build(), START))
        .isInstanceOf(NestException.class);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void aSerialLogOfAFormerHostIsNotOverwritten() throws IOException {
    Path log = Files.writeString(folder.resolve("esxi-1-serial.log"), "former");

    assertThat(objections(spec()))
        .containsExactly(
            Objection.impossible(
                "the serial log %s of a former host of this name is there, and nothing is overwritten"
                    .formatted(log),
                "remove it, or name another"));
  }

  @Test
  void aDirectoryIsNoSerialLog() {
    assertThat(objections(spec().serialLog(folder)))
        .containsExactly(
            Objection.impossible(
                "the serial log %s is a directory".formatted(folder), "name a file"));
  }

  @Test
  void aSerialLogThatCameAfterThePlanIsNotOverwritten() throws IOException {
    CreatePlan plan = hosts().plan(spec().build());
    Path log = Files.writeString(folder.resolve("esxi-1-serial.log"), "mine");

    assertThatThrownBy(() -> hosts().create(plan, START))
        .hasMessage(log + " is there already, and nothing is overwritten");
    assertThat(log).hasContent("mine");
    assertThat(libvirt.done).isEmpty();
    assertThat(folder.resolve("esxi-1.img")).doesNotExist();
  }

  @Test
  void oneFileIsNotTwoThings() throws IOException {
    Path disk = Files.write(folder.resolve("a.img"), new byte[512]);
    Path link = Files.createSymbolicLink(folder.resolve("b.img"), disk);
    Path other = folder.resolve("new.img");
    NestedHostSpecBuilder twice =
        spec().disk(new LabDisk.ExistingImage(disk)).datastore(new LabDisk.ExistingImage(link));

    assertThat(clashes(twice)).containsExactly(link + clash("disk", "datastore"));
    assertThat(clashes(spec().disk(new LabDisk.ExistingImage(disk)).installerUsb(link)))
        .containsExactly(link + clash("disk", "USB stick image"));
    assertThat(clashes(spec().installerIso(disk).installerUsb(disk)))
        .containsExactly(disk + clash("installer ISO", "USB stick image"));
    assertThat(
            clashes(
                spec()
                    .disk(new LabDisk.NewImage(other, DataSize.ofMib(32768)))
                    .serialLog(folder.resolve("./new.img"))))
        .containsExactly(other + clash("disk", "serial log"));
  }

  @Test
  void theNamesOfFilesOnAnotherMachineMustDifferToo() {
    libvirt.at("qemu+ssh://lab/system");
    LabDisk disk = new LabDisk.BlockDevice(Path.of("/dev/sdb"));

    assertThat(clashes(spec().disk(disk).datastore(disk)))
        .containsExactly("/dev/sdb" + clash("disk", "datastore"));
  }

  @ParameterizedTest
  @CsvSource({
    "QFI\u00fb, 0, qcow2",
    "KDMV, 0, vmdk",
    "# Disk DescriptorFile, 0, vmdk",
    "vhdxfile, 0, vhdx",
    "conectix, 0, vpc",
    "\u007f\u0010\u00da\u00be, 64, vdi"
  })
  void anImageThatIsNotRawIsRefused(String magic, int offset, String format) throws IOException {
    Path image = folder.resolve("my.img");
    Files.writeString(image, " ".repeat(offset) + magic + "rest", StandardCharsets.ISO_8859_1);
    String refusal =
        "%1$s is a %2$s image, and only raw ones are used: qemu-img convert -O raw %1$s %1$s.raw"
            .formatted(image, format);

    assertThat(objections(spec().datastore(new LabDisk.ExistingImage(image))))
        .containsExactly(Objection.impossible(refusal));
    assertThat(objections(spec().installerUsb(image)))
        .containsExactly(Objection.impossible(refusal));
  }

  @Test
  void whatIsNoIsoImageIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("passwd"), "root:x:0:0");

    assertThat(objections(spec().installerIso(text)))
        .containsExactly(
            Objection.impossible(
                text + " is not an ISO image: it has no volume descriptor",
                "was it downloaded completely?"));
  }

  @Test
  void anInstallerOfAnotherVersionIsKnownBad() {
    Path seven = TestMedia.isoHeader(folder.resolve("7.iso"), "ESXI-7.0U3N-21930508-STANDARD");
    Path unknown = TestMedia.isoHeader(folder.resolve("u.iso"), "CDROM");
    Path eight = TestMedia.isoHeader(folder.resolve("8.iso"), "ESXI-8.0U3B-24280767-STANDARD");

    assertThat(objections(spec().installerIso(seven)))
        .containsExactly(
            Objection.knownBad(seven + " installs ESXi 7.0, and the host is made for ESXi 8.0"));
    assertThat(objections(spec().installerIso(unknown)))
        .containsExactly(
            new Objection(
                Objection.Kind.WARNING,
                unknown + " does not say which version it installs",
                "make sure that it is ESXi 8.0"));
    assertThat(objections(spec().installerIso(eight))).isEmpty();
  }

  @Test
  void aNewDiskDoesNotStartWithFirmwareVariablesOfAFormerHost() {
    machine.file(VARIABLES, "former");

    assertThat(objections(spec()))
        .containsExactly(
            Objection.impossible(
                "firmware variables /%s of a former host of this name are there, which a new disk must not start with"
                    .formatted(VARIABLES),
                "remove them, or give another name"));
    assertThat(objections(spec().firmware(Firmware.BIOS))).noneMatch(this::isImpossible);
  }

  @Test
  void aKeptDiskStartsWithTheKeptFirmwareVariablesWhichAFailureLeavesAlone() throws IOException {
    machine.file(VARIABLES, "former");
    libvirt.failing("start", "it fails");
    Path disk = folder.resolve("kept.img");
    try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
      file.setLength(32L << 30);
    }
    NestedHostSpecBuilder kept = spec().disk(new LabDisk.ExistingImage(disk));

    assertThat(objections(kept))
        .containsExactly(
            Objection.warning(
                "firmware variables /%s of a former host of this name are there and are used"
                    .formatted(VARIABLES)));
    assertThatThrownBy(() -> hosts().create(kept.build(), START))
        .hasMessage("libvirt refused to start: it fails");
    assertThat(libvirt.done).endsWith("undefine esxi-1 []");
  }

  @Test
  void newFirmwareVariablesAreTakenBack() {
    libvirt.failing("start", "it fails");

    assertThatThrownBy(() -> hosts().create(spec().build(), START))
        .hasMessage("libvirt refused to start: it fails");
    assertThat(libvirt.done).endsWith("undefine esxi-1 [NVRAM]");
  }

  @Test
  void firmwareVariablesOutOfSightAreLeftAloneAndNamed() {
    libvirt.at("qemu+ssh://lab/system").failing("start", "it fails");
    LabDisk disk = new LabDisk.BlockDevice(Path.of("/dev/sdb"));

    assertThatThrownBy(() -> hosts().create(spec().disk(disk).build(), START))
        .hasMessage(
            """
            libvirt refused to start: it fails
            firmware variables of esxi-1 may stay at qemu+ssh://lab/system, where they cannot be seen from here\
            """);
    assertThat(libvirt.done).endsWith("undefine esxi-1 []");
  }

  private boolean isImpossible(Objection objection) {
    return objection.kind() == Objection.Kind.IMPOSSIBLE;
  }

  private static String clash(String one, String other) {
    return " cannot be both the %s and the %s; name another file for one of them"
        .formatted(one, other);
  }

  private List<String> clashes(NestedHostSpecBuilder spec) {
    return objections(spec).stream()
        .map(Objection::told)
        .filter(text -> text.contains("cannot be both"))
        .toList();
  }

  private List<Objection> objections(NestedHostSpecBuilder spec) {
    return hosts().plan(spec.build()).objections().stream()
        .filter(objection -> objection.kind() != Objection.Kind.NOTHING_TO_BOOT)
        .toList();
  }

  private NestedHosts hosts() {
    return new NestedHosts(libvirt, machine.host(), time -> {});
  }

  private NestedHostSpecBuilder spec() {
    return NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0)
        .directory(folder)
        .network(new LabNetwork.Bridge("br0"));
  }
}
