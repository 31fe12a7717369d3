package dev.vireo.simulator.internal.wire;

import java.io.IOException;

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

  /**
   * Answers one request. It may take long: a client may wait for changes, and a body comes while it
   * is read.
   *
   * @throws RefusedRequestException when the body is not what the head says
   * @throws IOException when the body ends too early; nothing has been changed then
   */
  Outbound handle(Inbound request) throws IOException, InterruptedException;
}
