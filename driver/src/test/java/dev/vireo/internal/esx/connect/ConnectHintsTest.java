package dev.vireo.internal.esx.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameter of the URI is spoken of when the way to a server fails. */
class ConnectHintsTest {

  private static final String PLAIN = "esx://h/?transport=http";
  private static final String HTTPS_HINT =
      "if the port speaks HTTPS, leave transport=http out of the URI";
  private static final String HTTP_HINT =
      "if the port speaks HTTP, use the URI parameter transport=http, which sends the password in"
          + " the clear";
  private static final String LEGACY_HINT =
      "if the host is an ESX 5.x or older or a GSX, use the URI parameter tls=legacy, which lets"
          + " old versions of TLS in";

  private static String[] hints(String uri, @Nullable Throwable cause) {
    return ConnectHints.ofTransport(cause, new EsxUri(HypervisorDrivers.parse(uri)))
        .toArray(String[]::new);
  }

  private static TransportException trouble(Kind kind, String reason) {
    return new TransportException(kind, "cannot connect to h:443: " + reason, reason, null);
  }

  private static ProtocolException odd(@Nullable Throwable cause) {
    return new ProtocolException(ProtocolException.Kind.NOT_VSPHERE, "odd", cause);
  }

  private static ProtocolException status(int status, @Nullable String location) {
    return new ProtocolException("odd", status, location);
  }

  @Test
  void anEncryptedPortThatIsAskedInTheClearIsKnownByItsAnswer() {
    for (VimException e :
        new VimException[] {
          trouble(Kind.CUT_OFF, "cut"),
          odd(new IOException("no status line")),
          status(400, null),
          status(301, "https://h/sdk"),
          status(302, "HTTPS://h/sdk")
        }) {
      assertThat(hints(PLAIN, e)).containsExactly(HTTPS_HINT);
      assertThat(hints("esx://h/", e)).isEmpty();
    }
  }

  @Test
  void anotherAnswerInTheClearIsNoHint() {
    for (Throwable e :
        new Throwable[] {
          trouble(Kind.TIMED_OUT, "late"),
          odd(null),
          odd(new IllegalStateException()),
          status(404, null),
          status(301, "http://h/sdk"),
          status(301, "/https://h/sdk"),
          new FaultException("X", "Y", null, "z"),
          new IllegalStateException("400")
        }) {
      assertThat(hints(PLAIN, e)).isEmpty();
    }
    assertThat(hints(PLAIN, null)).isEmpty();
    assertThat(hints("esx://h/", null)).isEmpty();
    assertThat(hints("esx://h/", new IllegalStateException("no TLS session within 1 s"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_FAILED, no TLS session: the port does not speak TLS",
    "TIMED_OUT, no TLS session within 5 s",
  })
  void aPortThatSpeaksNoTlsMayBeAPlainOne(Kind kind, String reason) {
    assertThat(hints("esx://h/", trouble(kind, reason))).containsExactly(HTTP_HINT);
    assertThat(hints("esx://h/?tls=legacy", trouble(kind, reason))).containsExactly(HTTP_HINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no TLS session: received fatal alert: protocol_version",
        "no TLS session: received fatal alert: Handshake_Failure",
        "no TLS session: received fatal alert: insufficient_security",
        "no TLS session: certificates do not conform to algorithm constraints",
        "no TLS session: no appropriate protocol",
        "no TLS session: the server selected protocol version TLS10"
      })
  void anOldHostMayNeedItsOldTls(String reason) {
    assertThat(hints("esx://h/", trouble(Kind.TLS_FAILED, reason))).containsExactly(LEGACY_HINT);
    assertThat(hints("esx://h/?tls=legacy", trouble(Kind.TLS_FAILED, reason))).isEmpty();
    assertThat(hints("esx://h/", trouble(Kind.CUT_OFF, reason))).isEmpty();
  }

  @Test
  void aServerThatHangsUpMayBePlainOrOld() {
    TransportException hangsUp =
        trouble(Kind.TLS_FAILED, "no TLS session: remote host terminated the handshake");
    assertThat(hints("esx://h/", hangsUp)).containsExactly(HTTP_HINT, LEGACY_HINT);
    assertThat(hints("esx://h/?tls=legacy", hangsUp)).containsExactly(HTTP_HINT);
  }

  @ParameterizedTest
  @EnumSource
  void otherTroubleHasNoHint(Kind kind) {
    assertThat(hints("esx://h/", trouble(kind, "it is what it is"))).isEmpty();
  }
}
