package dev.vireo.internal.esx;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.RequestCanceled;
import dev.vireo.vim.types.SystemError;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** All that can go wrong with a request. */
enum FaultKind {
  CUT_BEFORE_THE_CALL(FaultEffect.CutRequest::new),
  CUT_BEFORE_THE_ANSWER(() -> new FaultEffect.CutConnection(0)),
  CUT_IN_THE_ANSWER(() -> new FaultEffect.CutConnection(20)),
  SILENCE(FaultEffect.TimeOut::new),
  SILENCE_AFTERWARDS(() -> new FaultEffect.Afterwards(new FaultEffect.TimeOut())),
  DRIP(() -> new FaultEffect.Drip(64, Duration.ZERO)),
  REPEAT(FaultEffect.Repeat::new),
  GARBAGE(() -> new FaultEffect.Garbage("<soapenv:Envelope><nonsense")),
  GARBAGE_AFTERWARDS(
      () -> new FaultEffect.Afterwards(new FaultEffect.Garbage("<soapenv:Envelope><nonsense"))),
  OTHER_DOCUMENT(() -> new FaultEffect.Garbage("<html>Good morning</html>")),
  EMPTY_ENVELOPE(() -> new FaultEffect.Garbage(Sample.EMPTY)),
  NO_CONTENT(() -> new FaultEffect.HttpStatus(204)),
  REDIRECT(() -> new FaultEffect.Redirect("https://192.0.2.1/sdk")),
  UNAUTHORIZED(() -> new FaultEffect.HttpStatus(401)),
  FORBIDDEN(() -> new FaultEffect.HttpStatus(403)),
  NOT_FOUND(() -> new FaultEffect.HttpStatus(404)),
  SERVER_ERROR(() -> new FaultEffect.HttpStatus(500)),
  UNAVAILABLE(() -> new FaultEffect.HttpStatus(503)),
  UNAVAILABLE_AFTERWARDS(() -> new FaultEffect.Afterwards(new FaultEffect.HttpStatus(503))),
  NOT_SUPPORTED(() -> fault(new NotSupported(null, List.of()))),
  NO_PERMISSION(() -> fault(new NoPermission(Sample.NOTHING, "System.View"))),
  NO_SUCH_OBJECT(() -> fault(new ManagedObjectNotFound(Sample.NOTHING))),
  CANCELED(() -> fault(new RequestCanceled(null, List.of()))),
  SYSTEM_ERROR(() -> fault(new SystemError(null, List.of(), "out of order"))),
  TASK_FAILS(
      () -> new FaultEffect.TaskFault(new SystemError(null, List.of(), "full"), "Not today.")),
  NO_SESSION(() -> fault(new NotAuthenticated(Sample.NOTHING, "System.View"))),
  EXPIRY(FaultEffect.ExpireSessions::new);

  @SuppressWarnings("ImmutableEnumChecker") // makes what is used once
  private final Supplier<FaultEffect> effect;

  FaultKind(Supplier<FaultEffect> effect) {
    this.effect = effect;
  }

  private static FaultEffect fault(MethodFault fault) {
    return new FaultEffect.SoapFault(fault, "Not today.");
  }

  /**
   * A rule that lets this happen.
   *
   * @param request number of the first request that it hits, from 1
   * @param times how many it hits
   */
  FaultRule at(int request, int times) {
    return new FaultRule("*", effect.get(), request - 1, times, 1);
  }

  /**
   * Whether the secret of a session that a login opens is lost with its answer. Without that nobody
   * can end it; it ends when it has been idle for long enough.
   */
  boolean losesTheSecret() {
    return this == CUT_BEFORE_THE_ANSWER
        || this == SILENCE_AFTERWARDS
        || this == UNAVAILABLE_AFTERWARDS;
  }

  /** Whether a call that changes something may be made again, because the host refused it. */
  boolean refusesForWantOfASession() {
    return this == NO_SESSION || this == EXPIRY;
  }

  /** What answers hold. */
  private static final class Sample {
    static final ManagedObjectReference NOTHING = new ManagedObjectReference("Nothing", "none");
    static final String EMPTY =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><x/></s:Body>"
            + "</s:Envelope>";
  }
}
