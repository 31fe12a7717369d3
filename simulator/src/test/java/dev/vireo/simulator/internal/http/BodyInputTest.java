package dev.vireo.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the body of a request is read. */
class BodyInputTest {

  private static final int LIMIT = 64 << 20;

  /** A stream that notes how many bytes its reader has room for. */
  private static final class Noted extends ByteArrayInputStream {
    int most;

    Noted(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      most = Math.max(most, length);
      return super.read(into, offset, length);
    }
  }

  private static BodyInput body(InputStream stream, long length, List<Long> progress) {
    BodyInput.Progress noted =
        new BodyInput.Progress() {
          @Override
          public void begin() {}

          @Override
          public void come(long bytes) {
            progress.add(bytes);
          }

          @Override
          public void end() {}
        };
    return new BodyInput(new ConnectionInput(stream), length, LIMIT, 0, noted);
  }

  /** Many clients could announce bodies that never come. */
  @Test
  void memoryIsTakenAsBytesComeAndNotAsAnnounced() {
    Noted stream = new Noted(new byte[100]);
    List<Long> progress = new ArrayList<>();

    assertThatThrownBy(() -> body(stream, LIMIT, progress).readAllBytes())
        .isInstanceOf(EOFException.class);

    assertThat(stream.most).isLessThanOrEqualTo(64 * 1024);
    assertThat(progress).containsExactly(100L);
  }

  @Test
  void memoryIsTakenAsChunksComeAndNotAsAnnounced() {
    Noted stream = new Noted("4000000\r\nabc".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> body(stream, RequestHead.CHUNKED, new ArrayList<>()).readAllBytes())
        .isInstanceOf(EOFException.class);

    assertThat(stream.most).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void aLargeBodyIsWhole() throws Exception {
    byte[] sent = new byte[1_000_003];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) (i * 31);
    }

    assertThat(body(new Noted(sent), sent.length, new ArrayList<>()).readAllBytes())
        .isEqualTo(sent);
  }
}
