package dev.vireo.vim;

import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.property.PropertyCollector;
import dev.vireo.vim.property.UpdateChannels;
import dev.vireo.vim.task.Tasks;
import dev.vireo.vim.transport.Transfers;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest;
import dev.vireo.vim.transport.WireResponse;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.Secret;
import dev.vireo.vim.types.ServiceContent;
import dev.vireo.vim.types.UserSession;
import java.lang.ref.Reference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client of one VI API server. Thread-safe: calls of several threads run in parallel.
 *
 * <p>A call that fails because the session has ended opens it again and is repeated, so that a
 * caller never sees an expired session. {@link #close()} logs out, and so does the end of the
 * process. A client that is forgotten without being closed is logged out when it is collected, with
 * a warning.
 */
public final class VimClient implements AutoCloseable {

  private static final ManagedObjectReference SERVICE_INSTANCE =
      new ManagedObjectReference("ServiceInstance", "ServiceInstance");

  /** Of several threads in trouble one may be hit by the end of a session twice in a row. */
  private static final int RENEWALS = 2;

  static final int UNAUTHORIZED = 401;

  private final VimTransport transport;
  private final ClientOptions options;
  private final Caller caller;
  private final ServiceContent content;
  private final ApiVersion apiVersion;
  private final Session session;
  private final PropertyCollector propertyCollector;
  private final UpdateChannels updateChannels;
  private final Tasks tasks;
  private final KeepAlive keepAlive;
  private final Lease lease;

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
    this.lease = new Lease(content.about().fullName(), session, keepAlive, transport);
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
   * @throws IllegalArgumentException when XML cannot carry a character of one of them; the message
   *     shows nothing of them
   */
  public UserSession login(String userName, char[] password) {
    // Before the login: the process may end between that and its answer.
    OpenClients.add(lease);
    try {
      UserSession opened = session.open(userName, new Secret(password));
      keepAlive.start();
      lease.watch(this);
      return opened;
    } catch (RuntimeException | Error e) {
      OpenClients.remove(lease);
      throw e;
    } finally {
      Reference.reachabilityFence(this);
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
    Patience patience = sessionPatience();
    try {
      while (true) {
        int generation = session.generation();
        try {
          return caller.call(method, timeout);
        } catch (FaultException e) {
          if (!e.isNotAuthenticated() || !renewSession(generation, patience)) {
            throw e;
          }
        }
      }
    } finally {
      // Else the client could be taken for forgotten while its last call is under way.
      Reference.reachabilityFence(this);
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
    int generation = session.generation();
    WireRequest request = WireRequest.get(path, options.callTimeout());
    try {
      WireResponse response = transport.send(request);
      return response.status() == UNAUTHORIZED && session.renew(generation)
          ? transport.send(request)
          : response;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Moves files and other bodies of any size. When the server says that there is no session, it is
   * opened again and the request repeated, provided that its body can be.
   */
  public Transfers transfers() {
    return new SessionTransfers(this, transport);
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
    if (!isInSession(generation)) {
      throw new FaultException(
          method.getClass().getSimpleName(),
          "NotAuthenticated",
          new NotAuthenticated(method.self(), "System.View"),
          "The session of this object has ended.");
    }
    try {
      return caller.call(method, timeout);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Opens the session again if it is still the given one, for data that only shows by its content
   * that the session has ended. The one before is logged out first.
   *
   * @param generation the {@link #sessionGeneration()} before the call
   * @return whether the call can be repeated
   */
  public boolean renewSession(int generation) {
    try {
      return session.renew(generation);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Whether calls are made in the session of a generation now. When that was so before and after a
   * call, the call was made in that session.
   */
  public boolean isInSession(int generation) {
    return session.isCurrent(generation);
  }

  /** How often in a row a call may be told that its session has ended. */
  public Patience sessionPatience() {
    return new Patience(RENEWALS);
  }

  /**
   * Like {@link #renewSession(int)}, as long as there is patience, and after its pause.
   *
   * @throws TransportException of kind {@code INTERRUPTED} or {@code CLOSED} when this ends the
   *     pause
   */
  public boolean renewSession(int generation, Patience patience) {
    if (!patience.spend()) {
      return false;
    }
    pause(patience.pause());
    return renewSession(generation);
  }

  /**
   * Ends a session because it holds something that nobody can name, such as a filter whose
   * reference was lost. The next call opens another one.
   *
   * @param generation the {@link #sessionGeneration()} that the object belongs to
   */
  public void abandonSession(int generation) {
    try {
      session.abandon(generation);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Lets time pass before something is tried again.
   *
   * @param time how long; zero for not at all
   * @throws TransportException of kind {@code INTERRUPTED} when the thread is interrupted, {@code
   *     CLOSED} when the client is closed
   */
  public void pause(Duration time) {
    try {
      if (time.isPositive()) {
        options.clock().sleep(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(
          TransportException.Kind.INTERRUPTED, "interrupted before another attempt", e);
    }
    checkOpen();
  }

  /** Notes a request. */
  void checkOpen() {
    if (lease.isEnding()) {
      throw new TransportException(
          TransportException.Kind.CLOSED, "The connection is closed.", null);
    }
    keepAlive.noteCall();
  }

  /** Makes a call for its effect on the session's age. */
  void touch() {
    call(new CurrentTime(SERVICE_INSTANCE));
  }

  /** Logs out and releases the transport. A second call does nothing. */
  @Override
  public void close() {
    lease.end(options.callTimeout());
  }
}
