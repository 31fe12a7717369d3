package dev.vireo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.auth.ConnectAuth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may stand for a URI, and what is told of a URI that is odd. */
@Timeout(60)
class ConnectAliasTest {

  @TempDir private Path directory;

  private ConnectOptions options(String conf) {
    return options(conf, Map.of());
  }

  private ConnectOptions options(String conf, Map<String, String> more) {
    Path file = directory.resolve("libvirt.conf");
    try {
      Files.writeString(file, conf);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, String> environment = new HashMap<>(more);
    environment.put("VIREO_LIBVIRT_CONF", file.toString());
    return ConnectOptions.defaults().withEnvironment(environment);
  }

  private static Connect open(String text, ConnectOptions options) {
    return Connect.open(text, ConnectAuth.unattended(), options);
  }

  private String file() {
    return directory.resolve("libvirt.conf").toString();
  }

  @Test
  void anAliasStandsForItsUri() {
    try (Connect connect =
        open("lab", options("uri_aliases = [ 'lab=test:///default' ]\nuri_default='x'\n"))) {
      assertThat(connect.getURI()).isEqualTo("test:///default");
    }
  }

  @Test
  void whatCanBeNoAliasNeedsNoFile() {
    assertThatThrownBy(() -> open("127.0.0.1", options("uri_aliases = [")))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e ->
                assertThat(e.hints())
                    .containsExactly("the URI of an ESX host is esx://127.0.0.1/"));
  }

  @Test
  void aDefaultThatCanBeNoAliasIsNotLookedUp() {
    String conf = "uri_aliases = [ 'no alias=x' ]\nuri_default='test:///default'\n";
    try (Connect connect = open("", options(conf))) {
      assertThat(connect.getURI()).isEqualTo("test:///default");
    }
  }

  @Test
  void nothingStandsForTheDefault() {
    ConnectOptions options =
        options("uri_aliases = [ 'lab=test:///default' ]\nuri_default='lab'\n");
    try (Connect connect = open("", options)) {
      assertThat(connect.getURI()).isEqualTo("test:///default");
    }
    ConnectOptions both =
        options("uri_default='esx://h/'\n", Map.of("LIBVIRT_DEFAULT_URI", "test:///default"));
    try (Connect connect = open("", both)) {
      assertThat(connect.getURI()).isEqualTo("test:///default");
    }
  }

  @Test
  void anErrorNamesWhereTheUriComesFrom() {
    assertThatThrownBy(
            () -> open("", options("uri_aliases = [ 'lab=foo://h/' ]\nuri_default='lab'\n")))
        .hasMessage("no connection driver available for foo://h/")
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e ->
                assertThat(e.hints())
                    .endsWith(
                        "the URI 'lab' comes from uri_default in " + file(),
                        "'lab' is an alias of " + file() + " for 'foo://h/'"));
  }

  @Test
  void aWordThatIsNoAliasIsNoUri() {
    assertThatThrownBy(() -> open("esx1", options("uri_aliases = [ 'lab=foo://h/' ]\n")))
        .hasMessage("no connection driver available for URI 'esx1' does not include a driver name")
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> assertThat(e.hints()).containsExactly("the URI of an ESX host is esx://esx1/"));
  }

  @Test
  void aMalformedFileMattersToAliasesOnly() {
    ConnectOptions options = options("uri_aliases = [ 'lab");

    open("test:///default", options).close();
    assertThatThrownBy(() -> open("lab", options))
        .hasMessage("configuration file syntax error: " + file() + ":1: unterminated string");
  }

  @Test
  void whatOfAUriIsIgnoredIsTold() {
    List<String> warnings = new ArrayList<>();
    open("test:///default?noverify=1", options("").withWarnings(warnings::add)).close();

    assertThat(warnings)
        .containsExactly(
            "Ignoring unexpected query parameter 'noverify'; did you mean 'no_verify'?");
  }

  @Test
  void hintsAreAddedBehindThoseThatAreThere() {
    LibvirtException error =
        LibvirtException.builder(ErrorCode.INVALID_ARG, "x")
            .domain(ErrorDomain.URI)
            .operation("connect")
            .object("h")
            .cause(new IOException("cause"))
            .hint("first")
            .build();
    error.addSuppressed(new IOException("suppressed"));

    LibvirtException more = error.withHints(List.of("second"));

    assertThat(more.hints()).containsExactly("first", "second");
    assertThat(more).hasMessage("invalid argument: x").hasCause(error.getCause());
    assertThat(more.getSuppressed()).isEqualTo(error.getSuppressed());
    assertThat(more.getStackTrace()).isEqualTo(error.getStackTrace());
    assertThat(more.code()).isEqualTo(ErrorCode.INVALID_ARG);
    assertThat(more.domain()).isEqualTo(ErrorDomain.URI);
    assertThat(more.operation()).isEqualTo("connect");
    assertThat(more.object()).isEqualTo("h");
    assertThat(error.withHints(List.of())).isSameAs(error);
  }
}
