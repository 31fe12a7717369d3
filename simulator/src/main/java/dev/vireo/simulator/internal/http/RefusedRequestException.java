package dev.vireo.simulator.internal.http;

import dev.vireo.simulator.internal.wire.Outbound;

/** A request that is answered without being handed on, and ends its connection. */
final class RefusedRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Outbound.Answer answer;

  /**
   * @param status HTTP status code
   * @param reason what is wrong, in one sentence
   */
  RefusedRequestException(int status, String reason) {
    super(reason, null, false, false); // an attacker makes many, and nobody reads their stacks
    this.answer =
        Outbound.Answer.text(status, "text/plain; charset=utf-8", status + ": " + reason + "\n");
  }

  /**
   * @param answer how the host refuses it
   */
  RefusedRequestException(Outbound.Answer answer) {
    super("The host refuses it.", null, false, false);
    this.answer = answer;
  }

  Outbound.Answer answer() {
    return answer;
  }
}
