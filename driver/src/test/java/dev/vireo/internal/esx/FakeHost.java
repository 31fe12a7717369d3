package dev.vireo.internal.esx;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CancelTask;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.FindByUuid;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.RebootGuest;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.methods.SuspendVM_Task;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.soap.MalformedMessageException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.soap.SoapFault;
import dev.vireo.vim.soap.UnknownMethodException;
import dev.vireo.vim.transport.EmbeddedHost;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.AboutInfo;
import dev.vireo.vim.types.InvalidCollectorVersion;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyChangeOp;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.ServiceContent;
import dev.vireo.vim.types.ToolsUnavailable;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.UserSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory that tests can bend: it speaks the VI API through the wire's codec, counts
 * requests and sessions, and does as it is told in the middle of an operation.
 */
final class FakeHost implements EmbeddedHost {

  static final ManagedObjectReference ROOT = ref("Folder", "ha-folder-root");
  static final ManagedObjectReference DATACENTER = ref("Datacenter", "ha-datacenter");
  static final ManagedObjectReference HOST = ref("HostSystem", "ha-host");
  private static final ManagedObjectReference COLLECTOR =
      ref("PropertyCollector", "ha-property-collector");
  private static final String PASSWORD = "s3cret";

  private final SoapCodec codec = new SoapCodec();
  private final FakeInventory inventory = new FakeInventory();
  private final FakeMachines machines = new FakeMachines(inventory);
  private final AboutInfo about;
  private final List<String> requests = new ArrayList<>();
  private final Set<Client> loggedIn = new HashSet<>();
  private final Map<String, MethodFault> refusals = new HashMap<>();
  private final Map<ManagedObjectReference, PropertyFilterSpec> filters = new HashMap<>();
  private final Map<ManagedObjectReference, List<ObjectContent>> reported = new HashMap<>();
  private final Map<String, List<ObjectContent>> pages = new HashMap<>();
  private BiConsumer<Integer, String> interference = (number, operation) -> {};
  private String password = PASSWORD;
  private int logins;
  private int counter;

  private FakeHost(String productLine, String apiType, String version, String apiVersion) {
    about =
        new AboutInfo(
            "Fake",
            "Fake",
            "Vireo",
            version,
            null,
            "1",
            null,
            null,
            "x",
            productLine,
            apiType,
            apiVersion,
            null,
            null,
            null);
    inventory.put(ROOT, "name", "ha-folder-root");
  }

  /** ESXi 8 with one host and no machines. */
  static FakeHost esx() {
    return new FakeHost("embeddedEsx", "HostAgent", "8.0.3", "8.0.3.0").withOneHost();
  }

  /** ESX 3.5, which has neither negotiation nor the newer calls. */
  static FakeHost esx35() {
    return new FakeHost("esx", "HostAgent", "3.5.0", "2.5").withOneHost();
  }

  /** A vCenter with nothing in its inventory. */
  static FakeHost vCenter() {
    return new FakeHost("vpx", "VirtualCenter", "8.0.3", "8.0.3.0");
  }

  static ManagedObjectReference ref(String type, String value) {
    return new ManagedObjectReference(type, value);
  }

  private FakeHost withOneHost() {
    ManagedObjectReference folder = ref("Folder", "ha-folder-host");
    ManagedObjectReference compute = ref("ComputeResource", "ha-compute-res");
    inventory.put(ROOT, "childEntity", List.of(DATACENTER));
    inventory.put(DATACENTER, "hostFolder", folder);
    inventory.put(folder, "childEntity", List.of(compute));
    inventory.put(compute, "host", List.of(HOST));
    inventory.put(HOST, "name", "localhost");
    inventory.put(HOST, "vm", List.of());
    return this;
  }

  FakeInventory inventory() {
    return inventory;
  }

  FakeMachines machines() {
    return machines;
  }

  /** A client that is logged in, without the driver around it. */
  VimClient client() {
    VimClient client = VimClient.connect(transport(), ClientOptions.DEFAULT);
    client.login(userName(), password());
    return client;
  }

  /** Runs before each request, with its number since the last {@link #takeRequests} from 1. */
  synchronized void interfere(BiConsumer<Integer, String> action) {
    interference = action;
  }

  /** Refuses the next call of a method. */
  synchronized void refuse(String method, MethodFault fault) {
    refusals.put(method, fault);
  }

  synchronized void changePassword(String value) {
    password = value;
  }

  /** Ends all sessions, and with them their filters. */
  synchronized void expireSessions() {
    loggedIn.clear();
    filters.clear();
    pages.clear();
  }

  synchronized int sessions() {
    return loggedIn.size();
  }

  synchronized int filters() {
    return filters.size();
  }

  synchronized int logins() {
    return logins;
  }

  /** The operations requested since the last call. */
  synchronized List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  @Override
  public VimTransport transport() {
    return new Client();
  }

  @Override
  public String userName() {
    return "root";
  }

  @Override
  public char[] password() {
    return PASSWORD.toCharArray();
  }

  private final class Client implements VimTransport {
    @Override
    public WireResponse send(WireRequest request) {
      return answer(this, request);
    }

    @Override
    public void close() {}
  }

  private synchronized WireResponse answer(Client client, WireRequest request) {
    requests.add(request.operation());
    interference.accept(requests.size(), request.operation());
    if (request.verb() == WireRequest.Verb.GET) {
      return versions();
    }
    try {
      VimMethod<?> method = codec.decodeRequest(request.body());
      MethodFault refusal = refusals.remove(request.operation());
      if (refusal != null) {
        return fault(refusal);
      }
      if (!loggedIn.contains(client)
          && !(method instanceof Login)
          && !(method instanceof RetrieveServiceContent)) {
        return fault(new NotAuthenticated(method.self(), "System.View"));
      }
      return ok(method, result(client, method));
    } catch (Refusal e) {
      return fault(e.fault);
    } catch (FakeInventory.Unknown e) {
      return fault(new ManagedObjectNotFound(e.object()));
    } catch (MalformedMessageException | UnknownMethodException e) {
      throw new AssertionError(request.operation(), e);
    }
  }

  /** A fault to answer with. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient MethodFault fault;

    Refusal(MethodFault fault) {
      this.fault = fault;
    }
  }

  private WireResponse versions() {
    if (about.apiVersion().equals("2.5")) {
      return new WireResponse(404, Map.of(), new byte[0]);
    }
    String document =
        "<namespaces version=\"1.0\"><namespace><name>urn:vim25</name><version>"
            + about.apiVersion()
            + "</version></namespace></namespaces>";
    return new WireResponse(200, Map.of(), document.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // the class of a method is the class of a method
  private WireResponse ok(VimMethod<?> method, @Nullable Object result) {
    Class<? extends VimMethod<?>> type = (Class<? extends VimMethod<?>>) method.getClass();
    return new WireResponse(200, Map.of(), codec.encodeResponse(type, result));
  }

  private WireResponse fault(MethodFault fault) {
    String text = SoapCodec.faultName(fault) + " text";
    byte[] body = codec.encodeFault(new SoapFault(SoapFault.SERVER, text, fault));
    return new WireResponse(500, Map.of(), body);
  }

  private @Nullable Object result(Client client, VimMethod<?> method) {
    return switch (method) {
      case RetrieveServiceContent call -> content();
      case Login call -> login(client, call);
      case Logout call -> {
        loggedIn.remove(client);
        yield null;
      }
      case RetrieveProperties call -> inventory.retrieve(call.specSet().get(0));
      case RetrievePropertiesEx call -> firstPage(call);
      case ContinueRetrievePropertiesEx call -> nextPage(call);
      case CreatePropertyCollector call -> create("PropertyCollector");
      case DestroyPropertyCollector call -> {
        filters.keySet().removeIf(each -> each.value().startsWith(call.self().value() + "/"));
        yield null;
      }
      case CreateFilter call -> createFilter(call);
      case DestroyPropertyFilter call -> {
        filters.remove(call.self());
        yield null;
      }
      case WaitForUpdatesEx call -> updates(call.self(), call.version(), true);
      case WaitForUpdates call -> updates(call.self(), call.version(), false);
      case FindByUuid call ->
          machines.byUuid(call.uuid(), Boolean.TRUE.equals(call.instanceUuid()));
      case PowerOnVM_Task call -> machines.powerOn(call.self());
      case PowerOffVM_Task call -> machines.powerOff(call.self());
      case SuspendVM_Task call -> machines.suspend(call.self());
      case ShutdownGuest call -> askGuest(call.self(), machines::stop);
      case RebootGuest call -> askGuest(call.self(), machine -> {});
      case AnswerVM call -> machines.answer(call.self(), call.answerChoice());
      case CancelTask call -> machines.cancel(call.self());
      default -> throw new AssertionError("not expected: " + method);
    };
  }

  private ServiceContent content() {
    return FakeContent.of(about, ROOT, COLLECTOR);
  }

  private UserSession login(Client client, Login call) {
    if (!call.userName().equals(userName()) || !call.password().equals(secret(password))) {
      throw new Refusal(new InvalidLogin());
    }
    logins++;
    loggedIn.add(client);
    return new UserSession(
        "key-" + logins,
        call.userName(),
        call.userName(),
        Instant.EPOCH,
        Instant.EPOCH,
        "en",
        "en",
        null,
        null,
        null,
        null);
  }

  private static Secret secret(String text) {
    return new Secret(text.toCharArray());
  }

  private RetrieveResult firstPage(RetrievePropertiesEx call) {
    Integer size = call.options().maxObjects();
    return page(inventory.retrieve(call.specSet().get(0)), size == null ? Integer.MAX_VALUE : size);
  }

  private RetrieveResult nextPage(ContinueRetrievePropertiesEx call) {
    List<ObjectContent> rest = pages.remove(call.token());
    if (rest == null) {
      throw new Refusal(new InvalidCollectorVersion());
    }
    return page(rest, Integer.parseInt(call.token().substring(call.token().indexOf('/') + 1)));
  }

  private RetrieveResult page(List<ObjectContent> contents, int size) {
    if (contents.size() <= size) {
      return new RetrieveResult(null, contents);
    }
    String token = "token-" + counter++ + "/" + size;
    pages.put(token, contents.subList(size, contents.size()));
    return new RetrieveResult(token, contents.subList(0, size));
  }

  private ManagedObjectReference create(String type) {
    return ref(type, "session-" + counter++);
  }

  private ManagedObjectReference createFilter(CreateFilter call) {
    if (!call.self().equals(COLLECTOR) && !call.self().value().startsWith("session-")) {
      throw new Refusal(new ManagedObjectNotFound(call.self()));
    }
    ManagedObjectReference filter = ref("PropertyFilter", call.self().value() + "/" + counter++);
    filters.put(filter, call.spec());
    return filter;
  }

  private @Nullable UpdateSet updates(
      ManagedObjectReference collector, @Nullable String version, boolean limited) {
    Map.Entry<ManagedObjectReference, PropertyFilterSpec> filter =
        filters.entrySet().stream()
            .filter(each -> each.getKey().value().startsWith(collector.value() + "/"))
            .findFirst()
            .orElseThrow(() -> new Refusal(new ManagedObjectNotFound(collector)));
    List<ObjectContent> now = inventory.retrieve(filter.getValue());
    if (version != null && !version.isEmpty()) {
      // Goes on until something changes that was asked for, or nothing moves any more.
      while (now.equals(reported.get(filter.getKey())) && machines.advance()) {
        now = inventory.retrieve(filter.getValue());
      }
      if (now.equals(reported.get(filter.getKey()))) {
        return limited ? null : new UpdateSet(version, List.of(), null);
      }
    }
    reported.put(filter.getKey(), now);
    List<ObjectUpdate> updates = new ArrayList<>();
    for (ObjectContent content : now) {
      updates.add(update(content, filter.getValue()));
    }
    return new UpdateSet(
        "v" + counter++,
        List.of(new PropertyFilterUpdate(filter.getKey(), updates, List.of())),
        null);
  }

  /** All that is asked for, unset properties as removed. */
  private static ObjectUpdate update(ObjectContent content, PropertyFilterSpec spec) {
    Map<String, PropertyChange> changes = new HashMap<>();
    spec.propSet().stream()
        .filter(each -> each.type().equals(content.obj().type()))
        .flatMap(each -> each.pathSet().stream())
        .forEach(
            path -> changes.put(path, new PropertyChange(path, PropertyChangeOp.REMOVE, null)));
    content
        .propSet()
        .forEach(property ->
            changes.put(
                property.name(),
                new PropertyChange(property.name(), PropertyChangeOp.ASSIGN, property.val())));
    return new ObjectUpdate(
        ObjectUpdateKind.MODIFY, content.obj(), List.copyOf(changes.values()), List.of());
  }

  private @Nullable Object askGuest(
      ManagedObjectReference machine, Consumer<ManagedObjectReference> action) {
    if (!machines.hasTools(machine)) {
      throw new Refusal(new ToolsUnavailable());
    }
    action.accept(machine);
    return null;
  }
}
