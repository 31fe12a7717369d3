package dev.vireo.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and refused, and in which words, was compared with virsh 9.0 and 12.8. */
class LibvirtConfTest {

  @TempDir private Path directory;

  @Test
  void aliasesAndDefaultAreRead() {
    LibvirtConf conf =
        read(
            """
            # a comment
            uri_aliases = [
              "lab=esx://root@esx1/?no_verify=1",
              'old_1-x=gsx://h/',
              "lab=esx://second/",
            ]
            other = 3; uri_default = "lab" # at the end
            uri_default = "later"
            """);

    assertThat(conf.resolve("lab")).contains("esx://root@esx1/?no_verify=1");
    assertThat(conf.resolve("old_1-x")).contains("gsx://h/");
    assertThat(conf.resolve("la")).isEmpty();
    assertThat(conf.aliases())
        .containsExactly(
            Map.entry("lab", "esx://root@esx1/?no_verify=1"), Map.entry("old_1-x", "gsx://h/"));
    assertThat(conf.defaultUri()).contains("lab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        "# only this",
        "a = \"\"\"x\ny\"\"\"\r\n\r\nb=[]\n",
        "a=-1;b=+2 ;\nc = [ 'x' , [ 1 ], ]",
        "a = 99999999999999999999999999",
      })
  void whatLibvirtReadsIsRead(String text) {
    assertThat(read(text).aliases()).isEmpty();
    assertThat(read(text).defaultUri()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "foo\\n|1: expecting an assignment",
        "\\n\\nfoo = bar|3: expecting a value",
        "a = 'x' b = 1|1: expecting a separator",
        "1=2|1: expecting a name",
        "a.b = 1|1: expecting an assignment",
        "a = \"x\\n\"|1: unterminated string",
        "a = \"\"\"x\\n\"|1: unterminated string",
        "a = -|1: unterminated number",
        "a = [ 'x'\\n|2: list is not closed with ]",
        "a = [ 'x' 'y' ]|1: expecting a separator in list",
        "a = [ , 'x' ]|1: expecting a value",
        "a = [\\n # no comment here\\n 'x' ]|2: expecting a value",
        "a = \"\"\"x\\ny\"\"\"\\nb|3: expecting an assignment",
      })
  void aMistakeIsNamedWithFileAndLine(String text, String complaint) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .hasMessage("configuration file syntax error: " + file() + ":" + complaint)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\\nuri_aliases = 'lab=x'|internal error|2: expected a string list for 'uri_aliases'"
            + " parameter",
        "uri_aliases = [ 3 ]|internal error|1: expected a string list for 'uri_aliases' parameter",
        "uri_aliases = [\\n'x' ]|configuration file syntax error|2: Malformed 'uri_aliases' config"
            + " entry 'x', expected 'alias=uri://host/path'",
        "uri_aliases = [ 'x y=z' ]|configuration file syntax error|1: Malformed 'uri_aliases'"
            + " config entry 'x y=z', aliases may only contain 'a-Z, 0-9, _, -'",
      })
  void anAliasThatIsNoneIsNamedWithFileAndLine(String text, String code, String complaint) {
    LibvirtConf conf = read(text.replace("\\n", "\n"));

    assertThatThrownBy(() -> conf.resolve("lab"))
        .hasMessage(code + ": " + file() + ":" + complaint);
  }

  @Test
  void whatStandsAfterAnAliasDoesNotMatterToIt() {
    assertThat(read("uri_aliases = [ 'lab=esx://h/', 'broken' ]").resolve("lab"))
        .contains("esx://h/");
  }

  @Test
  void aDefaultThatIsNoTextIsNamed() {
    LibvirtConf conf = read("uri_default = 3");

    assertThatThrownBy(conf::defaultUri)
        .hasMessage(
            "internal error: " + file() + ":1: expected a string for 'uri_default' parameter");
    assertThat(read("uri_default = ''").defaultUri()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsEmpty() {
    assertThat(LibvirtConf.read(directory.resolve("none")).aliases()).isEmpty();
  }

  @Test
  void whatIsNoFileOrHasNoEndIsNotRead() throws IOException {
    assertThatThrownBy(() -> LibvirtConf.read(Path.of("/dev/zero")))
        .hasMessage("Failed to read the configuration '/dev/zero': it is no file");
    assertThatThrownBy(() -> LibvirtConf.read(directory)).hasMessageEndingWith(": it is no file");
    Path large = Files.write(directory.resolve("large"), new byte[2 << 20]);
    assertThatThrownBy(() -> LibvirtConf.read(large))
        .hasMessage("Failed to read the configuration '" + large + "': it is larger than 1 MiB")
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM_ERROR));
  }

  @Test
  void deepListsEndInASentence() {
    assertThatThrownBy(() -> read("a = " + "[".repeat(100_000)))
        .hasMessageEndingWith(":1: lists are nested too deep");
  }

  @Test
  void theFileIsLookedForWhereLibvirtLooks() {
    Path home = Path.of("/home/me");
    Map<String, String> xdg = Map.of("XDG_CONFIG_HOME", "/xdg");
    Map<String, String> named = Map.of("XDG_CONFIG_HOME", "/xdg", "VIREO_LIBVIRT_CONF", "/x.conf");

    assertThat(LibvirtConf.locate(Map.of(), home, false))
        .isEqualTo(Path.of("/home/me/.config/libvirt/libvirt.conf"));
    assertThat(LibvirtConf.locate(xdg, home, false))
        .isEqualTo(Path.of("/xdg/libvirt/libvirt.conf"));
    assertThat(LibvirtConf.locate(xdg, home, true)).isEqualTo(Path.of("/etc/libvirt/libvirt.conf"));
    assertThat(LibvirtConf.locate(named, home, true)).isEqualTo(Path.of("/x.conf"));
    assertThat(LibvirtConf.locate(named, home, false)).isEqualTo(Path.of("/x.conf"));
  }

  /** Whatever stands in the file, the outcome is settings or one exception of this library. */
  @Test
  void anyTextIsReadOrRefused() {
    String alphabet = "ab1_=[],;#'\"\" \t\n\r-+\0ü";
    Random random = new Random(20);
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "uri_aliases=" : "");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Throwable thrown =
          catchThrowable(() -> new LibvirtConfReader(file(), text.toString()).read());
      if (thrown != null) {
        assertThat(thrown).as("%s", text).isInstanceOf(LibvirtException.class);
      }
    }
  }

  private Path file() {
    return directory.resolve("libvirt.conf");
  }

  private LibvirtConf read(String text) {
    try {
      return LibvirtConf.read(Files.write(file(), text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
