package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer anything but the VI API. */
@Timeout(60)
class BadServerTest {

  private static final ConnectAuth ROOT = ConnectAuth.of("root", "s3cret".toCharArray());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK\\r\\nContent-Length: 13\\r\\n\\r\\n<html></html>|Could not connect to",
        "HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n|HTTP status 404",
        "HTTP/1.1 301 Moved\\r\\nLocation: https://other/sdk\\r\\nContent-Length: 0\\r\\n\\r\\n"
            + "|https://other/sdk",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 900\\r\\n\\r\\n<soapenv:Envelope|Could not connect",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 21\\r\\n\\r\\n<!DOCTYPE x [ ]><x/>\\n|document type declaration",
        "HTTP/1.1 500 Oops\\r\\nContent-Length: 4\\r\\n\\r\\noops|HTTP status 500",
        "SSH-2.0-OpenSSH_9.2\\r\\n|does not answer in HTTP",
        "|Could not connect",
      })
  void otherAnswersAreAnInternalError(String answer, String message) throws IOException {
    byte[] bytes =
        (answer == null ? "" : answer.replace("\\r\\n", "\r\n").replace("\\n", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    try (Server server = new Server(bytes, false)) {
      assertThatThrownBy(() -> open(server, ""))
          .hasMessageStartingWith("internal error: Could not connect to '127.0.0.1:")
          .hasMessageContaining(message)
          .hasMessageNotContaining("s3cret")
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
    }
  }

  /** Whoever logs at the lowest level sees no secret of a machine's configuration. */
  @ParameterizedTest
  @ValueSource(strings = {"RemoteDisplay.vnc.key", "encryption.keySafe", "guestinfo.userdata"})
  void secretsOfMachinesAreNotLogged(String key) throws IOException {
    String body = "<a><key>" + key + "</key><value>hunter2</value></a>";
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    Logger logger = Logger.getLogger("dev.vireo.vim.transport");
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {
            // nothing is kept back
          }

          @Override
          public void close() {
            // holds nothing
          }
        };
    Level before = logger.getLevel();
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    try (Server server = new Server(answer.getBytes(StandardCharsets.UTF_8), false)) {
      assertThatThrownBy(() -> open(server, "")).isInstanceOf(LibvirtException.class);
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }

    assertThat(lines).anyMatch(line -> line.contains(key)).noneMatch(l -> l.contains("hunter2"));
  }

  private static final String LEGACY_HINT =
      "if the host is an ESX 5.x or older or a GSX, use the URI parameter tls=legacy, which lets"
          + " old versions of TLS in";

  /** A fatal alert, as hosts send it that speak old versions of TLS only, or the end. */
  @ParameterizedTest
  @ValueSource(ints = {40, 70, 71, -1})
  void aHostWithOldTlsIsToldTheParameterThatReachesIt(int alert) throws IOException {
    byte[] answer = alert < 0 ? new byte[0] : new byte[] {21, 3, 1, 0, 2, 2, (byte) alert};
    try (Server server = new Server(answer, false)) {
      assertThatThrownBy(() -> open("esx://127.0.0.1:" + server.port() + "/?no_verify=1"))
          .isInstanceOfSatisfying(
              LibvirtException.class, e -> assertThat(e.hints()).contains(LEGACY_HINT));
      // what speaks old TLS is not on the class path of these tests
      assertThatThrownBy(
              () -> open("esx://127.0.0.1:" + server.port() + "/?no_verify=1&tls=legacy"))
          .hasMessageContaining(
              "old versions of TLS need org.bouncycastle:bctls-jdk18on, which is not on the class"
                  + " path")
          .isInstanceOfSatisfying(
              LibvirtException.class, e -> assertThat(e.hints()).doesNotContain(LEGACY_HINT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nSet-Cookie: ;\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\n\r\n",
        "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
      })
  void hostileAnswersAreOneError(String answer) throws IOException {
    for (String proxy : List.of("", "&proxy=")) {
      try (Server server = new Server(answer.getBytes(StandardCharsets.UTF_8), false)) {
        String through = proxy.isEmpty() ? "" : proxy + "127.0.0.1:" + server.port();
        assertThatThrownBy(() -> open(server, through)).isInstanceOf(LibvirtException.class);
      }
    }
  }

  @Test
  void anAnswerThatNeverComesIsATimeOut() throws IOException {
    try (Server server = new Server(new byte[0], true)) {
      assertThatThrownBy(() -> open(server, "&timeout=1"))
          .hasMessageContaining("no answer within 1 s")
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));
    }
  }

  @Test
  void aPortWhereNobodyListensRefuses() throws IOException {
    try (Socket nobody = new Socket()) {
      // Bound, so that nobody else can listen to it meanwhile.
      nobody.bind(new InetSocketAddress(0));
      assertThatThrownBy(() -> open("esx://127.0.0.1:" + nobody.getLocalPort() + "/"))
          .hasMessageContaining("connection refused");
    }
  }

  private static Connect open(Server server, String parameters) {
    return open("esx://127.0.0.1:" + server.port() + "/?transport=http" + parameters);
  }

  private static Connect open(String uri) {
    return Connect.open(uri, ROOT, ConnectOptions.defaults().withEnvironment(Map.of()));
  }

  /** Gives the same bytes to everybody, or keeps silent, and hangs up. */
  private static final class Server implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final byte[] answer;
    private final boolean silent;

    Server(byte[] answer, boolean silent) throws IOException {
      this.answer = answer;
      this.silent = silent;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try {
          Socket client = socket.accept();
          Thread.ofVirtual().start(() -> answer(client));
        } catch (IOException e) {
          return; // closed by the test
        }
      }
    }

    private void answer(Socket client) {
      try (client) {
        if (client.getInputStream().read(new byte[8192]) < 0) {
          return;
        }
        if (silent) {
          closed.await();
        }
        client.getOutputStream().write(answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      closed.countDown();
      socket.close();
    }
  }
}
