package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import dev.vireo.spi.HypervisorDrivers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user sees of each mistake that can be made: one clear message on standard error, nothing
 * on standard output, exit code 1, and nobody logged in afterwards.
 *
 * <p>In the tables {@code {name}} stands for a value that only the run knows; see {@link #VALUES}.
 */
@Timeout(60)
class BadInputTest {
  private static final String PIN =
      "AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB";
  private static final String KNOWN =
      "Vireo knows esx://HOST/, gsx://HOST/, vpx://HOST/PATH and test:///default";
  private static final String IS_IT = "is it the address of an ESX host or a vCenter?";
  private static final String NO_VERIFY =
      "to trust any certificate, without protection, use the URI parameter no_verify=1";
  private static final String PINNED =
      "to trust this one certificate, use the URI parameter fingerprint=";
  private static final String ON_TERMINAL =
      "on a terminal vireo shows the certificate and asks whether to trust it";
  private static final String LEAVE_OUT =
      "if the port speaks HTTPS, leave transport=http out of the URI";

  /** URIs that cannot be opened, each with the error code, the message and the hints. */
  private static Stream<Arguments> badUris() {
    return Stream.of(
        // The URI itself.
        bad("foo://h/", ErrorCode.NO_CONNECT, "no connection driver available for foo://h/", KNOWN),
        bad(
            "esxhost",
            ErrorCode.NO_CONNECT,
            "no connection driver available for URI 'esxhost' does not include a driver name",
            "the URI of an ESX host is esx://esxhost/"),
        bad(
            "vpx://administrator@vsphere.local@vc/",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Unable to parse URI vpx://administrator@vsphere.local@vc/",
            "an '@' in a user name is written %40: vpx://administrator%40vsphere.local@vc/"),
        bad(
            "esx:///",
            ErrorCode.INVALID_ARG,
            "invalid argument: URI is missing the server part",
            "a URI is written esx://HOST/"),
        bad(
            "vpx://h/",
            ErrorCode.INVALID_ARG,
            "invalid argument: Path has to specify the datacenter and compute resource",
            "a URI is written vpx://HOST/DATACENTER/CLUSTER/ESXHOST"),
        bad(
            "esx://h:99999/",
            ErrorCode.INVALID_ARG,
            "invalid argument: URI has unexpected port value '99999' (should be [1..65535])"),
        bad(
            "esx://h:https/",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Unable to parse URI esx://h:https/",
            "the port 'https' is not a number"),
        bad(
            "esx://::1/",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Unable to parse URI esx://::1/",
            "an IPv6 address needs brackets: esx://[::1]/"),
        bad(
            "esx://root:secret@h/",
            ErrorCode.INVALID_ARG,
            "invalid argument: URI contains a password, where everybody could read it",
            "a password is asked for, or stands in auth.conf",
            "a colon in a user name is written %3a"),
        // Its parameters.
        badParameter("transport=ftp", "has unexpected value 'ftp' (should be http|https)"),
        badParameter("vcenter=", "has unexpected value '' (should be HOST|*)"),
        badParameter("no_verify=yes", "has unexpected value 'yes' (should be 0 or 1)"),
        badParameter("auto_answer=2", "has unexpected value '2' (should be 0 or 1)"),
        badParameter("legacy_uuid=x", "has unexpected value 'x' (should be 0 or 1)"),
        badParameter(
            "proxy=ftp://p", "contains unexpected type 'ftp' (should be (http|socks(|4|4a|5))"),
        badParameter("tls=1.0", "has unexpected value '1.0' (should be default|legacy)"),
        badParameter("proxy=p:0", "has unexpected port value '0' (should be [1..65535])"),
        badParameter("cacert=", "has unexpected value '' (should be FILE)"),
        badParameter(
            "fingerprint=12:34",
            "has unexpected value '12:34' (should be the 64 hex digits of a SHA-256 fingerprint)"),
        badParameter("authfile=", "has unexpected value '' (should be FILE)"),
        badParameter("timeout=0", "has unexpected value '0' (should be [1..3600])"),
        // Getting in.
        bad(
            "esx://root@{esx}/?no_verify=1&authfile={wrong.conf}",
            ErrorCode.AUTH_FAILED,
            "authentication failed: Could not log in to '{esx}' as 'root': InvalidLogin - Cannot"
                + " complete login due to an incorrect user name or password."),
        bad(
            "esx://root@{esx}/?no_verify=1&authfile={missing}",
            ErrorCode.SYSTEM_ERROR,
            "Failed to read the credentials file '{missing}': no such file"),
        bad(
            "gsx://root@{esx}/?no_verify=1",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Expecting '{esx}' to be a Server/GSX host but found a ESX(i) host",
            "use a esx:// URI"),
        bad(
            "esx://root@{esx}/?no_verify=1&vcenter=127.0.0.1",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Expecting '{esx}' to be a vCenter/VPX host but found a ESX(i) host",
            "the URI parameter 'vcenter' has to name a vCenter"),
        bad(
            "esx://root@{vpx}/?no_verify=1",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Expecting '{vpx}' to be a ESX(i) host but found a vCenter/VPX host",
            "use a vpx:// URI"),
        bad(
            "vpx://root@{vpx}/Datacentre?no_verify=1",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Could not find datacenter specified in 'Datacentre': there is no"
                + " 'Datacentre'",
            "there is 'Branch offices', 'Datacenter'"),
        bad(
            "vpx://root@{vpx}/Datacenter?no_verify=1",
            ErrorCode.INVALID_ARG,
            "invalid argument: Path 'Datacenter' does not specify a compute resource",
            "there is 'Cluster', 'Racks', 'esx3.example.com'"),
        bad(
            "vpx://root@{vpx}/Datacenter/Cluster/esx9?no_verify=1",
            ErrorCode.INTERNAL_ERROR,
            "internal error: Could not find host system specified in 'Datacenter/Cluster/esx9':"
                + " there is no 'esx9'",
            "there is 'esx1.example.com', 'esx2.example.com'"),
        bad(
            "vpx://root@{vpx}/Datacenter/Cluster/esx1.example.com/more?no_verify=1",
            ErrorCode.INVALID_ARG,
            "invalid argument: Path 'Datacenter/Cluster/esx1.example.com/more' ends with an excess"
                + " item"),
        // The certificate.
        unreachable(
            "esx://root@{esx}/",
            "its certificate is not trusted: it is self-signed",
            PINNED + "{fingerprint}",
            "to trust its authority, use the URI parameter cacert=FILE",
            NO_VERIFY,
            ON_TERMINAL),
        unreachable(
            "esx://root@{esx}/?fingerprint=" + PIN,
            "its certificate is not trusted: its fingerprint is not the expected "
                + PIN
                + " but {fingerprint}",
            "take the new fingerprint only when the host is known to have a new certificate, else"
                + " somebody may be listening in"),
        unreachable(
            "esx://root@{other-host}/?cacert={other-host.pem}",
            "its certificate is not trusted: it is for another host, namely other.example.org",
            "connect to a name that the certificate is for",
            PINNED + "{other-host-fingerprint}",
            NO_VERIFY),
        unreachable("esx://root@{esx}/?cacert={missing}", "the CA file '{missing}' does not exist"),
        unreachable(
            "esx://root@{esx}/?cacert={wrong.conf}",
            "the CA file '{wrong.conf}' is not in PEM format"),
        // The way there.
        unreachable("esx://root@{nobody}/?no_verify=1", "connection refused"),
        unreachable(
            "esx://root@{esx}/?no_verify=1&proxy={nobody}",
            "through the proxy http://{nobody}: connection refused"),
        unreachable(
            "esx://root@{esx}/?no_verify=1&proxy=proxy.invalid:3128",
            "through the proxy http://proxy.invalid:3128: the host name has no address"),
        bad(
            "esx://root@host.invalid/",
            ErrorCode.INTERNAL_ERROR,
            "internal error: IP address lookup for host 'host.invalid' failed: Name or service not"
                + " known"),
        unreachable(
            "esx://root@{html}/?no_verify=1",
            "no TLS session: the port does not speak TLS",
            "if the port speaks HTTP, use the URI parameter transport=http, which sends the"
                + " password in the clear"),
        unreachable(
            "esx://root@{esx}/?transport=http",
            "RetrieveServiceContent was answered with HTTP status 400",
            IS_IT,
            LEAVE_OUT),
        // Who answers there.
        unreachable(
            "esx://root@{html}/?transport=http",
            "RetrieveServiceContent: The answer is no SOAP envelope but a 'html' document",
            IS_IT),
        unreachable(
            "esx://root@{doctype}/?transport=http",
            "RetrieveServiceContent: The answer holds a document type declaration, which is not"
                + " accepted",
            IS_IT),
        unreachable(
            "esx://root@{404}/?transport=http",
            "RetrieveServiceContent was answered with HTTP status 404",
            IS_IT),
        unreachable(
            "esx://root@{503}/?transport=http",
            "RetrieveServiceContent was answered with HTTP status 503",
            "its services are not ready, try again later"),
        unreachable(
            "esx://root@{redirect}/?transport=http",
            "RetrieveServiceContent was answered with HTTP status 301, which points to"
                + " https://other.example.org/sdk",
            IS_IT,
            LEAVE_OUT),
        unreachable(
            "esx://root@{text}/?transport=http",
            "RetrieveServiceContent: The answer is not well-formed XML: there is no root element"
                + " (byte 0 of 5)",
            IS_IT),
        unreachable(
            "esx://root@{ssh}/?transport=http", "{ssh} does not answer in HTTP", IS_IT, LEAVE_OUT),
        unreachable(
            "esx://root@{cut-off}/?transport=http",
            "the connection broke: premature EOF",
            LEAVE_OUT),
        unreachable(
            "esx://root@{huge}/?transport=http", "the answer is larger than 536870912 bytes"),
        bad(
            "esx://root@{silent}/?transport=http&timeout=1",
            ErrorCode.OPERATION_TIMEOUT,
            "Timed out during operation: Could not connect to '{silent}': no answer within 1 s"));
  }

  /** Command lines with a mistake, each with the message and the hint, if there is one. */
  private static Stream<Arguments> badCommands() {
    return Stream.of(
        arguments("lsit", "unknown command: 'lsit'", "did you mean 'list'?"),
        arguments(
            "frobnicate",
            "unknown command: 'frobnicate'",
            "the command 'help' lists those there are"),
        arguments("start", "command 'start' requires <domain> option", ""),
        arguments("list --al", "command 'list' doesn't support option --al", "did you mean --all?"),
        arguments(
            "list --frobnicate",
            "command 'list' doesn't support option --frobnicate",
            "'help list' shows what it takes"),
        arguments("list --all=1", "invalid '=' after option --all", ""),
        arguments("list --all --all", "option --all already seen", ""),
        arguments("domstate --domain", "expected syntax: --domain <string>", ""),
        arguments("domstate a b", "unexpected data 'b'", "'help domstate' shows what it takes"),
        arguments(
            "freecell --cellno x",
            "Numeric value 'x' for <cellno> option is malformed or out of range",
            ""),
        arguments("list --name --table", "Options --table and --name are mutually exclusive", ""),
        arguments("domstate nosuch", "failed to get domain 'nosuch'", ""),
        arguments(
            "simulator --http --write-cert cert.pem",
            "with --http there is no certificate for --write-cert",
            ""),
        arguments(
            "simulator --write-cert {missing}/cert.pem",
            "Failed to open file '{missing}/cert.pem': No such file or directory",
            ""),
        arguments(
            "simulator --password-file {missing}",
            "Failed to open file '{missing}': No such file or directory",
            ""),
        arguments(
            "simulator --password-file /dev/null",
            "there is no password in the first line of '/dev/null'",
            ""));
  }

  /** Options before the command with a mistake, each with the message. */
  private static Stream<Arguments> badOptions() {
    return Stream.of(
        arguments("--frobnicate", "unsupported option '--frobnicate'. See --help."),
        arguments("-x", "unsupported option '-x'. See --help."),
        arguments("-c", "option '-c'/'--connect' requires an argument"),
        arguments("-d loud", "option -d takes a numeric argument"));
  }

  private static Arguments bad(String uri, ErrorCode code, String message, String... hints) {
    return arguments(uri, code, message, List.of(hints));
  }

  private static Arguments badParameter(String parameter, String complaint) {
    String name = parameter.substring(0, parameter.indexOf('='));
    return bad(
        "esx://h/?" + parameter,
        ErrorCode.INVALID_ARG,
        "invalid argument: Query parameter '" + name + "' " + complaint);
  }

  private static Arguments unreachable(String uri, String why, String... hints) {
    String server = uri.substring(uri.indexOf('@') + 1, uri.indexOf("/", uri.indexOf('@')));
    return bad(
        uri,
        ErrorCode.INTERNAL_ERROR,
        "internal error: Could not connect to '" + server + "': " + why,
        hints);
  }

  /** What stands for the names in braces: servers as host and port, files, fingerprints. */
  private static final Map<String, String> VALUES = new HashMap<>();

  private static final Map<String, BadServer> BAD_SERVERS = new LinkedHashMap<>();
  private static final char[] PASSWORD = "s3cret".toCharArray();

  @TempDir private static Path folder;
  private static Simulator esx;
  private static Simulator vCenter;
  private static Socket nobody;

  @BeforeAll
  static void startServers() throws Exception {
    esx = simulator(Preset.ESX80);
    vCenter = simulator(Preset.VCENTER);
    SimulatorServer server = esx.serve(ServeOptions.https());
    VALUES.put("esx", "127.0.0.1:" + server.port());
    VALUES.put("fingerprint", server.fingerprint());
    VALUES.put("vpx", "127.0.0.1:" + vCenter.serve(ServeOptions.https()).port());
    OtherHostCertificate other = OtherHostCertificate.create(folder);
    VALUES.put("other-host-fingerprint", other.fingerprint());
    file("other-host.pem", other.pem());
    file("wrong.conf", auth("wrong"));
    file("auth.conf", auth(String.valueOf(PASSWORD)));
    VALUES.put("missing", folder.resolve("missing").toString());
    nobody = new Socket();
    // Bound, so that nobody else can listen to it meanwhile.
    nobody.bind(new InetSocketAddress(0));
    VALUES.put("nobody", "127.0.0.1:" + nobody.getLocalPort());
    BAD_SERVERS.put("other-host", BadServer.overTls(other.serverSockets()));
    BAD_SERVERS.put("html", BadServer.saying("<html><body>Hello</body></html>"));
    BAD_SERVERS.put("doctype", BadServer.saying("<!DOCTYPE html>\n<html></html>"));
    BAD_SERVERS.put("text", BadServer.saying("hello"));
    BAD_SERVERS.put("404", BadServer.refusing("404 Not Found", "Server: Apache"));
    BAD_SERVERS.put("503", BadServer.refusing("503 Service Unavailable", "Server: envoy"));
    BAD_SERVERS.put(
        "redirect", BadServer.refusing("301 Moved", "Location: https://other.example.org/sdk"));
    BAD_SERVERS.put("ssh", BadServer.answering("SSH-2.0-OpenSSH_9.2\r\n"));
    BAD_SERVERS.put(
        "cut-off",
        BadServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<soapenv:Envelope"));
    BAD_SERVERS.put(
        "huge",
        BadServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n<soapenv:"));
    BAD_SERVERS.put("silent", BadServer.silent());
    BAD_SERVERS.forEach((name, each) -> VALUES.put(name, each.authority()));
  }

  private static Simulator simulator(Preset preset) {
    return Simulator.start(
        SimulatorConfig.of(preset).toBuilder().userName("root").password(PASSWORD).build());
  }

  private static String auth(String password) {
    return "[credentials-x]\nusername=root\npassword="
        + password
        + "\n[auth-esx-default]\ncredentials=x\n";
  }

  private static void file(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    VALUES.put(name, file.toString());
  }

  @AfterAll
  static void stopServers() throws IOException {
    esx.close();
    vCenter.close();
    BAD_SERVERS.values().forEach(BadServer::close);
    nobody.close();
  }

  @AfterEach
  void nobodyStaysLoggedIn() {
    assertThat(esx.sessions()).as("sessions on the host").isEmpty();
    assertThat(vCenter.sessions()).as("sessions on the vCenter").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badUris")
  void aBadUriIsExplained(String uri, ErrorCode code, String message, List<String> hints) {
    assertThat(vireo("-c", filledIn(uri), "list"))
        .isEqualTo(
            notConnected(
                filledIn(message),
                hints.stream().map(each -> filledIn(each)).toArray(String[]::new)));
  }

  @ParameterizedTest
  @MethodSource("badUris")
  void aBadUriHasACode(String uri, ErrorCode code, String message, List<String> hints) {
    ConnectOptions options = ConnectOptions.defaults().withEnvironment(environment(uri));
    LibvirtException failure =
        catchThrowableOfType(
            LibvirtException.class,
            () -> Connect.open(filledIn(uri), ConnectAuth.unattended(), options));

    assertThat(failure).hasMessage(filledIn(message));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.hints())
        .containsExactlyElementsOf(
            hints.stream()
                .filter(each -> !each.equals(ON_TERMINAL))
                .map(each -> filledIn(each))
                .toList());
  }

  @Test
  void eachParameterIsAmongTheBadOnes() {
    List<String> uris = badUris().map(each -> (String) each.get()[0]).toList();

    assertThat(HypervisorDrivers.uriParameters())
        .allSatisfy(parameter ->
            assertThat(uris).anyMatch(uri -> uri.startsWith("esx://h/?" + parameter.name() + "=")));
  }

  @Test
  void aMissingUriIsExplained() {
    assertThat(Run.vireo("-q", "list"))
        .isEqualTo(
            notConnected(
                "no host is named",
                "give its URI with -c, such as -c esx://root@HOST/ or -c test:///default, or set"
                    + " VIREO_DEFAULT_CONNECT_URI"));
  }

  @Test
  void aMissingUserNameIsExplained() {
    Run run = Run.with(noCredentials(), "", "-c", filledIn("esx://{esx}/?no_verify=1"), "list");

    assertThat(run)
        .isEqualTo(
            afterAsking(
                "Enter username for 127.0.0.1 [root]: ",
                "authentication failed: Username request failed",
                "the user name for '127.0.0.1' may stand in the URI or in auth.conf",
                "the variable VIREO_USER answers this, too"));
  }

  @Test
  void aMissingPasswordIsExplained() {
    Run run =
        Run.with(noCredentials(), "", "-c", filledIn("esx://root@{esx}/?no_verify=1"), "list");

    assertThat(run)
        .isEqualTo(
            afterAsking(
                "Enter root's password for 127.0.0.1: ",
                "authentication failed: Password request failed",
                "the password of 'root' on '127.0.0.1' may stand in auth.conf",
                "the variable VIREO_PASSWORD answers this, too"));
  }

  @ParameterizedTest
  @MethodSource("badCommands")
  void aBadCommandIsExplained(String command, String message, String hint) {
    String[] words = filledIn(command).split(" ");
    String[] all = new String[words.length + 2];
    all[0] = "-c";
    all[1] = filledIn("esx://root@{esx}/?no_verify=1");
    System.arraycopy(words, 0, all, 2, words.length);

    assertThat(vireo(all))
        .isEqualTo(
            new Run(
                "",
                "error: "
                    + filledIn(message)
                    + "\n"
                    + (hint.isEmpty() ? "" : "hint: " + hint + "\n"),
                1));
  }

  @ParameterizedTest
  @MethodSource("badOptions")
  void aBadOptionIsExplained(String option, String message) {
    assertThat(Run.vireo(option.split(" "))).isEqualTo(new Run("", "error: " + message + "\n", 1));
  }

  private static Run notConnected(String why, String... hints) {
    StringBuilder err =
        new StringBuilder("error: failed to connect to the hypervisor\nerror: " + why + "\n");
    for (String hint : hints) {
      err.append("hint: ").append(hint).append('\n');
    }
    return new Run("", err.toString(), 1);
  }

  private static Run afterAsking(String question, String why, String... hints) {
    Run run = notConnected(why, hints);
    return new Run(run.out(), question + "\n" + run.err(), run.exitCode());
  }

  /** Quiet, since virsh ends commands that fail with an empty line, too, when it is not. */
  private static Run vireo(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "-q";
    System.arraycopy(words, 0, all, 1, words.length);
    return Run.with(environment(Arrays.toString(words)), "", all);
  }

  /** The right credentials, unless the URI names others. */
  private static Map<String, String> environment(String uri) {
    return uri.contains("authfile=")
        ? noCredentials()
        : Map.of("LIBVIRT_AUTH_FILE", filledIn("{auth.conf}"), "HOME", folder.toString());
  }

  private static Map<String, String> noCredentials() {
    return Map.of("XDG_CONFIG_HOME", folder.toString());
  }

  private static String filledIn(String text) {
    String result = text;
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      result = result.replace("{" + value.getKey() + "}", value.getValue());
    }
    return result;
  }
}
