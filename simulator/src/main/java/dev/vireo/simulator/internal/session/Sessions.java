package dev.vireo.simulator.internal.session;

import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.internal.access.AccessControl;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vim.types.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All sessions of a host, by the cookie that their requests carry. Thread-safe. */
public final class Sessions {

  private final SimulatorConfig config;
  private final HostState state;
  private final AccessControl access;
  private final Map<String, Session> byCookie = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param config time-out and number
   * @param state whose waiting clients end with their session
   * @param access knows the users
   */
  public Sessions(SimulatorConfig config, HostState state, AccessControl access) {
    this.config = config;
    this.state = state;
    this.access = access;
  }

  /**
   * Begins a session.
   *
   * @throws RaisedFault {@code InvalidLogin} when user or password is wrong
   */
  public Session login(
      String userName, Secret password, String locale, String address, String userAgent) {
    if (!access.authenticates(userName, password)) {
      throw Faults.invalidLogin();
    }
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    Session session =
        new Session(
            new Session.Identity(
                UUID.randomUUID().toString(),
                HexFormat.of().formatHex(secret),
                userName,
                locale,
                address,
                userAgent,
                config.clock().instant()));
    byCookie.put(session.identity().cookie(), session);
    return session;
  }

  /** Whether there are as many sessions as there may be. */
  public boolean full() {
    return byCookie.size() >= config.maxSessions() && open().size() >= config.maxSessions();
  }

  /**
   * The session that a cookie belongs to, now marked as active; null for none or one that ended.
   */
  public @Nullable Session enter(@Nullable String cookie) {
    Session session = cookie == null ? null : byCookie.get(cookie);
    if (session == null || expired(session)) {
      return null;
    }
    session.enter(config.clock().instant());
    return session;
  }

  /** Notes that a request of a session has been answered. */
  public void leave(Session session) {
    session.leave(config.clock().instant());
  }

  private boolean expired(Session session) {
    Instant limit = config.clock().instant().minus(config.sessionTimeout());
    if (session.idleSince(limit)) {
      end(session);
    }
    return session.ended();
  }

  /** Ends a session. */
  public void end(Session session) {
    byCookie.remove(session.identity().cookie());
    session.end(state);
  }

  /** Ends the session with a key; false when there is none. */
  public boolean terminate(String key) {
    for (Session session : open()) {
      if (session.identity().key().equals(key)) {
        end(session);
        return true;
      }
    }
    return false;
  }

  /** The open sessions, oldest first. */
  public List<Session> open() {
    List<Session> open = new ArrayList<>(byCookie.values());
    open.removeIf(this::expired);
    open.sort((a, b) -> a.identity().loginTime().compareTo(b.identity().loginTime()));
    return open;
  }

  /** Ends all sessions. */
  public void endAll() {
    byCookie.values().forEach(this::end);
  }
}
