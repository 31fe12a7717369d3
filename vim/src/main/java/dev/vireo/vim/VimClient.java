package dev.vireo.vim;

import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.property.PropertyCollector;
import dev.vireo.vim.property.UpdateChannels;
import dev.vireo.vim.task.Tasks;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.ServiceContent;
import dev.vireo.vim.types.UserSession;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A client of one VI API server. Thread-safe: calls of several threads run in parallel.
 *
 * <p>A call that fails because the session has ended opens it again and is repeated, so that a
 * caller never sees an expired session. {@link #close()} logs out, and so does the end of the
 * process.
 */
public final class VimClient implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(VimClient.class.getName());
  private static final ManagedObjectReference SERVICE_INSTANCE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");

  /** Of several threads in trouble one may be hit by the end of a session twice in a row. */
  private static final int MAX_ATTEMPTS = 3;

  private static final int UNAUTHORIZED = 401;

  private final VimTransport transport;
  private final ClientOptions options;
  private final Caller caller;
  private final ServiceContent content;
  private final ApiVersion apiVersion;
  private final Session session;
  private final PropertyCollector propertyCollector;
  private final UpdateChannels updateChannels;
  private final Tasks tasks;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final KeepAlive keepAlive;
  private volatile long lastCall = System.nanoTime();

  private VimClient(
      VimTransport transport, ClientOptions options, Caller caller, ServiceContent content) {
    this.transport = transport;
    this.options = options;
    this.caller = caller;
    this.content = content;
    this.apiVersion = ApiVersion.of(content.about().apiVersion());
    ManagedObjectReference manager = content.sessionManager();
    if (manager == null) {
      throw new ProtocolException(
          ProtocolException.Kind.NOT_VSPHERE, "The server has no session manager.", null);
    }
    this.session = new Session(caller, manager, options.callTimeout());
    this.propertyCollector = new PropertyCollector(this);
    this.updateChannels = new UpdateChannels(this);
    this.tasks = new Tasks(this);
    this.keepAlive = new KeepAlive(this);
  }

  /**
   * Negotiates the API version and reads the server's singletons: two requests. The client is not
   * logged in yet. It owns the transport from here on, also when this fails.
   *
   * @throws VimException when the server cannot be reached or is no VI API server
   */
  public static VimClient connect(VimTransport transport, ClientOptions options) {
    try {
      ApiVersion version = VersionNegotiation.negotiate(transport, options.callTimeout());
      Caller caller = new Caller(transport, version);
      ServiceContent content =
          caller.call(new RetrieveServiceContent(SERVICE_INSTANCE), options.callTimeout());
      if (content == null) {
        throw new ProtocolException(
            ProtocolException.Kind.NOT_VSPHERE, "The server does not say what it is.", null);
      }
      return new VimClient(transport, options, caller, content);
    } catch (RuntimeException | Error e) {
      transport.close();
      throw e;
    }
  }

  /** The server's singletons. */
  public ServiceContent serviceContent() {
    return content;
  }

  /** The version of the API that the server's product offers. */
  public ApiVersion apiVersion() {
    return apiVersion;
  }

  /** The limits of this client. */
  public ClientOptions options() {
    return options;
  }

  /** Reads properties of objects. */
  public PropertyCollector propertyCollector() {
    return propertyCollector;
  }

  /** Follows properties as they change. */
  public UpdateChannels updateChannels() {
    return updateChannels;
  }

  /** Waits for tasks. */
  public Tasks tasks() {
    return tasks;
  }

  /**
   * Number of sessions opened so far. Objects that live in a session, such as filters and views,
   * are gone when it has changed.
   */
  public int sessionGeneration() {
    return session.generation();
  }

  /**
   * Opens a session.
   *
   * @param userName name of the user
   * @param password the user's password; copied, the caller clears its own
   * @return the session
   * @throws FaultException {@code InvalidLogin} when user name or password are wrong
   */
  public UserSession login(String userName, char[] password) {
    // Before the login: the process may end between that and its answer.
    OpenClients.add(this);
    try {
      UserSession opened = session.open(userName, new Secret(password));
      keepAlive.start();
      return opened;
    } catch (RuntimeException | Error e) {
      OpenClients.remove(this);
      throw e;
    }
  }

  /**
   * Makes a call that gives a result.
   *
   * @throws VimException when there is none
   */
  public <R> R call(VimMethod<R> method) {
    R result = callOptional(method, options.callTimeout());
    if (result == null) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          method.getClass().getSimpleName() + " was answered without a result.",
          null);
    }
    return result;
  }

  /** Makes a call whose result may be absent: null then. */
  public <R> @Nullable R callOptional(VimMethod<R> method) {
    return callOptional(method, options.callTimeout());
  }

  /** Makes a call that gives no result. */
  public void run(VimMethod<Void> method) {
    callOptional(method, options.callTimeout());
  }

  /**
   * Makes a call whose result may be absent, with its own limit.
   *
   * @param timeout longest time for the call and its answer
   */
  public <R> @Nullable R callOptional(VimMethod<R> method, Duration timeout) {
    checkOpen();
    lastCall = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      int generation = session.generation();
      try {
        return caller.call(method, timeout);
      } catch (FaultException e) {
        if (!isNotAuthenticated(e) || attempt == MAX_ATTEMPTS || !session.renew(generation)) {
          throw e;
        }
      }
    }
  }

  /**
   * Reads a document of the server, such as a file of {@code /folder}. When the server says that
   * there is no session, it is opened again once and the request repeated.
   *
   * @param path path and query, encoded
   * @return the answer, whatever its status
   * @throws TransportException when there is no complete answer
   */
  public WireResponse get(String path) {
    checkOpen();
    lastCall = System.nanoTime();
    int generation = session.generation();
    WireResponse response = transport.send(getRequest(path));
    return response.status() == UNAUTHORIZED && session.renew(generation)
        ? transport.send(getRequest(path))
        : response;
  }

  private WireRequest getRequest(String path) {
    int query = path.indexOf('?');
    return new WireRequest(
        WireRequest.Verb.GET,
        path,
        Map.of(),
        new byte[0],
        "GET " + (query < 0 ? path : path.substring(0, query)),
        true,
        options.callTimeout());
  }

  /**
   * Makes a call about an object that lives in one session, such as a property filter. When that
   * session has ended, the call would mean nothing, or something else, in the next one: so it is
   * neither repeated nor, once there is a next one, made at all.
   *
   * @param timeout longest time for the call and its answer
   * @param generation the {@link #sessionGeneration()} that the object belongs to
   * @throws FaultException {@code NotAuthenticated} when that session has ended; {@link
   *     #renewSession} opens the next one
   */
  public <R> @Nullable R callInSession(VimMethod<R> method, Duration timeout, int generation) {
    checkOpen();
    if (session.generation() != generation) {
      throw new FaultException(
          method.getClass().getSimpleName(),
          "NotAuthenticated",
          new NotAuthenticated(method.self(), "System.View"),
          "The session of this object has ended.");
    }
    lastCall = System.nanoTime();
    return caller.call(method, timeout);
  }

  /**
   * Opens the session again if it is still the given one, for data that only shows by its content
   * that the session has ended.
   *
   * @param generation the {@link #sessionGeneration()} before the call
   * @return whether the call can be repeated
   */
  public boolean renewSession(int generation) {
    return session.renew(generation);
  }

  private static boolean isNotAuthenticated(FaultException e) {
    return e.fault() instanceof NotAuthenticated;
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new TransportException(
          TransportException.Kind.CLOSED, "The connection is closed.", null);
    }
  }

  /** Nanoseconds since the last call was begun. */
  long idleNanos() {
    return System.nanoTime() - lastCall;
  }

  /** Makes a call for its effect on the session's age. */
  void touch() {
    call(new CurrentTime(SERVICE_INSTANCE));
  }

  /** Logs out and releases the transport. A second call does nothing. */
  @Override
  public void close() {
    close(options.callTimeout());
  }

  /**
   * Closes within a time.
   *
   * @param patience longest time to wait for a login that is under way, and then for the logout
   */
  void close(Duration patience) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    OpenClients.remove(this);
    keepAlive.stop();
    try {
      session.close(patience);
    } catch (VimException e) {
      LOG.log(System.Logger.Level.DEBUG, "Logging out failed; the server ends the session.", e);
    } finally {
      transport.close();
    }
  }
}
