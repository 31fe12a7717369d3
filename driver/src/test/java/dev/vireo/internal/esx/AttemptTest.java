package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.ToolsUnavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTest {

  private static final ManagedObjectReference MACHINE =
      new ManagedObjectReference("VirtualMachine", "12");
  private static final Attempt START =
      Attempt.onDomain("virDomainCreate", "Could not start domain", "web");
  private static final Attempt CONNECT =
      Attempt.onHost("virConnectOpenAuth", "Could not connect to 'esx1'", "esx1");

  /** The table of codes: which fault becomes what. */
  @ParameterizedTest
  @CsvSource({
    "InvalidLogin, AUTH_FAILED",
    "NotAuthenticated, AUTH_FAILED",
    "NoPermission, OPERATION_DENIED",
    "RestrictedVersion, OPERATION_DENIED",
    "InvalidPowerState, OPERATION_INVALID",
    "InvalidState, OPERATION_INVALID",
    "TaskInProgress, OPERATION_INVALID",
    "QuestionPending, OPERATION_INVALID",
    "ToolsUnavailable, OPERATION_INVALID",
    "FileLocked, OPERATION_INVALID",
    "ManagedObjectNotFound, NO_DOMAIN",
    "FileNotFound, NO_STORAGE_VOL",
    "DuplicateName, DOM_EXIST",
    "FileAlreadyExists, DOM_EXIST",
    "HostNotConnected, NO_CONNECT",
    "NotSupported, NO_SUPPORT",
    "MethodNotFound, NO_SUPPORT",
    "InvalidArgument, CONFIG_UNSUPPORTED",
    "InsufficientMemoryResourcesFault, OPERATION_FAILED",
    "RequestCanceled, OPERATION_ABORTED",
    "SomethingNew, INTERNAL_ERROR",
    "'', INTERNAL_ERROR",
  })
  void everyFaultHasACode(String fault, ErrorCode code) {
    assertThat(START.translate(new FaultException("X", fault, null, "text")).code())
        .isEqualTo(code);
    assertThat(START.translate(new TaskFailedException("X", fault, null, "text")).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "UNRESOLVED_HOST, INTERNAL_ERROR",
    "CONNECTION_REFUSED, INTERNAL_ERROR",
    "CONNECT_FAILED, INTERNAL_ERROR",
    "TLS_UNTRUSTED, INTERNAL_ERROR",
    "TLS_OTHER_HOST, INTERNAL_ERROR",
    "TLS_OTHER_CERTIFICATE, INTERNAL_ERROR",
    "TLS_FAILED, INTERNAL_ERROR",
    "TIMED_OUT, OPERATION_TIMEOUT",
    "CUT_OFF, INTERNAL_ERROR",
    "TOO_LARGE, INTERNAL_ERROR",
    "CHANGED, INTERNAL_ERROR",
    "PROXY_FAILED, INTERNAL_ERROR",
    "INTERRUPTED, OPERATION_ABORTED",
    "CLOSED, INVALID_CONN",
  })
  void everyTroubleOnTheWayHasACode(TransportException.Kind kind, ErrorCode code) {
    assertThat(CONNECT.translate(new TransportException(kind, "text", null)).code())
        .isEqualTo(code);
  }

  @Test
  void theErrorKnowsOperationObjectAndCause() {
    VimException cause = new TaskFailedException("PowerOnVM_Task", "FileLocked", null, "in use");

    LibvirtException error = START.translate(cause);

    assertThat(error)
        .hasMessage("Requested operation is not valid: Could not start domain: FileLocked - in use")
        .hasCause(cause);
    assertThat(error.operation()).isEqualTo("virDomainCreate");
    assertThat(error.object()).isEqualTo("web");
  }

  @Test
  void aTaskThatWasGivenUpIsAnAbortedOperation() {
    LibvirtException error =
        START.translate(
            new TaskAbandonedException(
                "start",
                TaskAbandonedException.Reason.CANCELLED,
                TaskAbandonedException.Fate.NOT_CANCELABLE,
                null,
                null));

    assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
    assertThat(error)
        .hasMessage(
            "operation aborted: start was given up; the server cannot cancel the task, which goes"
                + " on");
  }

  @Test
  void aMissingPrivilegeIsNamed() {
    assertTells(
        START.translate(
            new FaultException(
                "PowerOnVM_Task",
                "NoPermission",
                new NoPermission(MACHINE, "VirtualMachine.Interact.PowerOn"),
                "Permission to perform this operation was denied.")),
        "operation forbidden: Could not start domain: NoPermission - Permission to perform this"
            + " operation was denied.",
        "the user needs the privilege 'VirtualMachine.Interact.PowerOn' on VirtualMachine:12");
  }

  @Test
  void missingToolsComeWithAdvice() {
    assertTells(
        START.translate(
            new FaultException(
                "ShutdownGuest", "ToolsUnavailable", new ToolsUnavailable(), "No Tools.")),
        "Requested operation is not valid: Could not start domain: ToolsUnavailable - No Tools.",
        "install or start VMware Tools in the guest, or power the domain off with 'destroy'");
  }

  @Test
  void onlyAMissingMachineIsAMissingDomain() {
    assertThat(START.translate(notFound(MACHINE)))
        .hasMessage("Domain not found: The domain 'web' does not exist any more");
    assertThat(START.translate(notFound(new ManagedObjectReference("Task", "task-1"))).code())
        .isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(CONNECT.translate(notFound(MACHINE)).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }

  @Test
  void anUntrustedCertificateComesWithTheThreeWaysOut() {
    assertTells(
        CONNECT.translate(
            new TransportException(
                TransportException.Kind.TLS_UNTRUSTED,
                "the certificate of esx1:443 is not trusted: it is self-signed",
                "its certificate is not trusted: it is self-signed",
                "AB:CD",
                null)),
        "internal error: Could not connect to 'esx1': its certificate is not trusted: it is"
            + " self-signed",
        "to trust this one certificate, use the URI parameter fingerprint=AB:CD",
        "to trust its authority, use the URI parameter cacert=FILE",
        "to trust any certificate, without protection, use the URI parameter no_verify=1");
  }

  @Test
  void anotherKindOfServerIsAskedAbout() {
    assertTells(
        CONNECT.translate(
            new ProtocolException(
                ProtocolException.Kind.NOT_VSPHERE, "esx1:443 does not answer in HTTP", null)),
        "internal error: Could not connect to 'esx1': esx1:443 does not answer in HTTP",
        "is it the address of an ESX host or a vCenter?");
  }

  @Test
  void aCertificateForAnotherHostComesWithTheThreeWaysOut() {
    assertTells(
        CONNECT.translate(
            new TransportException(
                TransportException.Kind.TLS_OTHER_HOST, "long", "it is for x", "AB:CD", null)),
        "internal error: Could not connect to 'esx1': it is for x",
        "connect to a name that the certificate is for",
        "to trust this one certificate, use the URI parameter fingerprint=AB:CD",
        "to trust any certificate, without protection, use the URI parameter no_verify=1");
  }

  @Test
  void onlyConnectingLeavesTheServerToItsComplaint() {
    TransportException other =
        new TransportException(
            TransportException.Kind.TLS_OTHER_CERTIFICATE,
            "the certificate of esx1:443 is another.",
            "it is not EF",
            "AB:CD",
            null);
    assertThat(CONNECT.translate(other))
        .hasMessage("internal error: Could not connect to 'esx1': it is not EF but AB:CD");
    assertThat(CONNECT.translate(other).hints()).hasSize(1);
    assertThat(START.translate(other))
        .hasMessage(
            "internal error: Could not start domain: the certificate of esx1:443 is another");
    TransportException cut =
        new TransportException(TransportException.Kind.CUT_OFF, "long", "short", "AB:CD", null);
    assertThat(CONNECT.translate(cut))
        .hasMessage("internal error: Could not connect to 'esx1': short");
  }

  @Test
  void aNameWithoutAddressIsToldInLibvirtsWords() {
    assertTells(
        CONNECT.translate(
            new TransportException(TransportException.Kind.UNRESOLVED_HOST, "x", null)),
        "internal error: IP address lookup for host 'esx1' failed: Name or service not known");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatNobodyCanReadAsksAboutTheServerWhereItIsNew(ProtocolException.Kind kind) {
    ProtocolException odd = new ProtocolException(kind, "odd.", null);
    String message = "internal error: Could not %s: odd";
    String isIt = "is it the address of an ESX host or a vCenter?";
    switch (kind) {
      case UNAVAILABLE -> {
        String later = "its services are not ready, try again later";
        assertTells(CONNECT.translate(odd), message.formatted("connect to 'esx1'"), later);
        assertTells(START.translate(odd), message.formatted("start domain"), later);
      }
      case NOT_VSPHERE -> {
        assertTells(CONNECT.translate(odd), message.formatted("connect to 'esx1'"), isIt);
        assertTells(START.translate(odd), message.formatted("start domain"), isIt);
      }
      default -> {
        assertTells(CONNECT.translate(odd), message.formatted("connect to 'esx1'"), isIt);
        assertTells(START.translate(odd), message.formatted("start domain"));
      }
    }
  }

  @Test
  void aWaitThatWasLostTellsWhyItWas() {
    TransportException why =
        new TransportException(TransportException.Kind.TIMED_OUT, "late", null);
    LibvirtException error =
        START.translate(
            new TaskAbandonedException(
                "start",
                TaskAbandonedException.Reason.LOST,
                TaskAbandonedException.Fate.UNKNOWN,
                null,
                why));
    assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
    assertThat(error).hasCause(why);
    LibvirtException nobodyKnows =
        START.translate(
            new TaskAbandonedException(
                "start",
                TaskAbandonedException.Reason.LOST,
                TaskAbandonedException.Fate.UNKNOWN,
                null,
                null));
    assertThat(nobodyKnows.code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "FileLocked, in use, FileLocked - in use",
    "FileLocked, '', FileLocked",
    "'', '', Unknown error",
  })
  void aFaultIsTextedAsLibvirtDoes(String name, String text, String reason) {
    assertThat(START.translate(new FaultException("X", name, null, text)))
        .hasMessageEndingWith(": Could not start domain: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NotAuthenticated|the host took the login but does not let the session do this, not even a"
            + " new one",
        "RestrictedVersion|the licence of the host allows reading only, as free licences do"
      })
  void aFaultThatSaysLittleComesWithAdvice(String name, String advice) {
    assertThat(START.translate(new FaultException("X", name, null, "no")).hints())
        .containsExactly(advice);
    assertThat(START.translate(new FaultException("X", "FileLocked", null, "no")).hints())
        .isEmpty();
  }

  @Test
  void aPrivilegeOfNothingInParticularIsNamedAlone() {
    assertThat(noPermission(new NoPermission(null, "System.View")).hints())
        .containsExactly("the user needs the privilege 'System.View'");
    assertThat(noPermission(new NoPermission(MACHINE, null)).hints()).isEmpty();
  }

  private static LibvirtException noPermission(NoPermission fault) {
    return START.translate(new FaultException("X", "NoPermission", fault, "no"));
  }

  @Test
  void aMachineThatANotFoundOfNothingIsAboutIsMissing() {
    assertThat(START.translate(new FaultException("X", "ManagedObjectNotFound", null, "")).code())
        .isEqualTo(ErrorCode.NO_DOMAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "INTERRUPTED, OPERATION_ABORTED",
    "CLOSED, INVALID_CONN",
    "TIMED_OUT, RPC",
    "CUT_OFF, RPC"
  })
  void anUnknownOutcomeSaysWhatMayHaveHappened(TransportException.Kind kind, ErrorCode code) {
    LibvirtException error =
        START.unknown("start", new TransportException(kind, "No answer.", null), " it runs;");
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.isOutcomeUnknown()).isTrue();
    assertThat(error)
        .hasMessageEndingWith(
            "The outcome of 'start' for domain 'web' is unknown: No answer. The host may have"
                + " carried it out, or may yet do so; it runs; look at the domain before you try"
                + " again");
    assertThat(
            START
                .unknown(
                    "start",
                    new ProtocolException(ProtocolException.Kind.MALFORMED, "odd", null),
                    "")
                .code())
        .isEqualTo(ErrorCode.RPC);
  }

  @Test
  void onlyWhatHasEndedForCertainHasAKnownOutcome() {
    TransportException late =
        new TransportException(TransportException.Kind.TIMED_OUT, "late", null);
    assertThat(START.givenUp(ErrorCode.OPERATION_TIMEOUT, "x", true, late).isOutcomeUnknown())
        .isFalse();
    assertThat(START.givenUp(ErrorCode.OPERATION_TIMEOUT, "x", false, late).isOutcomeUnknown())
        .isTrue();
  }

  @Test
  void anOperationFailsAsItsTranslationSaysAndGivesWhatItGives() {
    FaultException fault = new FaultException("X", "FileLocked", null, "in use");
    assertThatThrownBy(() ->
            START.run(() -> {
              throw fault;
            }))
        .isInstanceOf(LibvirtException.class)
        .hasCause(fault);
    assertThatThrownBy(() ->
            START.get(() -> {
              throw fault;
            }))
        .isInstanceOf(LibvirtException.class)
        .hasCause(fault);
    assertThat(START.get(() -> "given")).isEqualTo("given");
    List<String> done = new ArrayList<>();
    START.run(() -> done.add("done"));
    assertThat(done).hasSize(1);
  }

  private static void assertTells(LibvirtException error, String message, String... hints) {
    assertThat(error).hasMessage(message);
    assertThat(error.hints()).containsExactly(hints);
  }

  private static FaultException notFound(ManagedObjectReference object) {
    return new FaultException(
        "X", "ManagedObjectNotFound", new ManagedObjectNotFound(object), "gone");
  }
}
