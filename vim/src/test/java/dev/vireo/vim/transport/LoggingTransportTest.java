package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingTransportTest {

  /** Answers each request with its own body. */
  private static final class Echo implements VimTransport {
    @Override
    public WireResponse send(WireRequest request) {
      return new WireResponse(200, Map.of(), request.body());
    }

    @Override
    public Transfers transfers() {
      return request -> {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        request.body().writeTo(sent);
        return new TransferAnswer(
            200,
            Map.of("location", "hunter2"),
            sent.size(),
            new ByteArrayInputStream(sent.toByteArray()));
      };
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  /** Keeps all lines. */
  private static final class Lines implements System.Logger {
    private final List<String> lines = new ArrayList<>();
    private final boolean wanted;

    Lines() {
      this(true);
    }

    Lines(boolean wanted) {
      this.wanted = wanted;
    }

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return wanted;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      lines.add(text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(format);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<key>Odd.Option</key><value>%s</value>, true",
    "<name>config.extraConfig[\"odd.option\"].value</name><val>%s</val>, true",
    "<key>vnc.Password</key><value>%s</value>, true",
    "<key>vnc.keymap</key><value>%s</value>, false",
    "<password>%s</password>, true",
    "<b type=\"v:UserSession\"><key>%s</key></b>, true",
    "<b type=\"v:w:UserSession\"><key>%s</key></b>, true"
  })
  void valuesOfSecretOptionsAreNotLogged(String body, boolean secret) {
    Lines log = new Lines();
    String text = "<a>" + body.formatted("hunter2") + "</a>";

    try (VimTransport transport =
        new LoggingTransport(
            new Echo(), log, key -> key.toLowerCase(Locale.ROOT).equals("odd.option"))) {
      WireResponse answer = transport.send(TestRequests.post(text));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    assertThat(log.lines).hasSize(3);
    assertThat(log.lines.toString().contains("hunter2")).isEqualTo(!secret);
    assertThat(log.lines.toString().contains("redacted")).isEqualTo(secret);
  }

  /** These carry tickets, names and keys under names that do not say so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Login",
        "LoginByToken",
        "CloneSession",
        "AcquireCloneTicket",
        "ImpersonateUser",
        "ChangePasswordOfUser",
        "CreateUser"
      })
  void callsThatAreSecretAsAWholeAreNotShown(String operation) {
    Lines log = new Lines();
    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      transport.send(
          new WireRequest(
              WireRequest.Verb.POST,
              "/sdk",
              Map.of(),
              "<a><b>hunter2</b></a>".getBytes(StandardCharsets.UTF_8),
              operation,
              false,
              Duration.ofSeconds(1)));
    }

    assertThat(log.lines).hasSize(3);
    assertThat(log.lines.toString()).doesNotContain("hunter2").contains(operation, "redacted");
  }

  @Test
  void ofATransferThereIsOneLineWithoutItsContent() throws Exception {
    Lines log = new Lines();
    byte[] content = "hunter2 <value>hunter2</value>".getBytes(StandardCharsets.UTF_8);
    TransferRequest request =
        TransferRequest.of(Verb.PUT, "/folder/a.vmx?key=hunter2", Duration.ofSeconds(10))
            .with("X-Key", "hunter2")
            .with(TransferBody.of(content));

    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false);
        TransferAnswer answer = transport.transfers().open(request)) {
      assertThat(log.lines).isEmpty();
      assertThat(answer.body().readAllBytes()).isEqualTo(content);
      assertThat(request + " " + answer + " " + request.body()).doesNotContain("hunter2");
    }

    assertThat(log.lines).hasSize(1);
    assertThat(log.lines.getFirst())
        .matches("PUT /folder/a.vmx \\(PUT /folder/a.vmx, 30 bytes, \\d+ us\\) -> 200, 30 bytes");
  }

  /** What comes first, or stands between the two, does not matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value>hunter2</value><key>vnc.Password</key>",
        "<value>hunter2</value><val>hunter2</val><b/><key>vnc.Password</key>",
        "<key> vnc.Password"
            + " </key><b><name>harmless</name><value>shown</value></b><val>hunter2</val>",
        "<value><b>hunter2</b></value><key>guestinfo.token</key>",
        "<b><![CDATA[<password>hunter2</password>]]></b>"
      })
  void theOrderOfAnOptionDoesNotMatter(String body) {
    Lines log = new Lines();

    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      transport.send(TestRequests.post("<a>" + body + "<key>shown too</key></a>"));
    }

    assertThat(log.lines.toString())
        .doesNotContain("hunter2")
        .contains("redacted", "<key>shown too</key></a>");
  }

  @Test
  void theValueOfAnotherOptionIsStillShown() {
    Lines log = new Lines();
    String body =
        "<a><o><key>x.password</key><value>hunter2</value></o><o><key>n</key><value>5</value></o></a>";

    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      transport.send(TestRequests.post(body));
    }

    assertThat(log.lines.toString()).contains("<o><key>n</key><value>5</value></o>");
  }

  /** A logger that fails at one of its three methods, or in what it does with a line. */
  private static class Failing implements System.Logger {
    private final Throwable failure;
    private final boolean alwaysLoggable;

    Failing(Throwable failure, boolean alwaysLoggable) {
      this.failure = failure;
      this.alwaysLoggable = alwaysLoggable;
    }

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return alwaysLoggable || fail();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      fail();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      fail();
    }

    private boolean fail() {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
  }

  static List<System.Logger> failingLoggers() {
    return List.of(
        new Failing(new IllegalStateException("disk full"), true),
        new Failing(new IllegalStateException("disk full"), false),
        new Failing(new StackOverflowError(), true),
        new Failing(new OutOfMemoryError(), true));
  }

  @ParameterizedTest
  @MethodSource("failingLoggers")
  void aLoggerThatFailsFailsNoCall(System.Logger logger) {
    try (VimTransport transport = new LoggingTransport(new Echo(), logger, key -> false)) {
      assertThat(transport.send(TestRequests.post("<a/>")).status()).isEqualTo(200);
    }
  }

  @Test
  void aTestOfOptionsThatFailsFailsNoCallAndIsToldWithoutTheBody() {
    Lines log = new Lines();
    Predicate<String> failing =
        key -> {
          throw new IllegalStateException(key);
        };

    try (VimTransport transport = new LoggingTransport(new Echo(), log, failing)) {
      assertThat(transport.send(TestRequests.post("<a><key>k9</key></a>")).status()).isEqualTo(200);
    }

    assertThat(log.lines).hasSize(3).anyMatch(line -> line.contains("cannot be read"));
    assertThat(log.lines.toString()).doesNotContain("k9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not XML", "<a>", "<a>&#0;</a>", "\u0001", "<!DOCTYPE a []><a/>", "<a b=c/>"})
  void aBodyThatIsNoXmlIsNotShown(String body) {
    Lines log = new Lines();

    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      assertThat(transport.send(TestRequests.post(body)).status()).isEqualTo(200);
    }

    assertThat(log.lines).hasSize(3).anyMatch(line -> line.contains("not well-formed XML"));
  }

  /** A server whose calls and transfers fail, and whose end is seen. */
  private static final class Broken implements VimTransport {
    private final TransportException cut =
        new TransportException(Kind.CUT_OFF, "X on esx failed: cut", null);

    private boolean closed;

    @Override
    public WireResponse send(WireRequest request) {
      throw cut;
    }

    @Override
    public Transfers transfers() {
      return request -> {
        if (request.verb() == Verb.PUT) {
          request.body().writeTo(OutputStream.nullOutputStream());
          throw cut;
        }
        return new TransferAnswer(404, Map.of(), 2, new ByteArrayInputStream(new byte[2]));
      };
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void whatFailsIsLoggedWithItsReason() throws Exception {
    Lines log = new Lines();
    Broken broken = new Broken();
    Duration time = Duration.ofSeconds(1);
    try (VimTransport transport = new LoggingTransport(broken, log, key -> false)) {
      assertThatThrownBy(() -> transport.send(TestRequests.post("<a/>"))).isSameAs(broken.cut);
      TransferRequest put =
          TransferRequest.of(Verb.PUT, "/a?b", time).with(TransferBody.of(new byte[7]));
      assertThatThrownBy(() -> transport.transfers().open(put)).isSameAs(broken.cut);
      transport.transfers().open(TransferRequest.of(Verb.GET, "/c?d", time)).close();
    }

    assertThat(log.lines).hasSize(4);
    assertThat(log.lines.get(0)).isEqualTo("RetrieveServiceContent sends: <a></a>");
    assertThat(log.lines.get(1))
        .matches(
            "RetrieveServiceContent \\(POST /sdk, 4 bytes, \\d+ us\\) -> X on esx failed: cut");
    assertThat(log.lines.get(2)).matches("PUT /a \\(PUT /a, 7 bytes, \\d+ us\\) -> CUT_OFF");
    assertThat(log.lines.get(3))
        .matches("GET /c \\(GET /c, 0 bytes, \\d+ us\\) -> 404, 0 bytes, HTTP 404");
    assertThat(broken.closed).isTrue();
  }

  @Test
  void aCallIsLoggedWithItsSizes() {
    Lines log = new Lines();
    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      transport.send(TestRequests.post("<a>5</a>"));
    }

    assertThat(log.lines).hasSize(3);
    assertThat(log.lines.get(0)).isEqualTo("RetrieveServiceContent sends: <a>5</a>");
    assertThat(log.lines.get(1))
        .matches("RetrieveServiceContent \\(POST /sdk, 8 bytes, \\d{1,8} us\\) -> 200, 8 bytes");
    assertThat(log.lines.get(2)).isEqualTo("RetrieveServiceContent receives: <a>5</a>");
  }

  @Test
  void whereNobodyWantsLinesNoneAreMade() throws Exception {
    Lines log = new Lines(false);
    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      transport.send(TestRequests.post("<a/>"));
      transport.transfers().open(TransferRequest.of(Verb.GET, "/", TestRequests.LONG)).close();
    }

    assertThat(log.lines).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLineThatCannotBeMadeIsToldOf(boolean alwaysLoggable) {
    List<String> told = new ArrayList<>();
    System.Logger half =
        new Failing(new IllegalStateException("disk full"), alwaysLoggable) {
          @Override
          public void log(Level level, String line) {
            told.add(level + " " + line);
          }
        };
    try (VimTransport transport = new LoggingTransport(new Echo(), half, key -> false)) {
      transport.send(TestRequests.post("<a/>"));
    }

    assertThat(told)
        .hasSize(3)
        .containsOnly(
            "WARNING an exchange with the host could not be logged: "
                + IllegalStateException.class);
  }

  @Test
  void aHugeBodyIsNotShown() {
    Lines log = new Lines();
    int size = (16 << 20) + 1;
    String body = "<a>" + "x".repeat(size) + "</a>";

    try (VimTransport transport = new LoggingTransport(new Echo(), log, key -> false)) {
      assertThat(transport.send(TestRequests.post(body)).status()).isEqualTo(200);
    }

    assertThat(log.lines).hasSize(3).allMatch(line -> line.length() < 200);
    assertThat(log.lines.toString()).contains("which is more than is shown");
  }

  @Test
  void aListenerThatFailsFailsNoCall() {
    ExchangeListener failing =
        exchange -> {
          throw new IllegalStateException("nobody listens");
        };

    try (VimTransport transport = new ObservedTransport(new Echo(), failing)) {
      assertThat(transport.send(TestRequests.post("<a/>")).status()).isEqualTo(200);
    }
  }
}
