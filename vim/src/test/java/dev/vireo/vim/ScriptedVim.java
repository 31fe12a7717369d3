package dev.vireo.vim;

import dev.vireo.vim.methods.AnswerVM;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.soap.MalformedMessageException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.soap.SoapFault;
import dev.vireo.vim.soap.UnknownMethodException;
import dev.vireo.vim.transport.Transfers;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.InvalidLogin;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyChangeOp;
import dev.vireo.vim.types.PropertyFilterUpdate;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.UserSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server that does as it is told: it answers each call with what belongs to it, waits with the
 * updates that were prepared, and fails where it shall. It notes the calls.
 */
final class ScriptedVim implements VimTransport {

  static final ManagedObjectReference TASK = new ManagedObjectReference("Task", "task-1");
  static final ManagedObjectReference MACHINE = new ManagedObjectReference("VirtualMachine", "7");

  private final SoapCodec codec = new SoapCodec();
  private final String apiVersion;
  private final List<VimMethod<?>> calls = Collections.synchronizedList(new ArrayList<>());
  private final Deque<List<ObjectUpdate>> updates = new ArrayDeque<>();
  private final Map<Class<?>, MethodFault> refusals = new HashMap<>();
  private final Map<Class<?>, Integer> expiries = new HashMap<>();
  private final Map<Class<?>, Function<VimMethod<?>, @Nullable Object>> results = new HashMap<>();
  private final Map<Class<?>, Runnable> hooks = new ConcurrentHashMap<>();
  private final Map<Class<?>, Deque<VimException>> losses = new HashMap<>();
  private @Nullable Class<?> garbled;
  private volatile boolean loggedIn;
  private @Nullable ManagedObjectReference filter;
  private int number;

  private @Nullable Transfers transfers;

  ScriptedVim(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  /** A client that is logged in. */
  VimClient client() {
    return client(ClientOptions.DEFAULT);
  }

  VimClient client(ClientOptions options) {
    VimClient client = VimClient.connect(this, options);
    client.login("root", "secret".toCharArray());
    calls.clear();
    return client;
  }

  /** Prepares the answer to a wait; a wait without one gets none. */
  ScriptedVim thenUpdate(ManagedObjectReference object, Object... namesAndValues) {
    List<PropertyChange> changes = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      changes.add(
          new PropertyChange(
              (String) namesAndValues[i], PropertyChangeOp.ASSIGN, namesAndValues[i + 1]));
    }
    updates.add(List.of(new ObjectUpdate(ObjectUpdateKind.MODIFY, object, changes, List.of())));
    return this;
  }

  /** Refuses all calls of a method. */
  void refuse(Class<?> method, MethodFault fault) {
    refusals.put(method, fault);
  }

  /** Ends the session before each of the next calls of a method. */
  void expireBefore(Class<?> method, int times) {
    expiries.put(method, times);
  }

  /** Gives the result of a method. */
  <M extends VimMethod<?>> void answer(Class<M> method, Function<M, @Nullable Object> result) {
    results.put(method, call -> result.apply(method.cast(call)));
  }

  /** Does something on the thread that calls a method, before the method is carried out. */
  void before(Class<?> method, Runnable hook) {
    hooks.put(method, hook);
  }

  /** Carries the next call of a method out, and loses its answer. */
  void lose(Class<?> method, VimException instead) {
    losses.computeIfAbsent(method, key -> new ArrayDeque<>()).add(instead);
  }

  /** Says once that there is no session, although there is one. */
  void denySession(Class<?> method) {
    FaultException denial =
        new FaultException(method.getSimpleName(), "NotAuthenticated", null, "No session.");
    lose(method, denial);
  }

  /** How often a method was called. */
  long count(Class<?> method) {
    return List.copyOf(calls).stream().filter(method::isInstance).count();
  }

  /** Carries a method out, but answers with a text that is none. */
  void garble(Class<?> method) {
    garbled = method;
  }

  boolean loggedIn() {
    return loggedIn;
  }

  /** Names of the calls since the login. */
  List<String> calls() {
    return List.copyOf(calls).stream().map(call -> call.getClass().getSimpleName()).toList();
  }

  /** The only call of a method. */
  <T> T call(Class<T> method) {
    List<T> found = calls.stream().filter(method::isInstance).map(method::cast).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " calls of " + method + " in " + calls());
    }
    return found.getFirst();
  }

  /** Gives the files. */
  ScriptedVim withFiles(Transfers files) {
    transfers = files;
    return this;
  }

  @Override
  public Transfers transfers() {
    return transfers == null ? VimTransport.super.transfers() : transfers;
  }

  /** Ends the session. */
  void expire() {
    loggedIn = false;
  }

  @Override
  public WireResponse send(WireRequest request) {
    if (Thread.currentThread().isInterrupted()) {
      throw new TransportException(TransportException.Kind.INTERRUPTED, "interrupted", null);
    }
    if (request.verb() == WireRequest.Verb.GET) {
      return new WireResponse(404, Map.of(), new byte[0]);
    }
    try {
      VimMethod<?> method = codec.decodeRequest(request.body());
      calls.add(method);
      return answer(method);
    } catch (MalformedMessageException | UnknownMethodException e) {
      throw new AssertionError(request.operation(), e);
    }
  }

  private WireResponse answer(VimMethod<?> method) {
    if (expiries.merge(method.getClass(), -1, Integer::sum) >= 0) {
      loggedIn = false;
    }
    hooks.getOrDefault(method.getClass(), () -> {}).run();
    MethodFault refusal = refusals.get(method.getClass());
    if (refusal != null) {
      return fault(refusal);
    }
    if (method instanceof RetrieveServiceContent) {
      return new WireResponse(200, Map.of(), content().getBytes(StandardCharsets.UTF_8));
    }
    if (!loggedIn && !(method instanceof Login)) {
      return fault(new NotAuthenticated(method.self(), "System.View"));
    }
    if (method instanceof Login && loggedIn) {
      return fault(new InvalidLogin()); // as servers have it
    }
    WireResponse response = ok(method, result(method));
    Deque<VimException> lost = losses.get(method.getClass());
    if (lost != null && !lost.isEmpty()) {
      throw lost.remove();
    }
    return method.getClass().equals(garbled)
        ? new WireResponse(200, Map.of(), "<what".getBytes(StandardCharsets.UTF_8))
        : response;
  }

  private @Nullable Object result(VimMethod<?> method) {
    Function<VimMethod<?>, @Nullable Object> result = results.get(method.getClass());
    return result == null ? usual(method) : result.apply(method);
  }

  private @Nullable Object usual(VimMethod<?> method) {
    return switch (method) {
      case Login login -> {
        loggedIn = true;
        Instant now = Instant.EPOCH;
        yield new UserSession("k", "root", "root", now, now, "en", "en", null, null, null, null);
      }
      case Logout logout -> {
        loggedIn = false;
        yield null;
      }
      case CurrentTime time -> Instant.EPOCH;
      case CreatePropertyCollector create ->
          new ManagedObjectReference("PropertyCollector", "own-" + ++number);
      case CreateFilter create -> {
        filter = new ManagedObjectReference("PropertyFilter", "filter-" + ++number);
        yield filter;
      }
      case WaitForUpdatesEx wait -> nextUpdate();
      case WaitForUpdates wait -> {
        if (updates.isEmpty()) {
          throw new TransportException(TransportException.Kind.TIMED_OUT, "no answer", null);
        }
        yield nextUpdate();
      }
      case AnswerVM answer -> null;
      default -> null;
    };
  }

  /** The answer to a wait that was prepared next; null for none. */
  @Nullable UpdateSet nextUpdate() {
    List<ObjectUpdate> next = updates.poll();
    if (next == null || filter == null) {
      return null;
    }
    return new UpdateSet(
        "v" + ++number, List.of(new PropertyFilterUpdate(filter, next, List.of())), null);
  }

  @SuppressWarnings("unchecked") // the class of a method is the class of a method
  private WireResponse ok(VimMethod<?> method, @Nullable Object result) {
    Class<? extends VimMethod<?>> type = (Class<? extends VimMethod<?>>) method.getClass();
    return new WireResponse(200, Map.of(), codec.encodeResponse(type, result));
  }

  private WireResponse fault(MethodFault fault) {
    SoapFault soap = new SoapFault(SoapFault.SERVER, SoapCodec.faultName(fault), fault);
    return new WireResponse(500, Map.of(), codec.encodeFault(soap));
  }

  private String content() {
    return """
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
    <RetrieveServiceContentResponse xmlns="urn:vim25"><returnval>
    <rootFolder type="Folder">root</rootFolder>
    <propertyCollector type="PropertyCollector">shared</propertyCollector>
    <about><name>n</name><fullName>n</fullName><vendor>v</vendor><version>1</version>
    <build>1</build><osType>x</osType><productLineId>esx</productLineId>
    <apiType>HostAgent</apiType><apiVersion>%s</apiVersion></about>
    <sessionManager type="SessionManager">sm</sessionManager>
    </returnval></RetrieveServiceContentResponse></s:Body></s:Envelope>
    """
        .formatted(apiVersion);
  }

  @Override
  public void close() {}
}
