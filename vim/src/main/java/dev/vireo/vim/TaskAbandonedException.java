package dev.vireo.vim;

import dev.vireo.vim.types.VirtualMachineQuestionInfo;
import org.jspecify.annotations.Nullable;

/** The wait for a task was given up before the task was known to have ended. */
public final class TaskAbandonedException extends VimException {

  private static final long serialVersionUID = 1L;

  /** Why the wait was given up. */
  public enum Reason {
    /** The time was over. */
    TIMED_OUT,
    /** The caller wanted it. */
    CANCELLED,
    /** The task stands still at a question that nobody answered; {@link #question()} is set. */
    QUESTION,
    /**
     * The server did not tell any more how the task is doing, for the reason in {@link
     * #getCause()}, or this end does not want to know any more. The task was not cancelled.
     */
    LOST
  }

  /** What became of the task. */
  public enum Fate {
    /** The server was told to cancel it, and agreed. */
    CANCELLED,
    /** The server cannot cancel it: it goes on. */
    NOT_CANCELABLE,
    /**
     * Nobody knows; the reason is in {@link #getCause()}: cancelling failed, or what became of it
     * could not be learnt.
     */
    UNKNOWN
  }

  private final String operation;
  private final Reason reason;
  private final Fate fate;
  private final transient @Nullable VirtualMachineQuestionInfo question;

  /**
   * @param operation what the task does, for messages
   * @param reason why the wait was given up
   * @param fate what became of the task
   * @param question the question that was not answered; null for other reasons
   * @param cause why the fate is unknown; null unless it is
   */
  public TaskAbandonedException(
      String operation,
      Reason reason,
      Fate fate,
      @Nullable VirtualMachineQuestionInfo question,
      @Nullable VimException cause) {
    super(describe(operation, reason, fate, question), cause);
    this.operation = operation;
    this.reason = reason;
    this.fate = fate;
    this.question = question;
  }

  private static String describe(
      String operation, Reason reason, Fate fate, @Nullable VirtualMachineQuestionInfo question) {
    if (reason == Reason.LOST) {
      return operation + " could not be followed to its end; the task may go on.";
    }
    String why =
        switch (reason) {
          case TIMED_OUT -> "took too long";
          case CANCELLED -> "was given up";
          case QUESTION ->
              "stands still at the question '" + (question == null ? "" : question.text()) + "'";
          case LOST -> throw new IllegalStateException("has a text of its own");
        };
    String end =
        switch (fate) {
          case CANCELLED -> "the task was cancelled";
          case NOT_CANCELABLE -> "the server cannot cancel the task, which goes on";
          case UNKNOWN -> "the task could not be cancelled and may go on";
        };
    return operation + " " + why + "; " + end + ".";
  }

  /** What the task does, as the caller of the wait named it. */
  public String operation() {
    return operation;
  }

  /** Why the wait was given up. */
  public Reason reason() {
    return reason;
  }

  /** What became of the task. */
  public Fate fate() {
    return fate;
  }

  /** The question that was not answered; null unless {@link #reason()} is {@code QUESTION}. */
  public @Nullable VirtualMachineQuestionInfo question() {
    return question;
  }
}
