package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CreateContainerView;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.SessionIsActive;
import dev.vireo.vim.methods.TerminateSession;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.HttpOptions;
import dev.vireo.vim.transport.HttpTransport;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.UserSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest extends HostTestBase {

  private static void touch(VimClient client) {
    client.call(new CurrentTime(SERVICE_INSTANCE));
  }

  @Test
  void aLoginOpensOneSession() {
    Simulator host = start();
    VimClient client = connect(host);

    UserSession session = logInOnce(client, host);
    touch(client);

    assertThat(host.sessions())
        .singleElement()
        .satisfies(open -> {
          assertThat(open.key()).isEqualTo(session.key());
          assertThat(open.userName()).isEqualTo("root");
        });
  }

  @Test
  void eachClientHasASessionOfItsOwn() {
    Simulator host = start();
    logIn(host);
    VimClient second = connect(host);
    assertThat(faultOf(() -> touch(second))).isEqualTo("NotAuthenticated");

    logInOnce(second, host);

    assertThat(host.sessions()).hasSize(2).extracting(OpenSession::key).doesNotHaveDuplicates();
  }

  @Test
  void aWrongPasswordOrUserIsRefused() {
    Simulator host = start();
    VimClient client = connect(host);

    assertThat(faultOf(() -> client.login("root", "wrong".toCharArray())))
        .isEqualTo("InvalidLogin");
    assertThat(faultOf(() -> client.login("other", host.config().password())))
        .isEqualTo("InvalidLogin");
    assertThat(host.sessions()).isEmpty();
  }

  @Test
  void aClientThatIsLoggedInCannotLogInAgain() {
    Simulator host = start();
    VimClient client = connect(host);
    logInOnce(client, host);

    assertThat(faultOf(() -> logInOnce(client, host))).isEqualTo("InvalidLogin");
    assertThat(host.sessions()).hasSize(1);
  }

  @Test
  void afterLogoutTheClientIsAStranger() {
    Simulator host = start();
    VimClient client = connect(host);
    logInOnce(client, host);

    client.run(new Logout(sessionManager(client)));

    assertThat(host.sessions()).isEmpty();
    FaultException failure = failureOf(() -> touch(client));
    assertThat(failure.fault())
        .isInstanceOfSatisfying(
            NotAuthenticated.class,
            fault -> {
              assertThat(fault.object()).isEqualTo(SERVICE_INSTANCE);
              assertThat(fault.privilegeId()).isEqualTo("System.View");
            });
  }

  @Test
  void anIdleSessionEndsByTheHostsClock() {
    TestClock clock = new TestClock();
    Simulator host =
        start(
            SimulatorConfig.esx80().toBuilder()
                .clock(clock)
                .sessionTimeout(Duration.ofMinutes(30))
                .build());
    VimClient client = connect(host);
    logInOnce(client, host);

    clock.advance(Duration.ofMinutes(29));
    touch(client);
    clock.advance(Duration.ofMinutes(29));
    touch(client);
    clock.advance(Duration.ofMinutes(31));

    assertThat(host.sessions()).isEmpty();
    assertThat(faultOf(() -> touch(client))).isEqualTo("NotAuthenticated");
  }

  @Test
  void endedSessionsFailAllThatNeedsOne() {
    Simulator host = start();
    VimClient client = connect(host);
    logInOnce(client, host);
    ManagedObjectReference vm = host.vms().get("build agent").ref();

    host.expireSessions();

    assertThat(host.sessions()).isEmpty();
    assertThat(faultOf(() -> touch(client))).isEqualTo("NotAuthenticated");
    assertThat(faultOf(() -> client.call(new PowerOnVM_Task(vm, null))))
        .isEqualTo("NotAuthenticated");
    assertThat(faultOf(() -> client.propertyCollector().retrieve(vm, "name")))
        .isEqualTo("NotAuthenticated");
    assertThat(faultOf(() -> client.call(new Fetch(vm, "name")))).isEqualTo("NotAuthenticated");
    assertThat(faultOf(() -> client.run(new Logout(sessionManager(client)))))
        .isEqualTo("NotAuthenticated");
    assertThat(host.vms().get("build agent").power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void aHostMayAnswerReadsWithoutSessionByGaps() {
    Simulator host =
        start(SimulatorConfig.esx80().toBuilder().expiredReads(ExpiredReads.MISSING_SET).build());
    VimClient client = connect(host);
    ManagedObjectReference vm = host.vms().get("web-1").ref();

    ObjectProperties found = client.propertyCollector().retrieve(vm, "name", "config.uuid");

    assertThat(found.missing())
        .hasSize(2)
        .allSatisfy(
            missing -> assertThat(missing.fault().fault()).isInstanceOf(NotAuthenticated.class))
        .extracting(missing -> missing.path())
        .containsExactly("name", "config.uuid");
    assertThat(faultOf(() -> client.call(new Fetch(vm, "name")))).isEqualTo("NotAuthenticated");
    List<ObjectContent> below =
        client.call(new RetrieveProperties(collector(client), List.of(machines(client, "name"))));
    assertThat(below).as("traversals see nothing either").isEmpty();
  }

  @Test
  void aClientLogsInAgainAndGoesOn() {
    Simulator host = start();
    VimClient client = logIn(host);
    String first = host.sessions().getFirst().key();

    host.expireSessions();
    touch(client);

    assertThat(host.sessions()).singleElement().extracting(OpenSession::key).isNotEqualTo(first);
  }

  @Test
  void whatTheHostIsCanBeReadBeforeTheLogin() {
    VimClient client = connect(start());

    assertThat(client.call(new RetrieveServiceContent(SERVICE_INSTANCE)).about().version())
        .isEqualTo("8.0.3");
    assertThat(client.propertyCollector().retrieve(SERVICE_INSTANCE, "content").missing())
        .isEmpty();
  }

  @Test
  void aClientSeesItsOwnSession() {
    Simulator host = start();
    VimClient client = connect(host);
    ManagedObjectReference manager = sessionManager(client);
    assertThat(
            client
                .propertyCollector()
                .retrieve(manager, "currentSession")
                .find("currentSession", UserSession.class))
        .isNull();

    UserSession opened = logInOnce(client, host);

    ObjectProperties seen =
        client.propertyCollector().retrieve(manager, "currentSession", "sessionList");
    assertThat(seen.get("currentSession", UserSession.class).key()).isEqualTo(opened.key());
    assertThat(seen.list("sessionList", UserSession.class)).hasSize(1);
  }

  @Test
  void sessionsOfOthersCanBeAskedForAndEnded() {
    Simulator host = start();
    VimClient client = logIn(host);
    VimClient other = connect(host);
    UserSession session = logInOnce(other, host);
    ManagedObjectReference manager = sessionManager(client);
    assertThat(client.call(new SessionIsActive(manager, session.key(), "root"))).isTrue();

    client.run(new TerminateSession(manager, List.of(session.key())));

    assertThat(client.call(new SessionIsActive(manager, session.key(), "root"))).isFalse();
    assertThat(faultOf(() -> touch(other))).isEqualTo("NotAuthenticated");
    assertThat(faultOf(() -> client.run(new TerminateSession(manager, List.of(session.key())))))
        .isEqualTo("NotFound");
    String own = host.sessions().getFirst().key();
    assertThat(faultOf(() -> client.run(new TerminateSession(manager, List.of(own)))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void filtersAndViewsBelongToTheirSession() {
    Simulator host = start();
    VimClient client = connect(host);
    logInOnce(client, host);
    ManagedObjectReference root = client.serviceContent().rootFolder();
    ManagedObjectReference views = Objects.requireNonNull(client.serviceContent().viewManager());
    ManagedObjectReference view =
        client.call(new CreateContainerView(views, root, List.of(), true));
    client.call(new CreateFilter(collector(client), object(root, "name"), true));
    assertThat(host.sessions())
        .singleElement()
        .satisfies(open -> {
          assertThat(open.propertyFilters()).isEqualTo(1);
          assertThat(open.views()).isEqualTo(1);
        });

    VimClient other = logIn(host);
    assertThat(faultOf(() -> other.propertyCollector().retrieve(view, "view")))
        .isEqualTo("ManagedObjectNotFound");

    host.expireSessions();
    logInOnce(client, host);
    assertThat(faultOf(() -> client.propertyCollector().retrieve(view, "view")))
        .isEqualTo("ManagedObjectNotFound");
    ObjectProperties fresh = client.propertyCollector().retrieve(collector(client), "filter");
    assertThat(fresh.get("filter", Object.class))
        .satisfiesAnyOf(
            value -> assertThat(value).isEqualTo(List.of()),
            value -> assertThat(((ArrayOf) value).items()).isEmpty());
  }

  @Test
  void theSessionTravelsInAQuotedCookie() throws Exception {
    Simulator host = start();
    SimulatorServer server = host.serve(ServeOptions.http());
    Login login =
        new Login(
            new ManagedObjectReference("SessionManager", "ha-sessionmgr"),
            "root",
            new Secret(host.config().password()),
            null);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              request(server, new SoapCodec().encodeRequest(login)).build(),
              BodyHandlers.ofString());
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();

      assertThat(cookie).matches("vmware_soap_session=\"[0-9a-f]{40}\"; Path=/; HttpOnly");
      byte[] time = new SoapCodec().encodeRequest(new CurrentTime(SERVICE_INSTANCE));
      String pair = cookie.substring(0, cookie.indexOf(';'));
      for (String sent : List.of(pair, pair.replace("\"", ""), "a=b; " + pair)) {
        assertThat(status(http, request(server, time).header("Cookie", sent))).isEqualTo(200);
      }
      String wrong = "vmware_soap_session=\"" + "0".repeat(40) + "\"";
      assertThat(status(http, request(server, time).header("Cookie", wrong))).isEqualTo(500);
      assertThat(status(http, request(server, time))).isEqualTo(500);
    }
  }

  private static HttpRequest.Builder request(SimulatorServer server, byte[] body) {
    return HttpRequest.newBuilder(URI.create(server.uri() + "/sdk"))
        .POST(BodyPublishers.ofByteArray(body));
  }

  private static int status(HttpClient http, HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** A request that is refused, or whose body is judged first, is no longer under way either. */
  @Test
  void anIdleSessionEndsWhateverItDidBefore() {
    TestClock clock = new TestClock();
    Simulator host = start(SimulatorConfig.esx80().toBuilder().clock(clock).build());
    VimTransport transport =
        closing(
            new HttpTransport(
                HttpOptions.http("127.0.0.1", host.serve(ServeOptions.http()).port())));
    VimClient client =
        closing(VimClient.connect(transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO)));
    logInOnce(client, host);
    String file = "/folder/a.txt?dsName=datastore1";

    touch(client);
    assertThat(send(transport, Verb.PUT, file, Map.of(), new byte[] {1}).status()).isEqualTo(201);
    assertThat(get(transport, file).status()).isEqualTo(200);
    assertThat(get(transport, "/folder/nosuch").status()).isEqualTo(400);
    assertThat(host.sessions()).hasSize(1);
    clock.advance(host.config().sessionTimeout().plusMinutes(1));

    assertThat(host.sessions()).isEmpty();
  }

  /** Who is logged in, from where and with what, is nobody else's business. */
  @ParameterizedTest
  @ValueSource(strings = {"sessionList", "message"})
  void aStrangerIsNotToldOfSessions(String property) {
    Simulator host = start();
    logIn(host);
    VimClient stranger = connect(host);
    ManagedObjectReference manager = sessionManager(stranger);

    assertThat(faultOf(() -> stranger.call(new Fetch(manager, property))))
        .isEqualTo("NotAuthenticated");
  }
}
