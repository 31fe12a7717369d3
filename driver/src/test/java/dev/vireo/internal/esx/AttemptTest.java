package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

  private static final ManagedObjectReference MACHINE =
      new ManagedObjectReference("VirtualMachine", "12");
  private static final Attempt START = Attempt.onDomain("start", "Could not start domain", "web");
  private static final Attempt CONNECT =
      Attempt.onHost("connect", "Could not connect to 'esx1'", "esx1");

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
    assertThat(error.operation()).isEqualTo("start");
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

  private static void assertTells(LibvirtException error, String message, String... hints) {
    assertThat(error).hasMessage(message);
    assertThat(error.hints()).containsExactly(hints);
  }

  private static FaultException notFound(ManagedObjectReference object) {
    return new FaultException(
        "X", "ManagedObjectNotFound", new ManagedObjectNotFound(object), "gone");
  }
}
