package dev.vireo.vim;

import org.jspecify.annotations.Nullable;

/** A task ended in state {@code error}. */
public final class TaskFailedException extends VimException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String faultName;
  private final transient @Nullable Object fault;
  private final String faultMessage;

  /**
   * @param operation name of the VI method that started the task
   * @param faultName VI name of the task's fault; empty when the server gave none
   * @param fault the fault's data, or null when the server gave none
   * @param faultMessage the server's localised text, possibly empty
   */
  public TaskFailedException(
      String operation, String faultName, @Nullable Object fault, String faultMessage) {
    super(
        operation
            + " failed with "
            + (faultName.isEmpty() ? "an unknown error" : faultName)
            + (faultMessage.isEmpty() ? "" : ": " + faultMessage),
        null);
    this.operation = operation;
    this.faultName = faultName;
    this.fault = fault;
    this.faultMessage = faultMessage;
  }

  /** Name of the VI method that started the task. */
  public String operation() {
    return operation;
  }

  /** VI name of the task's fault; empty when the server gave none. */
  public String faultName() {
    return faultName;
  }

  /** The fault's data, or null when the server gave none. */
  public @Nullable Object fault() {
    return fault;
  }

  /** The server's localised text, possibly empty. */
  public String faultMessage() {
    return faultMessage;
  }
}
