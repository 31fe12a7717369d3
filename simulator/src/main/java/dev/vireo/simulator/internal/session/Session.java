package dev.vireo.simulator.internal.session;

import dev.vireo.simulator.OpenSession;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.property.CollectorObject;
import dev.vireo.simulator.internal.property.ObjectView;
import dev.vireo.simulator.internal.property.Retrieval;
import dev.vireo.simulator.internal.task.HistoryCollector;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UserSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client that is logged in, with the property collectors, filters and views that it made. They
 * end with the session. Thread-safe.
 */
public final class Session {

  /**
   * Who it is.
   *
   * @param key the session's public key
   * @param cookie the secret that its requests carry
   * @param userName the user
   * @param locale the user's locale
   * @param address where the client is
   * @param userAgent what the client calls itself
   * @param loginTime when it began
   */
  public record Identity(
      String key,
      String cookie,
      String userName,
      String locale,
      String address,
      String userAgent,
      Instant loginTime) {

    /** Without the cookie, which is a secret. */
    @Override
    public String toString() {
      return "Session[" + key + ", " + userName + "]";
    }
  }

  private final Identity identity;
  private final Map<String, ManagedObject> objects = new ConcurrentHashMap<>();
  private final Map<String, Retrieval> retrievals = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong calls = new AtomicLong();
  private volatile Instant lastActive;
  private volatile boolean ended;

  Session(Identity identity) {
    this.identity = identity;
    this.lastActive = identity.loginTime();
  }

  /** Who it is. */
  public Identity identity() {
    return identity;
  }

  void enter(Instant now) {
    underWay.incrementAndGet();
    calls.incrementAndGet();
    lastActive = now;
  }

  void leave(Instant now) {
    lastActive = now;
    underWay.decrementAndGet();
  }

  /** Whether nothing has come from the client since a moment, and nothing is under way. */
  boolean idleSince(Instant limit) {
    return underWay.get() == 0 && lastActive.isBefore(limit);
  }

  /** Whether the session is over. */
  public boolean ended() {
    return ended;
  }

  void end(HostState state) {
    ended = true;
    for (ManagedObject object : objects.values()) {
      if (object instanceof CollectorObject collector) {
        collector.destroy();
      } else if (object instanceof HistoryCollector history) {
        history.close();
      }
    }
    objects.clear();
    retrievals.clear();
    state.wake();
  }

  /** The object of this session with the identifier of a reference; null for none. */
  public @Nullable ManagedObject find(ManagedObjectReference ref) {
    return objects.get(ref.value());
  }

  /** Adds an object that only this session sees. */
  public void add(ManagedObject object) {
    objects.put(object.ref().value(), object);
  }

  /** Removes an object; false when there was none. */
  public boolean remove(ManagedObjectReference ref) {
    return objects.remove(ref.value()) != null;
  }

  /** The collector that every session has from the start. */
  public CollectorObject defaultCollector(ManagedObjectReference ref, HostState state) {
    return (CollectorObject)
        objects.computeIfAbsent(ref.value(), key -> new CollectorObject(state, ref));
  }

  /** The property collectors of this session. */
  public List<CollectorObject> collectors() {
    return objects.values().stream()
        .filter(CollectorObject.class::isInstance)
        .map(CollectorObject.class::cast)
        .toList();
  }

  /** Keeps a reading whose next page the client has not fetched yet. */
  public void keep(String token, Retrieval retrieval) {
    retrievals.put(token, retrieval);
  }

  /** Takes a reading out; null when there is none with this token. */
  public @Nullable Retrieval take(String token) {
    return retrievals.remove(token);
  }

  /**
   * The session as the VI API shows it.
   *
   * @param detailed whether to include what came with release 5.1
   */
  public UserSession userSession(boolean detailed) {
    return new UserSession(
        identity.key(),
        identity.userName(),
        identity.userName(),
        identity.loginTime(),
        lastActive,
        identity.locale(),
        identity.locale(),
        detailed ? Boolean.FALSE : null,
        detailed ? identity.address() : null,
        detailed ? identity.userAgent() : null,
        detailed ? calls.get() : null);
  }

  /** The session as tests see it. */
  public OpenSession snapshot() {
    int filters = 0;
    for (CollectorObject collector : collectors()) {
      filters += collector.filterCount();
    }
    int views = (int) objects.values().stream().filter(ObjectView.class::isInstance).count();
    return new OpenSession(
        identity.key(), identity.userName(), identity.loginTime(), lastActive, filters, views);
  }
}
