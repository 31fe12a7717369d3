package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.UserSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Starts hosts and clients, and closes them after the test. */
abstract class HostTestBase {

  static final ManagedObjectReference SERVICE_INSTANCE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final ClientOptions OPTIONS = ClientOptions.DEFAULT.withKeepAlive(Duration.ZERO);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @AfterEach
  final void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  /** Closes something after the test, the last first. */
  final <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  final Simulator start(SimulatorConfig config) {
    return closing(Simulator.start(config));
  }

  /** An ESXi 8.0 whose tasks take no time. */
  final Simulator start() {
    return start(quick(SimulatorConfig.esx80()));
  }

  static SimulatorConfig quick(SimulatorConfig config) {
    return config.toBuilder().taskDuration(Duration.ZERO).build();
  }

  /** A client that is not logged in. */
  final VimClient connect(Simulator host) {
    return closing(VimClient.connect(host.transport(), OPTIONS));
  }

  /** A client that is logged in, and logs in again when its session ends. */
  final VimClient logIn(Simulator host) {
    VimClient client = connect(host);
    client.login(host.config().userName(), host.config().password());
    return client;
  }

  /** Logs a client in behind its back, so that it does not do so again by itself. */
  static UserSession logInOnce(VimClient client, Simulator host) {
    return client.call(
        new Login(
            sessionManager(client),
            host.config().userName(),
            new Secret(host.config().password()),
            null));
  }

  static ManagedObjectReference sessionManager(VimClient client) {
    return Objects.requireNonNull(client.serviceContent().sessionManager());
  }

  static ManagedObjectReference collector(VimClient client) {
    return client.serviceContent().propertyCollector();
  }

  /** Name of the fault that a call fails with. */
  static String faultOf(ThrowingCallable call) {
    return failureOf(call).faultName();
  }

  static FaultException failureOf(ThrowingCallable call) {
    FaultException failure = catchThrowableOfType(FaultException.class, call);
    if (failure == null) {
      throw new AssertionError("The call did not fail.");
    }
    return failure;
  }

  /** All machines of a standalone host, by way of its folders. */
  static PropertyFilterSpec machines(VimClient client, String... paths) {
    return new PropertyFilter()
        .select("VirtualMachine", paths)
        .from(
            client.serviceContent().rootFolder(),
            PropertyFilter.traversal("folder", "Folder", "childEntity", "folder", "datacenter"),
            PropertyFilter.traversal("datacenter", "Datacenter", "vmFolder", "folder"))
        .build();
  }

  static PropertyFilterSpec object(ManagedObjectReference object, String... paths) {
    return new PropertyFilter().select(object.type(), paths).from(object).build();
  }

  /** Waits for the end of a task. */
  static TaskInfo finished(VimClient client, ManagedObjectReference task) {
    try (Watch watch = Watch.alone(client, object(task, "info"))) {
      while (true) {
        TaskInfo info = (TaskInfo) watch.last(task, "info");
        if (info != null
            && (info.state().equals(TaskInfoState.SUCCESS)
                || info.state().equals(TaskInfoState.ERROR))) {
          return info;
        }
        watch.next();
      }
    }
  }

  /** Sends a request as it is. */
  static WireResponse send(
      VimTransport transport, Verb verb, String path, Map<String, String> headers, byte[] body) {
    return transport.send(new WireRequest(verb, path, headers, body, "test", false, TIMEOUT));
  }

  static WireResponse get(VimTransport transport, String path) {
    return send(transport, Verb.GET, path, Map.of(), new byte[0]);
  }

  static WireResponse post(VimTransport transport, String body) {
    return send(transport, Verb.POST, "/sdk", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes a call in the dialect of an API release. */
  static <R> @Nullable R call(VimTransport transport, String release, VimMethod<R> method) {
    SoapCodec codec = new SoapCodec();
    Map<String, String> headers = Map.of("SOAPAction", "\"urn:vim25/" + release + "\"");
    WireResponse response =
        send(transport, Verb.POST, "/sdk", headers, codec.encodeRequest(method));
    return codec.decodeResponse(method, response.body());
  }

  static String text(WireResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
