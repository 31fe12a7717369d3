package dev.vireo.vim;

import org.jspecify.annotations.Nullable;

/**
 * A call to the VI API did not give its result. The subclass says which of the four things went
 * wrong: the way to the server ({@link TransportException}), the form of its answer ({@link
 * ProtocolException}), the call itself ({@link FaultException}) or the task that it had started
 * ({@link TaskFailedException}).
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
}
