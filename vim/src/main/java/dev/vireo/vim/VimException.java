package dev.vireo.vim;

import org.jspecify.annotations.Nullable;

/**
 * A call to the VI API did not give its result. The subclass says which of the things went wrong:
 * the way to the server ({@link TransportException}), the form of its answer ({@link
 * ProtocolException}), the call itself ({@link FaultException}) or the task that it had started
 * ({@link TaskFailedException}, {@link TaskAbandonedException}).
 */
public abstract sealed class VimException extends RuntimeException
    permits TransportException,
        ProtocolException,
        FaultException,
        TaskFailedException,
        TaskAbandonedException {

  private static final long serialVersionUID = 1L;

  VimException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the server may have carried the call out, or may yet do so, although it gave no result.
   * False only where that is certain: it refused, or the request did not reach it.
   */
  public boolean mayHaveTakenEffect() {
    return switch (this) {
      case FaultException e -> false;
      case TaskFailedException e -> false;
      case TaskAbandonedException e -> true;
      case ProtocolException e -> true;
      case TransportException e ->
          switch (e.kind()) {
            case TIMED_OUT, CUT_OFF, TOO_LARGE, INTERRUPTED, CLOSED -> true;
            case UNRESOLVED_HOST,
                CONNECTION_REFUSED,
                CONNECT_FAILED,
                TLS_UNTRUSTED,
                TLS_OTHER_HOST,
                TLS_OTHER_CERTIFICATE,
                TLS_FAILED,
                PROXY_FAILED,
                CHANGED ->
                false;
          };
    };
  }

  /** Whether this end gave up: an interrupt, or the end of the connection. */
  public boolean isGivenUp() {
    return this instanceof TransportException e
        && (e.kind() == TransportException.Kind.INTERRUPTED
            || e.kind() == TransportException.Kind.CLOSED);
  }
}
