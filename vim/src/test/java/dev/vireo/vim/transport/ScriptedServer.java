package dev.vireo.vim.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on the loopback interface that answers byte by byte what a test says, right or wrong.
 */
final class ScriptedServer implements AutoCloseable {

  /** What to do with a connection; it is closed afterwards. */
  interface Script {
    void serve(Connection connection) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  record Received(String line, TreeMap<String, String> headers, String body) {}

  /** One client's connection. */
  final class Connection {
    private final Socket socket;
    private final int number;
    private final InputStream in;
    private final OutputStream out;

    private Connection(Socket socket, int number) throws IOException {
      this.socket = socket;
      this.number = number;
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
    }

    /** Counts connections from 1. */
    int number() {
      return number;
    }

    Socket socket() {
      return socket;
    }

    InputStream in() {
      return in;
    }

    /** The next request, with its whole body. */
    Received read() throws IOException {
      return read(true);
    }

    /** The next request up to its body. */
    Received readHead() throws IOException {
      return read(false);
    }

    /** Reads and forgets what comes, until the client hangs up or that was enough. */
    void drain(int most) throws IOException {
      in.readNBytes(most);
    }

    private Received read(boolean withBody) throws IOException {
      String line = readLine();
      TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String header = readLine(); !header.isEmpty(); header = readLine()) {
        int colon = header.indexOf(':');
        headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
      }
      boolean head = !withBody || line.startsWith("HEAD ");
      int length = head ? 0 : Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
      byte[] body = in.readNBytes(length);
      Received request = new Received(line, headers, new String(body, StandardCharsets.UTF_8));
      requests.add(request);
      return request;
    }

    private String readLine() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException("the client is gone");
        }
        if (b != '\r') {
          line.write(b);
        }
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Sends text as it stands. */
    void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Sends a whole answer with its length. */
    void answer(int status, String body, String... headers) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Text\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Length: ").append(body.length()).append("\r\n\r\n");
      write(head + body);
    }

    /** Answers each request of the connection with the same text, until the client is gone. */
    void answerAll(String body) throws IOException {
      while (true) {
        read();
        answer(200, body);
      }
    }

    /** Waits until the test ends. */
    void hold() throws InterruptedException {
      end.await();
    }

    /** Sends a byte every few milliseconds until the client or the test has had enough. */
    void trickle() throws IOException, InterruptedException {
      do {
        write("x");
      } while (!end.await(5, TimeUnit.MILLISECONDS));
    }

    /** Ends the connection with a reset instead of an end. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Waits for the client to hang up. */
    void awaitHangUp() throws IOException {
      if (in.read() >= 0) {
        throw new IOException("the client sends more instead of hanging up");
      }
    }
  }

  private final ServerSocket listener;
  private final Script script;
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Received> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  private ScriptedServer(ServerSocketFactory factory, InetAddress address, Script script)
      throws IOException {
    this.listener = factory.createServerSocket(0, 200, address);
    this.script = script;
    Thread.ofPlatform().daemon().name("scripted-server").start(this::accept);
  }

  static ScriptedServer start(Script script) throws IOException {
    return start(ServerSocketFactory.getDefault(), script);
  }

  static ScriptedServer start(ServerSocketFactory factory, Script script) throws IOException {
    return new ScriptedServer(factory, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), script);
  }

  static ScriptedServer startOnIpv6(ServerSocketFactory factory, Script script) throws IOException {
    byte[] address = new byte[16];
    address[15] = 1;
    return new ScriptedServer(factory, InetAddress.getByAddress(address), script);
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** All requests so far, in the order of their arrival. */
  List<Received> requests() {
    return new ArrayList<>(requests);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        int number = connections.incrementAndGet();
        Thread.ofPlatform()
            .daemon()
            .name("scripted-connection-" + number)
            .start(() -> serve(socket, number));
      }
    } catch (IOException e) {
      if (!listener.isClosed()) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "port %d does not accept", port()), e);
      }
    }
  }

  @SuppressWarnings("EmptyCatch") // a client that hangs up is what many of these tests are about
  private void serve(Socket socket, int number) {
    try (socket) {
      script.serve(new Connection(socket, number));
    } catch (IOException clientIsGone) {
      // nothing left to do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
