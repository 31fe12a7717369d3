package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.InstallerVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootConfigTest {

  private static final String FILE =
      """
      bootstate=0
      title=Loading ESXi installer
      timeout=5
      prefix=
      kernel=/b.b00
      kernelopt=runweasel cdromBoot
      modules=/jumpstrt.gz --- /k.b00 --- /s.v00
      build=8.0.3-0.0.24022510
      updated=0
      """;

  @Test
  void whatItSaysIsRead() {
    BootConfig config = parse(FILE);

    assertThat(config.title()).contains("Loading ESXi installer");
    assertThat(config.build()).contains("8.0.3-0.0.24022510");
    assertThat(config.kernelOptions()).isEqualTo("runweasel cdromBoot");
  }

  @Test
  void onlyTheLineWithTheOptionsChanges() {
    assertThat(text(parse(FILE).with(options("ks=cdrom:/KS.CFG", "allowLegacyCPU=true"))))
        .isEqualTo(
            FILE.replace(
                "runweasel cdromBoot", "runweasel cdromBoot ks=cdrom:/KS.CFG allowLegacyCPU=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void lineEndsStay(String end) {
    String file = FILE.replace("\n", end);

    assertThat(text(parse(file).with(options("a=b"))))
        .isEqualTo(file.replace("cdromBoot", "cdromBoot a=b"));
  }

  @Test
  void aLastLineWithoutEndStaysSo() {
    assertThat(text(parse("modules=x\r\nkernelopt=runweasel").with(options("a=b"))))
        .isEqualTo("modules=x\r\nkernelopt=runweasel a=b");
  }

  @Test
  void aSeparatorCharacterIsPartOfAnOption() {
    assertThat(text(parse("kernelopt=x a=1\u001D y\n").with(options("a=2"))))
        .isEqualTo("kernelopt=x a=2 y\n");
  }

  @Test
  void bytesThatAreNoTextStay() {
    byte[] file = "title=\u00FF\u0000\u0080\nkernelopt=x\n".getBytes(StandardCharsets.ISO_8859_1);

    byte[] changed = BootConfig.parse("BOOT.CFG", file).with(options("y")).bytes();

    assertThat(changed).startsWith(Arrays.copyOf(file, 10));
    assertThat(BootConfig.parse("BOOT.CFG", file).with(List.of()).bytes()).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runweasel ks=http://old/ks.cfg x | ks=cdrom:/KS.CFG | runweasel ks=cdrom:/KS.CFG x
          ks=a  runweasel  ks=b            | ks=c             | ks=c  runweasel
          runweasel ksdevice=vmnic0        | ks=c             | runweasel ksdevice=vmnic0 ks=c
          runweasel runweasel2             | runweasel        | runweasel runweasel2
          a=1 b=2 c=3                      | b=9              | a=1 b=9 c=3
          ''                               | ks=c             | ks=c
          """)
  void anOptionOfTheSameNameGetsTheNewValueWhereItStands(
      String before, String option, String after) {
    assertThat(parse("kernelopt=" + before + "\n").with(options(option)).kernelOptions())
        .isEqualTo(after);
  }

  @Test
  void doingItTwiceChangesNothingMore() {
    List<KernelOption> options = options("ks=cdrom:/KS.CFG", "com1_Port=0x3f8", "tty2Port=com1");
    BootConfig once = parse(FILE).with(options);

    assertThat(once.with(options)).isEqualTo(once);
  }

  @Test
  void aCommentIsNoOption() {
    assertThatThrownBy(() -> parse("#kernelopt=runweasel\nmodules=x\n"))
        .isInstanceOf(NestException.class)
        .hasMessage("BOOT.CFG has no line kernelopt=: it is not the file of an ESXi installer");
  }

  @Test
  void twoLinesWithOptionsAreRefused() {
    assertThatThrownBy(() -> parse("kernelopt=a\nkernelopt=b\n"))
        .hasMessageStartingWith("BOOT.CFG has two lines kernelopt=");
  }

  @Test
  void aHugeFileIsRefused() {
    assertThatThrownBy(() -> BootConfig.parse("BOOT.CFG", new byte[2 << 20]))
        .hasMessageStartingWith("BOOT.CFG is too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b=c", "", "=x", "a=b c", "a=b\nmodules=/evil", "a\r", "ä=1"})
  void anOptionIsOneWord(String option) {
    assertThatThrownBy(() -> KernelOption.parse(option))
        .isInstanceOf(NestException.class)
        .hasMessageContaining("boot option")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          8.0.3-0.0.24022510, 8.0
          6.7.0-1.28.10302608, 6.7
          9.0.0.0-24755229, 9.0
          '', none
          custom, none
          """)
  void theBuildSaysTheVersion(String build, String version) {
    assertThat(InstallerVersion.ofBuild(build).orElse(null)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          ESXI-8.0U3B-24280767-STANDARD, 8.0
          ESXI-5.5.0-1331820-STANDARD, 5.5
          ESXI-6.7.0-20190802001-STANDARD, 6.7
          HPE-ESXI-6.5.0-UPDATE3, 6.5
          esxi-7.0u3n-21930508-standard, 7.0
          ESXi_9-0, 9.0
          CDROM, none
          NOTESXI-, none
          ''   , none
          """)
  void theVolumeSaysTheVersion(String volume, String version) {
    assertThat(InstallerVersion.ofVolume(volume).orElse(null)).isEqualTo(version);
  }

  private static BootConfig parse(String text) {
    return BootConfig.parse("BOOT.CFG", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(BootConfig config) {
    return new String(config.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static List<KernelOption> options(String... options) {
    return Stream.of(options).map(KernelOption::parse).toList();
  }
}
