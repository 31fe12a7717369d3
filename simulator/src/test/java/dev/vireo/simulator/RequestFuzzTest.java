package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.soap.MalformedMessageException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.soap.UnknownMethodException;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever a client sends, it gets an answer that is one, and nothing fails in the simulator. */
class RequestFuzzTest {

  private static final SoapCodec CODEC = new SoapCodec();

  /** One for all inputs: starting it takes many times as long as an input. */
  private static final Simulator HOST = Simulator.start(SimulatorConfig.esx80());

  private static final VimTransport LOGGED_IN = logIn();

  private static VimTransport logIn() {
    VimTransport transport = HOST.transport();
    Login login =
        new Login(
            new ManagedObjectReference("SessionManager", "ha-sessionmgr"),
            HOST.config().userName(),
            new Secret(HOST.config().password()),
            null);
    assertThat(post(transport, CODEC.encodeRequest(login)).status()).isEqualTo(200);
    return transport;
  }

  private static WireResponse post(VimTransport transport, byte[] body) {
    return send(transport, WireRequest.Verb.POST, "/sdk", "\"urn:vim25/8.0.3.0\"", body);
  }

  private static WireResponse send(
      VimTransport transport, WireRequest.Verb verb, String path, String action, byte[] body) {
    return transport.send(
        new WireRequest(
            verb,
            path,
            Map.of("SOAPAction", action),
            body,
            "anything",
            false,
            Duration.ofSeconds(60)));
  }

  private static void assertAnswered(WireResponse answer) {
    assertThat(answer.status()).isBetween(200, 599);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .doesNotContain("failed in the simulator");
  }

  @FuzzTest
  void calls(byte @NotNull [] body) {
    VimMethod<?> call = null;
    try {
      call = CODEC.decodeRequest(body);
    } catch (MalformedMessageException | UnknownMethodException e) {
      // the simulator has to answer that, too
    }
    if (call instanceof WaitForUpdates || call instanceof WaitForUpdatesEx) {
      return; // waits for something to change
    }
    calls(LOGGED_IN, body, call);
    try (VimTransport stranger = HOST.transport()) {
      calls(stranger, body, call);
    }
  }

  private static void calls(VimTransport transport, byte[] body, @Nullable VimMethod<?> call) {
    WireResponse answer = post(transport, body);
    assertAnswered(answer);
    if (call != null) {
      assertReadable(call, answer.body());
    }
  }

  private static <R> void assertReadable(VimMethod<R> call, byte[] answer) {
    try {
      CODEC.decodeResponse(call, answer);
    } catch (FaultException e) {
      assertThat(e.faultName()).isNotEmpty();
    }
  }

  /** A path of a property leads to a value, to nothing, or to InvalidProperty. */
  @FuzzTest
  void propertyPaths(byte @NotNull [] path) {
    String text = new String(path, StandardCharsets.UTF_8);
    if (!SoapCodec.carries(text)) {
      return;
    }
    for (ManagedObjectReference object : OBJECTS) {
      PropertySpec properties = new PropertySpec(object.type(), false, List.of(text));
      RetrievePropertiesEx call =
          new RetrievePropertiesEx(
              new ManagedObjectReference("PropertyCollector", "ha-property-collector"),
              List.of(
                  new PropertyFilterSpec(
                      List.of(properties),
                      List.of(new ObjectSpec(object, false, List.of())),
                      null)),
              new RetrieveOptions(null));
      WireResponse answer = post(LOGGED_IN, CODEC.encodeRequest(call));
      assertAnswered(answer);
      try {
        CODEC.decodeResponse(call, answer.body());
      } catch (FaultException e) {
        assertThat(e.faultName()).isEqualTo("InvalidProperty");
      }
    }
  }

  private static final List<ManagedObjectReference> OBJECTS =
      List.of(
          new ManagedObjectReference("VirtualMachine", "1"),
          new ManagedObjectReference("HostSystem", "ha-host"),
          new ManagedObjectReference("Folder", "ha-folder-root"));

  /** The bytes are a path with its query; up to the first line end they are a SOAPAction. */
  @FuzzTest
  void addresses(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = Math.max(0, text.indexOf('\n'));
    String action = text.substring(0, end);
    String target = text.substring(end);
    for (WireRequest.Verb verb : List.of(WireRequest.Verb.GET, WireRequest.Verb.PUT)) {
      try {
        assertAnswered(send(LOGGED_IN, verb, "/folder" + target, action, new byte[0]));
        assertAnswered(send(LOGGED_IN, verb, target, action, new byte[0]));
      } catch (VimException e) {
        throw new AssertionError("no answer", e);
      }
    }
    assertAnswered(
        send(
            LOGGED_IN,
            WireRequest.Verb.POST,
            "/sdk",
            action,
            "<Envelope/>".getBytes(StandardCharsets.UTF_8)));
  }
}
