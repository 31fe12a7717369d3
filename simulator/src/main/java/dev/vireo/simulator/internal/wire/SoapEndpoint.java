package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.internal.host.Services;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.XmlCharacters;
import dev.vireo.simulator.internal.service.Call;
import dev.vireo.simulator.internal.service.MethodTable;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.Sessions;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.soap.MalformedMessageException;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vim.soap.SoapFault;
import dev.vireo.vim.soap.UnknownMethodException;
import dev.vireo.vim.types.ManagedObjectReference;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes method calls at {@code /sdk}: bytes to a call, the call to its handler, and back. */
final class SoapEndpoint {

  private static final Logger LOGGER = System.getLogger(SoapEndpoint.class.getName());

  /** The one method that hosts refuse to clients of a release that they do not speak. */
  private static final String LOGIN_BY_TOKEN = "LoginByToken";

  /** Far more than clients send, who ask for many thousand objects at a time at most. */
  private static final long LARGEST_CALL = 16L << 20;

  private final SimulatedHost host;
  private final Sessions sessions;
  private final MethodTable methods = MethodTable.complete();
  private final SoapCodec codec = new SoapCodec();

  SoapEndpoint(SimulatedHost host, Sessions sessions) {
    this.host = host;
    this.sessions = sessions;
  }

  /** A request, read: the call, or why it cannot be carried out; and what it is called. */
  record Decoded(String operation, @Nullable VimMethod<?> method, @Nullable RaisedFault fault) {}

  /**
   * Decides about the body of a call. Without a session it has the size of a login at most; larger
   * ones need a session whatever they call, and that is their answer.
   */
  Admission admit(Inbound head, long length) {
    Session session = sessions.enter(head.cookie(HostEndpoint.COOKIE));
    if (session != null) {
      sessions.leave(session);
      return Admission.upTo(LARGEST_CALL);
    }
    return length > Admission.SMALL && length <= LARGEST_CALL
        ? new Admission.Refused(fault(Faults.notAuthenticated(Services.SERVICE_INSTANCE)))
        : Admission.upTo(Admission.SMALL);
  }

  Decoded decode(Inbound request) throws IOException {
    byte[] body = request.body().bytes();
    try {
      VimMethod<?> method = codec.decodeRequest(body);
      return new Decoded(method.getClass().getSimpleName(), method, null);
    } catch (UnknownMethodException e) {
      ManagedObjectReference self = e.self() == null ? Services.SERVICE_INSTANCE : e.self();
      return new Decoded(e.method(), null, Faults.methodNotFound(self, e.method()));
    } catch (MalformedMessageException e) {
      String text = "Unable to parse the request: " + e.getMessage();
      return new Decoded("malformed", null, Faults.invalidRequest(text));
    }
  }

  Outbound.Answer answer(Inbound request, Decoded decoded, List<FaultEffect> effects)
      throws InterruptedException {
    Session session = sessions.enter(request.cookie(HostEndpoint.COOKIE));
    try {
      VersionUri version = VersionUri.of(request.header("soapaction"), host.product());
      if (decoded.operation().equals(LOGIN_BY_TOKEN)) {
        version.requireSpoken();
      }
      RaisedFault refusal = decoded.fault();
      if (refusal != null || decoded.method() == null) {
        return fault(refusal == null ? Faults.systemError("no method") : refusal);
      }
      RaisedFault taskFault = null;
      for (FaultEffect effect : effects) {
        if (effect instanceof FaultEffect.SoapFault soap) {
          return fault(new RaisedFault(soap.fault(), soap.message()));
        }
        if (effect instanceof FaultEffect.TaskFault task) {
          taskFault = new RaisedFault(task.fault(), task.message());
        }
      }
      return carryOut(request, decoded.method(), version.release(), session, taskFault);
    } catch (RaisedFault fault) {
      return fault(fault);
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, () -> decoded.operation() + " failed in the simulator", e);
      return fault(Faults.systemError(decoded.operation() + " failed in the simulator: " + e));
    } finally {
      if (session != null) {
        sessions.leave(session);
      }
    }
  }

  @SuppressWarnings("unchecked") // the class of a VimMethod<?> is a Class<VimMethod<?>>
  private Outbound.Answer carryOut(
      Inbound request,
      VimMethod<?> method,
      @Nullable ApiRelease named,
      @Nullable Session session,
      @Nullable RaisedFault taskFault)
      throws InterruptedException {
    if (method instanceof Login && session == null && sessions.full()) {
      return Outbound.Answer.status(503);
    }
    String agent = request.header("user-agent");
    ApiRelease api = named == null ? host.product().api() : named;
    ApiRelease dialect = named == null ? ApiRelease.V2_5 : named;
    Call.Origin origin =
        new Call.Origin(
            request.client(), agent == null ? "" : XmlCharacters.carried(agent), api, dialect);
    Call call = new Call(host, sessions, session, origin, taskFault);
    Object result = methods.invoke(call, method);
    byte[] body = codec.encodeResponse((Class<? extends VimMethod<?>>) method.getClass(), result);
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "text/xml; charset=utf-8");
    headers.put("Cache-Control", "no-cache");
    Session begun = call.begun();
    if (begun != null) {
      headers.put("Set-Cookie", HostEndpoint.setCookie(begun, request.encrypted()));
    }
    return new Outbound.Answer(200, headers, body);
  }

  /** The answer that refuses a call. */
  Outbound.Answer fault(RaisedFault fault) {
    byte[] body = codec.encodeFault(new SoapFault(SoapFault.SERVER, fault.text(), fault.fault()));
    return new Outbound.Answer(500, Map.of("Content-Type", "text/xml; charset=utf-8"), body);
  }
}
