package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the host to connect to can be named, and what an error says of that. */
@Timeout(60)
class NamedHostTest {
  private static final String CANNOT = "error: failed to connect to the hypervisor\n";
  private static final String NO_HOST =
      CANNOT
          + "error: no host is named\n"
          + "hint: give its URI with -c, such as -c esx://root@HOST/ or -c test:///default, or set"
          + " VIREO_DEFAULT_CONNECT_URI\n";

  @TempDir private Path folder;

  private Run run(String conf, Map<String, String> more, String... words) {
    Map<String, String> environment = new HashMap<>(more);
    try {
      environment.put("VIREO_LIBVIRT_CONF", Files.writeString(file(), conf).toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Run.with(environment, "", words);
  }

  private Path file() {
    return folder.resolve("libvirt.conf");
  }

  @Test
  void anAliasWillDo() {
    Run run = run("uri_aliases = [ 'lab=test:///default' ]", Map.of(), "-q", "-c", "lab", "uri");

    assertThat(run).isEqualTo(new Run("test:///default\n", "", 0));
  }

  @Test
  void theDefaultOfLibvirtCountsLast() {
    String conf = "uri_default = 'test:///default'";

    assertThat(run(conf, Map.of(), "-q", "uri")).isEqualTo(new Run("test:///default\n", "", 0));
    assertThat(run(conf, Map.of("LIBVIRT_DEFAULT_URI", "foo://h/"), "-q", "uri").err())
        .isEqualTo(
            CANNOT
                + "error: no connection driver available for foo://h/\n"
                + "hint: Vireo knows esx://HOST/, gsx://HOST/, vpx://HOST/PATH and"
                + " test:///default\n"
                + "hint: the URI 'foo://h/' comes from the variable LIBVIRT_DEFAULT_URI\n");
  }

  @Test
  void aDefaultForOtherDriversIsSkippedWithTheReason() {
    assertThat(run("uri_default = 'qemu:///system'", Map.of(), "-q", "uri"))
        .isEqualTo(
            new Run(
                "",
                NO_HOST
                    + "hint: 'qemu:///system', uri_default in "
                    + file()
                    + ", is for libvirt's own drivers\n",
                1));
    String alias = "uri_default = 'here'\nuri_aliases = [ 'here=qemu+ssh://h/system' ]\n";
    assertThat(run(alias, Map.of(), "-q", "uri").err())
        .isEqualTo(
            NO_HOST
                + "hint: 'here', uri_default in "
                + file()
                + ", is for libvirt's own drivers\n");
  }

  @Test
  void aTransportIsNoOtherDriver() {
    assertThat(run("uri_default = 'esx+ssh://h/'", Map.of(), "-q", "uri").err())
        .contains("hint: the transport is the URI parameter transport=http|https\n")
        .doesNotContain("no host is named");
  }

  @Test
  void aMalformedFileIsNamedWhereItIsNeeded() {
    String conf = "\nuri_default = test";

    assertThat(run(conf, Map.of(), "-q", "uri"))
        .isEqualTo(
            new Run(
                "",
                CANNOT
                    + "error: configuration file syntax error: "
                    + file()
                    + ":2: expecting a value\n",
                1));
    assertThat(run(conf, Map.of(), "-q", "-c", "test:///default", "uri").exitCode()).isZero();
    assertThat(run(conf, Map.of(), "-q", "echo", "a")).isEqualTo(new Run("a", "", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"VIREO_DEFAULT_CONNECT_URI", "VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI"})
  void aVariableIsNamedWithItsUri(String variable) {
    assertThat(run("", Map.of(variable, "127.0.0.1"), "-q", "list").err())
        .isEqualTo(
            CANNOT
                + "error: no connection driver available for URI '127.0.0.1' does not include a"
                + " driver name\n"
                + "hint: the URI of an ESX host is esx://127.0.0.1/\n"
                + "hint: the URI '127.0.0.1' comes from the variable "
                + variable
                + "\n");
  }

  @Test
  void whatTheUserTypedIsNotExplained() {
    assertThat(run("", Map.of("LIBVIRT_DEFAULT_URI", "x://h/"), "-q", "-c", "y://h/", "uri").err())
        .doesNotContain("comes from");
  }

  @Test
  void aMisspeltParameterIsNamed() {
    assertThat(run("", Map.of(), "-q", "-c", "test:///default?noverify=1", "uri").err())
        .isEqualTo(
            "warning: Ignoring unexpected query parameter 'noverify'; did you mean"
                + " 'no_verify'?\n");
  }
}
