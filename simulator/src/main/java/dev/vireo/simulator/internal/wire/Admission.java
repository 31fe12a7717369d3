package dev.vireo.simulator.internal.wire;

/** What the host says to a request with a body, of which it has seen the headers only. */
public sealed interface Admission {

  /** Size of a body that anybody may send: as much as a call takes that needs no session. */
  long SMALL = 32L * 1024;

  /**
   * The body is not read.
   *
   * @param answer the answer
   */
  record Refused(Outbound.Answer answer) implements Admission {}

  /**
   * The body may come.
   *
   * @param maxBody its largest size in bytes
   * @param release gives back what is kept for it; to be called once, after the request
   */
  record Admitted(long maxBody, Runnable release) implements Admission {}

  /** A body of this size may come, for which nothing is kept. */
  static Admission upTo(long maxBody) {
    return new Admitted(maxBody, () -> {});
  }
}
