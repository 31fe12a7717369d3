package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transfers send and get, without a server. */
class TransferBodyTest {

  private static final int SMALL = 1 << 20;

  /** A stream that counts how often it is closed. */
  private static InputStream counted(byte[] bytes, AtomicInteger closed) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private static byte[] written(TransferBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toByteArray();
  }

  @Test
  void aSourceThatIsOpenedIsClosedEachTime() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    byte[] bytes = new byte[200_000];
    Arrays.fill(bytes, (byte) 7);
    TransferBody body = TransferBody.of(() -> counted(bytes, closed), bytes.length);
    assertThat(written(body)).isEqualTo(bytes);
    assertThat(written(body)).isEqualTo(bytes);
    assertThat(closed).hasValue(2);
    assertThat(body.isRepeatable()).isTrue();
    assertThat(body.isOnce()).isFalse();
  }

  @Test
  void aStreamOfSomebodyElseIsReadOnceAndLeftOpen() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    TransferBody body = TransferBody.once(counted(new byte[5], closed), 5);
    assertThat(body.isOnce()).isTrue();
    assertThat(body.isRepeatable()).isTrue();
    assertThat(written(body)).hasSize(5);
    assertThat(body.isRepeatable()).isFalse();
    assertThatThrownBy(() -> written(body)).isInstanceOf(IOException.class);
    assertThat(closed).hasValue(0);
  }

  @Test
  void bytesAreSentAsTheyAreAndShownByTheirNumber() throws Exception {
    byte[] bytes = {1, 2, 3};
    TransferBody body = TransferBody.of(bytes);
    assertThat(written(body)).isEqualTo(bytes);
    assertThat(body.length()).isEqualTo(3);
    assertThat(body.isRepeatable()).isTrue();
    assertThat(body.isOnce()).isFalse();
    assertThat(body).hasToString("3 bytes");
    assertThat(TransferBody.none().length()).isZero();
  }

  @Test
  void aFileIsAsLongAsItIs(@TempDir Path folder) throws Exception {
    TransferBody body = TransferBody.of(Files.writeString(folder.resolve("a"), "hello"));
    assertThat(body.length()).isEqualTo(5);
    assertThat(written(body)).asString().isEqualTo("hello");
  }

  @Test
  void progressIsToldOfEachPieceAndChangesNone() throws Exception {
    List<String> happened = new ArrayList<>();
    TransferProgress progress = (bytes, total) -> happened.add(bytes + "/" + total);
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int value) {
            happened.add("byte " + value);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            happened.add("piece of " + length);
          }

          @Override
          public void flush() {
            happened.add("flushed");
          }
        };
    TransferBody body =
        new TransferBody() {
          @Override
          public long length() {
            return 3;
          }

          @Override
          public boolean isRepeatable() {
            return true;
          }

          @Override
          public void writeTo(OutputStream to) throws IOException {
            to.write(7);
            to.write(new byte[9], 4, 2);
            to.flush();
          }
        };

    progress.on(body).writeTo(out);

    assertThat(happened).containsExactly("0/3", "byte 7", "1/3", "piece of 2", "3/3", "flushed");
  }

  @Test
  void aStreamThatIsToldOfIsClosedWithItsReader() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    try (InputStream in = TransferProgress.NONE.on(counted(new byte[3], closed), 3)) {
      assertThat(in.available()).isEqualTo(3);
      assertThat(in.readAllBytes()).hasSize(3);
      assertThat(closed).hasValue(0);
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void aLengthIsUnknownOrNotNegative() {
    InputStream in = InputStream.nullInputStream();
    assertThat(TransferBody.once(in, TransferBody.UNKNOWN).length()).isEqualTo(-1);
    assertThat(TransferBody.once(in, 0).length()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> TransferBody.once(in, -2));
  }

  @Test
  void askingIsWorthItWhereTheBodyIsLargeOrLostOtherwise() {
    InputStream in = InputStream.nullInputStream();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.none())).isFalse();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.of(new byte[SMALL]))).isFalse();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.of(new byte[SMALL + 1]))).isTrue();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.once(in, 1))).isTrue();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.once(in, 0))).isFalse();
    assertThat(HttpTransfer.isWorthAsking(TransferBody.of(() -> in, TransferBody.UNKNOWN)))
        .isTrue();
  }

  @Test
  void aRequestKeepsWhatIsNotChangedAndShowsNoQuery() {
    Duration time = Duration.ofSeconds(1);
    TransferRequest request = TransferRequest.of(Verb.PUT, "/folder/a?key=hunter2", time);
    TransferBody body = TransferBody.of(new byte[1]);
    TransferRequest changed = request.with("A", "b").with(body).with("C", "d");
    assertThat(changed)
        .isEqualTo(
            new TransferRequest(
                Verb.PUT,
                "/folder/a?key=hunter2",
                Map.of("A", "b", "C", "d"),
                body,
                "PUT /folder/a",
                time))
        .hasToString("TransferRequest[PUT /folder/a]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransferRequest.of(Verb.GET, "/", Duration.ZERO));
    assertThat(Verb.GET.on("?key=hunter2")).isEqualTo("GET ");
    assertThat(WireRequest.get("/a?b", time).operation()).isEqualTo("GET /a");
  }

  @Test
  void anAnswerKeepsWhatItIsBehindAnotherStream() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    TransferAnswer answer =
        new TransferAnswer(206, Map.of("etag", "1"), 9, InputStream.nullInputStream());
    InputStream other = counted(new byte[2], closed);
    TransferAnswer through = answer.through(other);
    assertThat(through).isEqualTo(new TransferAnswer(206, Map.of("etag", "1"), 9, other));
    assertThat(through.header("etag")).isEqualTo("1");
    assertThat(through.header("x")).isNull();
    assertThat(through).hasToString("TransferAnswer[206, 9 bytes]");
    through.close();
    assertThat(closed).hasValue(1);
  }

  @Test
  void anAnswerThatCannotBeClosedSaysSo() {
    InputStream body =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public void close() throws IOException {
            throw new IOException("stuck");
          }
        };
    assertThatThrownBy(new TransferAnswer(200, Map.of(), 0, body)::close)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("stuck");
  }
}
