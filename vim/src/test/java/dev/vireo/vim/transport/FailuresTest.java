package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import dev.vireo.vim.internal.http.ProxyFailedException;
import dev.vireo.vim.transport.HttpCall.End;
import dev.vireo.vim.transport.HttpCall.Phase;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failure of the exchange becomes, by how far the exchange had come. */
class FailuresTest {

  private static final Duration TIME = Duration.ofMillis(1500);
  private static final ProxySpec PROXY = new ProxySpec(ProxySpec.Type.HTTP, "proxy.test", 3128);
  private static final String SERVER = "esx.test:443";

  private final Failures failures =
      new Failures(HttpOptions.https("esx.test", 443).withProxy(PROXY));

  private static HttpCall at(Phase phase) throws SocketException {
    return at(HttpCall.of(TestRequests.post("<a/>", TIME), Duration.ofSeconds(7)), phase);
  }

  private static HttpCall transferAt(Phase phase) throws SocketException {
    TransferRequest request = TransferRequest.of(Verb.PUT, "/x", Duration.ofSeconds(3));
    return at(HttpCall.of(request, Duration.ofSeconds(2)), phase);
  }

  private static HttpCall at(HttpCall call, Phase phase) throws SocketException {
    if (phase != Phase.CONNECTING) {
      call.enter(phase);
    }
    return call;
  }

  private void assertFailure(HttpCall call, Throwable failure, Kind kind, String message) {
    VimException translated = failures.translate(call, failure);
    assertThat(translated).hasMessage(message);
    assertThat(((TransportException) translated).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void errorsThatNoAnswerCausesAreNotHidden(Phase phase) throws Exception {
    HttpCall call = at(phase);
    Error ours = new AssertionError("ours");
    assertThatThrownBy(() -> failures.translate(call, ours)).isSameAs(ours);
    if (phase == Phase.CONNECTING || phase == Phase.SENDING) {
      for (Error full : new Error[] {new OutOfMemoryError(), new StackOverflowError()}) {
        assertThatThrownBy(() -> failures.translate(call, full)).isSameAs(full);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING", "READING"})
  void anAnswerThatIsTooMuchForTheMemoryFailsItsCallOnly(Phase phase) throws Exception {
    String start = "RetrieveServiceContent on " + SERVER + " failed: ";
    assertFailure(
        at(phase),
        new OutOfMemoryError(),
        Kind.TOO_LARGE,
        start + "the answer does not fit into Java's memory");
    assertFailure(
        at(phase),
        new StackOverflowError(),
        Kind.CUT_OFF,
        start + "the answer cannot be read: StackOverflowError");
    assertFailure(
        at(phase),
        new IllegalStateException("Odd"),
        Kind.CUT_OFF,
        start + "the answer cannot be read: odd");
  }

  @Test
  void whatFailsBeforeAnythingWasSentSaysSo() throws Exception {
    assertFailure(
        at(Phase.CONNECTING),
        new IllegalArgumentException("Bad path"),
        Kind.CONNECT_FAILED,
        "RetrieveServiceContent on " + SERVER + " failed: it cannot be sent: Bad path");
    assertFailure(
        at(Phase.HANDSHAKE),
        new OutOfMemoryError(),
        Kind.TLS_FAILED,
        "cannot connect to " + SERVER + ": no TLS session: OutOfMemoryError");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONNECTING|cannot connect to esx.test:443: no connection within 1.5 s",
        "HANDSHAKE|RetrieveServiceContent on esx.test:443 failed: no TLS session within 1.5 s",
        "SENDING|RetrieveServiceContent on esx.test:443 failed: the server did not take the request"
            + " within 1.5 s",
        "WAITING|RetrieveServiceContent on esx.test:443 failed: no answer within 1.5 s",
        "READING|RetrieveServiceContent on esx.test:443 failed: the answer did not end within 1.5 s"
      })
  void aTimeOutSaysWhatWasWaitedFor(Phase phase, String message) throws Exception {
    HttpCall call = at(phase);
    call.end(End.EXPIRED);
    Kind kind = phase == Phase.CONNECTING ? Kind.CONNECT_FAILED : Kind.TIMED_OUT;
    assertFailure(call, new SocketException("closed"), kind, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONNECTING|cannot connect to esx.test:443: no connection within 2 s",
        "SENDING|PUT /x on esx.test:443 failed: the server has taken nothing for 3 s",
        "WAITING|PUT /x on esx.test:443 failed: no answer within 3 s",
        "READING|PUT /x on esx.test:443 failed: the server has sent nothing for 3 s"
      })
  void aTransferThatStandsStillSaysSince(Phase phase, String message) throws Exception {
    HttpCall call = transferAt(phase);
    call.end(End.EXPIRED);
    Kind kind = phase == Phase.CONNECTING ? Kind.CONNECT_FAILED : Kind.TIMED_OUT;
    assertFailure(call, new SocketException("closed"), kind, message);
  }

  @ParameterizedTest
  @EnumSource
  void theEndOfTheTransportIsTheReasonOfWhateverFails(Phase phase) throws Exception {
    HttpCall call = at(phase);
    call.end(End.CLOSED);
    assertFailure(
        call,
        new IOException("closed"),
        Kind.CLOSED,
        "RetrieveServiceContent on " + SERVER + " failed: the connection was closed meanwhile");
  }

  @Test
  void anInterruptIsTheReasonOfWhateverFails() throws Exception {
    Thread.currentThread().interrupt();
    try {
      assertFailure(
          at(Phase.WAITING),
          new IOException("closed"),
          Kind.INTERRUPTED,
          "RetrieveServiceContent on " + SERVER + " was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aConnectionThatIsNotMadeSaysWhy() throws Exception {
    String start = "cannot connect to " + SERVER + ": ";
    assertFailure(
        at(Phase.CONNECTING),
        new ConnectException("Connection refused"),
        Kind.CONNECTION_REFUSED,
        start + "connection refused");
    assertFailure(
        at(Phase.CONNECTING),
        new ConnectException("No route"),
        Kind.CONNECT_FAILED,
        start + "no route");
    assertFailure(
        at(Phase.CONNECTING),
        new ConnectException(),
        Kind.CONNECT_FAILED,
        start + "ConnectException");
    assertFailure(
        at(Phase.CONNECTING),
        new UnreachableException(3, new SocketTimeoutException("x")),
        Kind.CONNECT_FAILED,
        start + "no connection within 1.5 s (3 addresses tried)");
  }

  @Test
  void theWayThroughAProxySaysWhereItEnds() throws Exception {
    String start = "cannot reach " + SERVER + " through the proxy http://proxy.test:3128: ";
    assertFailure(
        at(Phase.CONNECTING),
        new ProxyFailedException("It is full", null),
        Kind.PROXY_FAILED,
        start + "it is full");
    assertFailure(
        at(Phase.CONNECTING),
        new ProxyFailedException("x", new ConnectException("Connection refused")),
        Kind.PROXY_FAILED,
        start + "x");
    assertFailure(
        at(Phase.CONNECTING),
        new ProxyFailedException("x", new SocketTimeoutException("x")),
        Kind.PROXY_FAILED,
        start + "no connection within 1.5 s");
    HttpCall late = at(Phase.CONNECTING);
    late.end(End.EXPIRED);
    assertFailure(
        late,
        new ProxyFailedException("x", null),
        Kind.PROXY_FAILED,
        start + "no connection within 1.5 s");
  }

  @ParameterizedTest
  @EnumSource(names = {"SENDING", "WAITING", "READING"})
  void anAlertAfterTheHandshakeIsATlsFailure(Phase phase) throws Exception {
    assertFailure(
        at(phase),
        new SSLException("Received fatal alert: bad_certificate"),
        Kind.TLS_FAILED,
        "cannot connect to " + SERVER + ": no TLS session: received fatal alert: bad_certificate");
    String start = "RetrieveServiceContent on " + SERVER + " failed: ";
    assertFailure(
        at(phase),
        new SSLException("Broken record"),
        Kind.CUT_OFF,
        start + "the connection broke: broken record");
    assertFailure(
        at(phase),
        new SSLException((String) null),
        Kind.CUT_OFF,
        start + "the connection broke: SSLException");
    assertFailure(at(phase), new EOFException("It ends"), Kind.CUT_OFF, start + "it ends");
  }

  @Test
  void aFailureWithoutWordsIsCalledAfterItself() {
    assertThat(Failures.reason(new IOException())).isEqualTo("IOException");
    assertThat(Failures.reason(new IOException(""))).isEqualTo("IOException");
    assertThat(Failures.reason(new IOException("X"))).isEqualTo("x");
  }
}
