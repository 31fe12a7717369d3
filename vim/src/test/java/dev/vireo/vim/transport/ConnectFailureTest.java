package dev.vireo.vim.transport;

import static dev.vireo.vim.transport.TestRequests.failure;
import static dev.vireo.vim.transport.TestRequests.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.HttpOptions.Scheme;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that cannot be connected to. */
class ConnectFailureTest {

  private static HttpOptions options(Scheme scheme, String host, int port) {
    return scheme == Scheme.HTTP ? HttpOptions.http(host, port) : HttpOptions.https(host, port);
  }

  /** A socket with a port to which nobody listens, nor can as long as it is open. */
  static Socket bound() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(0));
    return socket;
  }

  @ParameterizedTest
  @EnumSource
  void aPortWithoutListenerRefuses(Scheme scheme) throws IOException {
    try (Socket nobody = bound();
        HttpTransport transport =
            new HttpTransport(options(scheme, "127.0.0.1", nobody.getLocalPort()))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_REFUSED);
      assertThat(failure)
          .hasMessage("cannot connect to 127.0.0.1:%d: connection refused", nobody.getLocalPort());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHostWithoutAddressIsUnresolved(Scheme scheme) {
    try (HttpTransport transport = new HttpTransport(options(scheme, "host.invalid", 443))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.UNRESOLVED_HOST);
      assertThat(failure)
          .hasMessage("cannot connect to host.invalid:443: the host name has no address");
    }
  }

  @Test
  void aPortThatDoesNotSpeakTlsIsNamed() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(c -> {
              c.write("HTTP/1.1 400 Bad Request\r\n\r\n");
              c.in().readNBytes(100);
            });
        HttpTransport transport =
            new HttpTransport(HttpOptions.https("127.0.0.1", server.port()))) {
      TransportException failure = failure(transport, post("<a/>"));
      assertThat(failure.kind()).isEqualTo(Kind.TLS_FAILED);
      assertThat(failure)
          .hasMessage(
              "cannot connect to 127.0.0.1:%d: no TLS session: the port does not speak TLS",
              server.port());
    }
  }

  @Test
  void aServerThatHangsUpInTheHandshakeIsATlsFailure() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(c -> c.in().readNBytes(100));
        HttpTransport transport =
            new HttpTransport(HttpOptions.https("127.0.0.1", server.port()))) {
      assertThat(failure(transport, post("<a/>")).kind()).isEqualTo(Kind.TLS_FAILED);
    }
  }
}
