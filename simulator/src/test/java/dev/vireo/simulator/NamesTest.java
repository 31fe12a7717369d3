package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotFound;
import dev.vireo.vim.types.UserSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that XML cannot carry are refused where they come from, not where they are read. */
class NamesTest extends HostTestBase {

  private static String name(VimClient client, ManagedObjectReference object) {
    return client.propertyCollector().retrieve(object, "name").get("name", String.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0001b", "\u0000", "\u001B[31mred", "end\uFFFE", "half \uD800", "\u000B"})
  void aNameThatXmlCannotCarryIsRefused(String name) {
    Simulator host = start();

    assertThatThrownBy(() -> host.vms().add(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "The name of a machine has the character U\\+[0-9A-F]{4}, which XML cannot carry: '.*'")
        .hasMessageNotContaining("\u001B");
    assertThat(host.vms().all()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankNameIsRefused(String name) {
    Simulator host = start();

    assertThatThrownBy(() -> host.vms().add(name)).hasMessage("The name of a machine is blank.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&>'\"", "\uD83D\uDE00", "two\nlines", "tab\there", ".", "..", "\uFFFD"})
  void anyOtherNameCanBeRead(String name) {
    Simulator host = start();
    SimulatedVm vm = host.vms().add(name);

    assertThat(name(logIn(host), vm.ref())).isEqualTo(name);
    assertThat(vm.vmxFile()).isNotEmpty();
  }

  @Test
  void otherTextsForClientsAreRefusedAsWell() {
    assertThatThrownBy(() -> new GuestQuestion("\u0001?", List.of(), null, true))
        .hasMessageStartingWith("The text of a question has the character U+0001");
    assertThatThrownBy(() -> new GuestQuestion.Choice("0", "\u0001", false))
        .hasMessageStartingWith("The label of a choice has");
    assertThatThrownBy(() -> new FaultEffect.SoapFault(new NotFound(), "\u0001"))
        .hasMessageStartingWith("The text of a fault has");
    assertThatThrownBy(() -> new FaultEffect.TaskFault(new NotFound(), "\u0001"))
        .hasMessageStartingWith("The text of a fault has");
    assertThatThrownBy(() -> SimulatorConfig.esx80().toBuilder().userName("\u0001"))
        .hasMessageStartingWith("The name of the user has");
    Simulator host = start();
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    assertThatThrownBy(() -> host.properties().set(vm, "name", "\u0001"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(name(logIn(host), vm)).isEqualTo("web-1");
  }

  @Test
  void whatAClientCallsItselfHarmsNoOther() {
    Simulator host = start();
    VimTransport transport = host.transport();
    VimClient client =
        closing(VimClient.connect(transport, ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO)));
    byte[] login =
        new SoapCodec()
            .encodeRequest(
                new dev.vireo.vim.methods.Login(
                    sessionManager(client),
                    host.config().userName(),
                    new dev.vireo.vim.types.Secret(host.config().password()),
                    null));
    send(transport, Verb.POST, "/sdk", Map.of("User-Agent", "evil\u0001agent"), login);

    assertThat(client.call(new CurrentTime(SERVICE_INSTANCE))).isNotNull();
    assertThat(
            client
                .propertyCollector()
                .retrieve(sessionManager(client), "sessionList")
                .list("sessionList", UserSession.class))
        .extracting(UserSession::userAgent)
        .containsExactly("evil?agent");
  }
}
