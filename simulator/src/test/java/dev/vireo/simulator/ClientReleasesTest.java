package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.InvalidRequest;
import dev.vireo.vim.types.ServiceContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host makes of the release that a client names with each request. */
class ClientReleasesTest extends HostTestBase {

  private static final String LOGIN_BY_TOKEN =
      "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
          + "<soapenv:Body><LoginByToken xmlns=\"urn:vim25\">"
          + "<_this type=\"SessionManager\">SessionManager</_this>"
          + "</LoginByToken></soapenv:Body></soapenv:Envelope>";

  private static ServiceContent content(VimTransport transport, String action) {
    RetrieveServiceContent method = new RetrieveServiceContent(SERVICE_INSTANCE);
    WireResponse response = post(transport, action, new SoapCodec().encodeRequest(method));
    return Objects.requireNonNull(new SoapCodec().decodeResponse(method, response.body()));
  }

  private static WireResponse post(VimTransport transport, String action, byte[] body) {
    return send(transport, Verb.POST, "/sdk", Map.of("SOAPAction", action), body);
  }

  private static FaultException refusal(VimTransport transport, String action) {
    return failureOf(() -> content(transport, action));
  }

  private static FaultException tokenRefusal(VimTransport transport, String action) {
    byte[] body = LOGIN_BY_TOKEN.getBytes(StandardCharsets.UTF_8);
    RetrieveServiceContent any = new RetrieveServiceContent(SERVICE_INSTANCE);
    WireResponse response = post(transport, action, body);
    return failureOf(() -> new SoapCodec().decodeResponse(any, response.body()));
  }

  private VimTransport vcenter() {
    return closing(start(SimulatorConfig.vcenter()).transport());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"urn:vim25/9.1.0.0\"",
        "urn:vim25/9.1.0.0",
        "urn:vim25/8.0.3.1",
        "urn:vim25/10.0",
        "urn:vim25/99999999999.0",
        "urn:vim25/-",
        "urn:vim25/dev",
        "urn:vim25/1.0",
        "urn:internalvim25/9.0.0.0",
        "urn:internalvim25/8.0.3.0"
      })
  void aReleaseThatTheHostDoesNotHaveIsServedInItsNewest(String action) {
    ServiceContent content = content(vcenter(), action);

    assertThat(content.guestOperationsManager()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "urn:vim25", "\"urn:vim25\"", "urn:vim25/", "urn:vim2/2.0", "urn:vim2"})
  void whoNamesNoReleaseSeesTheServicesOfTheOldest(String action) {
    ServiceContent content = content(vcenter(), action);

    assertThat(content.ovfManager()).isNull();
    assertThat(content.sessionManager()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:vim25/6.8.7", "urn:internalvim25/6.5"})
  void anOlderReleaseIsServedInTheDialectBeforeIt(String action) {
    assertThat(content(vcenter(), action).guestOperationsManager()).isNotNull();
    assertThat(content(vcenter(), "urn:vim25/4.1").guestOperationsManager()).isNull();
  }

  @Test
  void anOldHostServesNewClientsAsItself() {
    VimTransport transport = closing(start(SimulatorConfig.esx41()).transport());

    ServiceContent content = content(transport, "urn:vim25/9.1.0.0");

    assertThat(content.about().apiVersion()).isEqualTo("4.1");
    assertThat(content.ovfManager()).isNotNull();
    assertThat(content.guestOperationsManager()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urn:nosuch/9.1", "urn:vim255/8.0", "vim25/8.0", "urn:vsan/8.0.3.0", "nonsense"})
  void aNamespaceThatTheHostDoesNotHaveIsRefused(String action) {
    assertThat(refusal(vcenter(), "\"" + action + "\""))
        .satisfies(failure -> {
          assertThat(failure.fault()).isInstanceOf(InvalidRequest.class);
          assertThat(failure.faultString()).isEqualTo("Unsupported version URI \"" + action + "\"");
        });
  }

  /** Clients read from this text that they have to look for a release that both speak. */
  @ParameterizedTest
  @ValueSource(strings = {"urn:vim25/9.1.0.0", "urn:vim25/-"})
  void aLoginByTokenOfAReleaseThatTheHostDoesNotHaveIsRefused(String action) {
    assertThat(tokenRefusal(vcenter(), action).faultString())
        .isEqualTo("Unsupported version URI \"" + action + "\"");
  }

  @Test
  void aLoginByTokenOfAReleaseThatTheHostHasIsJudgedByItself() {
    assertThat(tokenRefusal(vcenter(), "urn:vim25/8.0.3.0").faultName())
        .isEqualTo("MethodNotFound");
  }

  @ParameterizedTest
  @EnumSource(names = {"ESX35", "GSX20"})
  void hostsBeforeVersionsDoNotLookAtIt(Preset preset) {
    VimTransport transport = closing(start(SimulatorConfig.of(preset)).transport());

    assertThat(content(transport, "urn:nosuch/8.0.3.0").about().apiVersion()).isEqualTo("2.5");
  }

  /** A label may leave out the zeros at its end. */
  @ParameterizedTest
  @ValueSource(strings = {"urn:vim25/7.0", "urn:vim25/7", "urn:vim25/7.0.0.0", "urn:vim25/8.0"})
  void zerosAtTheEndOfAReleaseDoNotMatter(String action) {
    assertThat(content(vcenter(), action).siteInfoManager()).isNotNull();
    assertThat(content(vcenter(), "urn:vim25/6.9").siteInfoManager()).isNull();
  }

  /** It is shown the services of the oldest release, but may read all of what they have. */
  @Test
  void whoNamesNoReleaseReadsThePropertiesOfTheHostsOwn() {
    Simulator host = start(SimulatorConfig.vcenter());
    VimTransport transport = host.transport();
    VimClient client =
        closing(VimClient.connect(transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO)));
    client.login(host.config().userName(), host.config().password());
    Fetch method = new Fetch(host.vms().get("web-1").ref(), "config.firmware");
    byte[] body = new SoapCodec().encodeRequest(method);

    for (String action : new String[] {"", "urn:vim25", "urn:vim2/2.0"}) {
      assertThat(new SoapCodec().decodeResponse(method, post(transport, action, body).body()))
          .isEqualTo("bios");
    }
    byte[] refusal = post(transport, "urn:vim25/4.1", body).body();
    assertThat(faultOf(() -> new SoapCodec().decodeResponse(method, refusal)))
        .isEqualTo("InvalidProperty");
  }
}
