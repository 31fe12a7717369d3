package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TaskAbandonedException;
import dev.vireo.vim.TaskFailedException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.VimException;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.NoPermission;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An operation on the host, and the one place where its failure becomes a {@link LibvirtException}.
 *
 * @param function the libvirt function, such as {@code virDomainCreate}
 * @param complaint what to say when it fails, such as {@code Could not start domain}
 * @param object name of the domain or host that it is for
 * @param onDomain whether the object is a domain
 */
public record Attempt(String function, String complaint, String object, boolean onDomain) {

  /** The function that opens a connection. */
  public static final String CONNECT = "virConnectOpenAuth";

  private static final String TAKE_SNAPSHOT = "virDomainSnapshotCreateXML";

  /** An operation on a domain. */
  public static Attempt onDomain(String function, String complaint, String domain) {
    return new Attempt(function, complaint, domain, true);
  }

  /** An operation on a host. */
  public static Attempt onHost(String function, String complaint, String host) {
    return new Attempt(function, complaint, host, false);
  }

  /** The same operation, with something else to say when it fails. */
  public Attempt saying(String otherComplaint) {
    return new Attempt(function, otherComplaint, object, onDomain);
  }

  /** Carries the operation out. */
  public <T extends @Nullable Object> T get(Supplier<T> action) {
    try {
      return action.get();
    } catch (VimException e) {
      throw translate(e);
    }
  }

  /** Carries the operation out. */
  public void run(Runnable action) {
    try {
      action.run();
    } catch (VimException e) {
      throw translate(e);
    }
  }

  /** The exception for a failure of this operation. */
  public LibvirtException translate(VimException failure) {
    return switch (failure) {
      case FaultException e -> fault(e.faultName(), e.fault(), e.faultString(), e);
      case TaskFailedException e -> fault(e.faultName(), e.fault(), e.faultMessage(), e);
      case TaskAbandonedException e
          when e.reason() == TaskAbandonedException.Reason.LOST
              && e.getCause() instanceof VimException lost ->
          translate(lost);
      case TaskAbandonedException e -> error(ErrorCode.OPERATION_ABORTED, text(e), e);
      case TransportException e when e.kind() == TransportException.Kind.UNRESOLVED_HOST ->
          error(
              code(e),
              "IP address lookup for host '" + object + "' failed: Name or service not known",
              e);
      case TransportException e ->
          builder(code(e), complaint + ": " + reason(e), e).hints(FaultHints.of(e)).build();
      case ProtocolException e ->
          builder(ErrorCode.INTERNAL_ERROR, complaint + ": " + text(e), e)
              .hints(FaultHints.of(e, connects()))
              .build();
    };
  }

  /**
   * The exception for an operation that the host may have carried out although it did not say so.
   *
   * @param verb what was asked for, such as {@code start}
   * @param seen what is known of it nevertheless; starts with a blank, or is empty
   */
  public LibvirtException unknown(String verb, VimException failure, String seen) {
    ErrorCode code =
        failure instanceof TransportException e && e.isGivenUp() ? code(e) : ErrorCode.RPC;
    return givenUp(
        code,
        "The outcome of '"
            + verb
            + "' for domain '"
            + object
            + "' is unknown: "
            + text(failure)
            + ". The host may have carried it out, or may yet do so;"
            + seen
            + " look at the domain before you try again",
        false,
        failure);
  }

  /**
   * The exception for an operation whose end was not waited for.
   *
   * @param ended whether the host does not go on with it for certain
   */
  public LibvirtException givenUp(
      ErrorCode code, String detail, boolean ended, VimException cause) {
    LibvirtException.Builder error = builder(code, detail, cause);
    return (ended ? error : error.outcomeUnknown()).build();
  }

  /** The exception for a domain that does not exist any more. */
  public LibvirtException gone(@Nullable Throwable cause) {
    return error(ErrorCode.NO_DOMAIN, "The domain '" + object + "' does not exist any more", cause);
  }

  /** The exception for a failure of this operation that is none of the VI API. */
  public LibvirtException error(ErrorCode code, String detail, @Nullable Throwable cause) {
    return builder(code, detail, cause).build();
  }

  private LibvirtException.Builder builder(
      ErrorCode code, String detail, @Nullable Throwable cause) {
    return EsxError.builder(code, detail).operation(function).object(object).cause(cause);
  }

  private LibvirtException fault(
      String name, @Nullable Object fault, String text, VimException cause) {
    ErrorCode code = FaultCodes.of(name);
    if (code == ErrorCode.NO_DOMAIN) {
      if (onDomain && isAboutMachine(fault)) {
        return gone(cause);
      }
      if (isAboutSnapshot(fault)) {
        return error(
            ErrorCode.NO_DOMAIN_SNAPSHOT, complaint + ": it does not exist any more", cause);
      }
      code = ErrorCode.INTERNAL_ERROR;
    }
    String reason = text.isEmpty() ? name : name + " - " + text;
    return builder(code, complaint + ": " + (reason.isEmpty() ? "Unknown error" : reason), cause)
        .hints(advice(name, fault))
        .build();
  }

  /** Whether what was not found is the domain itself; a server that does not say means that. */
  private static boolean isAboutMachine(@Nullable Object fault) {
    return !(fault instanceof ManagedObjectNotFound missing)
        || missing.obj().type().equals(HostQueries.MACHINE);
  }

  private static boolean isAboutSnapshot(@Nullable Object fault) {
    return fault instanceof ManagedObjectNotFound missing
        && missing.obj().type().equals("VirtualMachineSnapshot");
  }

  private List<String> advice(String name, @Nullable Object fault) {
    if (fault instanceof NoPermission denied && denied.privilegeId() != null) {
      return List.of(
          "the user needs the privilege '"
              + denied.privilegeId()
              + "'"
              + (denied.object() == null ? "" : " on " + denied.object()));
    }
    return switch (name) {
      case "ToolsUnavailable" ->
          List.of(
              "install or start VMware Tools in the guest, or "
                  + (function.equals(TAKE_SNAPSHOT)
                      ? "do without quiescing its file systems"
                      : "power the domain off with 'destroy'"));
      case "MemorySnapshotOnIndependentDisk" ->
          List.of("leave the memory out with --disk-only, or power the domain off before");
      case "TooManySnapshotLevels" ->
          List.of("delete those that are not needed any more; the domain stays as it is");
      case "NotAuthenticated" ->
          List.of(
              "the host took the login but does not let the session do this, not even a new one");
      case "RestrictedVersion" ->
          List.of("the licence of the host allows reading only, as free licences do");
      default -> List.of();
    };
  }

  private static ErrorCode code(TransportException e) {
    return switch (e.kind()) {
      case TIMED_OUT -> ErrorCode.OPERATION_TIMEOUT;
      case INTERRUPTED -> ErrorCode.OPERATION_ABORTED;
      case CLOSED -> ErrorCode.INVALID_CONN;
      case UNRESOLVED_HOST,
          CONNECTION_REFUSED,
          CONNECT_FAILED,
          TLS_UNTRUSTED,
          TLS_OTHER_HOST,
          TLS_OTHER_CERTIFICATE,
          TLS_FAILED,
          CUT_OFF,
          TOO_LARGE,
          CHANGED,
          PROXY_FAILED ->
          ErrorCode.INTERNAL_ERROR;
    };
  }

  /** Without the server where the complaint names it; the other fingerprint is not in there. */
  private String reason(TransportException e) {
    String reason = connects() ? e.reason() : text(e);
    return connects() && e.kind() == TransportException.Kind.TLS_OTHER_CERTIFICATE
        ? reason + " but " + e.fingerprint()
        : reason;
  }

  /** Whether the complaint names the server. */
  private boolean connects() {
    return function.equals(CONNECT);
  }

  private static String text(VimException e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
