package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.Logout;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.SessionIsActive;
import dev.vireo.vim.methods.TerminateSession;
import dev.vireo.vim.types.ServiceContent;
import dev.vireo.vim.types.UserSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where clients begin, and how they log in and out. */
final class SessionMethods {

  private static final String MANAGER = "SessionManager";

  private SessionMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        RetrieveServiceContent.class,
        "ServiceInstance",
        ApiRelease.V2_5,
        MethodTable.ANONYMOUS,
        SessionMethods::serviceContent);
    table.add(
        CurrentTime.class,
        "ServiceInstance",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, method) -> call.host().config().clock().instant());
    table.add(Login.class, MANAGER, ApiRelease.V2_5, MethodTable.ANONYMOUS, SessionMethods::login);
    table.add(Logout.class, MANAGER, ApiRelease.V2_5, MethodTable.VIEW, SessionMethods::logout);
    table.add(
        SessionIsActive.class,
        MANAGER,
        ApiRelease.V2_5,
        "Sessions.ValidateSession",
        SessionMethods::isActive);
    table.add(
        TerminateSession.class,
        MANAGER,
        ApiRelease.V2_5,
        "Sessions.TerminateSession",
        SessionMethods::terminate);
  }

  private static @Nullable ServiceContent serviceContent(Call call, RetrieveServiceContent method) {
    ManagedObject service = call.find(method.self());
    return service == null
        ? null
        : (ServiceContent) service.property("content", call.origin().dialect());
  }

  /** A client that is logged in already has to log out first, as servers have it. */
  private static UserSession login(Call call, Login method) {
    if (call.hasSession()) {
      throw Faults.invalidLogin();
    }
    String locale = method.locale() == null ? "en" : method.locale();
    Session session;
    try {
      session =
          call.sessions()
              .login(
                  method.userName(),
                  method.password(),
                  locale,
                  call.origin().address(),
                  call.origin().userAgent());
    } catch (RaisedFault refusal) {
      call.log(
          "BadUsernameSessionEvent",
          method.userName(),
          null,
          Map.of("ipAddress", call.origin().address()));
      throw refusal;
    }
    call.begin(session);
    call.log(
        "UserLoginSessionEvent",
        method.userName(),
        null,
        Map.of(
            "ipAddress",
            call.origin().address(),
            "userAgent",
            call.origin().userAgent(),
            "locale",
            locale,
            "sessionId",
            session.identity().key()));
    return session.userSession(call.origin().dialect().has(ApiRelease.V5_1));
  }

  private static @Nullable Void logout(Call call, Logout method) {
    Session session = call.session(method.self());
    UserSession seen = session.userSession(true);
    call.sessions().end(session);
    call.log(
        "UserLogoutSessionEvent",
        seen.userName(),
        null,
        Map.of(
            "ipAddress",
            call.origin().address(),
            "userAgent",
            call.origin().userAgent(),
            "callCount",
            seen.callCount() == null ? 0L : seen.callCount(),
            "sessionId",
            seen.key(),
            "loginTime",
            seen.loginTime()));
    return null;
  }

  private static Boolean isActive(Call call, SessionIsActive method) {
    return call.sessions().open().stream()
        .map(Session::identity)
        .anyMatch(session ->
            session.key().equals(method.sessionID())
                && session.userName().equals(method.userName()));
  }

  private static @Nullable Void terminate(Call call, TerminateSession method) {
    String own = call.session(method.self()).identity().key();
    for (String key : method.sessionId()) {
      if (key.equals(own)) {
        throw Faults.invalidArgument("sessionId");
      }
      String user =
          call.sessions().open().stream()
              .map(Session::identity)
              .filter(session -> session.key().equals(key))
              .map(Session.Identity::userName)
              .findFirst()
              .orElseThrow(Faults::notFound);
      if (!call.sessions().terminate(key)) {
        throw Faults.notFound();
      }
      call.log(
          "SessionTerminatedEvent", null, Map.of("sessionId", key, "terminatedUsername", user));
    }
    return null;
  }
}
