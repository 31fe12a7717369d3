package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.InvalidRequest;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodNotFound;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestsTest extends HostTestBase {

  private static final String OPEN =
      "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>";
  private static final String CLOSE = "</soapenv:Body></soapenv:Envelope>";
  private static final String SELF = "<_this type=\"ServiceInstance\">ServiceInstance</_this>";

  private Simulator host;
  private VimTransport transport;

  @BeforeEach
  void open() {
    host = start();
    transport = closing(host.transport());
  }

  private static String envelope(String call) {
    return OPEN + call + CLOSE;
  }

  private static FaultException faultIn(WireResponse response) {
    assertThat(response.status()).isEqualTo(500);
    return failureOf(
        () -> new SoapCodec().decodeResponse(new CurrentTime(SERVICE_INSTANCE), response.body()));
  }

  private void hostStillWorks() {
    VimClient client = logIn(host);
    assertThat(client.call(new CurrentTime(SERVICE_INSTANCE))).isNotNull();
  }

  @Test
  void aMethodThatNobodyKnowsIsNotFound() {
    WireResponse response =
        post(transport, envelope("<Frobnicate xmlns=\"urn:vim25\">" + SELF + "</Frobnicate>"));

    assertThat(faultIn(response).fault())
        .isInstanceOfSatisfying(
            MethodNotFound.class,
            fault -> {
              assertThat(fault.receiver()).isEqualTo(SERVICE_INSTANCE);
              assertThat(fault.method()).isEqualTo("Frobnicate");
            });
    assertThat(host.requests().count("Frobnicate")).isEqualTo(1);
  }

  @Test
  void aMethodOfAnotherTypeIsNotFound() {
    VimClient client = logIn(host);
    ManagedObjectReference root = client.serviceContent().rootFolder();

    assertThat(faultOf(() -> client.call(new PowerOnVM_Task(root, null))))
        .isEqualTo("MethodNotFound");
    assertThat(faultOf(() -> client.run(new Logout(root)))).isEqualTo("MethodNotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "<",
        "<a>",
        "<a/>",
        OPEN,
        OPEN + CLOSE,
        OPEN + "<CurrentTime xmlns=\"urn:vim25\">" + SELF,
        OPEN + "<CurrentTime xmlns=\"urn:vim25\">" + SELF + "</Wrong>" + CLOSE,
        OPEN + "<CurrentTime xmlns=\"urn:vim25\"/>" + CLOSE,
        OPEN
            + "<CurrentTime xmlns=\"urn:vim25\"><_this>ServiceInstance</_this></CurrentTime>"
            + CLOSE,
        OPEN
            + "<CurrentTime xmlns=\"urn:vim25\"><_this type=\"ServiceInstance\">&nosuch;</_this></CurrentTime>"
            + CLOSE,
        OPEN
            + "<RetrievePropertiesEx xmlns=\"urn:vim25\">"
            + "<_this type=\"PropertyCollector\">ha-property-collector</_this>"
            + "</RetrievePropertiesEx>"
            + CLOSE,
        OPEN
            + "<RetrievePropertiesEx xmlns=\"urn:vim25\">"
            + "<_this type=\"PropertyCollector\">ha-property-collector</_this>"
            + "<options><maxObjects>many</maxObjects></options></RetrievePropertiesEx>"
            + CLOSE,
        OPEN
            + "<Login xmlns=\"urn:vim25\"><_this type=\"SessionManager\">ha-sessionmgr</_this>"
            + "</Login>"
            + CLOSE
      })
  void aMalformedRequestIsRefused(String body) {
    assertThat(faultIn(post(transport, body)).fault()).isInstanceOf(InvalidRequest.class);
    hostStillWorks();
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0xc3, 0x28};

    WireResponse response = send(transport, Verb.POST, "/sdk", Map.of(), bytes);

    assertThat(faultIn(response).fault()).isInstanceOf(InvalidRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY e \"ServiceInstance\">]>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        "<?xml version=\"1.0\"?><!DOCTYPE a>"
      })
  void aDocumentTypeIsRefused(String dtd) {
    String call =
        "<CurrentTime xmlns=\"urn:vim25\"><_this type=\"ServiceInstance\">&e;</_this></CurrentTime>";

    WireResponse response = post(transport, dtd + envelope(call));

    assertThat(faultIn(response).fault()).isInstanceOf(InvalidRequest.class);
    hostStillWorks();
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    WireResponse response =
        post(
            transport,
            envelope("<CurrentTime xmlns=\"urn:vim25\">" + SELF + deep + "</CurrentTime>"));

    assertThat(faultIn(response).fault()).isInstanceOf(InvalidRequest.class);
    hostStillWorks();
  }

  @Test
  void whatANewerClientAddsIsPassedOver() {
    logIn(host);
    WireResponse response =
        post(
            transport,
            envelope(
                "<RetrieveServiceContent xmlns=\"urn:vim25\">"
                    + SELF
                    + "<novelty><inner/></novelty></RetrieveServiceContent>"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).contains("ha-property-collector");
  }

  @Test
  void aRefusalDoesNotRepeatThePassword() {
    WireResponse response =
        post(
            transport,
            envelope(
                "<Login xmlns=\"urn:vim25\"><_this type=\"SessionManager\">ha-sessionmgr</_this>"
                    + "<userName>root</userName><password>hunter2</passwort></Login>"));

    assertThat(faultIn(response).faultString()).doesNotContain("hunter2");
  }

  @Test
  void anOversizeRequestIsRefused() throws Exception {
    SimulatorServer server = host.serve(ServeOptions.http());
    byte[] body = new byte[(64 << 20) + 1];
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.uri() + "/sdk"))
              .POST(BodyPublishers.ofByteArray(body))
              .build();

      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(413);
    }
    hostStillWorks();
  }

  @Test
  void otherPathsAndVerbsAreRefused() {
    assertThat(get(transport, "/sdk").status()).isEqualTo(405);
    assertThat(get(transport, "/nosuch").status()).isEqualTo(404);
    assertThat(send(transport, Verb.POST, "/nosuch", Map.of(), new byte[0]).status())
        .isEqualTo(404);
    assertThat(text(get(transport, "/"))).startsWith("VMware ESXi 8.0.3");
    for (String path : List.of("/sdk", "/sdk/", "/sdk/vimService")) {
      assertThat(send(transport, Verb.POST, path, Map.of(), new byte[0]).status()).isEqualTo(500);
    }
  }
}
