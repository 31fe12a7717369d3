package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.methods.Login;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server reads in the headers of a request, and writes in those of its answer. */
@Timeout(120)
class RequestFramingTest extends HostTestBase {

  private static final String STORE = "?dcPath=ha-datacenter&dsName=datastore1";

  private Simulator host;
  private SimulatorServer server;

  @BeforeEach
  void serve() {
    host = start();
    server = host.serve(ServeOptions.http());
  }

  private RawClient send(String request) throws IOException {
    return closing(RawClient.connect(server)).send(request);
  }

  private static String get(String headers) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
  }

  /** A client of HTTP/1.0 would take the first answer for the whole. */
  @Test
  void anOldClientIsNotToldToGoOn() throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("root:vireo".getBytes(StandardCharsets.UTF_8));
    String head = "PUT /folder/a.txt" + STORE + " HTTP/1.0\r\nAuthorization: Basic " + basic;

    assertThat(send(head + "\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc").answer())
        .startsWith("HTTP/1.1 201 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: close",
        "Connection: TE, Close",
        "Connection: keep-alive,close",
        "Connection: TE\r\nConnection: close"
      })
  void aConnectionEndsWhenOneOfItsOptionsSaysSo(String header) throws Exception {
    assertThat(send(get(header)).all())
        .startsWith("HTTP/1.1 200 ")
        .contains("\r\nConnection: close\r\n");
  }

  @Test
  void aCookieMayStandInASecondHeader() throws Exception {
    byte[] login =
        new SoapCodec()
            .encodeRequest(
                new Login(
                    new ManagedObjectReference("SessionManager", "ha-sessionmgr"),
                    host.config().userName(),
                    new Secret(host.config().password()),
                    null));
    String head = "POST /sdk HTTP/1.1\r\nHost: a\r\nContent-Length: " + login.length + "\r\n\r\n";
    Matcher cookie =
        Pattern.compile("Set-Cookie: ([^;]*)")
            .matcher(closing(RawClient.connect(server)).send(head).send(login).answer());
    assertThat(cookie.find()).isTrue();

    String request = "GET /folder" + STORE + " HTTP/1.1\r\nHost: a\r\nCookie: a=b\r\nCookie: ";

    assertThat(send(request + cookie.group(1) + "\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
  }

  /** As proxies are asked, also by clients that take the host for one. */
  @ParameterizedTest
  @CsvSource({
    "http://any/nosuch, 404",
    "https://any/nosuch, 404",
    "HTTPS://any:443/, 200",
    "http://any, 200",
    "*, 404",
  })
  void aTargetMayNameTheHost(String target, int status) throws Exception {
    assertThat(send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").answer())
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void aTabIsNoControlCharacterButADeleteIs() throws Exception {
    assertThat(send(get("X:\ta\tb")).answer()).startsWith("HTTP/1.1 200 ");
    assertThat(send(get("X: a\u007fb")).answer()).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void aValueCannotBeginAnotherHeader(String end) throws Exception {
    host.faults()
        .add(FaultRule.on("GET /", new FaultEffect.Redirect("http://b/" + end + "Planted: yes")));

    assertThat(send(get("X: a")).answer())
        .contains("Location: http://b/")
        .doesNotContainPattern("[\r\n]Planted");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void anAnswerThatHasNoBodyNamesNoSize(int status) throws Exception {
    host.faults().add(FaultRule.on("GET /", new FaultEffect.HttpStatus(status)).times(1));
    RawClient client = send(get("X: a"));

    assertThat(client.answer())
        .startsWith("HTTP/1.1 " + status + " ")
        .doesNotContain("Content-Length");
    assertThat(client.send(get("X: a")).answer()).startsWith("HTTP/1.1 200 ");
  }
}
