package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.internal.http.BodyOutput;
import dev.vireo.vim.internal.http.ProxyLoginException;
import dev.vireo.vim.internal.http.ResponseHead;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands before the body of each request. */
class HeadWriterTest {

  private static String head(HttpOptions options, long length) {
    return head(new HeadWriter(options), "/sdk", length);
  }

  private static String head(HeadWriter heads, String path, long length) {
    return new String(
        heads.head(Verb.POST, path, Map.of("SOAPAction", "urn:x"), length),
        StandardCharsets.US_ASCII);
  }

  private static ResponseHead answer(int status, String... cookies) {
    return new ResponseHead(status, true, Map.of(), List.of(cookies));
  }

  @Test
  void aHeadSaysWhatItsBodyNeeds() {
    HttpOptions options = HttpOptions.http("esx", 8080).withUserAgent("test/1");
    String start =
        String.join(
            "\r\n",
            "POST /sdk HTTP/1.1",
            "Host: esx:8080",
            "User-Agent: test/1",
            "Accept: */*",
            "Connection: keep-alive",
            "SOAPAction: urn:x",
            "");
    assertThat(head(options, 5)).isEqualTo(start + "Content-Length: 5\r\n\r\n");
    assertThat(head(options, 0)).isEqualTo(start + "Content-Length: 0\r\n\r\n");
    assertThat(head(options, BodyOutput.CHUNKED))
        .isEqualTo(start + "Transfer-Encoding: chunked\r\n\r\n");
    assertThat(head(options, HeadWriter.NO_BODY)).isEqualTo(start + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, esx, 80, esx",
    "HTTP, esx, 443, esx:443",
    "HTTPS, esx, 443, esx",
    "HTTPS, esx, 80, esx:80",
    "HTTPS, ::1, 443, [::1]",
    "HTTPS, ::1, 8443, [::1]:8443",
    "HTTPS, fe80::1%eth0, 443, [fe80::1]",
    "HTTPS, :%1, 443, [:]",
    "HTTPS, a%b, 443, a%b"
  })
  void theHostIsNamedAsInAUrl(HttpOptions.Scheme scheme, String host, int port, String header) {
    HttpOptions options =
        scheme == HttpOptions.Scheme.HTTP
            ? HttpOptions.http(host, port)
            : HttpOptions.https(host, port);
    assertThat(head(options, 0).lines()).contains("Host: " + header);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnHttpProxyThatReadsTheRequestGetsTheWholeUrl(ProxySpec.Type type) {
    ProxySpec proxy = new ProxySpec(type, "proxy", 1080);
    String plain = head(HttpOptions.http("esx", 80).withProxy(proxy), 0);
    String encrypted = head(HttpOptions.https("esx", 443).withProxy(proxy), 0);
    assertThat(plain.lines().findFirst())
        .hasValue(
            type == ProxySpec.Type.HTTP ? "POST http://esx:80/sdk HTTP/1.1" : "POST /sdk HTTP/1.1");
    assertThat(encrypted).startsWith("POST /sdk HTTP/1.1\r\n");
  }

  @Test
  void cookiesComeBackOnTheirPath() throws Exception {
    HeadWriter heads = new HeadWriter(HttpOptions.http("esx", 80));
    heads.accept("/sdk", answer(200, "vmware_soap_session=1; Path=/", "b=2; Path=/folder"));
    assertThat(head(heads, "/sdk", 0).lines()).contains("Cookie: vmware_soap_session=1");
    assertThat(head(heads, "/folder/x", 0)).contains("vmware_soap_session=1").contains("b=2");
    HeadWriter other = new HeadWriter(HttpOptions.http("esx", 80));
    assertThat(head(other, "/sdk", 0)).doesNotContain("Cookie");
  }

  private static HeadWriter through(@Nullable ProxySpec proxy) {
    return new HeadWriter(HttpOptions.http("esx", 80).withProxy(proxy));
  }

  @Test
  void onlyAProxyDemandsALoginAtAProxy() throws Exception {
    HeadWriter proxied = through(new ProxySpec(ProxySpec.Type.HTTP, "proxy", 1080));
    assertThatThrownBy(() -> proxied.accept("/sdk", answer(407, "a=1")))
        .isInstanceOf(ProxyLoginException.class);
    assertThat(head(proxied, "/sdk", 0)).doesNotContain("Cookie");
    proxied.accept("/sdk", answer(401));
    through(null).accept("/sdk", answer(407));
  }
}
