package dev.vireo.simulator.internal.session;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions as one client sees them (VI API {@code SessionManager}): which is its own depends on
 * who asks. It does not report changes.
 */
public final class SessionManager extends ManagedObject {

  private static final List<String> LOCALES = List.of("en");

  private static final PropertyTable<SessionManager> PROPERTIES =
      PropertyTable.<SessionManager>of("SessionManager")
          .with("sessionList", (manager, api) -> manager.list())
          .with(
              "currentSession",
              (manager, api) ->
                  manager.own == null ? null : manager.own.userSession(manager.detailed()))
          .with("message", (manager, api) -> "")
          .with("messageLocaleList", (manager, api) -> new ArrayOf("string", LOCALES))
          .with("supportedLocaleList", (manager, api) -> new ArrayOf("string", LOCALES))
          .with("defaultLocale", (manager, api) -> "en")
          .build();

  private final Sessions sessions;
  private final @Nullable Session own;
  private final ApiRelease dialect;

  /**
   * @param ref the manager's reference
   * @param sessions all sessions
   * @param own the session of the client that asks; null for none
   * @param dialect the API release in which sessions are shown
   */
  public SessionManager(
      ManagedObjectReference ref, Sessions sessions, @Nullable Session own, ApiRelease dialect) {
    super(ref);
    this.sessions = sessions;
    this.own = own;
    this.dialect = dialect;
  }

  private boolean detailed() {
    return dialect.has(ApiRelease.V5_1);
  }

  private ArrayOf list() {
    return new ArrayOf(
        "UserSession", sessions.open().stream().map(s -> s.userSession(detailed())).toList());
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
