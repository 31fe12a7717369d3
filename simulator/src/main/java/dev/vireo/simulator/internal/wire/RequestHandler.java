package dev.vireo.simulator.internal.wire;

/** Answers the requests of all ways in. */
public interface RequestHandler {

  /**
   * Decides about the body of a request that comes from outside of this process, before any of it
   * is read.
   *
   * @param head the request without its body
   * @param length size of the body as the request names it; -1 when it does not
   */
  Admission admit(Inbound head, long length);

  /** Answers one request. It may take long: a client may wait for changes. */
  Outbound handle(Inbound request) throws InterruptedException;
}
