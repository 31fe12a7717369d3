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
class BodyReaderTest {

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

  private static BodyReader reader(InputStream stream, List<Long> progress) {
    return new BodyReader(new ConnectionInput(stream), LIMIT, progress::add);
  }

  /** Many clients could announce bodies that never come. */
  @Test
  void memoryIsTakenAsBytesComeAndNotAsAnnounced() {
    Noted stream = new Noted(new byte[100]);
    List<Long> progress = new ArrayList<>();

    assertThatThrownBy(() -> reader(stream, progress).read(LIMIT, 0))
        .isInstanceOf(EOFException.class);

    assertThat(stream.most).isLessThanOrEqualTo(64 * 1024);
    assertThat(progress).containsExactly(100L);
  }

  @Test
  void memoryIsTakenAsChunksComeAndNotAsAnnounced() {
    Noted stream = new Noted("4000000\r\nabc".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> reader(stream, new ArrayList<>()).read(RequestHead.CHUNKED, 0))
        .isInstanceOf(EOFException.class);

    assertThat(stream.most).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void aLargeBodyIsWhole() throws Exception {
    byte[] sent = new byte[1_000_003];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) (i * 31);
    }

    assertThat(reader(new Noted(sent), new ArrayList<>()).read(sent.length, 0)).isEqualTo(sent);
  }
}
