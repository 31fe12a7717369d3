package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files on datastores, at {@code /folder}. */
class FilesTest extends HostTestBase {

  private static final String STORE = "?dcPath=ha-datacenter&dsName=datastore1";
  private static final String VMX = "/folder/web-1/web-1.vmx" + STORE;

  private Simulator host;
  private VimTransport transport;

  @BeforeEach
  void logIn() {
    host = start();
    transport = session(host);
  }

  /** A transport whose client is logged in. */
  private VimTransport session(Simulator to) {
    VimTransport session = to.transport();
    VimClient client =
        closing(VimClient.connect(session, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO)));
    client.login(to.config().userName(), to.config().password());
    return session;
  }

  private static WireResponse put(VimTransport transport, String path, String content) {
    return send(transport, Verb.PUT, path, Map.of(), content.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void behindEachMachineIsItsVmxFile(Preset preset) {
    Simulator each = start(SimulatorConfig.of(preset));
    VimTransport session = session(each);
    VimClient client = logIn(each);
    for (SimulatedVm vm : each.vms().all()) {
      String place =
          client
              .propertyCollector()
              .retrieve(vm.ref(), "config.files.vmPathName")
              .get("config.files.vmPathName", String.class);
      assertThat(place).matches("\\[.+\\] .+\\.vmx");
      String store = place.substring(1, place.indexOf(']'));
      String path = "/folder/" + encode(place.substring(place.indexOf(']') + 2));
      String datacenter =
          preset != Preset.VCENTER
              ? "ha-datacenter"
              : store.equals("datastore1")
                  ? "Datacenter"
                  : "Branch offices/North & West/Branch 50%25";
      String vmx =
          text(
              get(
                  session,
                  path.replace("%2F", "/")
                      + ("?dcPath=" + encode(datacenter) + "&dsName=" + encode(store))));
      String name = vm.name().replace("%", "%25").replace("/", "%2f");
      String uuid = vm.biosUuid().toString().replace("-", "");
      assertThat(vmx)
          .startsWith(".encoding = \"UTF-8\"\n")
          .contains("displayName = \"" + name + "\"\n")
          .containsPattern("uuid.bios = \"" + uuid.substring(0, 2) + " " + uuid.substring(2, 4))
          .containsPattern("(?m)^memsize = \"\\d+\"$")
          .contains("ethernet0.networkName = \"")
          .contains("scsi0:0.fileName = \"");
    }
  }

  @Test
  void valuesInVmxFilesAreEscaped() {
    host.vms().add("say \"hi\" | bye");

    WireResponse vmx =
        get(
            transport,
            "/folder/" + encode("say _hi_ _ bye/say _hi_ _ bye.vmx").replace("%2F", "/") + STORE);

    assertThat(text(vmx)).contains("displayName = \"say |22hi|22 |7C bye\"\n");
  }

  @Test
  void filesComeAndGoWithTheirMachine() {
    host.vms().add("late");
    assertThat(get(transport, "/folder/late/late.vmx" + STORE).status()).isEqualTo(200);
    assertThat(get(transport, "/folder/late/late.vmdk" + STORE).status()).isEqualTo(200);

    host.vms().remove("late");
    assertThat(get(transport, "/folder/late/late.vmx" + STORE).status()).isEqualTo(404);
    assertThat(get(transport, "/folder/late/" + STORE).status()).isEqualTo(404);
  }

  @Test
  void anUploadedFileCanBeReadAgain() {
    String path = "/folder/new/b%C3%BCro%20%25.txt" + STORE;

    assertThat(put(transport, path, "first").status()).isEqualTo(201);
    assertThat(put(transport, path, "second").status()).isEqualTo(200);

    assertThat(text(get(transport, path))).isEqualTo("second");
    assertThat(text(get(transport, "/folder/new" + STORE))).contains(">büro %.txt</a>");
  }

  @Test
  void directoriesAreListed() {
    assertThat(text(get(transport, "/folder?dcPath=ha-datacenter"))).contains(">datastore1</a>");
    assertThat(text(get(transport, "/folder" + STORE)))
        .contains(">web-1/</a>", ">Büro_Test 100_/</a>", "/folder/B%c3%bcro_Test%20100_/?dcPath=");
    assertThat(text(get(transport, "/folder/web-1" + STORE)))
        .contains(">web-1.vmx</a>", ">web-1.vmdk</a>");
  }

  @Test
  void placesMayBeEncodedOnceOrTwice() {
    Simulator vcenter = start(SimulatorConfig.vcenter());
    VimTransport session = session(vcenter);
    String once = encode("Branch offices/North & West/Branch 50%25");
    String store = encode("branch + local");

    for (String query :
        new String[] {
          "?dcPath=" + once + "&dsName=" + store,
          "?dcPath=" + encode(once) + "&dsName=" + encode(store),
          "?dcPath=/" + once + "&dsName=" + store
        }) {
      assertThat(get(session, "/folder" + query).status()).as(query).isEqualTo(200);
    }
    assertThat(get(session, "/folder?dsName=datastore1").status()).isEqualTo(404);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(get(transport, "/folder/web-1/nosuch" + STORE).status()).isEqualTo(404);
    assertThat(get(transport, "/folder/web-1/web-1.vmx?dsName=nosuch").status()).isEqualTo(404);
    assertThat(get(transport, "/folder/web-1/web-1.vmx?dcPath=nosuch&dsName=datastore1").status())
        .isEqualTo(404);
    assertThat(get(transport, "/folder/web-1/web-1.vmx").status()).isEqualTo(400);
  }

  @Test
  void strangersGetNothing() {
    VimTransport stranger = closing(host.transport());

    WireResponse refusal = get(stranger, VMX);

    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.headers().get("www-authenticate")).startsWith("Basic ");
    assertThat(put(stranger, "/folder/a.txt" + STORE, "x").status()).isEqualTo(401);
    assertThat(get(transport, "/folder/a.txt" + STORE).status()).isEqualTo(404);
  }

  @Test
  void anEndedSessionGetsNothing() {
    host.expireSessions();

    assertThat(get(transport, VMX).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/folder/../etc/passwd",
        "/folder/web-1/../../etc/passwd",
        "/folder/%2e%2e/etc/passwd",
        "/folder/web-1%2f..%2f..%2fetc/passwd",
        "/folder/..",
        "/folder/web-1/./web-1.vmx",
        "/folder/web-1/web-1.vmx%00.txt"
      })
  void pathsThatClimbAreRefused(String path) {
    assertThat(get(transport, path + STORE).status()).isEqualTo(400);
    String before = text(get(transport, "/folder" + STORE));

    assertThat(put(transport, path + STORE, "x").status()).isEqualTo(400);

    assertThat(text(get(transport, "/folder" + STORE))).isEqualTo(before);
  }

  @Test
  void aPathIsDecodedOnce() {
    assertThat(get(transport, "/folder/%252e%252e/etc/passwd" + STORE).status()).isEqualTo(404);
    assertThat(get(transport, "/folder/web-1/web-1.vmx?dsName=..%2fdatastore1").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/folder", "/folder/", "/folder/new/", "/folder/new//a.txt"})
  void onlyFilesCanBeWritten(String path) {
    assertThat(put(transport, path + STORE, "x").status()).isEqualTo(400);
  }

  @Test
  void theAnswerToAnUploadIsEmpty() {
    for (String content : List.of("first", "second")) {
      assertThat(put(transport, "/folder/a.txt" + STORE, content).body()).isEmpty();
    }
  }

  @Test
  void anUploadMayBeTooLarge() {
    Simulator small = start(SimulatorConfig.esx80().toBuilder().maxUploadBytes(4).build());
    VimTransport session = session(small);

    assertThat(put(session, "/folder/a.txt" + STORE, "12345").status()).isEqualTo(413);
    assertThat(get(session, "/folder/a.txt" + STORE).status()).isEqualTo(404);
    assertThat(put(session, "/folder/a.txt" + STORE, "1234").status()).isEqualTo(201);
  }

  @Test
  void uploadsShareASpace() {
    Simulator small = start(SimulatorConfig.esx80().toBuilder().uploadSpace(10).build());
    VimTransport session = session(small);

    assertThat(put(session, "/folder/a.txt" + STORE, "123456").status()).isEqualTo(201);
    assertThat(put(session, "/folder/b.txt" + STORE, "12345").status()).isEqualTo(507);
    assertThat(get(session, "/folder/b.txt" + STORE).status()).isEqualTo(404);
    assertThat(put(session, "/folder/a.txt" + STORE, "1234567890").status()).isEqualTo(200);
    assertThat(put(session, "/folder/a.txt" + STORE, "1").status()).isEqualTo(200);
    assertThat(put(session, "/folder/b.txt" + STORE, "123456789").status()).isEqualTo(201);
  }

  @Test
  void aPartOfAFileCanBeRead() {
    String path = "/folder/ten.txt" + STORE;
    put(transport, path, "0123456789");

    assertThat(range(path, "bytes=2-4")).isEqualTo("206 bytes 2-4/10 234");
    assertThat(range(path, "bytes=7-")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(range(path, "bytes=-3")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(range(path, "bytes=-99")).isEqualTo("206 bytes 0-9/10 0123456789");
    assertThat(range(path, "bytes=8-99")).isEqualTo("206 bytes 8-9/10 89");
    for (String wrong :
        new String[] {"bytes=10-", "bytes=5-4", "bytes=x-y", "bytes=-", "bytes=-0", "bytes=1"}) {
      assertThat(range(path, wrong)).as(wrong).isEqualTo("416 bytes */10 ");
    }
    assertThat(range(path, "lines=1-2")).isEqualTo("200 null 0123456789");
  }

  private String range(String path, String range) {
    WireResponse part = send(transport, Verb.GET, path, Map.of("Range", range), new byte[0]);
    return part.status() + " " + part.headers().get("content-range") + " " + text(part);
  }

  @Test
  void overHttpTheSizeIsToldWithoutTheFile() throws Exception {
    SimulatorServer server = host.serve(ServeOptions.http());
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.uri() + VMX))
              .header("Authorization", basic("root:vireo"));
      HttpResponse<byte[]> whole = http.send(request.GET().build(), BodyHandlers.ofByteArray());

      HttpResponse<byte[]> head = http.send(request.HEAD().build(), BodyHandlers.ofByteArray());

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
      assertThat(head.headers().firstValue("Last-Modified")).isPresent();
    }
  }

  @Test
  void overHttpAPasswordOpensTheDoor() throws Exception {
    SimulatorServer server = host.serve(ServeOptions.http());
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(status(http, server, "root:vireo")).isEqualTo(200);
      assertThat(status(http, server, "root:wrong")).isEqualTo(401);
      assertThat(status(http, server, "vireo")).isEqualTo(401);
      HttpRequest patch =
          HttpRequest.newBuilder(URI.create(server.uri() + VMX))
              .header("Authorization", basic("root:vireo"))
              .method("PATCH", BodyPublishers.noBody())
              .build();
      assertThat(http.send(patch, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }
  }

  private static int status(HttpClient http, SimulatorServer server, String login)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + VMX))
            .header("Authorization", basic(login))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPlusInAQueryIsABlank() {
    Simulator vcenter = start(SimulatorConfig.vcenter());
    String datacenter = encode("Branch offices/North & West/Branch 50%25");

    assertThat(
            get(session(vcenter), "/folder?dcPath=" + datacenter + "&dsName=branch+%2B+local")
                .status())
        .isEqualTo(200);
  }

  @Test
  void namesInListsAreTextForBrowsers() {
    put(transport, "/folder/new/" + encode("<b>\"&amp;'</b>.txt").replace("%2F", "_") + STORE, "x");
    put(transport, "/folder/new/" + encode("<script>alert(1)") + STORE, "x");

    assertThat(text(get(transport, "/folder/new" + STORE)))
        .contains(">&lt;script&gt;alert(1)</a>", "&lt;b&gt;&quot;&amp;amp;'&lt;_b&gt;.txt</a>")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void theSpaceOfAFileIsGivenBackWithItsMachine() {
    Simulator small = start(SimulatorConfig.esx80().toBuilder().uploadSpace(10).build());
    VimTransport session = session(small);
    assertThat(put(session, VMX, "1234567890").status()).isEqualTo(200);
    assertThat(put(session, "/folder/a.txt" + STORE, "1").status()).isEqualTo(507);

    small.vms().remove("web-1");

    assertThat(put(session, "/folder/a.txt" + STORE, "1234567890").status()).isEqualTo(201);
  }

  /** Only one scheme is spoken, and another must not be taken for it. */
  @Test
  void anotherSchemeThanBasicOpensNothing() throws Exception {
    SimulatorServer server = host.serve(ServeOptions.http());
    String credentials = basic("root:vireo").substring("Basic ".length());
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String header : new String[] {credentials, "Bearer " + credentials, "Basic"}) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.uri() + VMX))
                .header("Authorization", header)
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
      }
    }
  }
}
