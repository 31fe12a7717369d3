package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import dev.vireo.nest.libvirt.VirtualizationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies that fail, with a script in the place of xorriso. Copies that succeed are the matter of
 * the interop tests.
 */
class InstallerIsoTest {

  @TempDir private Path folder;
  @TempDir private Path tools;

  private Path iso;

  InstallerIsoTest() {}

  @BeforeEach
  void anInstaller() {
    iso = TestMedia.isoHeader(folder.resolve("esxi.iso"), "ESXI-8.0U3B-24280767-STANDARD");
  }

  @Test
  void anInstallerIsKnownByItsFilesAndNames() {
    InstallerIso installer = open("exit 0");

    assertThat(installer.volumeId()).isEqualTo("ESXI-8.0U3B-24280767-STANDARD");
    assertThat(installer.version()).contains("8.0");
    assertThat(installer.bootEntries()).containsExactly("BIOS", "UEFI");
    assertThat(installer.biosConfig().kernelOptions()).isEqualTo("runweasel");
    assertThat(installer.efiConfig()).isPresent();
  }

  @Test
  void aMissingXorrisoIsSaidWithHowToGetIt() {
    assertThatThrownBy(() -> InstallerIso.open(iso, tools.resolve("none").toString()))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith("'%s' cannot be run".formatted(tools.resolve("none")))
        .extracting("hints")
        .asString()
        .contains("apt-get install xorriso");
  }

  @Test
  void aHugeBootConfigurationIsRefusedBeforeItIsRead() throws IOException {
    Path program =
        script(
            "*-find*) echo \"'/BOOT.CFG'\"",
            "echo \"File data lba:  0 ,  33 ,  1572864 , 3221225472 , '/BOOT.CFG'\" ;;",
            "*-report_el_torito*) echo 'El Torito boot img :   1  BIOS  y   none  0x0' ;;",
            "*) touch %s ;;".formatted(tools.resolve("read")));

    assertThatThrownBy(() -> InstallerIso.open(iso, program.toString()))
        .isInstanceOf(NestException.class)
        .hasMessage(
            "/BOOT.CFG of %s is larger than 256 KiB: it is not the file of an ESXi installer"
                .formatted(iso));
    assertThat(tools.resolve("read")).doesNotExist();
  }

  @Test
  void aHugeBootConfigurationWhoseSizeIsNotSaidIsRefusedToo() throws IOException {
    Path program =
        script(
            "*-find*) echo \"'/BOOT.CFG'\" ;;",
            "*-report_el_torito*) echo 'El Torito boot img :   1  BIOS  y   none  0x0' ;;",
            "*-extract*) while [ $# -gt 1 ]; do shift; done; truncate -s 3G \"$1\" ;;");

    assertThatThrownBy(() -> InstallerIso.open(iso, program.toString()))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith("/BOOT.CFG of %s is larger than ".formatted(iso));
    assertNothingLeft();
  }

  @Test
  void aProgramThatNamesFilesWithoutEndIsOneError() throws IOException {
    Path program = script("*) exec yes \"'/BOOT.CFG'\" ;;");

    assertThatThrownBy(() -> InstallerIso.open(iso, program.toString()))
        .isInstanceOf(NestException.class)
        .hasMessageStartingWith(
            "%s cannot be read: '%s' printed more than".formatted(iso, program));
  }

  @Test
  void aPipeIsNoIsoAndIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.iso");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    for (Path none : List.of(pipe, Path.of("/dev/zero"))) {
      assertThatThrownBy(() -> InstallerIso.open(none))
          .hasMessage(none + " is neither a file nor a disc")
          .extracting("hints")
          .isEqualTo(List.of("give the ISO file of the installer"));
    }
  }

  /** A program in the place of xorriso that does what the cases for its arguments say. */
  private Path script(String... cases) throws IOException {
    Path program =
        Files.writeString(
            tools.resolve("script"),
            "#!/bin/sh\ncase \"$*\" in\n" + String.join("\n", cases) + "\nesac\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  @Test
  void aMissingIsoIsSaid() {
    assertThatThrownBy(() -> InstallerIso.open(folder.resolve("none.iso")))
        .hasMessageStartingWith("there is no ISO " + folder.resolve("none.iso"));
  }

  @Test
  void aDirectoryIsNoIso() {
    assertThatThrownBy(() -> InstallerIso.open(folder))
        .hasMessage(folder + " is a directory")
        .extracting("hints")
        .isEqualTo(List.of("give the ISO file of the installer"));
  }

  @Test
  void whatIsNoIsoIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("page.iso"), "<html>".repeat(20000));

    assertThatThrownBy(() -> InstallerIso.open(text))
        .hasMessage(text + " is not an ISO image: it has no volume descriptor")
        .extracting("hints")
        .isEqualTo(List.of("was it downloaded completely?"));
    Path empty = Files.createFile(folder.resolve("empty.iso"));
    assertThatThrownBy(() -> InstallerIso.open(empty)).hasMessageContaining("not an ISO image");
  }

  @Test
  void theIsoItselfIsNeverTheTarget() throws IOException {
    InstallerIso installer = open("exit 0");
    Path link = Files.createSymbolicLink(folder.resolve("link.iso"), iso);
    byte[] before = Files.readAllBytes(iso);

    for (Path target : List.of(iso, folder.resolve("./esxi.iso"), link)) {
      assertThatThrownBy(() -> installer.copyWith(TestMedia.kickstart(), List.of(), target, true))
          .hasMessage("the copy cannot take the place of the ISO %s itself".formatted(iso))
          .extracting("hints")
          .isEqualTo(List.of("give another name"));
    }
    assertThat(Files.readAllBytes(iso)).isEqualTo(before);
  }

  @Test
  void aTargetThatIsThereStays() throws IOException {
    InstallerIso installer = open("exit 0");
    Path target = Files.writeString(folder.resolve("copy.iso"), "mine");

    assertThatThrownBy(() -> installer.copyWith(TestMedia.kickstart(), List.of(), target, false))
        .hasMessageContaining("is there already, and nothing is overwritten");
    assertThat(target).hasContent("mine");
  }

  @Test
  void tooLittleRoomIsSaidBeforeAnythingIsMade() {
    InstallerIso installer =
        InstallerIso.open(iso, xorriso("exit 0").toString(), directory -> OptionalLong.of(1 << 20));

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .hasMessage("%s has room for 1 MiB, and the copy of %s takes 1 MiB".formatted(folder, iso));
    assertNothingLeft();
  }

  @Test
  void aCopyThatFailsLeavesNothingBehind() {
    InstallerIso installer =
        open(
            "echo partial >\"$copy\"",
            "echo 'libburn : UPDATE : Writing' >&2",
            "echo \"libburn : FATAL : Write error on '$copy': No space left on device\" >&2",
            "exit 32");

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .hasMessageStartingWith("%s cannot be copied: Write error on '".formatted(iso))
        .hasMessageEndingWith("No space left on device");
    assertNothingLeft();
  }

  @Test
  void aCopyWithoutTheWrittenFilesIsRefused() {
    InstallerIso installer = open("echo whole >\"$copy\"");

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .hasMessageContaining("does not have the files and boot entries that were written");
    assertNothingLeft();
  }

  @Test
  void anInterruptLeavesNothingBehindAndIsNotLost() {
    InstallerIso installer = open("exit 0");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("interrupted while");
    assertThat(Thread.interrupted()).isTrue();
    assertNothingLeft();
  }

  @Test
  void nobodyElseMayReadTheFilesOnTheWay() throws IOException {
    InstallerIso installer =
        open(
            "ls -l \"$copy\" | cut -c1-10 >" + tools.resolve("modes"),
            "for file in $*; do",
            "  case $file in /*.cfg) ls -l $file | cut -c1-10 >>" + tools.resolve("modes"),
            "  ls -ld ${file%/*} | cut -c1-10 >>" + tools.resolve("modes") + " ;; esac",
            "done",
            "exit 1");

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .isInstanceOf(NestException.class);

    assertThat(Files.readAllLines(tools.resolve("modes")))
        .hasSize(7)
        .allSatisfy(mode -> assertThat(mode).endsWith("------"));
  }

  @Test
  void aProgramThatIsToldToEndLeavesNothingBehind() throws Exception {
    // The script ends the program that runs it, and stays for as long as that lives.
    Path xorriso =
        xorriso(
            "[ $PPID -gt 1 ] || exit 1",
            "kill -TERM $PPID",
            "while kill -0 $PPID 2>/dev/null; do :; done",
            "exit 1");
    Path temporary = Files.createDirectory(tools.resolve("tmp"));
    Process program = copying(xorriso, temporary);

    // 128 and the number of SIGTERM.
    assertThat(program.waitFor()).as(Files.readString(tools.resolve("output"))).isEqualTo(143);
    assertThat(TestMedia.filesIn(folder)).containsExactly("esxi.iso");
    assertThat(TestMedia.filesIn(temporary)).isEmpty();
  }

  @Test
  void aProgramThatIsToldToEndEndsTheProgramThatCopiesFirst() throws Exception {
    Path pid = tools.resolve("pid");
    // Writes for as long as it runs, and does not end by itself.
    Path xorriso =
        xorriso(
            "echo $$ >" + pid,
            "kill -TERM $PPID",
            "trap '' TERM INT HUP",
            "while :; do echo more >>\"$copy\"; done");
    Process program = copying(xorriso, Files.createDirectory(tools.resolve("tmp")));

    assertThat(program.waitFor()).isEqualTo(143);
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .satisfies(copier -> copier.ifPresent(ProcessHandle::destroyForcibly))
        .isEmpty();
    assertThat(TestMedia.filesIn(folder)).containsExactly("esxi.iso");
  }

  @Test
  void anInterruptWhileItIsCopiedIsTold() {
    InstallerIso installer = open("kill -TERM $$"); // SIGINT may be ignored by all of this

    assertThatThrownBy(() ->
            installer.copyWith(TestMedia.kickstart(), List.of(), folder.resolve("copy.iso"), false))
        .isInstanceOfSatisfying(
            VirtualizationException.class,
            e -> assertThat(e.kind()).isEqualTo(VirtualizationException.Kind.INTERRUPTED));
    assertNothingLeft();
  }

  /** Starts a program that copies. */
  private Process copying(Path xorriso, Path temporary) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            Objects.requireNonNull(System.getProperty("java.class.path")),
            Copying.class.getName(),
            iso.toString(),
            xorriso.toString(),
            folder.resolve("copy.iso").toString())
        .redirectErrorStream(true)
        .redirectOutput(tools.resolve("output").toFile())
        .start();
  }

  /** A program that copies. */
  static final class Copying {
    private Copying() {}

    /**
     * Copies.
     *
     * @param arguments the image, the program in the place of xorriso, and the copy
     */
    public static void main(String[] arguments) {
      InstallerIso.open(Path.of(arguments[0]), arguments[1])
          .copyWith(TestMedia.kickstart(), List.of(), Path.of(arguments[2]), false);
    }
  }

  private void assertNothingLeft() {
    assertThat(TestMedia.filesIn(folder)).containsExactly("esxi.iso");
  }

  private InstallerIso open(String... copying) {
    return InstallerIso.open(iso, xorriso(copying).toString());
  }

  private Path xorriso(String... copying) {
    return TestMedia.xorriso(tools.resolve("xorriso"), copying);
  }
}
