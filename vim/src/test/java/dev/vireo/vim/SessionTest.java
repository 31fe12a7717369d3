package dev.vireo.vim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final CurrentTime CALL =
      new CurrentTime(new ManagedObjectReference("ServiceInstance", "ServiceInstance"));

  private final ScriptedVim server = new ScriptedVim("8.0.3.0");

  @Test
  void aLoginWhoseAnswerCannotBeReadIsUndone() {
    server.garble(Login.class);
    try (VimClient client = VimClient.connect(server, ClientOptions.DEFAULT)) {
      assertThatThrownBy(() -> client.login("root", "secret".toCharArray()))
          .isInstanceOf(ProtocolException.class);
    }
    assertThat(server.calls()).containsExactly("RetrieveServiceContent", "Login", "Logout");
    assertThat(server.loggedIn()).isFalse();
  }

  @Test
  void aLoginThatIsRefusedNeedsNoLogout() {
    server.refuse(Login.class, new InvalidLogin());
    try (VimClient client = VimClient.connect(server, ClientOptions.DEFAULT)) {
      assertThatThrownBy(() -> client.login("root", "secret".toCharArray()))
          .isInstanceOf(FaultException.class);
    }
    assertThat(server.calls()).containsExactly("RetrieveServiceContent", "Login");
  }

  @Test
  void sessionsThatEndTwiceInARowAreRenewedTwice() {
    try (VimClient client = server.client()) {
      server.expireBefore(CurrentTime.class, 2);
      assertThat(client.call(CALL)).isNotNull();
    }
    assertThat(server.calls())
        .containsExactly(
            "CurrentTime",
            "Logout",
            "Login",
            "CurrentTime",
            "Logout",
            "Login",
            "CurrentTime",
            "Logout");
  }

  @Test
  void aServerThatNeverLetsTheClientInIsNotAskedForever() {
    try (VimClient client = server.client()) {
      server.expireBefore(CurrentTime.class, 100);
      assertThatThrownBy(() -> client.call(CALL))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.faultName()).isEqualTo("NotAuthenticated"));
    }
  }

  @Test
  void thePasswordIsWipedFromTheRequestOnceItIsSent() {
    Map<String, byte[]> bodies = new HashMap<>();
    VimTransport keeping =
        new VimTransport() {
          @Override
          public WireResponse send(WireRequest request) {
            bodies.put(request.operation(), request.body());
            return server.send(request);
          }

          @Override
          public void close() {}
        };
    try (VimClient client = VimClient.connect(keeping, ClientOptions.DEFAULT)) {
      client.login("root", "secret".toCharArray());
    }
    assertThat(bodies.get("Login")).isNotEmpty().containsOnly(0);
  }
}
