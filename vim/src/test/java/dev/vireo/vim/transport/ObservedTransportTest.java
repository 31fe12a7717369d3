package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimException;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a listener hears of calls and transfers. */
class ObservedTransportTest {

  /** A server of one answer, or of one failure. */
  private static final class Scripted implements VimTransport {
    private WireResponse answer = answer(200, "");
    private InputStream body = InputStream.nullInputStream();
    private @Nullable VimException failure;
    private boolean closed;

    @Override
    public WireResponse send(WireRequest request) {
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    @Override
    public Transfers transfers() {
      return request -> {
        request.body().writeTo(OutputStream.nullOutputStream());
        if (failure != null) {
          throw failure;
        }
        return new TransferAnswer(answer.status(), Map.of(), 3, body);
      };
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final List<Exchange> heard = new ArrayList<>();
  private final Scripted wire = new Scripted();
  private final VimTransport transport = new ObservedTransport(wire, heard::add);

  private static WireResponse answer(int status, String body) {
    return new WireResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private void assertHeard(
      String operation, long bytesOut, long bytesIn, int status, @Nullable String failure) {
    assertThat(heard).hasSize(1);
    Exchange exchange = heard.getFirst();
    assertThat(exchange)
        .isEqualTo(
            new Exchange(operation, bytesOut, bytesIn, exchange.duration(), status, failure));
    assertThat(exchange.duration()).isBetween(Duration.ZERO, Duration.ofHours(1));
  }

  private void send() {
    transport.send(TestRequests.post("<a/>"));
  }

  @ParameterizedTest
  @CsvSource({
    "200, '', ",
    "302, '', ",
    "399, '', ",
    "400, '', HTTP 400",
    "404, <detail><XFault/></detail>, HTTP 404",
    "500, '', HTTP 500",
    "500, <detail><InvalidLoginFault xsi:type='InvalidLogin'/></detail>, InvalidLogin",
    "500, <detail><v:NotAuthenticatedFault>x, NotAuthenticated",
    "500, <Fault>x</Fault>, HTTP 500",
    "503, '', HTTP 503"
  })
  void aCallIsToldWithTheNameOfItsFault(int status, String body, @Nullable String failure) {
    wire.answer = answer(status, body);
    send();
    assertHeard("RetrieveServiceContent", 4, body.length(), status, failure);
  }

  @Test
  void aFaultIsLookedForWhereFaultsStand() {
    String fault = "<XFault/>";
    wire.answer = answer(500, " ".repeat((64 << 10) - fault.length()) + fault);
    send();
    wire.answer = answer(500, " ".repeat(64 << 10) + fault);
    send();
    assertThat(heard).extracting(Exchange::failure).containsExactly("X", "HTTP 500");
  }

  @Test
  void aCallWithoutAnswerIsToldWithItsTrouble() {
    wire.failure = new TransportException(Kind.TIMED_OUT, "late", null);
    assertThatThrownBy(this::send).isSameAs(wire.failure);
    assertHeard("RetrieveServiceContent", 4, 0, 0, "TIMED_OUT");
    heard.clear();
    wire.failure = new ProtocolException(ProtocolException.Kind.NOT_VSPHERE, "odd", null);
    assertThatThrownBy(this::send).isSameAs(wire.failure);
    assertHeard("RetrieveServiceContent", 4, 0, 0, "NOT_VSPHERE");
  }

  private static TransferRequest put(TransferBody body) {
    return TransferRequest.of(Verb.PUT, "/folder/a?b=c", Duration.ofMinutes(1)).with(body);
  }

  @ParameterizedTest
  @CsvSource({"200, ", "399, ", "400, HTTP 400", "507, HTTP 507"})
  void aTransferIsToldOnceItHasBeenRead(int status, @Nullable String failure) throws Exception {
    wire.answer = answer(status, "");
    wire.body = new ByteArrayInputStream(new byte[3]);
    try (TransferAnswer answer = transport.transfers().open(put(TransferBody.of(new byte[9])))) {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body().available()).isEqualTo(3);
      assertThat(answer.body().read()).isZero();
      assertThat(answer.body().read(new byte[9])).isEqualTo(2);
      assertThat(heard).isEmpty();
      assertThat(answer.body().read()).isEqualTo(-1);
      assertHeard("PUT /folder/a", 9, 3, status, failure);
    }
    assertThat(heard).hasSize(1);
  }

  /** Writes a byte by itself, and a piece. */
  private static TransferBody inPieces() {
    return new TransferBody() {
      @Override
      public long length() {
        return UNKNOWN;
      }

      @Override
      public boolean isRepeatable() {
        return false;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write('a');
        out.flush();
        out.write(new byte[4], 1, 2);
      }
    };
  }

  @Test
  void aTransferWithoutAnswerIsToldWithItsTrouble() {
    wire.failure = new TransportException(Kind.CUT_OFF, "cut", null);
    assertThatThrownBy(() -> transport.transfers().open(put(inPieces()))).isSameAs(wire.failure);
    assertHeard("PUT /folder/a", 3, 0, 0, "CUT_OFF");
    heard.clear();
    wire.failure = new ProtocolException(ProtocolException.Kind.ENDLESS, "odd", null);
    assertThatThrownBy(() -> transport.transfers().open(put(inPieces()))).isSameAs(wire.failure);
    assertHeard("PUT /folder/a", 3, 0, 0, "ENDLESS");
  }

  @Test
  void aTransferThatBreaksWhileItIsReadIsToldOnce() throws Exception {
    TransportException cut = new TransportException(Kind.CUT_OFF, "cut", null);
    wire.body =
        new InputStream() {
          @Override
          public int read() {
            throw cut;
          }

          @Override
          public int read(byte[] bytes, int start, int length) {
            throw cut;
          }
        };
    try (TransferAnswer answer = transport.transfers().open(put(TransferBody.none()))) {
      assertThatThrownBy(() -> answer.body().read()).isSameAs(cut);
      assertHeard("PUT /folder/a", 0, 0, 200, "CUT_OFF");
    }
    assertThat(heard).hasSize(1);
  }

  @Test
  void aBodyKeepsWhatItIsWhileItIsCounted() {
    TransferBody once =
        new MeteredBody(TransferBody.once(InputStream.nullInputStream(), 7), n -> {});
    assertThat(once.isOnce()).isTrue();
    assertThat(once.isRepeatable()).isTrue();
    assertThat(once.length()).isEqualTo(7);
    TransferBody bytes = new MeteredBody(TransferBody.of(new byte[5]), n -> {});
    assertThat(bytes.isOnce()).isFalse();
    assertThat(bytes.isRepeatable()).isTrue();
    assertThat(new MeteredBody(inPieces(), n -> {}).isRepeatable()).isFalse();
  }

  @Test
  void theEndOfTheObserverIsThatOfItsTransport() {
    transport.close();
    assertThat(wire.closed).isTrue();
  }
}
