package dev.vireo.simulator.internal.wire;

import java.io.IOException;

/** A request that is answered without being carried out, and ends its connection. */
public final class RefusedRequestException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Outbound.Answer answer;

  /**
   * @param status HTTP status code
   * @param reason what is wrong, in one sentence
   */
  public RefusedRequestException(int status, String reason) {
    this(
        reason,
        Outbound.Answer.text(status, "text/plain; charset=utf-8", status + ": " + reason + "\n"));
  }

  /**
   * @param answer how the host refuses it
   */
  public RefusedRequestException(Outbound.Answer answer) {
    this("The host refuses it.", answer);
  }

  private RefusedRequestException(String reason, Outbound.Answer answer) {
    super(reason);
    this.answer = answer;
  }

  /** Its body has more bytes than were admitted. */
  public static RefusedRequestException tooLarge() {
    return new RefusedRequestException(413, "The body of the request is too large.");
  }

  /** What the client gets. */
  public Outbound.Answer answer() {
    return answer;
  }

  /** An attacker makes many, and nobody reads their stacks. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
