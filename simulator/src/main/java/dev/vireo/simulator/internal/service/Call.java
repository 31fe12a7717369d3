package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.host.Services;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.machine.MachineSnapshot;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.property.Viewer;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.SessionManager;
import dev.vireo.simulator.internal.session.Sessions;
import dev.vireo.simulator.internal.task.Task;
import dev.vireo.simulator.internal.task.TaskWork;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskReason;
import dev.vireo.vim.types.TaskReasonUser;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of a client: who makes it, and how the client sees the host. */
public final class Call implements Viewer {

  private static final Set<String> READABLE_BY_ALL =
      Set.of("currentSession", "supportedLocaleList", "messageLocaleList", "defaultLocale");

  /**
   * Where a call comes from.
   *
   * @param address address of the client
   * @param userAgent what the client calls itself; possibly empty
   * @param api the API release that it speaks
   * @param dialect the API release of the services and sessions it is shown: the oldest for clients
   *     that do not name a release
   */
  public record Origin(String address, String userAgent, ApiRelease api, ApiRelease dialect) {}

  private final SimulatedHost host;
  private final Sessions sessions;
  private final @Nullable Session session;
  private final Origin origin;
  private final @Nullable RaisedFault taskFault;
  private @Nullable Session begun;

  /**
   * @param session the session of the client; null for none
   * @param taskFault what a task that this call starts fails with; null for nothing
   */
  public Call(
      SimulatedHost host,
      Sessions sessions,
      @Nullable Session session,
      Origin origin,
      @Nullable RaisedFault taskFault) {
    this.host = host;
    this.sessions = sessions;
    this.session = session;
    this.origin = origin;
    this.taskFault = taskFault;
  }

  SimulatedHost host() {
    return host;
  }

  Sessions sessions() {
    return sessions;
  }

  Origin origin() {
    return origin;
  }

  @Nullable RaisedFault taskFault() {
    return taskFault;
  }

  boolean hasSession() {
    return session != null && !session.ended();
  }

  /**
   * The session of the client.
   *
   * @throws RaisedFault {@code NotAuthenticated} when it has none
   */
  Session session(ManagedObjectReference needing) {
    if (session == null || session.ended()) {
      throw Faults.notAuthenticated(needing);
    }
    return session;
  }

  void begin(Session newSession) {
    begun = newSession;
  }

  /** The session that this call began; null for none. */
  public @Nullable Session begun() {
    return begun;
  }

  /** Notes an event that the client's user caused. */
  void log(String type, @Nullable ManagedEntity entity, Map<String, Object> details) {
    String user = session == null ? "" : session.identity().userName();
    log(type, user, entity, details);
  }

  /** Notes an event that a user caused. */
  void log(String type, String user, @Nullable ManagedEntity entity, Map<String, Object> details) {
    host.state().write(() -> host.events().add(type, user, entity, details));
  }

  /** The user of the client's session; empty without one. */
  String user() {
    return session == null ? "" : session.identity().userName();
  }

  /** Whether the user has a privilege on an object. */
  boolean may(String privilege, @Nullable ManagedObject object) {
    return host.access().holds(user(), entity(object), privilege);
  }

  /** The entity of the tree by which is decided what one may do with an object. */
  private static @Nullable ManagedEntity entity(@Nullable ManagedObject object) {
    return switch (object) {
      case ManagedEntity entity -> entity;
      case Task task -> task.entity();
      case MachineSnapshot snapshot -> snapshot.vm();
      case null, default -> null;
    };
  }

  /**
   * Checks that the user has a privilege on an object.
   *
   * @throws RaisedFault {@code NoPermission} when it has not
   */
  void requirePrivilege(String privilege, ManagedObjectReference ref) {
    ManagedObject object = find(ref);
    ManagedEntity entity = entity(object);
    // Looking at what does not lie in the tree is for everybody.
    boolean open = entity == null && privilege.equals(MethodTable.VIEW);
    if (!open && !may(privilege, object)) {
      throw Faults.noPermission(
          entity == null ? host.inventory().root().ref() : entity.ref(), privilege);
    }
  }

  /** Queues a task that the client's user starts, and that cannot be cancelled. */
  ManagedObjectReference start(
      String method, String descriptionId, ManagedEntity entity, TaskWork work) {
    return start(method, descriptionId, entity, work, false);
  }

  /** Queues a task that the client's user starts, and that can be cancelled. */
  ManagedObjectReference startCancelable(
      String method, String descriptionId, ManagedEntity entity, TaskWork work) {
    return start(method, descriptionId, entity, work, true);
  }

  private ManagedObjectReference start(
      String method,
      String descriptionId,
      ManagedEntity entity,
      TaskWork work,
      boolean cancelable) {
    Task.Order order =
        new Task.Order(method, descriptionId, entity, taskReason(entity.ref()), cancelable);
    return host.state().write(() -> host.tasks().start(order, work, taskFault).ref());
  }

  TaskReason taskReason(ManagedObjectReference entity) {
    return new TaskReasonUser(session(entity).identity().userName());
  }

  @Override
  public ApiRelease api() {
    return origin.api();
  }

  @Override
  public @Nullable ManagedObject find(ManagedObjectReference ref) {
    ManagedObject shared = host.find(ref);
    if (shared != null) {
      return shared;
    }
    Services services = host.services();
    if (same(ref, services.sessionManager())) {
      return new SessionManager(
          services.sessionManager(), sessions, hasSession() ? session : null, origin.dialect());
    }
    if (same(ref, services.viewManager())) {
      return new ViewManager(services.viewManager());
    }
    if (session == null) {
      return null;
    }
    return same(ref, services.propertyCollector())
        ? session.defaultCollector(services.propertyCollector(), host.state())
        : session.find(ref);
  }

  /** As with all objects, the identifier decides, not the type. */
  private static boolean same(ManagedObjectReference ref, ManagedObjectReference known) {
    return ref.value().equals(known.value());
  }

  /**
   * The object with this reference.
   *
   * @throws RaisedFault {@code ManagedObjectNotFound} when there is none, {@code InvalidArgument}
   *     when it is of another class
   */
  <T extends ManagedObject> T require(ManagedObjectReference ref, Class<T> type, String parameter) {
    ManagedObject object = find(ref);
    if (object == null) {
      throw Faults.objectNotFound(ref);
    }
    if (!type.isInstance(object)) {
      throw Faults.invalidArgument(parameter);
    }
    return type.cast(object);
  }

  /** What does not lie in the tree is for everybody: it is of the session or of the service. */
  private boolean mayRead(ManagedObject object) {
    ManagedEntity entity = entity(object);
    return entity == null || host.access().holds(user(), entity, MethodTable.READ);
  }

  @Override
  public @Nullable RaisedFault refusal(ManagedObject object, String property) {
    if (!hasSession()) {
      String type = object.ref().type();
      boolean open =
          type.equals("ServiceInstance")
              || (type.equals("SessionManager") && READABLE_BY_ALL.contains(property));
      return open ? null : Faults.notAuthenticated(object.ref());
    }
    boolean readable = !object.isDenied(property) && mayRead(object);
    return readable ? null : Faults.noPermission(object.ref(), MethodTable.READ);
  }
}
