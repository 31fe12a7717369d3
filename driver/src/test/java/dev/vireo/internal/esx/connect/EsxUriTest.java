package dev.vireo.internal.esx.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxScheme;
import dev.vireo.internal.esx.TransportScheme;
import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.uri.ConnectUri;
import dev.vireo.vim.transport.ProxySpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsxUriTest {

  private static EsxUri parse(String text) {
    ConnectUri uri = HypervisorDrivers.parse(text);
    assertThat(HypervisorDrivers.of(uri)).isInstanceOf(EsxDriver.class);
    return new EsxUri(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "esx://h/, ESX, 443",
    "esx://h, ESX, 443",
    "ESX://h/, ESX, 443",
    "esx://h/?transport=http, ESX, 80",
    "gsx://h/, GSX, 8333",
    "gsx://h/?transport=http, GSX, 8222",
    "vpx://h/dc/cr, VPX, 443",
    "vpx://h/dc/cr?transport=http, VPX, 80",
    "esx://h:8443/, ESX, 8443",
    "esx://h:8443/?transport=http, ESX, 8443",
    "esx://h:0/, ESX, 443",
    "esx://h:/, ESX, 443",
    "esx://h:00443/, ESX, 443",
    "esx://h:65535/, ESX, 65535",
  })
  void thePortDependsOnSchemeAndTransportUnlessItIsGiven(String text, EsxScheme scheme, int port) {
    EsxUri uri = parse(text);

    assertThat(uri.scheme()).isEqualTo(scheme);
    assertThat(uri.host()).isEqualTo("h");
    assertThat(uri.port()).isEqualTo(port);
  }

  @Test
  void withoutParametersTheDefaultsHold() {
    EsxUri uri = parse("esx://h/");

    assertThat(uri.user()).isNull();
    assertThat(uri.transport()).isEqualTo(TransportScheme.HTTPS);
    assertThat(uri.noVerify()).isFalse();
    assertThat(uri.autoAnswer()).isFalse();
    assertThat(uri.legacyUuid()).isFalse();
    assertThat(uri.vCenter()).isEmpty();
    assertThat(uri.proxy()).isEmpty();
    assertThat(uri.caCert()).isEmpty();
    assertThat(uri.fingerprint()).isEmpty();
    assertThat(uri.authFile()).isEmpty();
    assertThat(uri.timeout()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void parameterNamesCountInAnyCaseAndValuesAreDecoded() {
    EsxUri uri =
        parse(
            "esx://h/?No_Verify=1&AUTO_ANSWER=1;legacy_uuid=1&vcenter=*&cacert=%2Fa%20b%2bc+d"
                + "&timeout=5&authfile=/etc/x");

    assertThat(uri.noVerify()).isTrue();
    assertThat(uri.autoAnswer()).isTrue();
    assertThat(uri.legacyUuid()).isTrue();
    assertThat(uri.vCenter()).contains("*");
    assertThat(uri.caCert()).contains("/a b+c+d");
    assertThat(uri.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(uri.authFile()).contains("/etc/x");
  }

  @Test
  void unknownParametersAreIgnored() {
    assertThat(parse("esx://h/?bogus=1&no_verify=1").noVerify()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "esx://root@h/, root",
    "esx://DOMAIN%5cuser@h/, DOMAIN\\user",
    "esx://user%40example.com@h/, user@example.com",
    "esx://J%c3%b6rg@h/, Jörg",
    "esx://a%3ab@h/, a:b",
  })
  void theUserNameIsDecoded(String text, String user) {
    assertThat(parse(text).user()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({
    "esx://[::1]/, ::1, [::1]:443",
    "esx://root@[fe80::1]:8443/?no_verify=1, fe80::1, [fe80::1]:8443",
    "esx://192.0.2.1:8443/, 192.0.2.1, 192.0.2.1:8443",
  })
  void ipv6AddressesHaveBrackets(String text, String host, String authority) {
    EsxUri uri = parse(text);

    assertThat(uri.host()).isEqualTo(host);
    assertThat(uri.authority()).isEqualTo(authority);
  }

  @Test
  void thePathOfAVcenterIsSplitBeforeItIsDecoded() {
    EsxUri uri = parse("vpx://h//folder/My%20DC%2f1/cluster/esx1.example.com/");

    assertThat(uri.path()).containsExactly("folder", "My DC/1", "cluster", "esx1.example.com");
    assertThat(uri.pathText()).isEqualTo("folder/My DC/1/cluster/esx1.example.com");
  }

  @Test
  void aPathOfAHostIsIgnored() {
    EsxUri uri = parse("esx://h/some/path");

    assertThat(uri.path()).isEmpty();
    assertThat(uri.ignored())
        .extracting(EsxUri.Ignored::warning)
        .containsExactly("Ignoring unexpected path '/some/path' for non-vpx scheme 'esx'");
  }

  @Test
  void theEmbeddedHostHasANameInsteadOfAServer() {
    EsxUri uri = parse("test:///default");

    assertThat(uri.scheme()).isEqualTo(EsxScheme.TEST);
    assertThat(uri.path()).containsExactly("default");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.example.com, HTTP, proxy.example.com, 1080",
    "http://p:3128, HTTP, p, 3128",
    "socks://p, SOCKS5, p, 1080",
    "socks5://p:1, SOCKS5, p, 1",
    "socks4://p:65535, SOCKS4, p, 65535",
    "socks4a://p, SOCKS4A, p, 1080",
    "socks5://[2001:db8::1]:1081, SOCKS5, 2001:db8::1, 1081",
    "[::1], HTTP, ::1, 1080",
  })
  void aProxyHasATypeAHostAndAPort(String value, ProxySpec.Type type, String host, int port) {
    EsxUri uri = parse("esx://h/?proxy=" + value);

    assertThat(uri.proxy()).contains(new ProxySpec(type, host, port));
  }

  @Test
  void aFingerprintIsTakenWithAndWithoutColons() {
    String pairs = String.join(":", java.util.Collections.nCopies(32, "aB"));

    assertThat(parse("esx://h/?fingerprint=" + pairs).fingerprint())
        .contains(pairs.toUpperCase(java.util.Locale.ROOT));
    assertThat(parse("esx://h/?fingerprint=" + pairs.replace(":", "")).fingerprint())
        .contains(pairs.toUpperCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "esx:///#invalid argument: URI is missing the server part",
        "esx:/#invalid argument: URI is missing the server part",
        "esx://#invalid argument: URI is missing the server part",
        "esx://root@/#invalid argument: URI is missing the server part",
        "esx+http://h/#invalid argument: Transport 'http' in URI scheme is not supported",
        "esx://h:65536/#invalid argument: URI has unexpected port value '65536'"
            + " (should be [1..65535])",
        "esx://h:99999999999999999999/#invalid argument: URI has unexpected port value"
            + " '99999999999999999999' (should be [1..65535])",
        "vpx://h/#invalid argument: Path has to specify the datacenter and compute" + " resource",
        "vpx://h#invalid argument: Path has to specify the datacenter and compute" + " resource",
        "esx://h/?transport=ftp#invalid argument: Query parameter 'transport' has unexpected"
            + " value 'ftp' (should be http|https)",
        "esx://h/?transport=HTTPS#invalid argument: Query parameter 'transport' has unexpected"
            + " value 'HTTPS' (should be http|https)",
        "esx://h/?transport#invalid argument: Query parameter 'transport' has unexpected"
            + " value '' (should be http|https)",
        "esx://h/?no_verify=2#invalid argument: Query parameter 'no_verify' has unexpected"
            + " value '2' (should be 0 or 1)",
        "esx://h/?auto_answer=yes#invalid argument: Query parameter 'auto_answer' has unexpected"
            + " value 'yes' (should be 0 or 1)",
        "esx://h/?proxy=ftp://p#invalid argument: Query parameter 'proxy' contains unexpected"
            + " type 'ftp' (should be (http|socks(|4|4a|5))",
        "esx://h/?proxy=socks://#invalid argument: Query parameter 'proxy' doesn't contain a"
            + " hostname",
        "esx://h/?proxy=p:0#invalid argument: Query parameter 'proxy' has unexpected port value"
            + " '0' (should be [1..65535])",
        "esx://h/?proxy=p:65536#invalid argument: Query parameter 'proxy' has unexpected port"
            + " value '65536' (should be [1..65535])",
        "esx://h/?proxy=socks5://[#invalid argument: Query parameter 'proxy' has unexpected value"
            + " 'socks5://[' (should be [http|socks|socks4|socks4a|socks5://]HOST[:PORT])",
        "esx://h/?proxy=[::1#invalid argument: Query parameter 'proxy' has unexpected value '[::1'"
            + " (should be [http|socks|socks4|socks4a|socks5://]HOST[:PORT])",
        "esx://h/?proxy=[]#invalid argument: Query parameter 'proxy' doesn't contain a hostname",
        "esx://h/?proxy=[a:b]#invalid argument: Query parameter 'proxy' has unexpected value"
            + " '[a:b]' (the proxy's host 'a:b' is no IPv6 address)",
        "esx://h/?proxy=a:b:c#invalid argument: Query parameter 'proxy' has unexpected port value"
            + " 'b:c' (should be [1..65535])",
        "esx://h/?proxy=a%20b#invalid argument: Query parameter 'proxy' has unexpected value 'a b'"
            + " (the proxy's host 'a b' has a character that no host name in ASCII has)",
        "esx://h/?proxy=u@p#invalid argument: Query parameter 'proxy' has unexpected value 'u@p'"
            + " (the proxy's host 'u@p' has a character that no host name in ASCII has)",
        "esx://h/?tls=1.0#invalid argument: Query parameter 'tls' has unexpected value '1.0'"
            + " (should be default|legacy)",
        "esx://h/?timeout=0#invalid argument: Query parameter 'timeout' has unexpected value '0'"
            + " (should be [1..3600])",
        "esx://h/?fingerprint=ab#invalid argument: Query parameter 'fingerprint' has unexpected"
            + " value 'ab' (should be the 64 hex digits of a SHA-256 fingerprint)",
      })
  void anUnacceptablePartIsAnInvalidArgument(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a uri",
        "esx://a b/",
        "esx://h:abc/",
        "esx://h%/",
        "esx://h%zz/",
        "esx://::1/",
        "esx://a@b@c/",
        "",
      })
  void whatIsNoUriCannotBeParsed(String text) {
    assertThatThrownBy(() -> parse(text))
        .hasMessage("internal error: Unable to parse URI " + text)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
  }

  @ParameterizedTest
  @CsvSource({
    "qemu:///system, no connection driver available for qemu:///system",
    "foo://h/, no connection driver available for foo://h/",
    "esx, no connection driver available for URI 'esx' does not include a driver name",
  })
  void anotherSchemeHasNoDriver(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
  }

  @ParameterizedTest
  @ValueSource(strings = {" esx://h/", "esx://h/ ", "\tesx://h/", " test:///default ", " esx1"})
  void aHintSaysThatThereAreBlanksAround(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e ->
                assertThat(e.hints())
                    .containsExactly("leave out the blanks before and after the URI"));
  }

  @Test
  void blanksAreNoHost() {
    assertThatThrownBy(() -> parse("  "))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e ->
                assertThat(e.hints())
                    .containsExactly("blanks alone name no host; a URI is written esx://HOST/"));
  }

  /** The hint says what was meant, and names nothing that is not there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "127.0.0.1 # the URI of an ESX host is esx://127.0.0.1/",
        "esx1.example.com # the URI of an ESX host is esx://esx1.example.com/",
        "root@esx1 # the URI of an ESX host is esx://root@esx1/",
        "127.0.0.1/ # the URI of an ESX host is esx://127.0.0.1/",
        "xen:/ # Vireo knows esx://HOST/, gsx://HOST/, vpx://HOST/PATH and test:///default",
        "esx1.example.com:443 # the URI of an ESX host is esx://esx1.example.com:443/",
        "127.0.0.1:8443 # the URI of an ESX host is esx://127.0.0.1:8443/",
        "::1 # the URI of an ESX host is esx://[::1]/",
        "fe80::1 # the URI of an ESX host is esx://[fe80::1]/",
        "[::1]:443 # the URI of an ESX host is esx://[::1]:443/",
        "https://esx1:443/sdk # the URI of an ESX host is esx://esx1:443/, that of a vCenter"
            + " vpx://esx1:443/DATACENTER/CLUSTER/ESXHOST",
        "esxi://h/ # did you mean esx://?",
        "vxp://h/ # did you mean vpx://?",
        "qemu:///system # Vireo knows esx://HOST/, gsx://HOST/, vpx://HOST/PATH and"
            + " test:///default",
        "vpx://administrator@vsphere.local@vc/dc # an '@' in a user name is written %40:"
            + " vpx://administrator%40vsphere.local@vc/",
        "esx://a@b@c/ # an '@' in a user name is written %40: esx://a%40b@c/",
        "esx://::1/ # an IPv6 address needs brackets: esx://[::1]/",
        "esx://root@fe80::1/ # an IPv6 address needs brackets: esx://[fe80::1]/",
        "esx://[::1 # the bracket after an IPv6 address is missing: esx://[::1]/",
        "esx://root@[fe80::1/ # the bracket after an IPv6 address is missing: esx://[fe80::1]/",
        "esx://h:https/ # the port 'https' is not a number",
        "esx://DOMAIN\\user@h/ # a '\\' in a URI is written %5c",
        "vpx://h/My DC/c # a blank in a URI is written %20",
        "vpx://h/My%20DC/c d # a blank in a URI is written %20",
        "esx://h/?proxy=100% # a '%' in a URI is written %25",
        "esx:/// # a URI is written esx://HOST/",
        "vpx://h/ # a URI is written vpx://HOST/DATACENTER/CLUSTER/ESXHOST",
        "esx+http://h/ # the transport is the URI parameter transport=http|https",
      },
      ignoreLeadingAndTrailingWhitespace = true)
  void aHintSaysWhatWasMeant(String text, String hint) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.hints()).containsExactly(hint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noverify=1 | noverify | did you mean 'no_verify'?",
        "no-verify=1 | no-verify | did you mean 'no_verify'?",
        "cacrt=x | cacrt | did you mean 'cacert'?",
        "time=5 | time | the parameters are transport, vcenter, no_verify, auto_answer, proxy,"
            + " cacert, fingerprint, tls, legacy_uuid, authfile, timeout",
        "fingreprint=x | fingreprint | did you mean 'fingerprint'?",
      })
  void anIgnoredParameterIsToldWithTheOneThatWasMeant(String pair, String name, String hint) {
    assertThat(parse("esx://h/?" + pair).ignored())
        .containsExactly(
            new EsxUri.Ignored("Ignoring unexpected query parameter '" + name + "'", hint));
  }

  @ParameterizedTest
  @CsvSource({"cacert=/x, true", "no_verify=1, true", "no_verify=0, false", "timeout=3, false"})
  void aUriDecidesAboutTrustOrNot(String parameters, boolean decides) {
    assertThat(parse("esx://h/?" + parameters).decidesTrust()).isEqualTo(decides);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "esx://root:s3cret@h/",
        "foo://root:s3cret@h/",
        "esx://root:s3cret@h:x/",
        "https://root:s3cret@h/",
        "esx://root:s3cret@x@h/",
        "esx://root:s3cret@::1/",
      })
  void aPasswordInTheUriIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            LibvirtException.class,
            e -> {
              assertThat(e.getMessage()).doesNotContain("s3cret");
              assertThat(e.hints()).noneMatch(hint -> hint.contains("s3cret"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "esx://ro%00ot@h/",
        "esx://root%0a@h/",
        "esx://h%0d%0a/",
        "esx://h%1b/",
        "vpx://h/dc%01/c",
        "esx://h/?authfile=%00",
        "esx://h/?cacert=a%0ab",
        "esx://h/?x%7f=1",
        "esx://h%c2%85/"
      })
  void controlCharactersAreRefusedAndNotShown(String uri) {
    assertThatThrownBy(() -> parse(uri))
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG))
        .hasMessageContaining("URI has a control character in its ")
        .message()
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"esx://a%2fb/", "esx://a%20b/", "esx://a%40b/", "esx://%5bx/", "esx://a%3fb/"})
  void escapesMakeNoOtherHost(String uri) {
    assertThatThrownBy(() -> parse(uri)).hasMessageContaining("URI has unexpected server part '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "]", "socks5://[", "http://[:80", "[]", "socks4://]:1", "["})
  void aProxyWithHalfABracketIsRefused(String proxy) {
    String escaped = proxy.replace("[", "%5b").replace("]", "%5d");
    assertThatThrownBy(() -> parse("esx://h/?proxy=" + escaped))
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG))
        .hasMessageContaining("proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "?", "#", " ", "%", "[", ":", "\\"})
  void aPasswordIsNotShownWhateverCharacterItHas(String inside) {
    for (String scheme : List.of("esx", "qemu", "esx+ssh", "https")) {
      assertThatThrownBy(() -> parse(scheme + "://me:hunter2" + inside + "hunter2@h/"))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.getMessage() + e.hints()).doesNotContain("hunter2"));
    }
  }
}
