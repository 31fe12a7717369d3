package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which idle connections are kept, for how long, and in which order they are taken. */
class ConnectionPoolTest {

  private static final Duration KEPT = Duration.ofSeconds(60);

  private final ConnectionPool pool = new ConnectionPool();
  private final List<SocketChannel> channels = new ArrayList<>();
  private ServerSocketChannel listener;

  @BeforeEach
  void listen() throws IOException {
    listener =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
  }

  @AfterEach
  void closeAll() throws IOException {
    pool.close();
    for (SocketChannel channel : channels) {
      channel.close();
    }
    listener.close();
  }

  private HttpConnection connection() throws IOException {
    SocketChannel channel = SocketChannel.open(listener.getLocalAddress());
    channels.add(channel);
    channels.add(listener.accept());
    return new HttpConnection(channel, channel.socket());
  }

  /** The server's end of the newest connection. */
  private SocketChannel server() {
    return channels.getLast();
  }

  @Test
  void theConnectionThatWasUsedLastIsTakenFirst() throws Exception {
    assertThat(pool.take()).isNull();
    HttpConnection first = connection();
    HttpConnection second = connection();
    pool.give(first);
    pool.give(second);
    assertThat(pool.take()).isSameAs(second);
    assertThat(pool.take()).isSameAs(first);
    assertThat(pool.take()).isNull();
  }

  @Test
  void aConnectionThatTheServerHasEndedIsClosedAndTheNextOneTaken() throws Exception {
    HttpConnection alive = connection();
    HttpConnection ended = connection();
    pool.give(alive);
    pool.give(ended);
    server().close();
    assertThat(pool.take()).isSameAs(alive);
    assertThat(ended.channel().isOpen()).isFalse();
    assertThat(alive.channel().isBlocking()).isTrue();
  }

  @Test
  void aConnectionOnWhichTheServerSaysWhatNobodyAskedForIsClosed() throws Exception {
    HttpConnection talking = connection();
    pool.give(talking);
    server().write(ByteBuffer.wrap(new byte[] {'x'}));
    while (talking.channel().socket().getInputStream().available() == 0) {
      Thread.onSpinWait(); // on its way over the loopback interface
    }
    assertThat(pool.take()).isNull();
    assertThat(talking.channel().isOpen()).isFalse();
  }

  @Test
  void moreThanAreWorthTheirDescriptorsAreNotKept() throws Exception {
    HttpConnection last = connection();
    for (int i = 0; i < ConnectionPool.MAX_IDLE; i++) {
      last = connection();
      pool.give(last);
    }
    assertThat(last.channel().isOpen()).isTrue();
    HttpConnection oneMore = connection();
    pool.give(oneMore);
    assertThat(oneMore.channel().isOpen()).isFalse();
    assertThat(pool.take()).isSameAs(last);
  }

  @Test
  void theTimeOfTheLongestIdleIsTheOneThatIsWatched() throws Exception {
    HttpConnection first = connection();
    long before = System.nanoTime();
    pool.give(first);
    assertThat(first.idleSince()).isGreaterThanOrEqualTo(before);
    long deadline = first.idleSince() + KEPT.toNanos();
    assertThat(pool.deadline()).isEqualTo(deadline);
    pool.give(connection());
    assertThat(pool.deadline()).isEqualTo(deadline);
  }

  @Test
  void aLookBeforeTheTimeIsUpClosesNothing() throws Exception {
    pool.expire(); // nothing is there
    HttpConnection first = connection();
    HttpConnection second = connection();
    pool.give(first);
    pool.give(second);
    assertThat(pool.take()).isSameAs(second);
    pool.give(second);
    pool.expire();
    assertThat(pool.deadline()).isEqualTo(first.idleSince() + KEPT.toNanos());
    assertThat(pool.take()).isSameAs(second);
    assertThat(pool.take()).isSameAs(first);
  }

  @Test
  void aClosedPoolKeepsNothing() throws Exception {
    HttpConnection idle = connection();
    HttpConnection inUse = connection();
    pool.give(idle);
    pool.close();
    assertThat(idle.channel().isOpen()).isFalse();
    pool.give(inUse);
    assertThat(inUse.channel().isOpen()).isFalse();
    assertThat(pool.take()).isNull();
  }
}
