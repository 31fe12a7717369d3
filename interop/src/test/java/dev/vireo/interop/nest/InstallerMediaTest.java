package dev.vireo.interop.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.nest.NestException;
import dev.vireo.nest.install.InstallerIso;
import dev.vireo.nest.install.InstallerUsb;
import dev.vireo.nest.install.KernelOption;
import dev.vireo.nest.install.Kickstart;
import dev.vireo.nest.install.KickstartBuilder;
import dev.vireo.nest.install.PasswordHash;
import dev.vireo.nest.version.EsxiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Installation media made of an ISO with the layout of ESXi's, which other programs read and QEMU
 * boots.
 */
@Needs({ForeignProgram.XORRISO, ForeignProgram.MTOOLS})
class InstallerMediaTest {

  private static final List<KernelOption> OPTIONS =
      List.of(KernelOption.parse("com1_Port=0x3f8"), KernelOption.parse("allowLegacyCPU=true"));
  private static final String CHANGED =
      StandInIso.BOOT_CONFIG.replace(
          "kernelopt=runweasel cdromBoot",
          "kernelopt=runweasel cdromBoot ks=cdrom:/KS.CFG com1_Port=0x3f8 allowLegacyCPU=true");
  private static final Kickstart KICKSTART =
      Kickstart.builder(EsxiVersion.V8_0, PasswordHash.of("VMware1!".toCharArray()))
          .acceptLicenseAgreement()
          .build();
  // Of many clusters on a stick, whose numbers take more than one sector of the allocation table.
  private static final Kickstart LONG_KICKSTART = longKickstart();

  @TempDir private static Path shared;

  private static Path iso;
  private static String hash;
  private static Path copy;

  @TempDir private Path folder;

  @BeforeAll
  static void copyTheInstaller() throws IOException {
    iso = StandInIso.in(Files.createDirectory(shared.resolve("iso")), StandInIso.BOOT_CONFIG);
    hash = sha256(iso);
    copy = shared.resolve("copy.iso");
    open(iso).copyWith(KICKSTART, OPTIONS, copy, false);
  }

  @Test
  void theStandInIsTakenForAnInstaller() {
    InstallerIso installer = open(iso);

    assertThat(installer.volumeId()).isEqualTo(StandInIso.VOLUME);
    assertThat(installer.version()).contains("8.0");
    assertThat(installer.bootEntries()).containsExactly("BIOS", "UEFI");
    assertThat(installer.biosConfig().kernelOptions()).isEqualTo("runweasel cdromBoot");
  }

  @Test
  void aHugeBootConfigurationIsRefusedBeforeItIsRead(@TempDir Path hostile) throws IOException {
    Path huge = StandInIso.in(hostile, StandInIso.BOOT_CONFIG + "#".repeat(256 << 10));

    assertThatThrownBy(() -> open(huge))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("BOOT.CFG of %s is larger than 256 KiB".formatted(huge));
  }

  @Test
  void theOriginalStaysAsItIs() {
    assertThat(sha256(iso)).isEqualTo(hash);
  }

  @Test
  void bothBootConfigurationsHaveTheOptionsAndTheirLineEnds() throws IOException {
    Map<String, byte[]> files = files(copy);

    assertThat(text(files, "/BOOT.CFG")).isEqualTo(CHANGED);
    assertThat(text(files, "/EFI/BOOT/BOOT.CFG")).isEqualTo(CHANGED.replace("\n", "\r\n"));
    assertThat(text(files, "/KS.CFG")).isEqualTo(KICKSTART.text());
  }

  @Test
  void everyOtherFileIsTheSameByteForByte() throws IOException {
    Map<String, byte[]> before = files(iso);
    Map<String, byte[]> after = files(copy);

    List<String> names = new ArrayList<>(before.keySet());
    names.add("/KS.CFG");
    assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(names);
    before.forEach((name, content) -> {
      byte[] copied = Objects.requireNonNull(after.get(name));
      switch (name) {
        case "/BOOT.CFG", "/EFI/BOOT/BOOT.CFG" -> {}
        // It says where on the disc the images of the boot entries are.
        case "/BOOT.CAT" -> assertThat(copied).hasSameSizeAs(content);
        case "/ISOLINUX.BIN" -> assertThat(withoutTable(copied)).isEqualTo(withoutTable(content));
        default -> assertThat(copied).as(name).isEqualTo(content);
      }
    });
    assertThat(before).hasSizeGreaterThan(9);
  }

  @Test
  void bothBootEntriesStay() {
    List<String> before = bootEntries(iso);

    assertThat(before).hasSize(2);
    assertThat(bootEntries(copy)).isEqualTo(before);
  }

  @Test
  void nobodyElseMayReadTheCopy() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(filesIn(shared)).containsExactlyInAnyOrder("iso", "copy.iso");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pc", "q35"})
  @Needs(ForeignProgram.QEMU)
  void theCopyBootsWithTheOptionsUnderBios(String machine) {
    assertThat(boot(machine, List.of())).isEqualTo(CHANGED);
  }

  @Test
  @Needs(ForeignProgram.QEMU)
  void theCopyBootsUnderUefi() throws IOException {
    Path firmware = Path.of("/usr/share/OVMF");
    Path variables = Files.copy(firmware.resolve("OVMF_VARS_4M.fd"), folder.resolve("vars.fd"));

    String said =
        boot(
            "q35",
            List.of(
                "-drive",
                "if=pflash,format=raw,readonly=on,file=" + firmware.resolve("OVMF_CODE_4M.fd"),
                "-drive",
                "if=pflash,format=raw,file=" + variables));

    // The firmware writes to the port too.
    assertThat(said).endsWith(StandInIso.UEFI_SPEAKS);
  }

  @Test
  void aCopyCanBeCopiedWithOtherAnswers() throws IOException {
    Path second = folder.resolve("second.iso");
    Kickstart other =
        Kickstart.builder(EsxiVersion.V8_0, PasswordHash.of("other".toCharArray()))
            .acceptLicenseAgreement()
            .ssh(true)
            .build();

    open(copy).copyWith(other, List.of(KernelOption.parse("allowLegacyCPU=false")), second, false);

    Map<String, byte[]> files = files(second);
    assertThat(text(files, "/KS.CFG")).isEqualTo(other.text());
    assertThat(text(files, "/BOOT.CFG")).isEqualTo(CHANGED.replace("=true", "=false"));
  }

  @Test
  void aFileThatMayBeReplacedIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("old.iso"), "old");

    open(iso).copyWith(KICKSTART, OPTIONS, target, true);

    assertThat(filesIn(folder)).containsExactly("old.iso");
    assertThat(text(files(target), "/BOOT.CFG")).isEqualTo(CHANGED);
  }

  @Test
  void anotherDiscIsNoInstaller() throws IOException {
    Path other = image("-V", "MUSIC");

    assertThatThrownBy(() -> open(other))
        .isInstanceOf(NestException.class)
        .hasMessage(
            other
                + " has no file /BOOT.CFG: it is not the image of an ESXi installer (its name is"
                + " 'MUSIC')");
  }

  @Test
  void anInstallerThatWasPackedWithoutBootEntriesIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("tree"));
    Files.writeString(folder.resolve("tree/BOOT.CFG"), StandInIso.BOOT_CONFIG);

    assertThatThrownBy(() -> open(image("-V", "ESXI-8.0")))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("does not boot: it has no boot entries");
  }

  @Test
  void aBootConfigurationWithoutOptionsIsRefused() throws IOException {
    Path strange =
        StandInIso.in(folder, StandInIso.BOOT_CONFIG.replace("kernelopt=", "#kernelopt="));

    assertThatThrownBy(() -> open(strange))
        .hasMessage(
            "/BOOT.CFG of %s has no line kernelopt=: it is not the file of an ESXi installer"
                .formatted(strange));
  }

  @Test
  void anIsoThatWasNotDownloadedCompletelyIsRefusedAndNothingIsLeftBehind() throws IOException {
    byte[] whole = Files.readAllBytes(iso);
    Path half = Files.write(folder.resolve("half.iso"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(
            () -> open(half).copyWith(KICKSTART, OPTIONS, folder.resolve("copy.iso"), false))
        .isInstanceOf(NestException.class);
    assertThat(filesIn(folder)).containsExactly("half.iso");
  }

  @Test
  @Needs(ForeignProgram.OPENSSL)
  void theHashIsOpensslsOfTheSamePassword() {
    String crypt = PasswordHash.of("pässword 1!".toCharArray()).crypt();

    assertThat(
            Command.of(ForeignProgram.OPENSSL)
                .run("passwd", "-6", "-salt", crypt.split("\\$")[2], "pässword 1!")
                .succeeded()
                .strip())
        .isEqualTo(crypt);
  }

  @Test
  void othersReadTheFileOnTheStick() {
    Path stick = stick();

    assertThat(StandInIso.mtools("mdir", "-b", "-i", stick + "@@1M", "::"))
        .isEqualTo("::/ks.cfg\n");
    assertThat(StandInIso.mtools("mtype", "-i", stick + "@@1M", "::/ks.cfg"))
        .isEqualTo(LONG_KICKSTART.text());
    assertThat(StandInIso.mtools("minfo", "-i", stick + "@@1M", "::"))
        .contains("disk type=\"FAT32   \"")
        .contains("hidden sectors: 2048");
  }

  @Test
  @Needs(ForeignProgram.FSCK_FAT)
  void theFileSystemOfTheStickHasNoFaults() throws IOException {
    byte[] image = Files.readAllBytes(stick());
    Path partition =
        Files.write(
            folder.resolve("partition.img"), Arrays.copyOfRange(image, 1 << 20, image.length));

    assertThat(
            Command.of(ForeignProgram.FSCK_FAT).run("-n", "-v", partition.toString()).succeeded())
        // The root directory is one of them, and has one cluster.
        .contains("2 files, %d/78610 clusters".formatted(1 + clusters(LONG_KICKSTART)))
        .doesNotContainIgnoringCase("wrong")
        .doesNotContainIgnoringCase("differ");
  }

  private Path stick() {
    Path stick = folder.resolve("stick.img");
    InstallerUsb.write(LONG_KICKSTART, stick, false);
    return stick;
  }

  private static int clusters(Kickstart kickstart) {
    return (kickstart.bytes().length + 511) / 512;
  }

  private static Kickstart longKickstart() {
    KickstartBuilder kickstart =
        Kickstart.builder(EsxiVersion.V8_0, PasswordHash.of("VMware1!".toCharArray()))
            .acceptLicenseAgreement();
    for (int line = 0; line < 2000; line++) {
      kickstart.firstBoot("logger line %d of the first boot".formatted(line));
    }
    return kickstart.build();
  }

  private static String boot(String machine, List<String> firmware) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-machine",
                machine + ",accel=tcg",
                "-m",
                "128",
                "-display",
                "none",
                "-nic",
                "none",
                "-no-reboot",
                "-serial",
                "stdio",
                "-cdrom",
                copy.toString()));
    arguments.addAll(firmware);
    return Command.of(ForeignProgram.QEMU).run(arguments).succeeded().replace("\r", "");
  }

  private Path image(String... options) {
    Path file = folder.resolve("other.iso");
    Path tree = folder.resolve("tree");
    List<String> arguments = new ArrayList<>(List.of("-as", "mkisofs", "-o", file.toString()));
    arguments.addAll(List.of(options));
    arguments.add((Files.isDirectory(tree) ? tree : shared.resolve("iso/tree/UPGRADE")).toString());
    Command.of(ForeignProgram.XORRISO).run(arguments).succeeded();
    return file;
  }

  private static InstallerIso open(Path image) {
    return InstallerIso.open(image, ForeignProgram.XORRISO.path().toString());
  }

  private static List<String> bootEntries(Path image) {
    // Without the last column, which says where on the disc the image is.
    return Command.of(ForeignProgram.XORRISO)
        .run("-indev", "stdio:" + image, "-report_el_torito", "plain")
        .succeeded()
        .lines()
        .filter(line -> line.startsWith("El Torito boot img"))
        .map(line -> line.replaceFirst("\\s+\\d+$", ""))
        .toList();
  }

  /** All files of an image, by their paths. */
  private Map<String, byte[]> files(Path image) throws IOException {
    Path tree = Files.createTempDirectory(folder, "tree");
    Command.of(ForeignProgram.XORRISO)
        .run("-osirrox", "on", "-indev", "stdio:" + image, "-extract", "/", tree.toString())
        .succeeded();
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put("/" + tree.relativize(file), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }

  private static byte[] withoutTable(byte[] loader) {
    byte[] rest = loader.clone();
    Arrays.fill(rest, StandInIso.TABLE_FROM, StandInIso.TABLE_TO, (byte) 0);
    return rest;
  }

  private static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.toString(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
