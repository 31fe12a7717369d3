package dev.vireo.internal.esx.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.uri.ConnectUri;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What holds for any text that is given as the URI of a VMware host. */
class EsxUriFuzzTest {

  private static EsxUri parse(String text) {
    ConnectUri uri = HypervisorDrivers.parse(text);
    if (!(HypervisorDrivers.of(uri) instanceof EsxDriver)) {
      throw LibvirtException.of(ErrorCode.NO_CONNECT, "another driver's");
    }
    return new EsxUri(uri);
  }

  private static final List<ErrorCode> REFUSALS =
      List.of(ErrorCode.INTERNAL_ERROR, ErrorCode.NO_CONNECT, ErrorCode.INVALID_ARG);

  @FuzzTest
  void uris(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    EsxUri uri;
    try {
      uri = parse(text);
    } catch (LibvirtException e) {
      assertThat(REFUSALS).contains(e.code());
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    assertThat(uri).hasToString(text);
    assertThat(uri.port()).isBetween(0, ConnectUri.MAX_PORT);
    assertThat(uri.timeout()).isPositive();
    assertThat(uri.host()).doesNotContainPattern("[\\p{Cntrl} /?#@\\[\\]]");
    assertThat(uri.user() == null ? "" : uri.user()).doesNotContainPattern("\\p{Cntrl}");
    uri.proxy().ifPresent(proxy -> assertThat(proxy.host()).isNotEmpty());
    uri.fingerprint().ifPresent(print -> assertThat(print).hasSize(95));
    uri.authFile().ifPresent(file -> assertThat(Path.of(file)).isNotNull());
    uri.caCert().ifPresent(file -> assertThat(Path.of(file)).isNotNull());
    assertThat(uri.transport()).isNotNull();
    assertThat(uri.authority()).endsWith(":" + uri.port());
    assertThat(parse(text).path()).isEqualTo(uri.path());
    uri.ignored().forEach(part -> assertThat(part.warning()).isNotEmpty());
  }

  /** A password in a URI is refused, and shown nowhere. */
  @FuzzTest
  void passwordsInUris(FuzzedDataProvider data) {
    String scheme = data.pickValue(List.of("esx", "gsx", "vpx", "test", "qemu", "esx+ssh", "x"));
    String user = data.consumeAsciiString(8).replaceAll("[^A-Za-z0-9%.-]", "");
    String inside = data.consumeString(1);
    String rest = data.consumeRemainingAsString();
    String text = scheme + "://" + user + ":hunter2" + inside + "hunter2@" + rest;
    if (!(user + rest).contains("hunter2") && !(inside + rest).contains("@")) {
      try {
        assertThat(parse(text)).as(text).isNull();
      } catch (LibvirtException e) {
        assertThat(e.getMessage() + e.hints()).as(text).doesNotContain("hunter2");
      }
    }
  }
}
