package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;
import dev.vireo.vim.transport.HttpCall.End;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the body of an answer ends, and what becomes of its connection then. */
@Timeout(60)
class HttpBodyInputTest {

  private static final Map<String, String> THREE = Map.of("content-length", "3");
  private static final Map<String, String> CHUNKED = Map.of("transfer-encoding", "chunked");

  private final ConnectionPool pool = new ConnectionPool();
  private final HttpOptions options = HttpOptions.http("127.0.0.1", 80);
  private final HttpConnections connections =
      new HttpConnections(
          options, new Connector(options, new Resolver(InetAddress::getAllByName)), pool);
  private HttpCall call = call(Duration.ofDays(1));
  private ServerSocketChannel listener;
  private SocketChannel server;
  private HttpConnection connection;
  private int ends;

  private static HttpCall call(Duration idleTimeout) {
    return HttpCall.of(TransferRequest.of(Verb.GET, "/a", idleTimeout), Duration.ofDays(1));
  }

  @BeforeEach
  void connect() throws IOException {
    listener =
        ServerSocketChannel.open()
            .bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    SocketChannel client = SocketChannel.open(listener.getLocalAddress());
    server = listener.accept();
    connection = new HttpConnection(client, client.socket());
  }

  @AfterEach
  void close() throws IOException {
    pool.close();
    connection.close();
    server.close();
    listener.close();
    Deadlines.forget(call);
  }

  private void say(String text) throws IOException {
    server.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private HttpBodyInput body(Map<String, String> headers, boolean settled) throws IOException {
    call.use(connection.channel());
    ResponseHead head = new ResponseHead(200, true, headers, List.of());
    HttpBodyInput body =
        new HttpBodyInput(
            new HttpAnswer(connection, head, ResponseBody.of(head, connection.in()), settled),
            call,
            connections,
            failure -> new IllegalStateException("translated", failure),
            () -> ends++);
    body.begin();
    return body;
  }

  private void assertKept() {
    assertThat(ends).isEqualTo(1);
    assertThat(pool.take()).isSameAs(connection);
    call.end(End.CLOSED);
    assertThat(connection.channel().isOpen()).isTrue();
  }

  private void assertClosed() {
    assertThat(ends).isEqualTo(1);
    assertThat(connection.channel().isOpen()).isFalse();
    assertThat(pool.take()).isNull();
  }

  @Test
  void theLastByteGivesTheConnectionBack() throws Exception {
    HttpBodyInput body = body(THREE, true);
    say("abc");
    assertThat(body.read()).isEqualTo('a');
    assertThat(body.read(new byte[2], 0, 2)).isPositive();
    while (ends == 0) {
      assertThat(body.read()).isEqualTo('c');
    }
    assertKept();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.read(new byte[1], 0, 0)).isZero();
    body.close();
    assertThat(ends).isEqualTo(1);
    assertThatThrownBy(body::read).isInstanceOf(IOException.class);
  }

  @Test
  void whatDoesNotSayItsLengthEndsWithItsLastChunk() throws Exception {
    HttpBodyInput body = body(CHUNKED, true);
    say("1\r\na\r\n0\r\n\r\n");
    assertThat(body.read()).isEqualTo('a');
    assertThat(ends).isZero();
    assertThat(body.read()).isEqualTo(-1);
    assertKept();
  }

  @Test
  void whereNothingComesTheConnectionIsGivenBackAtOnce() throws Exception {
    HttpBodyInput body = body(Map.of("content-length", "0"), true);
    assertKept();
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void aConnectionWhoseRequestWasNotSentWholeIsClosed() throws Exception {
    body(Map.of("content-length", "0"), false);
    assertClosed();
  }

  @Test
  void whatIsClosedBeforeItsEndEndsItsConnection() throws Exception {
    HttpBodyInput body = body(THREE, true);
    say("a");
    assertThat(body.read()).isEqualTo('a');
    body.close();
    assertThat(call.ended()).isEqualTo(End.CLOSED);
    assertClosed();
    body.close();
    assertThat(ends).isEqualTo(1);
    assertThatThrownBy(body::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has been closed");
  }

  @Test
  void whatBreaksIsTranslatedAndEndsTheConnection() throws Exception {
    HttpBodyInput body = body(THREE, true);
    say("a");
    server.close();
    assertThat(body.read()).isEqualTo('a');
    assertThatThrownBy(body::read)
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IOException.class);
    assertClosed();
    assertThat(call.ended()).isNull();
  }

  @Test
  void theTurnOfTheServerCounts() throws Exception {
    call = call(Duration.ofMillis(10));
    HttpBodyInput body = body(THREE, true);
    Deadlines.watch(call);
    assertThatThrownBy(body::read).isInstanceOf(IllegalStateException.class);
    assertThat(call.ended()).isEqualTo(End.EXPIRED);
    assertClosed();
  }

  /** Its time begins anew whenever somebody looks whether it is over. */
  private void assertDoesNotCount() {
    long before = call.deadline();
    call.expire();
    assertThat(call.deadline()).isGreaterThan(before);
    assertThat(call.ended()).isNull();
  }

  @Test
  void theTurnOfTheReaderDoesNotCount() throws Exception {
    HttpBodyInput body = body(THREE, true);
    assertDoesNotCount();
    say("a");
    assertThat(body.read()).isEqualTo('a');
    assertDoesNotCount();
    assertThat(body.available()).isZero();
  }
}
